/** The folder that a build fills, as its parts see it: the modules of Astro's bundle and those of the process around it. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lasting } from '../lasting.ts';
import type { Digests } from '../digests.ts';
import type { Digested, Tree } from './folder.ts';

export const output = lasting('the output of the build', () => ({
  /** Where the pages are made. */
  folder: '',
  /** What is published, with which the build begins; none where it is given none. */
  published: undefined as string | undefined,
  /** The digests of files that are known. */
  digests: { of: () => undefined, note: () => undefined, keep: () => undefined } as Digests,
  /** Files beside pages that a part of the build left as they were, by their paths from the folder. */
  left: new Set<string>(),
  /** What was published, as far as it is known; what the folder held when the build began, and what it holds now. */
  past: new Map() as Digested,
  before: new Map() as Tree,
  after: new Map() as Tree,
}));

/** Writes a file of the site beside its pages, where it does not hold that already. */
export function placeFile(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  if (output.before.get(path)?.digest === createHash('sha256').update(content).digest('hex')) {
    output.left.add(path);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
