/** One build at a time: a file that names the process which builds. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes the lock and gives the function that lets go of it; undefined where a living process holds it. The lock of a process
 * that is gone is taken over.
 */
export function takeLock(file: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  const name = nameOf(process.pid);
  // Written before it has the name that counts, so that nobody reads half a lock.
  writeFileSync(own, name);
  try {
    while (!linked(own, file)) {
      const holder = contentOf(file);
      if (holder === undefined) continue;
      if (isAlive(holder)) return undefined;
      if (!removed(file, holder)) return undefined;
    }
    return () => {
      if (contentOf(file) === name) rmSync(file);
    };
  } finally {
    rmSync(own, { force: true });
  }
}

function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead process's lock away. False where another build was quicker, and its lock is now the one that stands there. */
function removed(file: string, holder: string): boolean {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  const same = contentOf(aside) === holder;
  if (!same) linked(aside, file);
  rmSync(aside);
  return same;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * A process by its number and, where Linux tells it, the tick in which it started: numbers are given again, and in a container
 * a build has the same one every time.
 */
function nameOf(pid: number): string {
  const fields = contentOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return `${pid} ${fields?.[19] ?? ''}`.trim();
}

function isAlive(holder: string): boolean {
  const pid = Number(/^\d+/.exec(holder)?.[0]);
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It lives, but belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return nameOf(pid) === holder;
}
