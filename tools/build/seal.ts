/**
 * Astro's own cache, trusted only as the last good build left it. Astro writes into it without care: what a killed build has
 * half written would be published as it is, and what it could not read is kept as if it were a picture, without a second warning.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keepFile, keptFile } from '../../src/kept.ts';

/** Notes what lies in a folder. */
export function seal(folder: string, note: string): void {
  keepFile(note, JSON.stringify(sums(folder)));
}

/** Removes from the folder whatever is not as it was noted. */
export function removeUnsealed(folder: string, note: string): void {
  const noted = JSON.parse(keptFile(note)?.toString('utf8') ?? '{}') as Record<string, string>;
  for (const [file, sum] of Object.entries(sums(folder))) if (noted[file] !== sum) rmSync(join(folder, file));
}

/** The SHA-256 of every file below a folder by its path from there; none where there is no such folder. */
function sums(folder: string): Record<string, string> {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(
      files.map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
