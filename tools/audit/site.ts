/** A built site as the audit sees it: its files and what its pages say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isLanguage, type Language } from '../../src/i18n/languages.ts';
import { cutLoose } from '../../src/lasting.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { entryPath } from '../../src/queries/paths.ts';
import { pathOf, readPage, type Page } from './page.ts';
import { redirectsIn } from '../headers.ts';

export interface Site {
  readonly folder: string;
  /** Every file by its path from there: `/ja/index.html`. Sorted. */
  readonly files: readonly string[];
  /** True for one of them. */
  has(file: string): boolean;
  /** The paths of all pages for readers, the newsroom's apart: `/ja/`. */
  readonly paths: ReadonlySet<string>;
  /** The page at one of them, read anew each time: of ten thousand, none is held. */
  page(path: string): Page;
  /** The anchors of a page or a drawing by its path; none where it does not exist. */
  idsAt(path: string): ReadonlySet<string>;
  /** Former address → where it leads. */
  readonly redirects: ReadonlyMap<string, string>;
  /** The paths that the sitemap lists. */
  readonly listed: readonly string[];
}

/** The file of a page by its path, and of anything else. */
export function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** True for a page that is for readers. */
export function isPage(file: string): boolean {
  return file.endsWith('.html') && !file.startsWith('/admin/');
}

/** Opens the built site in a folder. */
export function readSite(folder: string): Site {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return openSite(
    folder,
    found.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

/** As `readSite`, of which the files are known, by their paths from the folder: `ja/index.html`. */
export function openSite(folder: string, found: readonly string[]): Site {
  const files = found.map((path) => `/${path}`).sort();
  const known = new Set(files);
  const paths = new Set(files.filter(isPage).map(pathOf));
  const page = (path: string) => readPage(fileAt(path), readFileSync(join(folder, fileAt(path)), 'utf8'));
  const ids = new Map<string, ReadonlySet<string>>();
  return {
    folder,
    files,
    has: (file) => known.has(file),
    paths,
    page,
    idsAt: (path) => {
      const own = ids.get(path) ?? new Set([...(known.has(fileAt(path)) ? page(path).ids : [])].map(cutLoose));
      ids.set(path, own);
      return own;
    },
    redirects: redirectsIn(folder),
    listed: listedIn(folder),
  };
}

/** True for a file that is a part of the sitemap. */
export function isSitemap(file: string): boolean {
  return /^sitemap-\d+\.xml$/.test(file);
}

/** The paths that the sitemap of the site in a folder lists. */
export function listedIn(folder: string): string[] {
  const files = readdirSync(folder).filter(isSitemap);
  return files.sort().flatMap((file) => pathsIn(readFileSync(join(folder, file), 'utf8')));
}

/**
 * The entry whose page a path is by its shape, whether there is one or not; undefined for any other page. A prefecture has its page
 * without an entry, and a year of events is none: a slug never looks like a year.
 */
export function entryAt(
  path: string,
): { readonly language: Language; readonly type: TypeName; readonly slug: string } | undefined {
  const [, language, type = '', slug] = /^\/([^/]+)\/([^/]+)\/([^/]+)\/$/.exec(path) ?? [];
  if (!isLanguage(language) || !isType(type) || slug === undefined || type === 'prefectures') return undefined;
  const isEntry = entryPath(language, type, slug) === path && !(type === 'events' && /^\d{4}$/.test(slug));
  return isEntry ? { language, type, slug } : undefined;
}

function isType(name: string): name is TypeName {
  return Object.hasOwn(contentTypes, name);
}

/** The public paths that a sitemap lists. */
function pathsIn(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
}
