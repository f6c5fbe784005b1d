/** Whole folders of files by their digests. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '../kept.ts';
import { openDigests, type Digests, type State } from '../digests.ts';

/** Every file of a folder by its path from there, as `ja/index.html`. */
export type Tree = ReadonlyMap<string, State>;

/** What lies in a folder; nothing where there is none. A file whose state is known is not asked for it. */
export function treeOf(
  folder: string,
  digests: Digests,
  known: (path: string) => State | undefined = () => undefined,
): Map<string, State> {
  const tree = new Map<string, State>();
  const enter = (below: string) => {
    for (const entry of entriesOf(`${folder}/${below}`)) {
      const path = below + entry.name;
      if (entry.isDirectory()) enter(`${path}/`);
      else {
        const state = known(path) ?? digests.of(`${folder}/${path}`);
        if (state) tree.set(path, state);
      }
    }
  };
  enter('');
  return tree;
}

/** As `treeOf`, with digests that are kept in a file. */
export function keptTreeOf(folder: string, file: string): Tree {
  const digests = openDigests(file);
  const tree = treeOf(folder, digests);
  digests.keep();
  return tree;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The digests of a tree, which is all of it that a copy has too. */
export type Digested = ReadonlyMap<string, Pick<State, 'digest'>>;

/**
 * Makes a folder hold what another is said to hold. Only files that differ are copied, with their times: a server that tells
 * readers by them whether a page has changed says the same of both. Gives what the folder then holds.
 */
export function makeAlike(from: string, wanted: Digested, to: string, digests: Digests): Map<string, State> {
  const found = treeOf(to, digests);
  removeFiles(to, missingIn(found, wanted));
  for (const path of changedIn(found, wanted)) {
    const [source, target] = [join(from, path), join(to, path)];
    if (!existsSync(source)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
    const { atime, mtime } = statSync(source);
    utimesSync(target, atime, mtime);
    const state = digests.of(target);
    // Whoever changed it there, it is not what is wanted.
    if (state?.digest === wanted.get(path)?.digest && state) found.set(path, state);
    else rmSync(target);
  }
  return new Map([...found].filter(([path]) => wanted.has(path)));
}

/** Removes files of a folder, and the folders that are empty without them. */
export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(folder, path));
  for (let path of new Set(paths.map((own) => dirname(own)))) {
    // One that was emptied before may have gone with the folder within it.
    while (path !== '.' && existsSync(join(folder, path)) && readdirSync(join(folder, path)).length === 0) {
      rmdirSync(join(folder, path));
      path = dirname(path);
    }
  }
}

/** The files that are new in the second tree or hold something else. Sorted. */
export function changedIn(before: Digested, after: Digested): string[] {
  const paths = [...after].filter(([path, { digest }]) => before.get(path)?.digest !== digest);
  return paths.map(([path]) => path).sort();
}

/** The files that the second tree has no more. Sorted. */
export function missingIn(before: Digested, after: Digested): string[] {
  return [...before.keys()].filter((path) => !after.has(path)).sort();
}

/** One digest of all that a tree holds. */
export function digestOfTree(tree: Digested): string {
  return digest([...tree].map(([path, state]) => `${path} ${state.digest}`).sort());
}

/** Lets everyone read files, as servers of another user do: those copied from elsewhere keep the permissions of whoever made them. */
export function openToAll(folder: string, paths: Iterable<string>): void {
  const folders = new Set(['.']);
  for (const path of paths) {
    allow(join(folder, path), 0o644);
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above);
  }
  for (const path of folders) allow(join(folder, path), 0o755);
}

function allow(path: string, mode: number): void {
  if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}
