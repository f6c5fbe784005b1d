/** `dist/` as a whole: a build takes its place by two renames, and one that died between them is undone. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The places of a project's build: all on one file system, so that a rename is all that it takes. */
export function placesOf(root: string) {
  const side = join(root, '.dist');
  return {
    /** What is published. */
    dist: join(root, 'dist'),
    /** What is being built; between two builds what was published before, with which the next one begins. */
    next: join(side, 'next'),
    /** What was published, for as long as the swap takes. */
    previous: join(side, 'previous'),
    lock: join(side, 'lock'),
    /** The addresses that the last build has changed, one a line: what a network in front of the site is to forget. */
    changed: join(side, 'changed.txt'),
    side,
  };
}

export type Places = ReturnType<typeof placesOf>;

/**
 * Puts the new build in the place of the old, and that where the next will be made: most of its files are right already. Between
 * the first two renames there is no `dist/`: a server that reads it answers 404 for that moment, and never half of one build and
 * half of another.
 */
export function swap({ dist, next, previous }: Places): void {
  if (existsSync(dist)) renameSync(dist, previous);
  try {
    renameSync(next, dist);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, dist);
    throw error;
  }
  if (existsSync(previous)) renameSync(previous, next);
}

/**
 * Mends what a build left behind that was killed. Where it died between the two renames, the old `dist/` comes back: that of two
 * that readers have already seen. What it had made lies in `next` and is put right by the next build.
 */
export function recover({ dist, next, previous }: Places): void {
  if (!existsSync(previous)) return;
  if (!existsSync(dist)) renameSync(previous, dist);
  else if (!existsSync(next)) renameSync(previous, next);
  else rmSync(previous, { recursive: true });
}
