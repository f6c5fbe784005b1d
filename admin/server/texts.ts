/**
 * What the newsroom's lists show of the texts in the content folder. They are asked for at every step an editor takes, so
 * that what lies as it lay is not read again.
 */
import { existsSync, lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isSettled, stampOf } from '../../src/digests.ts';
import { contentFolder } from '../../src/entries/entry.ts';
import { readByName, type Values } from '../../src/entries/write.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import { listFieldsOf } from '../../src/model/form.ts';
import { ledgerOf, type LedgerEntry } from '../desk/ledger.ts';
import { placeOf } from './paths.ts';

export interface ListedText {
  readonly path: string;
  /** The file with the fields that lists show, sort, filter and group by, and no others: a tenth of what there is. */
  readonly excerpt: string;
  /** Identifies the bytes of the whole file. */
  readonly revision: string;
}

export interface Texts {
  /** The texts of a type, in the order of the names of their entries. */
  listed(type: TypeName): ListedText[];
  ledger(): LedgerEntry[];
}

/** Access to the files below a project's root, by their paths from there. Both throw where a path leads through a link. */
interface Access {
  /** Where a file or a folder is. */
  withoutLinks(path: string): string;
  read(path: string): Buffer;
  revisionOf(content: Buffer): string;
}

/** An entry as it was when its files were read. */
interface Known {
  /** The files and their stamps; undefined where one of them may be written again under the same stamp. */
  readonly state: string | undefined;
  readonly texts: readonly ListedText[];
  readonly entries: readonly LedgerEntry[];
}

/** The texts of a project. */
export function textsOf({ withoutLinks, read, revisionOf }: Access): Texts {
  const known = new Map<TypeName, ReadonlyMap<string, Known>>();

  return {
    listed: (type) => [...entriesOf(type)].flatMap(({ texts }) => texts),
    ledger: () => typeNames.flatMap((type) => [...entriesOf(type)].flatMap(({ entries }) => entries)),
  };

  function entriesOf(type: TypeName): Iterable<Known> {
    const folder = `${contentFolder}/${type}`;
    const before = known.get(type);
    const now = new Map<string, Known>();
    const inFolder = contentTypes[type].storage === 'folder';
    const place = withoutLinks(folder);
    for (const located of existsSync(place) ? within(place, folder) : []) {
      const isEntry = located.entry.isDirectory() && placeOf(located.path) !== undefined;
      const found = !inFolder ? [located] : isEntry ? within(located.file, located.path) : [];
      const files = found.filter(({ entry, path }) => entry.isFile() && placeOf(path)?.kind === 'text').map(stamped);
      if (files.length === 0) continue;
      const former = before?.get(located.path);
      const state = files.every(({ stamp }) => stamp) ? files.map(({ path, stamp }) => `${path} ${stamp}`).join() : undefined;
      const isAsBefore = former !== undefined && state !== undefined && former.state === state;
      const paths = files.map(({ path }) => path);
      now.set(located.path, isAsBefore ? former : { state, ...entryOf(type, paths) });
    }
    known.set(type, now);
    return now.values();
  }

  function entryOf(type: TypeName, paths: readonly string[]): Pick<Known, 'texts' | 'entries'> {
    const files = paths.map((path) => {
      const bytes = read(path);
      const content = bytes.toString('utf8');
      const values = readByName(path, content);
      return { type, path, values, excerpt: excerptOf(type, values) ?? content, revision: revisionOf(bytes) };
    });
    return {
      texts: files.map(({ path, excerpt, revision }) => ({ path, excerpt, revision })),
      // A copy: a title that is cut out of a text keeps all of it in memory.
      entries: structuredClone(ledgerOf(files)),
    };
  }
}

/** What lies in a folder of the project: where, by its path, and what it is. */
interface Located {
  readonly file: string;
  readonly path: string;
  readonly entry: Dirent;
}

/** What lies in a folder, in the order of names. */
function within(folder: string, path: string): Located[] {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => ({ file: join(folder, entry.name), path: `${path}/${entry.name}`, entry }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file with its stamp; without one where it may be written again under the same. */
function stamped({ file, path }: Located): { readonly path: string; readonly stamp: string | undefined } {
  const stats = lstatSync(file);
  return { path, stamp: isSettled(stats) ? stampOf(stats) : undefined };
}

const listFields = Object.fromEntries(typeNames.map((type) => [type, listFieldsOf(type)])) as Record<TypeName, string[]>;

/** An MDX file of what lists need; undefined for another, which is small, and for one that cannot be read. */
function excerptOf(type: TypeName, values: Values | undefined): string | undefined {
  if (!values || contentTypes[type].storage === 'file') return undefined;
  // JSON is YAML too, and quicker to write.
  return `---\n${JSON.stringify(Object.fromEntries(listFields[type].map((name) => [name, values[name]])))}\n---\n`;
}
