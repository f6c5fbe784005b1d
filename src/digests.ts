/** What is known of files by what the file system says of them: a file that nobody has written since is not read again. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { keepFile, keptFile } from './kept.ts';

/** What a file holds, and when it was last touched. */
export interface State {
  /** Changes whenever the file is written, replaced or renamed, or may be read by others. */
  readonly stamp: string;
  /** SHA-256 of its bytes in hexadecimal, or what else is known of them. */
  readonly digest: string;
}

export interface Digests {
  /** The state of a file; undefined where there is none: a link is followed nowhere. */
  of(path: string): State | undefined;
  /** Takes a state that is known to hold still. */
  note(state: State): void;
  /** Writes those that were asked for or noted, for the next process. */
  keep(): void;
}

/** Milliseconds for which a file may be written again under the same time: the clock of a file system ticks slowly. */
const tick = 50;

/** What is kept: of the last process that kept any, and of the one before. Two folders that take turns are asked for in turns. */
type Kept = readonly Readonly<Record<string, string>>[];

/** The digests that are kept in a file; a damaged one is as good as none. `read` tells what is known of the bytes of a file. */
export function openDigests(file: string, read = digestOf): Digests {
  const [last = {}, former = {}] = JSON.parse(keptFile(file)?.toString('utf8') ?? '[]') as Kept;
  const before = new Map(Object.entries({ ...former, ...last }));
  const now = new Map<string, string>();
  return {
    of: (path) => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile()) return undefined;
      const stamp = stampOf(stats);
      // Asked before it is read: a file may be written in between.
      const isStill = isSettled(stats);
      const digest = now.get(stamp) ?? before.get(stamp) ?? read(path);
      if (isStill) now.set(stamp, digest);
      return { stamp, digest };
    },
    note: ({ stamp, digest }) => void now.set(stamp, digest),
    keep: () => {
      const isSame = now.size === Object.keys(last).length && [...now.keys()].every((stamp) => stamp in last);
      if (!isSame) keepFile(file, JSON.stringify([Object.fromEntries(now), last] satisfies Kept));
    },
  };
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** True where a file cannot be written again without another stamp. */
export function isSettled({ ctimeMs }: Stats): boolean {
  return Date.now() - ctimeMs > tick;
}

/** Tells whether a file was touched meanwhile: its time of change is set by the system alone, whatever happens to it. */
export function stampOf({ ino, size, ctimeMs }: Stats): string {
  return `${ino} ${size} ${ctimeMs}`;
}
