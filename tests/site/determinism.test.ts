import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../../src/clock.ts';
import { copyProject } from '../copy.ts';
import { dist, files } from './pages.ts';

const top = mkdtempSync(join(tmpdir(), 'another-directory-'));
const root = join(top, 'whose', 'path is longer', 'and holds a space');

/** Nothing here is as on this machine but the content, the packages and what the clock says. */
const env = {
  ...process.env,
  SOURCE_DATE_EPOCH: String(now().getTime() / 1000),
  TZ: 'America/St_Johns',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  LANGUAGE: 'tr',
  NODE_ENV: 'development',
  FORCE_COLOR: '3',
  CI: 'true',
  NODE_OPTIONS: '--max-old-space-size=3000',
};

/** A name space without a network, where the system lets an ordinary user have one: a build that fetched would fail there. */
const alone = ['unshare', '--map-root-user', '--net'];
const isAlone = spawnSync(alone[0] ?? '', [...alone.slice(1), 'true']).status === 0;

beforeAll(() => {
  copyProject(root);
  const build = ['sh', '-c', 'umask 077; exec node_modules/.bin/node tools/build.ts'];
  const [program = '', ...words] = isAlone ? [...alone, ...build] : build;
  try {
    execFileSync(program, words, { cwd: root, env, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`, { cause: error });
  }
}, 1_200_000);

afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

const conditions = ['another directory, time zone, locale, umask, environment', 'no cache', ...(isAlone ? ['no network'] : [])];

test(`${conditions.join(' and ')} give the same files, byte for byte`, () => {
  const folder = join(root, 'dist');
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
  expect(built).toEqual(files);
  const differing = files.filter((file) => !readFileSync(join(dist, file)).equals(readFileSync(join(folder, file))));
  expect(differing).toEqual([]);
  expect(files.length).toBeGreaterThan(2000);
  const modeOf = (path: string) => statSync(path).mode;
  expect(files.filter((file) => modeOf(join(dist, file)) !== modeOf(join(folder, file)))).toEqual([]);
});
