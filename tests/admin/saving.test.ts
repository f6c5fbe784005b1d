import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { readAll } from '../../src/entries/read.ts';

const folder = 'content/themes';
const entry = 'content/articles/what-a-sister-city-is';
const [japanese, english, added] = ['index.ja.mdx', 'index.en.mdx', 'new.png'].map((name) => `${entry}/${name}`) as [
  string,
  string,
  string,
];

let root = '';
let before: Record<string, string> = {};
let picture = '';
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'saving-'));
  for (const path of [folder, entry]) cpSync(path, join(root, path), { recursive: true });
  before = texts();
  picture = (
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
  ).toString('base64');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function texts(): Record<string, string> {
  return Object.fromEntries([japanese, english].map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const edited = (path: string) => (before[path] ?? '').replace(/^title: .*$/m, 'title: Changed');

/** Saves both languages and a new picture in a process of its own, in which a call of the file system goes wrong. */
function save(fault: string) {
  const revisionOf = '(await import("node:crypto")).createHash("sha256").update(before[path]).digest("hex")';
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { writeFileSync, renameSync } = fs;
    ${fault}
    syncBuiltinESMExports();
    const { fileApi } = await import(${JSON.stringify(resolve('admin/server/files.ts'))});
    const { before, after, picture, added } = JSON.parse(fs.readFileSync(0, 'utf8'));
    const dataFiles = [];
    for (const path of Object.keys(after)) dataFiles.push({ slug: 's', path, raw: after[path], base: ${revisionOf} });
    const assets = [{ path: added, content: picture, encoding: 'base64' }];
    const answer = fileApi(${JSON.stringify(root)})({ action: 'persistEntry', params: { dataFiles, assets, options: {} } });
    console.log(JSON.stringify(answer));`;
  const after = { [japanese]: edited(japanese), [english]: edited(english) };
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify({ before, after, picture, added }),
    encoding: 'utf8',
  });
}

/** Names that the content check would blame: what a save leaves must be none of them. */
const blamed = () => readAll(root).problems.map(({ file, message }) => `${file} ${message.en}`);

/** Dies before the renaming of the given number, as when the power fails. */
const killedAt = (count: number) =>
  `let left = ${count};
   fs.renameSync = (from, to) => { if (left-- === 0) process.kill(process.pid, 'SIGKILL'); renameSync(from, to); };`;

describe('a save that goes well', () => {
  test('changes both texts and adds the picture', () => {
    expect(save('').stdout).toContain('"status":200');
    expect(texts()).toEqual({ [japanese]: edited(japanese), [english]: edited(english) });
    expect(existsSync(join(root, added))).toBe(true);
  });
});

describe('a save that is killed', () => {
  test('while it writes changes nothing', () => {
    const fault = `fs.writeFileSync = (file, content, options) => {
      writeFileSync(file, content.subarray(0, 3), options);
      process.kill(process.pid, 'SIGKILL');
    };`;
    expect(save(fault).signal).toBe('SIGKILL');
    expect([texts(), existsSync(join(root, added))]).toEqual([before, false]);
    expect(blamed()).toEqual([]);
  });

  test.each([0, 1, 2])('before file %i is put in its place leaves each file old or new, the pictures first', (count) => {
    expect(save(killedAt(count)).signal).toBe('SIGKILL');
    expect(existsSync(join(root, added))).toBe(count > 0);
    expect(texts()).toEqual({ ...before, ...(count > 1 ? { [japanese]: edited(japanese) } : {}) });
    expect(blamed()).toEqual([]);
    // The next save of the same form goes through: what already holds what is to be written is no conflict.
    expect(save('').stdout).toContain('"status":200');
    expect(texts()).toEqual({ [japanese]: edited(japanese), [english]: edited(english) });
  });

  test('leaves nothing that another save stumbles over', () => {
    mkdirSync(join(root, '.cache/saving'), { recursive: true });
    writeFileSync(join(root, '.cache/saving/left'), 'half');
    expect(save('').stdout).toContain('"status":200');
  });
});

test('a disk that is full changes nothing, leaves nothing aside, and is told', () => {
  const fault = `let left = 1;
    fs.writeFileSync = (...call) => {
      if (left-- > 0) return writeFileSync(...call);
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };`;
  const { stdout } = save(fault);
  expect(JSON.parse(stdout)).toMatchObject({ status: 500, body: { error: expect.stringContaining('ENOSPC') as string } });
  expect([texts(), existsSync(join(root, added))]).toEqual([before, false]);
  expect(blamed()).toEqual([]);
});
