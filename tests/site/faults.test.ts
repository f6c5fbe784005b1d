import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now } from '../../src/clock.ts';
import { article, edit, makeSmallSite, removeSmallSite } from '../small-site.ts';

let root = '';
/** The published folder after the last build that was to succeed, and the content as it was then. */
let published: Record<string, string> = {};
let content: Record<string, string> = {};

beforeAll(async () => {
  root = await makeSmallSite();
  expect(await build().ended).toMatchObject({ code: 0 });
  keep();
}, 600_000);

afterAll(() => {
  removeSmallSite(root);
});

/** Every file below a folder of the small site, with a digest of its bytes. */
function stateOf(folder: string): Record<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(root.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

function keep(): void {
  published = stateOf('dist');
  content = stateOf('content');
  expect(Object.keys(published).length).toBeGreaterThan(500);
}

/** Nothing of what is published or written has changed. */
function expectWhole(): void {
  expect(stateOf('dist')).toEqual(published);
  expect(stateOf('content')).toEqual(content);
}

const node = join(process.cwd(), 'node_modules/.bin/node');

/** Starts the real build in a process group of its own. */
function build(env: Record<string, string> = {}, shell = '') {
  const child = spawn('sh', ['-c', `${shell} exec "${node}" tools/build.ts`], {
    cwd: root,
    env: { ...process.env, SOURCE_DATE_EPOCH: String(now().getTime() / 1000), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (words: string) => (said += words));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });
  const saying = async (words: string) => {
    while (!said.includes(words) && child.exitCode === null) await setTimeout(20);
    expect(said).toContain(words);
  };
  return { child, ended, saying };
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

/** A second later, so that there is something to make: the feeds say when they were made. */
const later = { SOURCE_DATE_EPOCH: String(now().getTime() / 1000 + 1) };

/** What lies beside what is published: where the next one is made, and what the last one changed, stay. */
const left = () => readdirSync(join(root, '.dist')).filter((name) => !['changed.txt', 'next'].includes(name));
const whole = { timeout: 600_000 };

describe('a build that dies', () => {
  const moments = ['Syncing content', 'generating static routes', 'generating optimized images', 'integration "newsroom"'];
  test.each(moments)('by SIGKILL at "%s" leaves what is published and what is written as it was', whole, async (moment) => {
    // So that there is all to make.
    for (const kept of ['admin.json', 'rebuild']) rmSync(join(root, '.cache', kept), { recursive: true, force: true });
    const { child, ended, saying } = build(later);
    await saying(moment);
    kill(child, 'SIGKILL');
    await ended;
    expectWhole();
    expect(left()).toEqual(['lock']);
  });

  test('without its child takes the child along', whole, async () => {
    const { child, ended, saying } = build(later);
    await saying('generating static routes');
    child.kill('SIGKILL');
    // Its output ends when the last process that holds it has ended.
    await ended;
    expectWhole();
  });

  test('by SIGTERM says that nothing was published', whole, async () => {
    const { child, ended, saying } = build(later);
    await saying('generating static routes');
    child.kill('SIGTERM');
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain('dist/, which is published, is as it was');
    expect(left()).toEqual([]);
    expectWhole();
  });

  test('between the two renames is undone by the next, even one that is refused', whole, async () => {
    renameSync(join(root, 'dist'), join(root, '.dist/previous'));
    edit(root, `${article}/index.ja.mdx`, 'title:', 'titel:');
    const { code } = await build().ended;
    edit(root, `${article}/index.ja.mdx`, 'titel:', 'title:');
    expect(code).toBe(1);
    expect(left()).toEqual([]);
    expectWhole();
  });
});

describe('a build after one that died', () => {
  test('begins with what is published, whatever was left half made', whole, async () => {
    const pages = ['ja/index.html', 'en/articles/a/index.html', 'feed.xml'].map((path) => join(root, '.dist/next', path));
    for (const page of pages) {
      mkdirSync(dirname(page), { recursive: true });
      writeFileSync(page, 'half ma');
    }
    writeFileSync(join(root, '.dist/next/stray.txt'), '');
    edit(root, `${article}/index.ja.mdx`, '試験のための記事です。', '別の要約です。');
    expect(await build().ended).toMatchObject({ code: 0 });
    const changed = readFileSync(join(root, '.dist/changed.txt'), 'utf8').split('\n');
    expect(changed.some((address) => address.endsWith('/ja/articles/a/'))).toBe(true);
    expect(changed.some((address) => address.endsWith('/en/articles/a/'))).toBe(false);
    keep();
    rmSync(join(root, '.cache/rebuild'), { recursive: true });
    expect(await build().ended).toMatchObject({ code: 0 });
    expectWhole();
  });

  test('where nothing has changed ends at once', whole, async () => {
    const { code, said } = await build().ended;
    expect(code).toBe(0);
    expect(said).toContain('Nothing has changed since the last build.');
    expect(said).not.toContain('Syncing content');
    expect(readFileSync(join(root, '.dist/changed.txt'), 'utf8')).toBe('');
    expectWhole();
    edit(root, 'dist/ja/index.html', '<title>', '<title>by hand ');
    expect(await build().ended).toMatchObject({ code: 0 });
    expectWhole();
  });
});

test('a build whose published folder is gone makes it again from what is kept', whole, async () => {
  rmSync(join(root, 'dist'), { recursive: true });
  edit(root, `${article}/index.ja.mdx`, '別の要約です。', '三つ目の要約です。');
  expect(await build().ended).toMatchObject({ code: 0 });
  keep();
  rmSync(join(root, 'dist'), { recursive: true });
  rmSync(join(root, '.dist'), { recursive: true });
  expect(await build().ended).toMatchObject({ code: 0 });
  expectWhole();
});

describe('two builds at once', () => {
  test('the second says so and stops, the first goes on and publishes', whole, async () => {
    edit(root, `${article}/index.ja.mdx`, '本文です。', '新しい本文です。');
    const first = build();
    await first.saying('Syncing content');
    const second = await build().ended;
    expect(second.code).toBe(1);
    expect(second.said).toContain('Another build is running');
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'dist/ja/articles/a/index.html'), 'utf8')).toContain('新しい本文です。');
    expect(left()).toEqual([]);
    keep();
  });
});

describe('a disk that is full', () => {
  // No file may grow past so many blocks: what is larger fails to be written, as on a full disk.
  test.each([8, 200])('at %i blocks leaves what is published as it was', whole, async (blocks) => {
    const { code } = await build(later, `ulimit -f ${blocks};`).ended;
    expect(code).not.toBe(0);
    expectWhole();
  });
});

describe('a clock that is set wrong', () => {
  test.each(['0', '-1', 'today', '2e99', '99999999999', '1e9', ' '])('"%s" is refused at once', async (instant) => {
    const { code, said } = await build({ SOURCE_DATE_EPOCH: instant }).ended;
    expect(code).toBe(1);
    expect(said).toContain('SOURCE_DATE_EPOCH');
    expect(said).toContain('秒数');
    expectWhole();
  });

  test('before a published text is refused, naming its date', whole, async () => {
    const { code, said } = await build({ SOURCE_DATE_EPOCH: String(Date.UTC(2024, 3, 30) / 1000) }).ended;
    expect(code).toBe(1);
    expect(said).toContain(`${article}/index.ja.mdx:6:1 [date]`);
    expectWhole();
  });
});

describe('content that only the build can refuse', () => {
  test('a picture that is half written', whole, async () => {
    const file = join(root, article, 'cover.png');
    const before = readFileSync(file);
    writeFileSync(file, before.subarray(0, before.length / 2));
    const { code, said } = await build().ended;
    writeFileSync(file, before);
    expect(code).toBe(1);
    expect(said).toContain('cover.png');
    expectWhole();
  });

  test('a public address that is gone, until something leads on from it', whole, async () => {
    edit(root, 'released-paths.txt', '/ja/articles/a/', '/ja/articles/a/\n/ja/articles/former/');
    const { code, said } = await build().ended;
    expect(code).toBe(1);
    expect(said).toContain('released-paths.txt:3:1');
    expect(said).toContain('aliases: [{ slug: former }]');
    expectWhole();
    edit(root, `${article}/index.ja.mdx`, 'themes:', 'aliases:\n  - slug: former\nthemes:');
    expect(await build().ended).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'dist/_redirects'), 'utf8')).toContain('/ja/articles/former/ /ja/articles/a/ 301');
    keep();
  });
});

describe('a build that Astro goes through with, and warns', () => {
  test('is refused with the warning, and leaves what is published as it was', whole, async () => {
    const page = join(root, 'src/pages/asks.astro');
    writeFileSync(page, "---\nconst asked = Astro.request.headers.get('accept');\n---\n\n<p>{asked}</p>\n");
    const { code, said } = await build().ended;
    rmSync(page);
    expect(code).toBe(1);
    expect(said).toContain('Complete!');
    const [, refusal = ''] = said.split('Complete!');
    expect(refusal).toMatch(/\[WARN\] `Astro\.request\.headers` was used .*src\/pages\/asks\.astro/);
    expect(refusal).toContain('There were warnings, so nothing is published.');
    expect(left()).toEqual([]);
    expectWhole();
  });
});

describe('a cache that is damaged', () => {
  test('in every file changes no byte of what is built', whole, async () => {
    const damages = [
      (file: string) => {
        writeFileSync(file, '');
      },
      (file: string) => {
        truncateSync(file, Math.floor(readFileSync(file).length / 2));
      },
      (file: string) => {
        writeFileSync(file, readFileSync(file).fill(0x7b));
      },
    ];
    const folders = ['.cache', '.astro', 'node_modules/.vite', 'node_modules/.astro'].flatMap((folder) => {
      try {
        return readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
      } catch {
        return [];
      }
    });
    const files = folders.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(100);
    for (const [index, file] of files.entries()) damages[index % damages.length]?.(file);
    const { code, said } = await build().ended;
    expect([code, code === 0 ? '' : said]).toEqual([0, '']);
    expectWhole();
  });
});

test('the permissions of what is published are those that servers need, whatever the builder’s are', () => {
  const entries = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  const modes = entries.map((entry) => {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
  });
  expect([...new Set(modes)].sort()).toEqual(['file 644', 'folder 755']);
});
