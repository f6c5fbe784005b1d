import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Copies the project's files for which `wanted` holds into a folder, with its packages and without its history and caches. */
export function copyProject(folder: string, wanted: (path: string) => boolean = () => true): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const path of listed.split('\0').filter((name) => name !== '' && existsSync(name) && wanted(name))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
  // A folder of its own, since tools keep their caches in it; those begin with a dot, as does the folder of commands.
  mkdirSync(join(folder, 'node_modules'));
  const packages = readdirSync('node_modules').filter((name) => name === '.bin' || !name.startsWith('.'));
  for (const name of packages) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
}
