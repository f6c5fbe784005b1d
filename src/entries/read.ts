/** Entries from the files under `content/`, and every problem of each. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { keep, textOf, type Source } from '../body/store.ts';
import { today } from '../clock.ts';
import { font } from '../drawing/font.ts';
import { languages, type Words } from '../i18n/languages.ts';
import { lasting } from '../lasting.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Problem } from '../model/refusal.ts';
import { isPictureFile, isSlug } from '../model/spelling.ts';
import { notAFile, readText } from './bytes.ts';
import { splitFrontMatter } from './document.ts';
import type { Files } from './check.ts';
import { contentFolder, pathOf, readFiles, textName, textPath, type Entry, type EntryFiles, type Reading } from './entry.ts';

/** An entry that lies on disk. */
export interface StoredEntry<T extends TypeName = TypeName> extends Entry<T> {
  /** Changes with any byte of the entry, whichever language it is in. */
  readonly digest: string;
}

/** Reads every entry of every type below `root`; what lies in the content folder and belongs to no type is a problem. */
export function readAll(root: string): Reading<StoredEntry> {
  const strays = foundIn(join(root, contentFolder)).filter((file) => !isTypeFolder(file));
  return joined([...typeNames.map((type) => readType(root, type)), ...strays.map((file) => strayType(file))]);
}

/** As `readAll`, once in this process: for a build, under which content does not change. */
export function readOnce(root: string): Reading<StoredEntry> {
  return lasting(`entries below ${root}`, () => readAll(root));
}

/** Reads every entry of a type, in the order of their slugs. */
export function readType(root: string, type: TypeName): Reading<StoredEntry> {
  return joined(foundIn(join(root, contentFolder, type)).map((file) => readNamed(root, type, file)));
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

function readNamed(root: string, type: TypeName, file: Dirent): Reading<StoredEntry> {
  const inFolder = contentTypes[type].storage === 'folder';
  const slug = inFolder ? file.name : file.name.replace(/\.yaml$/, '');
  const expected = inFolder ? file.isDirectory() : file.isFile() && file.name.endsWith('.yaml');
  if (expected && isSlug(slug)) return readEntry(root, type, slug);
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
  const found = contentTypes[type].storage === 'file' ? undefined : foundIn(join(root, path));
  const texts = found
    ? languages.map(textName).flatMap((name) => (found.some((file) => file.name === name) ? [`${path}/${name}`] : []))
    : [path].filter((file) => existsSync(join(root, file)));
  const contents: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const file of texts) {
    const read = readText(root, file);
    if ('content' in read) contents[file] = read.content;
    else problems.push(read.problem);
  }
  const others = (found ?? []).filter(({ name }) => !texts.includes(`${path}/${name}`));
  for (const { name } of others.filter((file) => isPictureFile(file.name) && !file.isFile())) {
    problems.push({ file: `${path}/${name}`, line: 1, column: 1, ...notAFile });
  }
  return { contents, beside: others.map(({ name }) => name), problems };
}

/** The texts below `root` that a reading will render: those of published versions. */
export function textsBelow(root: string): Source[] {
  return typeNames
    .filter((type) => contentTypes[type].storage === 'folder')
    .flatMap((type) => foundIn(join(root, contentFolder, type)).map(({ name }) => ({ type, slug: name })))
    .flatMap(({ type, slug }) => {
      const { contents } = filesOf(root, type, slug);
      return languages.flatMap((language): Source[] => {
        const split = splitFrontMatter(contents[textPath(type, slug, language)] ?? '');
        // What only looks published is rendered in vain; what is and does not look so, in the reading itself.
        return split && /^status:.*published/m.test(split.yaml) ? [{ source: split.text, language }] : [];
      });
    });
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
    today: today(),
  };
}

function joined(readings: readonly Reading<StoredEntry>[]): Reading<StoredEntry> {
  return {
    entries: readings.flatMap(({ entries }) => entries),
    drafts: readings.flatMap(({ drafts }) => drafts),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
