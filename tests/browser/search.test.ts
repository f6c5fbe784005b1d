import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { prefectures } from '../../src/data/places.ts';
import { languages } from '../../src/i18n/languages.ts';
import { namesOfPrefecture, phrasings } from '../search/asked.ts';
import { site } from './site.ts';

const { open, at } = site();

/** The number that the page tells, and the titles that it shows, once it has answered. */
async function found(page: Page): Promise<{ count: number; titles: string[] }> {
  const status = page.locator('#result-count p').first();
  await page.waitForFunction(() =>
    /\d.*found|\d.*見つかりました|見つかりませんでした|Nothing/.test(
      document.querySelector('#result-count p')?.textContent ?? '',
    ),
  );
  const sentence = (await status.textContent()) ?? '';
  return { count: Number(/\d+/.exec(sentence)?.[0] ?? 0), titles: await page.locator('#results .title').allTextContents() };
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
      .locator('#results .title')
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

/** Asks in the page as a reader does, and gives the addresses of what is shown. */
async function ask(page: Page, q: string): Promise<string[]> {
  await page.fill('#q', q);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (asked) => new URLSearchParams(location.search).get('q') === asked && !document.querySelector('#results[aria-busy]'),
    q,
  );
  return page.locator('#results .title').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
}

describe.each(languages)('the real page answers what readers ask (%s)', (language) => {
  test('every prefecture comes first by each of its names', async () => {
    const page = await open(`/${language}/search/`);
    for (const prefecture of prefectures) {
      for (const name of namesOfPrefecture(prefecture)) {
        expect((await ask(page, name))[0], name).toBe(`/${language}/prefectures/${prefecture.slug}/`);
      }
    }
  }, 300_000);

  test('every theme and programme is among the ten of both ways to ask for it', async () => {
    const page = await open(`/${language}/search/`);
    for (const [path, asked] of Object.entries(phrasings[language])) {
      for (const q of asked) expect(await ask(page, q), q).toContain(`/${language}/${path}/`);
    }
  }, 120_000);
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

  test('are counted before anything is asked, and nothing of the index is fetched until a reader turns to the form', async () => {
    const page = await open('/en/search/');
    const fetched: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/pagefind/')) fetched.push(pathname);
    });
    const counts = () => page.locator('.facets label:not([hidden]) .count').allTextContents();
    const built = await counts();
    expect(built.length).toBeGreaterThan(70);
    expect(fetched).toEqual([]);
    await page.fill('input[name=q]', 'tea');
    await found(page);
    expect(fetched.length).toBeGreaterThan(2);
    expect(await counts()).not.toEqual(built);
    await page.fill('input[name=q]', '');
    await expect.poll(counts).toEqual(built);
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
    await page.locator('#results .title').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/events\//);
    expect(await page.textContent('h1')).toMatch(/Koya|tour/i);
  });

  test('says when nothing is found and offers a way on', async () => {
    const page = await open('/en/search/?q=zzzqqq&theme=tourism');
    expect((await found(page)).count).toBe(0);
    expect(await page.textContent('#result-count')).toMatch(/Nothing was found/);
    await page.click('[data-clear]');
    await page.waitForURL((url) => url.search === '?q=zzzqqq');
  });

  test('shows more on request and keeps the reader’s place', async () => {
    const page = await open('/en/search/?year=2014');
    const { titles } = await found(page);
    expect(titles).toHaveLength(10);
    await page.click('#results .more');
    await page.waitForFunction(() => document.querySelectorAll('#results .title').length > 10);
    expect(await page.evaluate(() => document.activeElement?.closest('#results li') !== null)).toBe(true);
    expect(await page.textContent('#result-count')).toMatch(/^(\d+) of \1 are shown/);

    const last = page.locator('#results .title').nth(11);
    await last.scrollIntoViewIfNeeded();
    const title = await last.textContent();
    await last.click();
    await page.waitForURL(/\/en\/(?!search)/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#results .title').length > 10);
    await expect
      .poll(() =>
        page
          .getByText(title ?? '', { exact: true })
          .first()
          .isVisible(),
      )
      .toBe(true);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
  });

  test('without JavaScript leads to every place and theme', async () => {
    const page = await open('/en/search/', { javaScriptEnabled: false });
    expect(await page.isVisible('form')).toBe(false);
    expect(await page.locator('.browse a[href^="/en/prefectures/"]').count()).toBe(47);
    expect(await page.locator('.browse a[href^="/en/themes/"]').count()).toBeGreaterThan(5);
  });

  test('shows nothing of an older question after a newer one', async () => {
    const page = await open('/en/search/');
    await page.focus('#q');
    await page.keyboard.type('reconstruction', { delay: 15 });
    await page.fill('#q', 'Koya');
    await page.waitForURL(/q=Koya$/);
    const { titles } = await found(page);
    expect(titles.every((title) => !/Reconstruction/.test(title) || /Koya/.test(title))).toBe(true);
  });

  test('says how each wider hit was found, and names the page that is meant', async () => {
    const page = await open('/ja/search/?q=ひろしま');
    const { titles } = await found(page);
    expect(titles[0]).toBe('広島県');
    expect(await page.textContent('#result-count')).toMatch(/そのとおりに書かれたものはありません/);
    expect(await page.locator('#results .manner').count()).toBe(titles.length);
    const named = page.locator('.named li').first();
    expect(await named.locator('a').getAttribute('href')).toBe('/ja/prefectures/hiroshima/');
    await named.locator('button').click();
    await page.waitForURL((url) => url.search === '?prefecture=hiroshima');
    expect((await found(page)).count).toBeGreaterThan(2);
  });

  test('choices stand as chips that take them back, with the focus kept', async () => {
    const page = await open('/ja/search/?q=視察&type=events&prefecture=chiba&from=2014-01-01');
    const before = await found(page);
    const chips = page.locator('.chips button');
    expect(await chips.allTextContents()).toEqual(['行事', '千葉', '2014-01-01から']);
    await chips.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('prefecture'));
    await expect.poll(async () => (await found(page)).count).toBeGreaterThan(before.count);
    expect(await page.evaluate(() => document.activeElement?.closest('.chips') !== null)).toBe(true);
  });

  test('sorts by date, narrows by dates and groups by type, all in the URL', async () => {
    const page = await open('/en/search/?q=tour&type=events');
    await found(page);
    await page.selectOption('select[name=sort]', 'date');
    await page.waitForURL(/sort=date/);
    await page.fill('input[name=from]', '2018-01-01').catch(async () => {
      await page.locator('summary', { hasText: 'Period' }).click();
      await page.fill('input[name=from]', '2018-01-01');
    });
    await page.waitForURL(/from=2018-01-01/);
    await found(page);
    const years = (await page.locator('#results .date').allTextContents()).map((text) => Number(/\d{4}/.exec(text)?.[0]));
    expect(years.length).toBeGreaterThan(3);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2018);
    await page.goto(at('/en/search/?q=tour&by=type'));
    await found(page);
    expect(await page.locator('#results h3').count()).toBeGreaterThan(3);
    await page.locator('#results .of-type a', { hasText: 'See all' }).first().click();
    await page.waitForURL(/type=/);
  });

  test('leads to headings within a page', async () => {
    const page = await open('/ja/search/?q=地方連携フォーラム&type=articles');
    await found(page);
    const link = page.locator('#results .sections a').first();
    const heading = (await link.textContent()) ?? '';
    await link.click();
    await page.waitForURL(/\/articles\/.+#./);
    expect(await page.locator(':target').textContent()).toContain(heading);
  });

  test.each([
    ['/ja/search/?q=姉妹都氏', /もしかして/, /q=%E5%A7%89%E5%A6%B9%E9%83%BD%E5%B8%82$/],
    ['/en/search/?q=tourizm', /Did you mean/, /q=tourism$/i],
    ['/ja/search/?q=飯倉公館&type=notices', /条件を外して/, /q=%E9%A3%AF%E5%80%89%E5%85%AC%E9%A4%A8$/],
    ['/en/search/?q=仲見世', /Search the pages in Japanese/, /ja\/search/],
  ])('%s offers what is near, with its number', async (path, title, url) => {
    const page = await open(path);
    await found(page);
    const offer = page.locator('#results .offer', { hasText: title }).first();
    const link = offer.locator('a').first();
    const promised = Number(/(\d+)[^\d]*$/.exec((await link.textContent()) ?? '')?.[1]);
    await link.click();
    await page.waitForURL(url);
    expect((await found(page)).count).toBe(promised);
  });
});

describe('the search field of every page', () => {
  test('works without JavaScript', async () => {
    const page = await open('/ja/events/', { javaScriptEnabled: false });
    await page.fill('#site-q', '観光');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ja\/search\/\?q=%E8%A6%B3%E5%85%89$/);
  });

  test('is on articles too, with the browser’s own list and no script', async () => {
    const page = await open('/en/articles/koya-in-december/');
    expect(await page.locator('#site-q-names option').count()).toBeGreaterThan(70);
    expect(await page.locator('script[src]').count()).toBe(0);
    await page.fill('#site-q', 'Koya');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/search\/\?q=Koya$/);
    expect((await found(page)).count).toBeGreaterThan(2);
  });

  test.each([
    ['ja', 'ひろし', '広島県'],
    ['ja', 'hirosi', '広島県'],
    ['ja', '広', '広島県'],
    ['ja', 'しまい', '姉妹都市'],
    ['en', 'hiro', 'Hiroshima Prefecture'],
    ['en', '観', 'Tourism'],
    ['en', 'iikura', 'Receptions co-hosted at the Iikura Guest House'],
  ])('%s: suggests for %s', async (language, typed, suggestion) => {
    const page = await open(`/${language}/events/`);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.waitForTimeout(200);
    expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.focus('#site-q');
    await page.keyboard.insertText(typed);
    await page.waitForSelector('#site-q-list li');
    const options = await page.locator('#site-q-list li').allTextContents();
    expect(options.some((option) => option.startsWith(suggestion))).toBe(true);
    expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([`/pagefind/${language}/names.json`]);
  });

  test('is used by keyboard: down, Enter to the page; Escape closes; Enter alone searches', async () => {
    const page = await open('/ja/events/');
    await page.focus('#site-q');
    await page.keyboard.insertText('ひろしま');
    await page.waitForSelector('#site-q-list li');
    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('#site-q', 'aria-activedescendant');
    expect(await page.getAttribute(`#${active ?? ''}`, 'aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#site-q-list')).toBe(false);
    expect(await page.inputValue('#site-q')).toBe('ひろしま');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ja\/search\/\?q=/);
    await page.goBack();
    await page.fill('#site-q', '');
    await page.focus('#site-q');
    await page.keyboard.insertText('広島');
    await page.waitForSelector('#site-q-list li');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ja/prefectures/hiroshima/');
  });

  test('suggests nothing while an input method composes', async () => {
    const page = await open('/ja/events/');
    await page.focus('#site-q');
    const client = await page.context().newCDPSession(page);
    for (const text of ['ひ', 'ひろ', 'ひろし', 'ひろしま']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await page.waitForTimeout(400);
    expect(await page.isVisible('#site-q-list')).toBe(false);
    await client.send('Input.insertText', { text: '広島' });
    await page.waitForSelector('#site-q-list li');
  });
});

test.each([
  ['/ja/prefectures/wakayama/', 'prefecture=wakayama'],
  ['/en/themes/tourism/', 'theme=tourism'],
  ['/ja/programmes/diplomats-study-tours/', 'programme=diplomats-study-tours'],
  ['/en/countries/th/', 'country=TH'],
  ['/en/regions/tohoku/', 'region=tohoku'],
])('%s searches within itself', async (path, choice) => {
  const page = await open(path, { javaScriptEnabled: false });
  await page.fill('#within-q', 'reception');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.search === `?${choice}&q=reception`);
});
