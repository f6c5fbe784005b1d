import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { visitor, walks, walkByKeyboard } from '../../tools/accessibility/keyboard.ts';
import { visit } from '../../tools/accessibility/visit.ts';
import { templates } from '../../tools/templates.ts';
import { site } from './site.ts';

const { open, at } = site();

describe('the Tab key', () => {
  test.each(walks)(
    'reaches everything on every template once, in order, in sight and back, in $language at $width px',
    { timeout: 900_000 },
    async ({ language, width }) => {
      const page = await open(`/${language}/`, visitor(width));
      const faults: string[] = [];
      for (const path of templates) {
        await visit(page, at(''), language, path);
        faults.push(...(await walkByKeyboard(page)).faults.map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});

describe.each(languages)('%s: by keyboard alone', (language) => {
  const focused = (selector: string) => `${selector}:focus-visible`;

  test('the menu opens with Enter and with Space, holds the focus, and Escape gives it back', async () => {
    const page = await open(`/${language}/`, { viewport: { width: 360, height: 800 } });
    const button = page.locator('.bar [popovertarget=menu]');
    for (const key of ['Enter', 'Space']) {
      await button.focus();
      await page.keyboard.press(key);
      await page.locator('#menu').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.locator('#menu :focus').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await page.locator('#menu').isVisible()).toBe(false);
      expect(await page.locator(focused('.bar [popovertarget=menu]')).count()).toBe(1);
    }
    await page.keyboard.press('Enter');
    const link = page.locator('#menu a').last();
    const seen: (string | null)[] = [];
    while (!seen.includes(await link.getAttribute('href'))) {
      await page.keyboard.press('Tab');
      expect(await page.locator('#menu :focus').count(), String(seen)).toBe(1);
      seen.push(await page.locator('#menu :focus').getAttribute('href'));
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${seen.at(-1)}`);
    await page.context().close();
  });

  test('the finder answers to arrows, and keeps the focus where it was', async () => {
    const page = await open(`/${language}/support/`);
    const choice = page.getByRole('combobox', { name: words[language].iWant, exact: true });
    await choice.focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('#fits section').first().waitFor();
    expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).searchParams.get('need')).toBe(await choice.inputValue());
    await page.context().close();
  });

  test('the table of a chart opens and closes, and takes the focus while it is open', async () => {
    const page = await open(`/${language}/about/design/`, { viewport: { width: 360, height: 800 } });
    const part = page.locator('main details').first();
    await part.locator('summary').focus();
    await page.keyboard.press('Enter');
    const table = part.locator('[tabindex="0"]');
    expect(await table.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await table.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await table.isVisible()).toBe(false);
    await page.context().close();
  });

  test('a prefecture of the tile map is reached and opened', async () => {
    const page = await open(`/${language}/regions/`);
    const tile = page.locator(`svg a[href="/${language}/prefectures/okinawa/"]`);
    await tile.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await tile.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${language}/prefectures/okinawa/`);
    await page.context().close();
  });
});
