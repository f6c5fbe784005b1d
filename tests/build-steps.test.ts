import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepFile, keptFile, touch } from '../src/kept.ts';
import { boundCache } from '../tools/build/bounds.ts';
import { environmentOf } from '../tools/build/environment.ts';
import { takeLock } from '../tools/build/lock.ts';
import { removeUnsealed, seal } from '../tools/build/seal.ts';
import { placesOf, recover, swap } from '../tools/build/swap.ts';
import { warningsIn } from '../tools/build/warnings.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the environment of a build', () => {
  test('holds what it is made for and nothing that this machine is like', () => {
    const outer = {
      PATH: '/bin',
      SITE_URL: 'https://a.example',
      NEWSROOM_BACKEND: 'gitlab',
      TZ: 'Asia/Tokyo',
      LANG: 'ja_JP.UTF-8',
      LC_TIME: 'ja_JP.UTF-8',
      NODE_ENV: 'development',
      NODE_OPTIONS: '--import=./evil.mjs',
      SECRET_TOKEN: 'x',
      FORCE_COLOR: '1',
    };
    expect(environmentOf(outer, new Date(1_700_000_000_000))).toEqual({
      PATH: '/bin',
      SITE_URL: 'https://a.example',
      NEWSROOM_BACKEND: 'gitlab',
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      MALLOC_ARENA_MAX: '2',
      SOURCE_DATE_EPOCH: '1700000000',
    });
  });
});

describe('warnings', () => {
  test('one that was said while a page was rendered begins within the line of the page', () => {
    const page = '01:00:02   ├─ /a/index.html01:00:02 [WARN] not available\n (+3ms)\n01:00:03   ├─ /b/index.html (+1ms)\n';
    expect(warningsIn({ stdout: page, stderr: '' })).toEqual(['01:00:02 [WARN] not available\n (+3ms)']);
  });

  const info = '01:00:00 [build] output: "static"\n01:00:01 ✓ Completed in 3ms.\n';

  test('are found with all their lines, wherever they are said', () => {
    const stdout = `${info}01:00:02 [WARN] [vite] first line\n  second line\n\n01:00:03 [build] Complete!\n`;
    const stderr = '(node:7) ExperimentalWarning: x\n(Use `node --trace-warnings`)\n';
    expect(warningsIn({ stdout, stderr })).toEqual(['01:00:02 [WARN] [vite] first line\n  second line', stderr.trim()]);
    expect(warningsIn({ stdout: info, stderr: '01:00:02 [ERROR] [content] Invalid reference\n' })).toHaveLength(1);
  });

  test('are none in what a sound build says, and none where the list gives a reason', () => {
    const empty =
      '01:00:02 [WARN] [content] The collection "notices" does not exist or is empty. Please check your content config.';
    expect(warningsIn({ stdout: `${info}${empty}\n${info}`, stderr: '\n' })).toEqual([]);
    expect(warningsIn({ stdout: `${empty}\nand another thing\n`, stderr: '' })).toHaveLength(1);
  });
});

describe('the lock', () => {
  const file = () => join(root, 'side', 'lock');

  test('is held by one at a time, and let go', async () => {
    const lock = join(import.meta.dirname, '..', 'tools', 'build', 'lock.ts');
    const take = `import { takeLock } from ${JSON.stringify(lock)}; console.log(typeof takeLock(${JSON.stringify(file())}));`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', `${take} setInterval(() => {}, 1000);`]);
    try {
      await once(other.stdout, 'data');
      expect(takeLock(file())).toBeUndefined();
      // Where the system tells when a process started: its number was given to a later one.
      if (existsSync('/proc/self/stat')) {
        writeFileSync(file(), `${other.pid} 1`);
        expect(takeLock(file())).toBeDefined();
      }
    } finally {
      other.kill();
    }
    await once(other, 'close');
    const letGo = takeLock(file());
    expect(letGo).toBeDefined();
    letGo?.();
    expect(readdirSync(join(root, 'side'))).toEqual([]);
  });

  test.each(['999999999 5', '', 'nonsense', `${process.pid} 1`])('of no living process (%j) is taken over', (holder) => {
    mkdirSync(join(root, 'side'));
    writeFileSync(file(), holder);
    expect(takeLock(file())).toBeDefined();
    expect(readFileSync(file(), 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
    expect(readdirSync(join(root, 'side'))).toEqual(['lock']);
  });
});

describe('the swap', () => {
  const contentOf = (folder: string) => readFileSync(join(folder, 'file'), 'utf8');
  function fill(folder: string, content: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'file'), content);
  }

  test('puts the new in the place of the old, or of nothing, and that where the next is made', () => {
    const places = placesOf(root);
    fill(places.next, 'first');
    swap(places);
    expect(contentOf(places.dist)).toBe('first');
    expect(readdirSync(places.side)).toEqual([]);
    fill(places.next, 'second');
    swap(places);
    expect(contentOf(places.dist)).toBe('second');
    expect(contentOf(places.next)).toBe('first');
    expect(readdirSync(places.side)).toEqual(['next']);
  });

  test('that fails leaves the old where it was', () => {
    const places = placesOf(root);
    fill(places.dist, 'old');
    mkdirSync(places.side);
    expect(() => {
      swap(places);
    }).toThrow('ENOENT');
    expect(contentOf(places.dist)).toBe('old');
  });

  test('that was killed between any two of its steps is mended', () => {
    const places = placesOf(root);
    fill(places.previous, 'old');
    fill(places.next, 'new');
    recover(places);
    expect(contentOf(places.dist)).toBe('old');
    expect(contentOf(places.next)).toBe('new');
    rmSync(places.next, { recursive: true });
    fill(places.previous, 'older');
    recover(places);
    expect([contentOf(places.dist), contentOf(places.next)]).toEqual(['old', 'older']);
    expect(readdirSync(places.side)).toEqual(['next']);
  });
});

describe('what is kept', () => {
  test('comes back as it was, and not at all where a byte of it has changed', () => {
    const file = join(root, 'a', 'kept');
    keepFile(file, '題');
    expect(keptFile(file)?.toString()).toBe('題');
    const bytes = readFileSync(file);
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 10), Buffer.alloc(0), Buffer.concat([bytes, bytes])]) {
      writeFileSync(file, damaged);
      expect(keptFile(file)).toBeUndefined();
    }
    expect(keptFile(join(root, 'none'))).toBeUndefined();
  });

  test('by Astro stays only as a good build has left it', () => {
    const folder = join(root, 'astro');
    const note = join(root, 'note');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'assets', 'whole'), 'a');
    writeFileSync(join(folder, 'assets', 'changed'), 'a');
    seal(folder, note);
    writeFileSync(join(folder, 'assets', 'changed'), 'b');
    writeFileSync(join(folder, 'assets', 'added'), 'half');
    removeUnsealed(folder, note);
    expect(readdirSync(join(folder, 'assets'))).toEqual(['whole']);
    writeFileSync(note, 'damaged');
    removeUnsealed(folder, note);
    expect(existsSync(join(folder, 'assets', 'whole'))).toBe(false);
    removeUnsealed(join(root, 'no such folder'), note);
  });

  test('does not grow for ever: what was of use last stays', () => {
    const cache = join(root, '.cache');
    const file = (name: string) => join(cache, 'share', name);
    mkdirSync(join(cache, 'share'), { recursive: true });
    for (let number = 0; number < 210; number += 1) {
      writeFileSync(file(String(number)), '');
      utimesSync(file(String(number)), number, number);
    }
    touch(file('0'));
    boundCache(cache, ['og/ja/site.png', 'og/en/site.png'], []);
    expect(readdirSync(join(cache, 'share'))).toHaveLength(204);
    expect([0, 1, 6, 7].map((number) => existsSync(file(String(number))))).toEqual([true, false, false, true]);
  });

  test('keeps every text of the site, however long ago it was rendered', () => {
    const folder = join(root, '.cache', 'texts');
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < 210; number += 1) {
      const file = join(folder, `${number}.json`);
      writeFileSync(file, '');
      utimesSync(file, number, number);
    }
    boundCache(join(root, '.cache'), [], [{ text: '0' }, { text: undefined }]);
    expect(readdirSync(folder)).toHaveLength(202);
    expect([0, 1, 9].map((number) => existsSync(join(folder, `${number}.json`)))).toEqual([true, false, true]);
  });
});
