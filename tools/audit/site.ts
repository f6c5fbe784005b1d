/** A built site as the audit sees it: its files and what its pages say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage, type Language } from '../../src/i18n/languages.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { entryPath } from '../../src/queries/paths.ts';
import { readPage, type Page } from './page.ts';
import { redirectsIn } from '../headers.ts';

export interface Site {
  readonly folder: string;
  /** Every file by its path from there: `/ja/index.html`. Sorted. */
  readonly files: readonly string[];
  /** Every page for readers by its path, the newsroom's apart. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Former address → where it leads. */
  readonly redirects: ReadonlyMap<string, string>;
  /** The paths that the sitemap lists. */
  readonly listed: readonly string[];
}

/** Reads a built site. */
export function readSite(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const pages = files
    .filter((file) => file.endsWith('.html') && !file.startsWith('/admin/'))
    .map((file) => readPage(file, read(file)));
  return {
    folder,
    files,
    pages: new Map(pages.map((page) => [page.path, page])),
    redirects: redirectsIn(folder),
    listed: files.filter((file) => /^\/sitemap-\d+\.xml$/.test(file)).flatMap((file) => pathsIn(read(file))),
  };
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
