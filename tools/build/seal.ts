/**
 * Astro's own cache, trusted only as the last good build left it. Astro writes into it without care: what a killed build has
 * half written would be published as it is, and what it could not read is kept as if it were a picture, without a second warning.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepFile, keptFile } from '../../src/kept.ts';
import { keptTreeOf } from '../../src/rebuild/folder.ts';

/** Notes what lies in a folder. */
export function seal(folder: string, note: string): void {
  keepFile(note, JSON.stringify(sums(folder, note)));
}

/** Removes from the folder whatever is not as it was noted. */
export function removeUnsealed(folder: string, note: string): void {
  const noted = JSON.parse(keptFile(note)?.toString('utf8') ?? '{}') as Record<string, string>;
  const found = Object.entries(sums(folder, note));
  for (const [file, sum] of found) if (noted[file] !== sum) rmSync(join(folder, file));
}

/** The SHA-256 of every file below a folder by its path from there; none where there is no such folder. */
function sums(folder: string, note: string): Record<string, string> {
  return Object.fromEntries([...keptTreeOf(folder, `${note}.json`)].map(([path, { digest }]) => [path, digest]));
}
