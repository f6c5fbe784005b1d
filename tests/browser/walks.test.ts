/** What readers come for, from the front page to the answer: with JavaScript and without, in both languages. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { prefectures, regions } from '../../src/data/places.ts';
import { countryName, placeName, shortPlaceName } from '../../src/i18n/names.ts';
import { languages } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { audiences, needs } from '../../src/model/types/programmes.ts';
import { site } from './site.ts';

const { open, at } = site();

const follow = async (page: Page, name: string, within = 'main') => {
  await page.locator(within).getByRole('link', { name }).first().click();
  await page.waitForLoadState();
};

/** How many sheets of A4 a page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
}

describe.each(languages.flatMap((language) => [true, false].map((javaScriptEnabled) => ({ language, javaScriptEnabled }))))(
  'in $language, JavaScript: $javaScriptEnabled',
  ({ language, javaScriptEnabled }) => {
    const t = words[language];

    test('a diplomat finds the links of France, and a prefecture’s briefing to print', async () => {
      const page = await open(`/${language}/`, { javaScriptEnabled });
      await follow(page, t.standing.countries);
      await follow(page, countryName('FR', language));
      expect(await page.textContent('h1')).toContain(countryName('FR', language));
      expect(await page.locator('figure svg circle').count()).toBe(1);
      await follow(page, placeName('yamanashi', language));
      expect(new URL(page.url()).pathname).toBe(`/${language}/prefectures/yamanashi/`);
      expect(await page.textContent('main')).toContain(countryName('FR', language));
      expect(await sheets(page)).toBeLessThanOrEqual(2);
      await page.context().close();
    });

    test('an official of a town in Shimane finds who helps to sell food abroad, past cases and how to apply', async () => {
      const page = await open(`/${language}/`, { javaScriptEnabled });
      await follow(page, t.standing.support, 'header');
      if (javaScriptEnabled) {
        const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
        await choice(t.iWant).selectOption({ label: needs['sell-products'][language] });
        await choice(t.iAm).selectOption({ label: audiences.municipality[language] });
        await choice(t.myPrefecture).selectOption({ label: placeName('shimane', language) });
        await page.locator('#fits section').first().waitFor();
        const { searchParams } = new URL(page.url());
        expect(Object.fromEntries(searchParams)).toEqual({ need: 'sell-products', who: 'municipality', prefecture: 'shimane' });
        // Cases of Shimane come before those of its region, these before those of other towns, and each says why.
        const order = [t.near.prefecture, t.near.region, t.near.audience, ''];
        for (const list of await page.locator('#fits .cases').all()) {
          const near = await list.locator('.near').allTextContents();
          expect(near).toEqual(near.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
          const own = list.locator('[data-prefectures~=shimane]');
          expect(near.filter((words) => words === t.near.prefecture)).toHaveLength(await own.count());
        }
        expect(await page.locator('#fits [data-prefectures~=shimane]').count()).toBeGreaterThan(0);
        const answer = await page.locator('#fits').innerText();
        await page.reload();
        await page.locator('#fits section').first().waitFor();
        expect(await page.locator('#fits').innerText()).toBe(answer);
      } else {
        await follow(page, needs['sell-products'][language]);
        await follow(page, audiences.municipality[language]);
        expect(await page.locator('#fits .near').allTextContents()).toContain(t.near.audience);
      }
      const fits = page.locator('#fits section');
      expect(await fits.count()).toBeGreaterThan(1);
      expect(await fits.first().innerText()).toContain(t.application);
      expect(await page.locator('#fits .cases a').count()).toBeGreaterThan(0);
      await fits.first().getByRole('link').first().click();
      await page.waitForURL(/\/programmes\//);
      expect(await page.textContent('main dl')).toContain(t.application);
      expect(await page.locator('.register tbody tr').count()).toBeGreaterThan(0);
      await page.context().close();
    });
  },
);

describe.each(languages)('in %s', (language) => {
  const t = words[language];

  test('a register is sorted where it stands', async () => {
    const page = await open(`/${language}/programmes/iikura-receptions/`);
    const rows = page.locator('.register tbody tr:visible');
    const dates = () => rows.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    const all = await dates();
    expect(all).toEqual(all.toSorted().reverse());
    await page.locator('.register').getByRole('button', { name: t.date, exact: true }).click();
    expect(await dates()).toEqual(all.toSorted());
    expect(await page.locator('.register th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.locator('.register').getByRole('button', { name: t.attendance, exact: true }).click();
    await page.locator('.register').getByRole('button', { name: t.attendance, exact: true }).click();
    const people = await rows.evaluateAll((found) => found.map((row) => Number((row as HTMLElement).dataset['people'])));
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    expect(people[0]).toBeGreaterThan(100);
    await page.context().close();
  });

  test.each(['/programmes/iikura-receptions/', '/events/', '/events/2024/'])(
    'the events of %s are narrowed where they stand, and the address keeps it',
    async (path) => {
      const whole = await open(`/${language}${path}`, { javaScriptEnabled: false });
      const all = await whole.locator('[data-event]:visible').count();
      expect(await whole.getByRole('combobox').count()).toBe(0);
      await whole.context().close();

      const page = await open(`/${language}${path}`);
      const rows = page.locator('[data-event]:visible');
      const counted = page.locator('main [role=status]');
      expect(await counted.textContent()).toBe(t.shownOf(String(all), String(all)));
      await page.getByRole('combobox', { name: t.facets.prefecture, exact: true }).selectOption('fukushima');
      const shown = await rows.count();
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(all);
      for (const row of await rows.all()) expect(await row.getAttribute('data-prefecture')).toContain('fukushima');
      expect(await counted.textContent()).toBe(t.shownOf(String(shown), String(all)));
      expect(new URL(page.url()).search).toBe('?prefecture=fukushima');
      await page.reload();
      expect(await rows.count()).toBe(shown);
      await page.getByRole('combobox', { name: t.facets.prefecture, exact: true }).selectOption('');
      expect(await rows.count()).toBe(all);
      expect(new URL(page.url()).search).toBe('');
      await page.context().close();
    },
  );

  test('every prefecture is a briefing of one or two sheets', { timeout: 600_000 }, async () => {
    const page = await open(`/${language}/`);
    const long: string[] = [];
    for (const { slug } of prefectures) {
      await page.goto(at(`/${language}/prefectures/${slug}/`));
      const count = await sheets(page);
      if (count > 2) long.push(`${slug}: ${count}`);
    }
    expect(long).toEqual([]);
    await page.context().close();
  });

  test('each region leads to its prefectures, and counts their cases by programme', async () => {
    const page = await open(`/${language}/regions/`, { javaScriptEnabled: false });
    for (const { slug } of regions)
      expect(await page.locator(`main a[href="/${language}/regions/${slug}/"]`).count()).toBeGreaterThan(0);
    const cell = page
      .locator('table tr', { hasText: shortPlaceName('fukushima', language) })
      .locator('td')
      .first();
    expect(Number(await cell.textContent())).toBeGreaterThan(0);
    await page.context().close();
  });
});
