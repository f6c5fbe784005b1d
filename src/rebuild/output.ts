/** The folder that a build fills, as its parts see it: the modules of Astro's bundle and those of the process around it. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lasting } from '../lasting.ts';
import type { Digests } from '../digests.ts';
import { keepFile, keptFile } from '../kept.ts';
import { digestOfTree, type Digested, type Tree } from './folder.ts';

export const output = lasting('the output of the build', () => ({
  /** Where the pages are made. */
  folder: '',
  /** Where it is noted what they are made of. */
  cache: '',
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

/**
 * Writes files beside the pages that are made together, below a folder of the site. Where that holds what was made last of the same
 * things, whose digest is `source`, they are left, and nothing is made. Gives how many there are.
 */
export async function placeTogether(
  below: string,
  source: string,
  make: () => Promise<ReadonlyMap<string, Uint8Array>>,
): Promise<number> {
  const note = join(output.cache, `${below.replaceAll('/', '.')}.txt`);
  const noteOf = (tree: Digested) => `${source} ${digestOfTree(tree)}`;
  const before = new Map([...output.before].filter(([path]) => path.startsWith(`${below}/`)));
  if (keptFile(note)?.toString('utf8') === noteOf(before)) {
    for (const path of before.keys()) output.left.add(path);
    return before.size;
  }
  const placed = new Map<string, { digest: string }>();
  for (const [name, content] of await make()) {
    const path = `${below}/${name}`;
    placed.set(path, { digest: placeFile(output.folder, path, content) });
  }
  keepFile(note, noteOf(placed));
  return placed.size;
}

/** Writes a file of the site beside its pages, where it does not hold that already; gives the digest of what it holds. */
export function placeFile(folder: string, path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  const digest = createHash('sha256').update(content).digest('hex');
  if (output.before.get(path)?.digest === digest) {
    output.left.add(path);
    return digest;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return digest;
}
