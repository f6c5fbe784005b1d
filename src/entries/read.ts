/** Entries from the files under `content/`, and every problem of each. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { keep, textOf } from '../body/store.ts';
import { font } from '../drawing/font.ts';
import { languages } from '../i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Problem } from '../model/refusal.ts';
import { isSlug } from '../model/spelling.ts';
import type { Files } from './check.ts';
import { contentFolder, pathOf, readFiles, textName, type Entry, type EntryFiles, type Reading } from './entry.ts';

/** An entry that lies on disk. */
export interface StoredEntry<T extends TypeName = TypeName> extends Entry<T> {
  /** Changes with any byte of the entry, whichever language it is in. */
  readonly digest: string;
}

/** Reads every entry of every type below `root`. */
export function readAll(root: string): Reading<StoredEntry> {
  return joined(typeNames.map((type) => readType(root, type)));
}

/** Reads every entry of a type, in the order of their slugs. */
export function readType(root: string, type: TypeName): Reading<StoredEntry> {
  const folder = join(root, contentFolder, type);
  if (!existsSync(folder)) return { entries: [], drafts: [], problems: [] };
  const found = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return joined(found.map((file) => readNamed(root, type, file)));
}

function readNamed(root: string, type: TypeName, file: Dirent): Reading<StoredEntry> {
  const inFolder = contentTypes[type].storage === 'folder';
  const slug = inFolder ? file.name : file.name.replace(/\.yaml$/, '');
  const expected = inFolder ? file.isDirectory() : file.isFile() && file.name.endsWith('.yaml');
  if (expected && isSlug(slug)) return readEntry(root, type, slug);
  const problem: Problem = {
    file: `${contentFolder}/${type}/${file.name}`,
    line: 1,
    column: 1,
    message: { ja: 'ここに置けないファイルまたはフォルダーです。', en: 'This file or folder does not belong here.' },
    remedy: {
      ja: `名前を半角の英小文字・数字・ハイフンにし、${inFolder ? 'フォルダーの中に index.ja.mdx' : '<スラッグ>.yaml'} を置いてください。`,
      en: `Name it in lower-case letters, digits and hyphens, as ${inFolder ? 'a folder with index.ja.mdx' : '<slug>.yaml'}.`,
    },
  };
  return { entries: [], drafts: [], problems: [problem] };
}

/** Reads one entry. An entry that does not exist gives nothing. Never throws for what an editor wrote. */
export function readEntry(root: string, type: TypeName, slug: string): Reading<StoredEntry> {
  const files = filesOf(root, type, slug);
  const hash = createHash('sha256');
  for (const [path, content] of Object.entries(files.contents)) hash.update(path).update(content);
  const digest = hash.digest('hex').slice(0, 32);
  const { entries, drafts, problems } = readFiles(type, slug, files, keep);
  return { entries: entries.map((entry) => ({ ...entry, digest })), drafts, problems };
}

/** The files of an entry as they lie on disk; none where it does not exist. */
export function filesOf(root: string, type: TypeName, slug: string): EntryFiles {
  const path = pathOf(type, slug);
  if (!existsSync(join(root, path))) return { contents: {}, beside: [] };
  const contentOf = (file: string) => [file, readFileSync(join(root, file), 'utf8')] as const;
  if (contentTypes[type].storage === 'file') return { contents: Object.fromEntries([contentOf(path)]), beside: [] };
  const names = readdirSync(join(root, path));
  const texts = languages.map(textName).filter((name) => names.includes(name));
  return {
    contents: Object.fromEntries(texts.map((name) => contentOf(`${path}/${name}`))),
    beside: names.filter((name) => !texts.includes(name)),
  };
}

/** The files below `root` for the check between entries. */
export function filesBelow(root: string): Files {
  return {
    contentOf: (file) => readFileSync(join(root, file), 'utf8'),
    has: (file) => existsSync(join(root, file)),
    textOf,
    get letters() {
      return font().letters;
    },
  };
}

function joined(readings: readonly Reading<StoredEntry>[]): Reading<StoredEntry> {
  return {
    entries: readings.flatMap(({ entries }) => entries),
    drafts: readings.flatMap(({ drafts }) => drafts),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
