/**
 * Astro's own cache, trusted only as the last good build left it. Astro writes into it without care: what a killed build has
 * half written would be published as it is, and what it could not read is kept as if it were a picture, without a second warning.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keepFile, keptFile } from '../../src/kept.ts';

/** Astro's list of the pages of the last build. */
const pages = 'incremental-build.json';

/** Notes what lies in a folder. */
export function seal(folder: string, note: string): void {
  keepFile(note, JSON.stringify(sums(folder)));
}

/**
 * Removes from the folder whatever is not as it was noted, and with it the list of the pages that need not be made again: it
 * relies on the rest.
 */
export function removeUnsealed(folder: string, note: string): void {
  const noted = JSON.parse(keptFile(note)?.toString('utf8') ?? '{}') as Record<string, string>;
  const found = sums(folder);
  const unsealed = Object.keys(found).filter((file) => noted[file] !== found[file]);
  for (const file of unsealed) rmSync(join(folder, file));
  const isWhole = unsealed.length === 0 && Object.keys(noted).every((file) => file in found);
  if (!isWhole) rmSync(join(folder, pages), { force: true });
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
