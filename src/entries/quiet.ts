/** Entries of which a check had nothing to say, and has nothing to say again while nothing is otherwise that it looked at. */
import { dirname, join } from 'node:path';
import { today } from '../clock.ts';
import { codeDigest, digest, keepFile, keptFile } from '../kept.ts';
import { idOf } from '../queries/reads.ts';
import { pathOf, type Reading } from './entry.ts';
import { factsOfAll } from './facts.ts';
import type { StoredEntry } from './read.ts';

interface Kept {
  /** Digest of the rules, the day, and of the facts of all entries. */
  readonly ground: string;
  /** By the name of an entry, the digest of its own files and the keys of the texts that were looked into, others' among them. */
  readonly quiet: Readonly<Record<string, readonly [own: string, ...texts: string[]]>>;
}

export interface Quiet {
  /** True for an entry of which there is nothing to say. */
  has(entry: StoredEntry): boolean;
  /** Notes an entry of which there was nothing to say, with the keys of the texts that were looked into. */
  note(entry: StoredEntry, texts: Iterable<string>): void;
  /** Writes them for the next check. */
  keep(): void;
}

/** Those of a reading, beside whose entries these pictures lie; kept below the working directory. */
export function quietOf(reading: Pick<Reading<StoredEntry>, 'entries' | 'drafts'>, pictures: readonly string[]): Quiet {
  const file = join(process.cwd(), '.cache', 'entries', 'quiet.json');
  const ground = digest([
    codeDigest(['settings.ts', 'src']),
    today(),
    factsOfAll(reading.entries),
    ...reading.drafts.map(idOf),
  ]);
  const kept = keptFile(file);
  const before = kept && (JSON.parse(kept.toString('utf8')) as Kept);
  const known = before?.ground === ground ? before.quiet : {};
  const texts = new Set(reading.entries.map(({ text }) => text));
  const beside = Map.groupBy(pictures, (path) => dirname(path));
  const ownOf = (entry: StoredEntry) => digest([entry.digest, ...(beside.get(pathOf(entry.type, entry.slug)) ?? [])]);
  const now = new Map<string, readonly [string, ...string[]]>();
  return {
    has: (entry) => {
      const found = known[idOf(entry)];
      const [own, ...others] = found ?? [''];
      if (!found || own !== ownOf(entry) || !others.every((key) => texts.has(key))) return false;
      now.set(idOf(entry), found);
      return true;
    },
    note: (entry, looked) => void now.set(idOf(entry), [ownOf(entry), ...looked]),
    keep: () => {
      const isSame =
        before?.ground === ground && now.size === Object.keys(known).length && [...now].every(([id, own]) => known[id] === own);
      if (!isSame) keepFile(file, JSON.stringify({ ground, quiet: Object.fromEntries(now) } satisfies Kept));
    },
  };
}
