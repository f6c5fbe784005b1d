import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { axe, lookBeside, widths } from '../../tools/accessibility/axe.ts';
import { visit } from '../../tools/accessibility/visit.ts';
import { templates } from '../../tools/templates.ts';
import { site } from './site.ts';

const { open, at } = site();

describe.each(languages)('%s', (language) => {
  test.each(widths)(
    'every template has no violation of axe in any colours, and none of the policy, at %i px',
    async (width) => {
      const page = await open(`/${language}/`, { viewport: { width, height: 900 } });
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      for (const path of templates) {
        await visit(page, at(''), language, path);
        for (const look of ['light', lookBeside[`${language} ${width}`]] as const)
          faults.push(...(await axe(page, look)).faults.map((fault) => `${path} ${fault}`));
      }
      expect(faults).toEqual([]);
      // Axe walks every element of every page: minutes, where other work shares the machine.
    },
    600_000,
  );

  test('the menu opens without JavaScript at 360 px', async () => {
    const page = await open(`/${language}/`, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
    const link = page.locator(`#menu a[href="/${language}/programmes/"]`);
    expect(await link.isVisible()).toBe(false);
    await page.click('[popovertarget=menu]');
    expect(await link.isVisible()).toBe(true);
    await link.click();
    await page.waitForURL(/\/programmes\//);
  });

  test('lines stay within the measure', async () => {
    const page = await open(`/${language}/articles/koya-in-december/`);
    const measured = await page
      .locator('.prose > p')
      .first()
      .evaluate((paragraph) => {
        const style = getComputedStyle(paragraph);
        const size = parseFloat(style.fontSize);
        return { em: paragraph.clientWidth / size, leading: parseFloat(style.lineHeight) / size };
      });
    expect(measured.em).toBeLessThanOrEqual(40);
    expect(measured.leading).toBeGreaterThanOrEqual(1.65);
    if (language === 'ja') expect(measured.leading).toBeGreaterThanOrEqual(1.7);
  });
});

describe('languages', () => {
  test('each page leads to itself in the other language and back', async () => {
    const page = await open('/ja/articles/koya-in-december/');
    await page.click('header a[hreflang=en]');
    expect(new URL(page.url()).pathname).toBe('/en/articles/koya-in-december/');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.click('header a[hreflang=ja]');
    expect(new URL(page.url()).pathname).toBe('/ja/articles/koya-in-december/');
  });

  test('the first page offers both, without JavaScript', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.click('text=日本語');
    expect(new URL(page.url()).pathname).toBe('/ja/');
  });

  test('a path that does not exist is answered in both', async () => {
    const page = await open('/ja/nothing/');
    expect(await page.textContent('h1')).toBe('ページが見つかりません');
    expect(await page.textContent('h2')).toBe('Page not found');
  });
});

test('a reader with a keyboard comes to the text first', async () => {
  const page = await open('/en/articles/koya-in-december/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Skip to the main text');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
});

test('a note stands beside its place on a wide screen, and after the text on a narrow one', async () => {
  const page = await open('/ja/articles/koya-in-december/', { viewport: { width: 1280, height: 900 } });
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not shown.`);
    return box;
  };
  const last = '.prose > p:nth-last-of-type(1)';
  const [place, note, text] = [await boxOf('#fnref-1'), await boxOf('#fn-1'), await boxOf('.prose > p')];
  expect(Math.abs(note.y - place.y)).toBeLessThan(40);
  expect(note.x + note.width).toBeLessThan(text.x);
  await page.setViewportSize({ width: 360, height: 800 });
  expect((await boxOf('#fn-1')).y).toBeGreaterThan((await boxOf(last)).y);
});

test('readings can be put away without a script', async () => {
  const page = await open('/ja/articles/koya-in-december/', { javaScriptEnabled: false });
  const reading = page.locator('.prose rt').first();
  expect(await reading.isVisible()).toBe(true);
  await page.getByRole('checkbox', { name: words.ja.furigana }).uncheck();
  expect(await reading.isVisible()).toBe(false);
});

test('an article loads no script and nothing moves while it does', async () => {
  const page = await open('/');
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto(at('/ja/articles/koya-in-december/'));
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 1000);
      }),
  );
  expect(scripts).toEqual([]);
  expect(shift).toBe(0);
});
