/** The files of a built site, and what a build did to them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Known {
  readonly digest: string;
  /** Changes whenever the file is written, in place or anew. */
  readonly written: string;
}

export type Snapshot = ReadonlyMap<string, Known>;

/** Every file below a folder by its path; none where there is no folder. */
export function snapshotOf(folder: string): Snapshot {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { ino, mtimeMs } = statSync(path);
      const digest = createHash('sha1').update(readFileSync(path)).digest('hex');
      return [path.slice(folder.length), { digest, written: `${ino} ${mtimeMs}` }];
    }),
  );
}

export interface Difference {
  /** Files in all. */
  readonly files: number;
  /** Files that are new or whose bytes are others. */
  readonly changed: number;
  readonly removed: number;
  /** Files that were written, whether their bytes changed or not. */
  readonly written: number;
}

export function difference(before: Snapshot, after: Snapshot): Difference {
  const paths = [...after.keys()];
  return {
    files: after.size,
    changed: paths.filter((path) => before.get(path)?.digest !== after.get(path)?.digest).length,
    removed: [...before.keys()].filter((path) => !after.has(path)).length,
    written: paths.filter((path) => before.get(path)?.written !== after.get(path)?.written).length,
  };
}
