/** What of a site has to be examined again where the one before it has passed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../settings.ts';
import type { Digests } from '../../src/digests.ts';
import { textPath, type Reading } from '../../src/entries/entry.ts';
import { isLanguage, languages } from '../../src/i18n/languages.ts';
import { codeDigest, digest, keepFile, keptFile } from '../../src/kept.ts';
import { inLanguage } from '../../src/queries/paths.ts';
import { changedIn, missingIn, type Digested } from '../../src/rebuild/folder.ts';
import { pathOf, readPage } from './page.ts';
import { fileAt, isPage, isSitemap, type Site } from './site.ts';

type Draft = Reading['drafts'][number];

/** A site that has passed, and what the new one has otherwise; files by their paths from the folder: `/ja/index.html`. */
export interface Past {
  readonly folder: string;
  /** Files that are new or hold something else. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** The pages and files to examine. */
export interface Fresh {
  readonly pages: ReadonlySet<string>;
  readonly files: readonly string[];
}

/** More of what is gone than this is not looked for page by page: everything is examined. */
const most = 200;

/**
 * The pages that have changed, the other versions of those that have come or gone, and every page that names something that is
 * gone. All of the site where too much is.
 */
export function freshSince(site: Site, past: Past): Fresh {
  const { changed, removed } = past;
  const pages = new Set(changed.filter(isPage).map(pathOf));
  // No page names a piece of the search's index.
  const named = removed.filter((file) => !file.startsWith('/pagefind/'));
  const gone = [...named.map(pathOf), ...[...pages].flatMap((path) => lostAnchors(site, past, path))];
  if (gone.length > most) return { pages: site.paths, files: site.files };
  const come = [...pages].filter((path) => !existsSync(join(past.folder, fileAt(path))));
  for (const path of [...come, ...removed.filter(isPage).map(pathOf)]) {
    const versions = isLanguage(path.split('/')[1]) ? languages.map((language) => inLanguage(path, language)) : [];
    for (const version of versions) if (site.paths.has(version)) pages.add(version);
  }
  if (gone.length > 0) {
    for (const path of site.paths) {
      if (pages.has(path)) continue;
      const html = readFileSync(join(site.folder, fileAt(path)));
      if (gone.some((address) => html.includes(address))) pages.add(path);
    }
  }
  return { pages, files: changed };
}

/** The addresses within a page that the page of before had and this one has not. */
function lostAnchors(site: Site, { folder }: Past, path: string): string[] {
  const file = join(folder, fileAt(path));
  if (!existsSync(file)) return [];
  const { ids } = site.page(path);
  const lost = [...readPage(fileAt(path), readFileSync(file, 'utf8')).ids].filter((id) => !ids.has(id));
  return lost.flatMap((id) => [`${path}#${id}`, `${path}#${encodeURIComponent(id)}`]);
}

/** Where a site is noted that has passed, and the last of them that was published. */
export const notes = { passed: 'passed.json', published: 'published.json' } as const;

/** What is noted of a site that has passed. */
export interface Note {
  /** Digest of what examined it. */
  readonly ground: string;
  /** Digest of the drafts that it was searched for. */
  readonly drafts: string;
  /** The digest of each of its files, by its path from the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** The addresses that give something else than in the site before it, or nothing any more: `/ja/articles/`. */
  readonly changed: readonly string[];
}

/** Two sites: of the first, which lies in a folder, what is known of its files. */
export interface Change {
  readonly folder: string;
  readonly before: Digested;
  readonly after: Digested;
}

/** Notes in a file that the second site has passed. */
export function notePassed(file: string, root: string, { before, after }: Change, drafts: readonly Draft[]): void {
  const changed = [...changedIn(before, after), ...missingIn(before, after)].map((path) => pathOf(`/${path}`));
  const note: Note = {
    ground: groundOf(root),
    drafts: digestOfDrafts(root, drafts),
    files: Object.fromEntries([...after].map(([path, { digest: own }]) => [path, own])),
    changed: changed.sort(),
  };
  keepFile(file, JSON.stringify(note));
}

/** What is noted in a file of a site that has passed; undefined where nothing is. */
export function noteIn(file: string): Note | undefined {
  const kept = keptFile(file);
  return kept && (JSON.parse(kept.toString('utf8')) as Note);
}

/** The files of a site of which there is a note. */
export function filesOf({ files }: Note): Digested {
  return new Map(Object.entries(files).map(([path, own]) => [path, { digest: own }]));
}

/**
 * What the second site has otherwise than the first; undefined where that one has not passed by these means, in search of these drafts,
 * or is no longer what it was: what is asked of it is looked up in its folder.
 */
export function pastOf(
  note: Note | undefined,
  root: string,
  { folder, before, after }: Change,
  drafts: readonly Draft[],
  digests: Digests,
): Past | undefined {
  if (note?.ground !== groundOf(root) || note.drafts !== digestOfDrafts(root, drafts)) return undefined;
  const [changed, removed] = [changedIn(before, after), missingIn(before, after)];
  const asked = new Set([...changed, ...removed, ...[...before.keys()].filter(isSitemap)]);
  const isAsItWas = (path: string) => digests.of(join(folder, path))?.digest === before.get(path)?.digest;
  if (![...asked].every(isAsItWas)) return undefined;
  const inSite = (path: string) => `/${path}`;
  return { folder, changed: changed.map(inSite), removed: removed.map(inSite) };
}

/** What decides the verdict on a page besides its site: all code, the packages and the settings. */
function groundOf(root: string): string {
  return digest([JSON.stringify(settings), codeDigest(['settings.ts', 'src', 'tools/audit'], root)]);
}

function digestOfDrafts(root: string, drafts: readonly Draft[]): string {
  return digest(drafts.map(({ type, slug, language }) => readFileSync(join(root, textPath(type, slug, language)), 'utf8')));
}
