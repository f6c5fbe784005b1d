/** `dist/` as a whole: a build takes its place by two renames, and one that died between them is undone. */
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The places of a project's build: all on one file system, so that a rename is all that it takes. */
export function placesOf(root: string) {
  const side = join(root, '.dist');
  return {
    /** What is published. */
    dist: join(root, 'dist'),
    /** What is being built. Of one name always: Astro writes it into modules, and another would make every page with a picture anew. */
    next: join(side, 'next'),
    /** What was published, for as long as the swap takes. */
    previous: join(side, 'previous'),
    lock: join(side, 'lock'),
    side,
  };
}

export type Places = ReturnType<typeof placesOf>;

/**
 * Puts the new build in the place of the old. Between the two renames there is no `dist/`: a server that reads it answers 404
 * for that moment, and never half of one build and half of another.
 */
export function swap({ dist, next, previous }: Places): void {
  if (existsSync(dist)) renameSync(dist, previous);
  try {
    renameSync(next, dist);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, dist);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/**
 * Clears away what a build left behind that was killed. Where it died between the two renames, the old `dist/` comes back:
 * that of two that readers have already seen.
 */
export function recover({ dist, previous, side }: Places): void {
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
  const left = readdirSync(side).filter((name) => /^(previous|next)$/.test(name));
  for (const name of left) rmSync(join(side, name), { recursive: true, force: true });
}

/**
 * Lets everyone read a build, as servers of another user do: files copied from `public/` and from the cache keep the
 * permissions of whoever made them.
 */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else chmodSync(path, 0o644);
  }
}
