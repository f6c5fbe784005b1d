import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './site.ts';

const { open, at } = site();

async function found(page: Page): Promise<{ count: number; titles: string[] }> {
  await page.waitForFunction(() =>
    /\d|見つかりませんでした|Nothing/.test(document.querySelector('#result-count')?.textContent ?? ''),
  );
  await page.waitForTimeout(50);
  const sentence = (await page.textContent('#result-count')) ?? '';
  return { count: Number(/\d+/.exec(sentence)?.[0] ?? 0), titles: await page.locator('#results a').allTextContents() };
}

describe('search finds what the content holds, in its own language', () => {
  test.each([
    ['ja', '姉妹都市', /姉妹/],
    ['ja', '復興', /復興/],
    ['ja', '和歌山', /和歌山/],
    ['ja', '高野町', /高野/],
    ['ja', '２０１４年', /./],
    ['en', 'tourism', /Tourism/],
    ['en', 'sister cities', /[Ss]ister/],
    ['en', 'Wakayama', /Wakayama|Koya/],
  ])('%s: %s', async (language, query, title) => {
    const page = await open(`/${language}/search/?q=${encodeURIComponent(query)}`);
    const { count, titles } = await found(page);
    expect(count).toBeGreaterThan(2);
    expect(titles.some((found) => title.test(found))).toBe(true);
    const links = await page
      .locator('#results a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(links.every((path) => path.startsWith(`/${language}/`))).toBe(true);
  });

  test('an exactly equal title comes first', async () => {
    for (const query of ['和歌山県', '復興', '地方連携フォーラム']) {
      expect((await found(await open(`/ja/search/?q=${encodeURIComponent(query)}`))).titles[0]).toBe(query);
    }
  });

  test('words that stand apart are not one word', async () => {
    expect((await found(await open('/ja/search/?q=市都妹姉'))).count).toBe(0);
  });

  test('each prefecture is found by its name', async () => {
    const page = await open('/ja/search/');
    for (const name of ['鳥取県', '山形', '滋賀', '京都府', '東京都']) {
      await page.goto(at(`/ja/search/?q=${encodeURIComponent(name)}`));
      expect(
        (await found(page)).titles.some((title) => title.startsWith(name)),
        name,
      ).toBe(true);
    }
  });

  test('an excerpt marks the whole word', async () => {
    const page = await open('/ja/search/?q=観光');
    await found(page);
    expect(new Set(await page.locator('#results mark').allTextContents())).toEqual(new Set(['観光']));
  });
});

describe('facets', () => {
  test('narrow, count, and stand in the URL', async () => {
    const page = await open('/ja/search/?q=復興');
    const all = await found(page);
    const box = page.locator('label', { has: page.locator('input[name=type][value=events]') });
    const promised = Number(await box.locator('.count').textContent());
    expect(promised).toBeGreaterThan(0);
    expect(promised).toBeLessThan(all.count);
    await box.click();
    await page.waitForURL(/type=events/);
    await page.waitForFunction(
      (count) => document.querySelector('#result-count')?.textContent?.includes(String(count)),
      promised,
    );
    expect((await found(page)).count).toBe(promised);
    expect(new URL(page.url()).search).toBe('?q=%E5%BE%A9%E8%88%88&type=events');
  });

  test('two values of one facet are alternatives, two facets narrow each other', async () => {
    const count = async (query: string) => (await found(await open(`/en/search/?${query}`))).count;
    const [wakayama, chiba, both, tours] = [
      await count('prefecture=wakayama'),
      await count('prefecture=chiba'),
      await count('prefecture=wakayama&prefecture=chiba'),
      await count('prefecture=wakayama&event=study-tour'),
    ];
    expect(both).toBeGreaterThan(Math.max(wakayama, chiba));
    expect(both).toBeLessThanOrEqual(wakayama + chiba);
    expect(tours).toBeLessThan(wakayama);
    expect(tours).toBeGreaterThan(0);
  });

  test('every facet of the design is offered and restores its result', async () => {
    const page = await open('/en/search/');
    for (const [facet, value] of [
      ['type', 'articles'],
      ['region', 'tohoku'],
      ['prefecture', 'fukushima'],
      ['theme', 'reconstruction'],
      ['event', 'reception'],
      ['year', '2014'],
      ['country', 'TH'],
      ['programme', 'diplomats-study-tours'],
    ]) {
      await page.goto(at(`/en/search/?${facet}=${value}`));
      expect((await found(page)).count, facet).toBeGreaterThan(0);
      expect(await page.isChecked(`input[name=${facet}][value="${value}"]`)).toBe(true);
    }
  });
});

describe('the search page', () => {
  test('goes back and forward', async () => {
    const page = await open('/en/search/?q=tourism');
    const first = await found(page);
    await page.fill('#q', 'reconstruction');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reconstruction/);
    const second = await found(page);
    await page.goBack();
    await page.waitForURL(/tourism/);
    await page.waitForFunction(
      (count) => document.querySelector('#result-count')?.textContent?.startsWith(String(count)),
      first.count,
    );
    expect(await page.inputValue('#q')).toBe('tourism');
    await page.goForward();
    await page.waitForFunction(
      (count) => document.querySelector('#result-count')?.textContent?.startsWith(String(count)),
      second.count,
    );
    expect(await page.inputValue('#q')).toBe('reconstruction');
  });

  test('asks nothing while an input method composes', async () => {
    const page = await open('/ja/search/');
    await page.focus('#q');
    const client = await page.context().newCDPSession(page);
    for (const text of ['か', 'かん', 'かんこ', 'かんこう']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await page.waitForTimeout(600);
    expect(page.url()).not.toContain('?');
    await client.send('Input.insertText', { text: '観光' });
    await page.waitForURL(/q=%E8%A6%B3%E5%85%89$/);
    expect((await found(page)).count).toBeGreaterThan(2);
  });

  test('is used by keyboard alone', async () => {
    const page = await open('/en/search/');
    await page.focus('#q');
    await page.keyboard.type('Koya');
    await page.keyboard.press('Enter');
    await found(page);
    await page.locator('input[name=type][value=events]').focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/type=events/);
    await found(page);
    await page.locator('#results a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/events\//);
    expect(await page.textContent('h1')).toMatch(/Koya|tour/i);
  });

  test('says when nothing is found and offers a way on', async () => {
    const page = await open('/en/search/?q=zzzqqq');
    expect((await found(page)).count).toBe(0);
    expect(await page.textContent('#result-count')).toMatch(/Nothing was found/);
    await page.click('[data-clear]');
    await page.waitForURL((url) => url.search === '');
  });

  test('shows more on request and keeps the reader’s place', async () => {
    const page = await open('/en/search/?year=2014');
    const { titles } = await found(page);
    expect(titles).toHaveLength(10);
    await page.click('[data-more]');
    await page.waitForFunction(() => document.querySelectorAll('#results li').length > 10);
    expect(await page.evaluate(() => document.activeElement?.closest('#results li') !== null)).toBe(true);
  });

  test('without JavaScript leads to every place and theme', async () => {
    const page = await open('/en/search/', { javaScriptEnabled: false });
    expect(await page.isVisible('form')).toBe(false);
    expect(await page.locator('.browse a[href^="/en/prefectures/"]').count()).toBe(47);
    expect(await page.locator('.browse a[href^="/en/themes/"]').count()).toBeGreaterThan(5);
  });
});
