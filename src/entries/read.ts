/** Entries from the files under `content/`, and every problem of each. */
import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Text } from '../body/render.ts';
import { keep, textOf } from '../body/store.ts';
import { today } from '../clock.ts';
import { font } from '../drawing/font.ts';
import { languages, type Words } from '../i18n/languages.ts';
import { lasting } from '../lasting.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Problem } from '../model/refusal.ts';
import { isPictureFile, isSlug } from '../model/spelling.ts';
import { digest as digestOf } from '../kept.ts';
import { notAFile, readText } from './bytes.ts';
import { fileDigests, isKeptOf, keepReadings, knownReading } from './kept-entries.ts';
import type { Files } from './check.ts';
import { factsOf } from './facts.ts';
import { contentFolder, pathOf, readFiles, textName, type Entry, type EntryFiles, type Keep, type Reading } from './entry.ts';

/** An entry that lies on disk. */
export interface StoredEntry<T extends TypeName = TypeName> extends Entry<T> {
  /** Changes with any byte of the entry, whichever language it is in. */
  readonly digest: string;
  /** Changes with its front matter. */
  readonly facts: string;
}

/** Reads every entry of every type below `root`; what lies in the content folder and belongs to no type is a problem. */
export function readAll(root: string): Reading<StoredEntry> {
  const reading = joined(partsBelow(root).map((part) => part(keep)));
  keepReadings(root, typeNames);
  return reading;
}

/** As `readAll`, once in this process: for a build, under which content does not change. What has been read already may be given. */
export function readOnce(root: string, read = () => readAll(root)): Reading<StoredEntry> {
  return lasting(`entries below ${resolve(root)}`, read);
}

/** Reads every entry of a type, in the order of their slugs. */
export function readType(root: string, type: TypeName): Reading<StoredEntry> {
  const reading = joined(partsOfType(root, type).map((part) => part(keep)));
  keepReadings(root, [type]);
  return reading;
}

/** Reads an entry, or says of something else that it stands in the wrong place. */
export type Part = (keep: Keep) => Reading<StoredEntry>;

/** What is to be read below `root`, in its order. */
export function partsBelow(root: string): Part[] {
  const strays = foundIn(join(root, contentFolder)).filter((file) => !isTypeFolder(file));
  return [...typeNames.flatMap((type) => partsOfType(root, type)), ...strays.map((file) => () => strayType(file))];
}

function partsOfType(root: string, type: TypeName): Part[] {
  const files = foundIn(join(root, contentFolder, type));
  return files.map((file) => (keepText: Keep) => readNamed(root, type, file, keepText));
}

/** What lies in a folder, in the order of the names; nothing where there is no folder. */
function foundIn(folder: string): Dirent[] {
  // A link is followed nowhere: what it leads to may lie outside the project.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isTypeFolder = (file: Dirent) => file.isDirectory() && (typeNames as readonly string[]).includes(file.name);

function strayType(file: Dirent): Reading<StoredEntry> {
  return stray(`${contentFolder}/${file.name}`, file, {
    ja: `ここに置けるのは ${typeNames.join('・')} のフォルダーだけです。`,
    en: `Only the folders ${typeNames.join(', ')} stand here.`,
  });
}

function readNamed(root: string, type: TypeName, file: Dirent, keepText: Keep): Reading<StoredEntry> {
  const inFolder = contentTypes[type].storage === 'folder';
  const slug = inFolder ? file.name : file.name.replace(/\.yaml$/, '');
  const expected = inFolder ? file.isDirectory() : file.isFile() && file.name.endsWith('.yaml');
  if (expected && isSlug(slug)) return readEntry(root, type, slug, keepText);
  return stray(`${contentFolder}/${type}/${file.name}`, file, {
    ja: `名前を半角の英小文字・数字・ハイフンにし、${inFolder ? 'フォルダーの中に index.ja.mdx' : '<スラッグ>.yaml'} を置いてください。`,
    en: `Name it in lower-case letters, digits and hyphens, as ${inFolder ? 'a folder with index.ja.mdx' : '<slug>.yaml'}.`,
  });
}

/** Files that programs and systems leave behind. */
const leftover = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)|(~|\.(bak|orig|rej|swp|tmp))$/i;

function stray(path: string, file: Dirent, remedy: Words): Reading<StoredEntry> {
  const problem: Problem = {
    file: path,
    line: 1,
    column: 1,
    message: { ja: 'ここに置けないファイルまたはフォルダーです。', en: 'This file or folder does not belong here.' },
    remedy: leftover.test(file.name)
      ? { ja: 'ソフトが残したファイルです。削除してください。', en: 'A program left it behind. Delete it.' }
      : file.isSymbolicLink()
        ? notAFile.remedy
        : remedy,
  };
  return { entries: [], drafts: [], problems: [problem] };
}

/** Reads one entry. An entry that does not exist gives nothing. Never throws for what an editor wrote. */
export function readEntry(root: string, type: TypeName, slug: string, keepText: Keep = keep): Reading<StoredEntry> {
  const found = foundOf(root, type, slug);
  const states = found.texts.map((path) => fileDigests.of(join(root, path))?.digest);
  const digest = digestOf(found.texts.flatMap((path, place) => [path, states[place] ?? '']));
  const read = () => {
    const { entries, drafts, problems } = readFiles(type, slug, filesIn(root, found), keepText);
    return { entries: entries.map((entry) => ({ ...entry, digest, facts: factsOf(entry) })), drafts, problems };
  };
  // What is no file is told each time.
  if (!isKeptOf(root) || states.includes(undefined) || strangeIn(found).length > 0) return read();
  // Which pictures lie beside it decides whether it has a problem.
  return knownReading(type, digestOf([digest, ...found.others.map(({ name }) => name)]), read);
}

/** The files of an entry as they lie on disk; none where it does not exist. */
export function filesOf(root: string, type: TypeName, slug: string): EntryFiles {
  return filesIn(root, foundOf(root, type, slug));
}

/** What lies on disk of an entry: the paths of its texts, and what else is in its folder. */
interface Found {
  readonly path: string;
  readonly texts: readonly string[];
  readonly others: readonly Dirent[];
}

function foundOf(root: string, type: TypeName, slug: string): Found {
  const path = pathOf(type, slug);
  const found = contentTypes[type].storage === 'file' ? undefined : foundIn(join(root, path));
  const texts = found
    ? languages.map(textName).flatMap((name) => (found.some((file) => file.name === name) ? [`${path}/${name}`] : []))
    : [path].filter((file) => existsSync(join(root, file)));
  return { path, texts, others: (found ?? []).filter(({ name }) => !texts.includes(`${path}/${name}`)) };
}

/** What has the name of a picture and is none. */
function strangeIn({ others }: Found): readonly Dirent[] {
  return others.filter((file) => isPictureFile(file.name) && !file.isFile());
}

function filesIn(root: string, found: Found): EntryFiles {
  const contents: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const file of found.texts) {
    const read = readText(root, file);
    if ('content' in read) contents[file] = read.content;
    else problems.push(read.problem);
  }
  for (const { name } of strangeIn(found)) problems.push({ file: `${found.path}/${name}`, line: 1, column: 1, ...notAFile });
  return { contents, beside: found.others.map(({ name }) => name), problems };
}

/** The files below `root` for the check between entries. */
export function filesBelow(root: string): Files {
  return {
    contentOf: (file) => readFileSync(join(root, file), 'utf8'),
    has: (file) => existsSync(join(root, file)),
    textOf: rememberingLast(textOf),
    get letters() {
      return font().letters;
    },
    today: today(),
  };
}

/** The check asks several things of one text in turn, and each time the text would be read anew. */
function rememberingLast(read: typeof textOf): typeof textOf {
  let last: { key: string; text: Text } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, text: read(key) };
    return last.text;
  };
}

/** Several readings as one. */
export function joined(readings: readonly Reading<StoredEntry>[]): Reading<StoredEntry> {
  return {
    entries: readings.flatMap(({ entries }) => entries),
    drafts: readings.flatMap(({ drafts }) => drafts),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
