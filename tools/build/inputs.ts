/** What a build is made from, so that one with nothing new to make ends at once. */
import { join } from 'node:path';
import { openDigests } from '../../src/digests.ts';
import { digestOfTree, treeOf } from '../../src/rebuild/folder.ts';
import { digest, keepFile, keptFile } from '../../src/kept.ts';
import { filesOf, noteIn, notes } from '../audit/past.ts';

/** Every file and folder of the project that a build reads. */
export const read = [
  'admin',
  'content',
  'docs',
  'public',
  'src',
  'tools',
  'astro.config.ts',
  'package-lock.json',
  'package.json',
  'released-paths.txt',
  'settings.ts',
  'tsconfig.json',
] as const;

export interface Inputs {
  /** True where a build would publish what lies in the folder. */
  areThoseOf(dist: string): boolean;
  /** Notes that what was made from them is published. */
  note(): void;
}

/** The inputs of a build of the project at `root` in an environment; `cache` is where the last one's are noted. */
export function inputsOf(root: string, env: NodeJS.ProcessEnv, cache: string): Inputs {
  const file = join(cache, 'last.txt');
  const digests = openDigests(join(cache, 'inputs.json'));
  const contents = read.map((path) => digests.of(join(root, path))?.digest ?? digestOfTree(treeOf(join(root, path), digests)));
  digests.keep();
  const inputs = digest([process.version, JSON.stringify(env), ...contents]);
  return {
    areThoseOf: (dist) => {
      if (keptFile(file)?.toString('utf8') !== inputs) return false;
      const published = noteIn(join(cache, notes.published));
      if (!published) return false;
      const found = treeOf(dist, openDigests(join(cache, 'files.json')));
      return digestOfTree(filesOf(published)) === digestOfTree(found);
    },
    note: () => {
      keepFile(file, inputs);
    },
  };
}
