/** Entries as they were read from the same bytes before: most of a reading's time goes to YAML and to the rules of fields. */
import { join, resolve } from 'node:path';
import { engineFolders, isKept } from '../body/store.ts';
import { openDigests } from '../digests.ts';
import { codeDigest, keepFile, keptFile } from '../kept.ts';
import { lasting } from '../lasting.ts';
import type { TypeName } from '../model/content-types.ts';
import type { Reading } from './entry.ts';
import type { StoredEntry } from './read.ts';

type Known = Pick<Reading<StoredEntry>, 'entries' | 'drafts'>;

/** The readings of a type, by the digests of what was read. */
interface Shelf {
  readonly before: Readonly<Record<string, Known>>;
  readonly now: Map<string, Known>;
}

const shelves = new Map<TypeName, Shelf>();

const rules = codeDigest(['src/entries', 'src/data', ...engineFolders]);

/** The digests of the files of entries and of what lies beside them. */
export const fileDigests = lasting('the digests of content', () =>
  openDigests(join(process.cwd(), '.cache', 'entries', 'files.json')),
);

/** True for the project's own folder. What is read below another is not kept: it is read once. */
export function isKeptOf(root: string): boolean {
  return resolve(root) === process.cwd();
}

/** The reading that these bytes gave, or gives it anew. One with a problem is read again each time, and so is one that lacks its text. */
export function knownReading(type: TypeName, digest: string, read: () => Reading<StoredEntry>): Reading<StoredEntry> {
  const { before, now } = shelfOf(type);
  const known = now.get(digest) ?? before[digest];
  if (known?.entries.every(({ text }) => text === undefined || isKept(text))) {
    now.set(digest, known);
    return { ...known, problems: [] };
  }
  const { entries, drafts, problems } = read();
  if (problems.length === 0) now.set(digest, { entries, drafts });
  return { entries, drafts, problems };
}

/** Keeps what was read of the types below `root` for the next process; what was not read any more is dropped. */
export function keepReadings(root: string, types: readonly TypeName[]): void {
  if (!isKeptOf(root)) return;
  for (const type of types) {
    const { before, now } = shelfOf(type);
    if (now.size === Object.keys(before).length && [...now.keys()].every((digest) => digest in before)) continue;
    keepFile(fileOf(type), JSON.stringify({ rules, readings: Object.fromEntries(now) }));
  }
}

function shelfOf(type: TypeName): Shelf {
  const shelf = shelves.get(type) ?? { before: readingsIn(fileOf(type)), now: new Map<string, Known>() };
  shelves.set(type, shelf);
  return shelf;
}

function readingsIn(file: string): Readonly<Record<string, Known>> {
  const kept = keptFile(file);
  const { rules: own, readings } = kept
    ? (JSON.parse(kept.toString('utf8')) as { rules: string; readings: Record<string, Known> })
    : { rules: undefined, readings: {} };
  return own === rules ? readings : {};
}

function fileOf(type: TypeName): string {
  return join(process.cwd(), '.cache', 'entries', `${type}.json`);
}
