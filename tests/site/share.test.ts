import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { settings } from '../../settings.ts';
import { prefectures } from '../../src/data/places.ts';
import { sharePicture } from '../../src/drawing/share.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages } from '../../src/i18n/languages.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { entryPath, prefecturePath, sharedTypes, sharePath, siteSharePath } from '../../src/queries/paths.ts';
import { prefectureShare, shareOf, siteShare } from '../../src/queries/share.ts';
import { dist, files, pages, pagesIn } from './pages.ts';

const library = makeLibrary(readAll(process.cwd()).entries);

/** Every picture that there should be: the page that names it, its address, and what it shows. */
const pictures = languages.flatMap((language) => [
  { page: `/${language}/`, path: siteSharePath(language), share: siteShare(library, language) },
  ...prefectures.map(({ slug }) => ({
    page: prefecturePath(language, slug),
    path: sharePath(language, 'prefectures', slug),
    share: prefectureShare(library, slug, language),
  })),
  ...sharedTypes.flatMap((type) =>
    library.written(type, language).map((entry) => ({
      page: entryPath(language, type, entry.slug),
      path: sharePath(language, type, entry.slug),
      share: shareOf(library, type, entry.slug, language),
    })),
  ),
]);

const named = (page: string, property: string) =>
  pages
    .find(({ path }) => path === page)
    ?.root.querySelector(`meta[property="${property}"]`)
    ?.getAttribute('content');

describe('the pictures beside links', () => {
  test('are there for every entry that has one, in its language, and no others', () => {
    const built = files.filter((file) => file.startsWith('/og/'));
    expect(built).toEqual(pictures.map(({ path }) => path).sort());
    expect(built.length).toBeGreaterThan(300);
  });

  test('are named by their pages, with their size and words for those who do not see them', () => {
    for (const { page, path, share } of pictures) {
      expect(named(page, 'og:image')).toBe(settings.baseUrl + path);
      expect([named(page, 'og:image:width'), named(page, 'og:image:height')], page).toEqual(['1200', '630']);
      expect(named(page, 'og:image:alt'), page).toContain(share.title);
    }
    for (const language of languages) {
      const others = pagesIn(language).filter(({ path }) => !pictures.some(({ page }) => page === path));
      for (const { path } of others) expect(named(path, 'og:image'), path).toBe(settings.baseUrl + siteSharePath(language));
    }
  });

  test('are PNGs of 1200 by 630 pixels within 60 KB', async () => {
    for (const { path } of pictures) {
      expect(await sharp(join(dist, path)).metadata(), path).toMatchObject({ format: 'png', width: 1200, height: 630 });
      expect(statSync(join(dist, path)).size, path).toBeLessThanOrEqual(60 * 1024);
    }
  });

  test('were kept: asked for again, none is made and each has the same bytes', async () => {
    const kept = () => readdirSync('.cache/share').length;
    const before = kept();
    for (const { path, share } of pictures) {
      expect((await readFile(join(dist, path))).equals(await sharePicture(share)), path).toBe(true);
    }
    expect(kept()).toBe(before);
  });
});
