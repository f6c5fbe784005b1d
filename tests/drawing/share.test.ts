import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { prefectures } from '../../src/data/places.ts';
import { font } from '../../src/drawing/font.ts';
import { missingFrom, packLetters, unpackLetters } from '../../src/drawing/letters.ts';
import { setTitle } from '../../src/drawing/lines.ts';
import { measure, sharePicture, type Share } from '../../src/drawing/share.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages } from '../../src/i18n/languages.ts';
import { placeName } from '../../src/i18n/names.ts';
import { hasSharePicture } from '../../src/queries/paths.ts';
import { titleOf } from '../../src/queries/titles.ts';

const folder = mkdtempSync(join(tmpdir(), 'share-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const share: Share = {
  language: 'ja',
  kicker: '2014年12月4日　和歌山',
  title: '駐日外交団による高野町視察ツアー',
  subject: { ground: 1, prefectures: ['wakayama'], countries: 12, days: ['2014-12-04'] },
};

describe('a picture beside a link', () => {
  test('is a PNG of 1200 by 630 pixels, the same bytes whenever and wherever it is made', async () => {
    const [first, second, other] = await Promise.all([
      sharePicture(share, join(folder, 'first')),
      sharePicture(share, join(folder, 'second')),
      sharePicture({ ...share, title: '高野町' }, join(folder, 'first')),
    ]);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('is made once, and then given without the font', async () => {
    const cache = join(folder, 'kept');
    const made = await sharePicture(share, cache);
    const [name = ''] = readdirSync(cache);
    const { ino } = statSync(join(cache, name));
    vi.resetModules();
    vi.doMock('../../src/drawing/font.ts', () => ({
      font: () => {
        throw new Error('The font was read.');
      },
    }));
    const again = await import('../../src/drawing/share.ts');
    expect(Buffer.from(await again.sharePicture(share, cache)).equals(made)).toBe(true);
    await expect(again.sharePicture({ ...share, title: '別の題' }, cache)).rejects.toThrow('The font was read.');
    vi.doUnmock('../../src/drawing/font.ts');
    expect(readdirSync(cache)).toEqual([name]);
    expect(statSync(join(cache, name)).ino).toBe(ino);
  });

  test('is not made with a character that the font lacks, which is named', async () => {
    await expect(sharePicture({ ...share, title: '地図🗾' }, folder)).rejects.toThrow(/🗾.*地図🗾/);
  });
});

describe('a title', () => {
  const { widthOf } = font();
  const titles = [
    ...readAll(process.cwd())
      .entries.filter(({ type }) => hasSharePicture(type))
      .map((entry) => ({ title: titleOf(entry), language: entry.language })),
    ...languages.flatMap((language) => prefectures.map(({ slug }) => ({ title: placeName(slug, language), language }))),
  ];
  const widthIn = (line: string) => [...line].reduce((sum, character) => sum + widthOf(character), 0);

  test('stands whole in at most four lines, which neither leave their measure nor reach the line of days', () => {
    for (const { title, language } of titles) {
      const { size, lines } = setTitle(title, language, measure, widthOf);
      expect(lines.length, title).toBeLessThanOrEqual(4);
      expect(Math.max(...lines.map(widthIn)) * size, title).toBeLessThanOrEqual(measure);
      expect(118 + lines.length * size * 1.32, title).toBeLessThan(0.79 * 630 - 20);
      expect(lines.join('').replace(/\s/g, '')).toBe(title.replace(/\s/g, ''));
    }
    expect(titles.length).toBeGreaterThan(300);
  });

  test('never begins a line with a mark that ends something, nor ends one with a bracket that opens', () => {
    const lines = titles.flatMap(({ title, language }) => setTitle(title, language, measure, widthOf).lines);
    expect(lines.filter((line) => /^[、。，．・：；！？）」』】ーっゃゅょッャュョ―]|[（「『【]$/.test(line))).toEqual([]);
  });

  test('begins a line after its dash or colon', () => {
    expect(setTitle('名簿を読む――視察に名を連ねた111か国とEU', 'ja', measure, widthOf).lines[0]).toBe('名簿を読む――');
    expect(setTitle('Five Doors: Where They Met', 'en', measure, widthOf).lines[0]).toBe('Five Doors:');
  });

  test.each([
    ['ja', '題'.repeat(120)],
    ['en', 'W'.repeat(120)],
    ['en', 'long words '.repeat(11).trim()],
  ] as const)('%s: one that is too long for four lines of the smallest letters ends with an ellipsis', (language, title) => {
    const { size, lines } = setTitle(title, language, measure, widthOf);
    expect(lines).toHaveLength(4);
    expect(Math.max(...lines.map(widthIn)) * size).toBeLessThanOrEqual(measure);
    if (!title.includes(' ')) expect(lines.at(-1)).toMatch(/…$/);
  });
});

describe('the letters of pictures', () => {
  const { letters } = font();

  test('reach a browser unchanged', () => {
    const codes = [...letters.keys()];
    const unpacked = unpackLetters(packLetters(codes));
    expect(codes.length).toBeGreaterThan(10_000);
    expect(codes.filter((code) => !unpacked.has(code))).toEqual([]);
    expect([0, 0x1f5fe, 0x13000].filter((code) => unpacked.has(code))).toEqual([]);
  });

  test('hold what names are written with, and let pass what is not drawn', () => {
    expect(missingFrom(letters, '𠮷野家の髙﨑さん、葛󠄀城市、Ōita – “Łódź”')).toEqual([]);
    expect(missingFrom(letters, '地図🗾と🗾')).toEqual(['🗾']);
  });
});
