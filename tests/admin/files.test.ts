import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
  readdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readValues } from '../../src/entries/write.ts';
import { fileApi, revisionOf, type Answer } from '../../admin/server/files.ts';

let root = '';
let call: (action: string, params?: object) => Answer;

const text = '---\nslug: a\nstatus: draft\ntitle: 題\n---\n\n本文\n';
const path = 'content/articles/a/index.ja.mdx';
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]).toString('base64');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'file-api-'));
  const api = fileApi(root);
  call = (action, params = {}) => api({ action, params: params as Record<string, unknown> });
  mkdirSync(join(root, 'content/articles/a'), { recursive: true });
  mkdirSync(join(root, 'content/terms'));
  mkdirSync(join(root, '.git/hooks'), { recursive: true });
  writeFileSync(join(root, path), text);
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, '.env'), 'SECRET=1');
  writeFileSync(join(root, '.git/config'), '[core]');
  writeFileSync(join(root, 'content/terms/t.yaml'), 'ja:\n  slug: t\n  title: 用語\n');
});

afterAll(() => rmSync(root, { recursive: true }));

const persist = (file: string, raw: string, base?: string | null) =>
  call('persistEntry', {
    dataFiles: [{ slug: 'a', path: file, raw, ...(base === null ? {} : { base }) }],
    assets: [],
    options: {},
  });

/** Everything below the root but what the API writes beside it on its way. */
const everything = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !name.startsWith('.cache/'))
    .sort();

const outside = [
  '.env',
  'package.json',
  '.git/config',
  '.git/hooks/post-checkout',
  'content/../package.json',
  'content/articles/../../package.json',
  'content/articles/a/../../../.env',
  'content/articles/%2e%2e/index.ja.mdx',
  'content\\articles\\a\\index.ja.mdx',
  '/etc/passwd',
  'C:/Windows/win.ini',
  './content/articles/a/index.ja.mdx',
  'content//articles/a/index.ja.mdx',
  'content/articles/a/index.ja.mdx\0.png',
  'content/articles/a/.git/config',
  'content/articles/.git/index.ja.mdx',
  'content/articles/a/index.fr.mdx',
  'content/articles/a/evil.html',
  'content/articles/a/evil.svg',
  'content/articles/A/index.ja.mdx',
  'content/articles/con/index.ja.mdx',
  'content/articles/aux/index.ja.mdx',
  'content/unknown/a/index.ja.mdx',
  'content/__proto__/a/index.ja.mdx',
  'content/terms/t.yaml/x',
  'content/terms/../terms/t.yml',
  `content/articles/${'a'.repeat(300)}/index.ja.mdx`,
  'content',
  '',
];

describe('nothing outside the places of entries', () => {
  test.each(outside)('is read: %j', (file) => {
    for (const { status, body } of [call('getEntry', { path: file }), call('getMediaFile', { path: file })]) {
      expect(status).toBe(403);
      expect(JSON.stringify(body)).not.toContain('SECRET');
    }
  });

  test.each(outside)('is written or deleted: %j', (file) => {
    const before = everything();
    expect(persist(file, text, null).status).toBe(403);
    expect(call('persistMedia', { asset: { path: file, content: picture, encoding: 'base64' }, options: {} }).status).toBe(403);
    expect(call('deleteFiles', { paths: [file], options: {} }).status).toBe(403);
    expect(call('deleteFiles', { paths: [file], options: {} }).status).toBe(403);
    expect(everything()).toEqual(before);
  });

  test.each(['.', '..', '.git', 'content', 'content/..', '/', 'src', '/etc', 'content/articles/../../.git'])(
    'is listed: %j',
    (folder) => {
      expect(call('entriesByFolder', { folder, extension: 'mdx', depth: 9 }).status).toBe(403);
      expect(call('getMedia', { mediaFolder: folder }).body).toEqual([]);
    },
  );

  test.each([null, 7, {}, [], { path: 'x' }])('is reached by a path that is no string: %j', (odd) => {
    expect(call('getEntry', { path: odd }).status).toBe(403);
    expect(call('deleteFiles', { paths: [odd] }).status).toBe(403);
  });

  test('is reached through a symbolic link, of a file or of a folder', () => {
    mkdirSync(join(root, 'content/articles/linked'));
    symlinkSync(join(root, '.env'), join(root, 'content/articles/linked/index.ja.mdx'));
    symlinkSync(join(root, '.git'), join(root, 'content/articles/folder'));
    expect(call('getEntry', { path: 'content/articles/linked/index.ja.mdx' }).status).toBe(403);
    expect(call('getEntry', { path: 'content/articles/folder/index.ja.mdx' }).status).toBe(403);
    expect(persist('content/articles/linked/index.ja.mdx', text, null).status).toBe(403);
    expect(persist('content/articles/folder/index.ja.mdx', text, null).status).toBe(403);
    expect(call('deleteFiles', { paths: ['content/articles/linked/index.ja.mdx'], options: {} }).status).toBe(403);
    const listed = JSON.stringify(call('entriesByFolder', { folder: 'content/articles', extension: 'mdx', depth: 2 }).body);
    expect(listed).not.toContain('SECRET');
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe('SECRET=1');
  });

  test.each(['exec', 'constructor', '__proto__', 'toString', 42, undefined])(
    'is done by an action that is none: %j',
    (action) => {
      expect(call(action as string).status).toBe(422);
    },
  );
});

describe('an entry', () => {
  test('is read with its revision, and saved over what was read', () => {
    const { body } = call('getEntry', { path });
    expect(body).toMatchObject({ data: text, revision: revisionOf(text) });
    expect(persist(path, text.replace('題', '新しい題'), revisionOf(text)).status).toBe(200);
    expect(readFileSync(join(root, path), 'utf8')).toContain('新しい題');
    writeFileSync(join(root, path), text);
  });

  test('is not saved over what somebody else has written since, and both versions are told', () => {
    writeFileSync(join(root, path), text.replace('本文', '別の人の本文'));
    const { status, body } = persist(path, text.replace('題', '私の題'), revisionOf(text));
    expect(status).toBe(409);
    expect(body).toMatchObject({ conflicts: [path] });
    expect(readFileSync(join(root, path), 'utf8')).toContain('別の人の本文');
    writeFileSync(join(root, path), text);
  });

  test('is not made anew where one of that name exists already', () => {
    expect(persist(path, 'x', null).status).toBe(409);
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  test('is not brought back where somebody has deleted it meanwhile', () => {
    expect(persist('content/articles/gone/index.ja.mdx', text, revisionOf(text)).status).toBe(409);
    expect(existsSync(join(root, 'content/articles/gone'))).toBe(false);
  });

  test('is saved whole or not at all: one conflict stops all files of a save', () => {
    const dataFiles = [
      { path: 'content/articles/a/index.en.mdx', raw: text, slug: 'a' },
      { path, raw: 'changed', slug: 'a', base: 'stale' },
    ];
    expect(call('persistEntry', { dataFiles, assets: [], options: {} }).status).toBe(409);
    expect(existsSync(join(root, 'content/articles/a/index.en.mdx'))).toBe(false);
  });

  test('leaves no half-written file beside it', () => {
    expect(everything().filter((name) => name.startsWith('content/articles/a/'))).toEqual([path]);
    expect(readdirSync(join(root, '.cache/saving'))).toEqual([]);
  });

  test('takes its pictures along when its last language goes, and keeps them before that', () => {
    const folder = 'content/articles/b';
    const files = ['ja', 'en'].map((language) => ({ path: `${folder}/index.${language}.mdx`, raw: text, slug: 'b' }));
    const assets = [{ path: `${folder}/cover.png`, content: picture, encoding: 'base64' }];
    expect(call('persistEntry', { dataFiles: files, assets, options: {} }).status).toBe(200);
    expect(call('deleteFiles', { paths: [`${folder}/index.en.mdx`], options: {} }).status).toBe(200);
    expect(existsSync(join(root, folder, 'cover.png'))).toBe(true);
    call('deleteFiles', { paths: [`${folder}/index.ja.mdx`, `${folder}/index.en.mdx`], options: {} });
    expect(existsSync(join(root, folder))).toBe(false);
  });
});

describe('a list', () => {
  const listed = (folder: string) =>
    (call('entriesByFolder', { folder, extension: 'mdx', depth: 2 }).body as { data: string; file: { path: string } }[]).filter(
      ({ file }) => file.path.includes('/listed'),
    );
  const put = (name: string, content: string) => {
    mkdirSync(join(root, 'content/articles', name), { recursive: true });
    writeFileSync(join(root, `content/articles/${name}/index.ja.mdx`), content);
  };
  const aged = () => new Promise((resolve) => setTimeout(resolve, 100));

  afterEach(() => {
    for (const name of ['listed', 'listed-too']) rmSync(join(root, 'content/articles', name), { recursive: true, force: true });
  });

  test('has of each text what it shows, sorts, filters and groups by', () => {
    put('listed', text.replace('---\n\n', 'date: "2026-01-05"\nsummary: 要旨\nplaces: [oita]\n---\n\n'));
    const [entry] = listed('content/articles');
    expect(readValues(entry?.data ?? '')).toEqual({ slug: 'a', status: 'draft', title: '題', date: '2026-01-05', body: '' });
  });

  test('has nothing that a link leads to, though it was none when it was listed before', () => {
    put('listed', text);
    put('elsewhere', text.replace('題', '秘密'));
    expect(listed('content/articles')).toHaveLength(1);
    renameSync(join(root, 'content/articles/elsewhere'), join(root, 'elsewhere'));
    rmSync(join(root, 'content/articles/listed'), { recursive: true });
    symlinkSync(join(root, 'elsewhere'), join(root, 'content/articles/listed'));
    expect(listed('content/articles')).toEqual([]);
    expect(JSON.stringify(call('ledger').body)).not.toContain('秘密');
    rmSync(join(root, 'content/articles/listed'));
    rmSync(join(root, 'elsewhere'), { recursive: true });
  });

  test('has a text that cannot be read as it lies there', () => {
    put('listed', '---\ntitle: "\n---\n');
    expect(listed('content/articles')[0]?.data).toBe('---\ntitle: "\n---\n');
  });

  test('is of the texts as they are, though those that lie as they lay are not read again', async () => {
    const titles = () => listed('content/articles').map(({ data }) => readValues(data)?.['title']);
    const inLedger = () =>
      (call('ledger').body as { slug: string; title: { ja?: string } }[])
        .filter(({ slug }) => slug.startsWith('listed'))
        .map(({ title }) => title.ja);
    for (const wait of [() => undefined, aged]) {
      put('listed', text);
      put('listed-too', text);
      await wait();
      expect([titles(), inLedger()]).toEqual([
        ['題', '題'],
        ['題', '題'],
      ]);
      // As long as before, so that only the time tells.
      put('listed', text.replace('題', '新'));
      expect([titles(), inLedger()]).toEqual([
        ['新', '題'],
        ['新', '題'],
      ]);
      await wait();
      rmSync(join(root, 'content/articles/listed'), { recursive: true });
      expect([titles(), inLedger()]).toEqual([['題'], ['題']]);
      put('listed', text.replace('題', '再'));
      expect([titles(), inLedger()]).toEqual([
        ['再', '題'],
        ['再', '題'],
      ]);
    }
  });
});

describe('a picture', () => {
  const save = (name: string, content: string) =>
    call('persistMedia', { asset: { path: `content/articles/a/${name}`, content, encoding: 'base64' }, options: {} });

  test('is what its name says', () => {
    expect(save('photo.png', picture).status).toBe(200);
    rmSync(join(root, 'content/articles/a/photo.png'));
  });

  test.each([
    ['a script under a picture name', 'x.png', Buffer.from('<script>').toString('base64')],
    ['a PNG called JPEG', 'x.jpg', picture],
    ['an SVG', 'x.svg', Buffer.from('<svg/>').toString('base64')],
    ['more than 8 MB', 'x.png', Buffer.concat([Buffer.from(picture, 'base64'), Buffer.alloc(9e6)]).toString('base64')],
    ['nothing', 'x.png', ''],
  ])('is not %s', (_what, name, content) => {
    expect(save(name, content).status).toBeGreaterThanOrEqual(400);
    expect(existsSync(join(root, 'content/articles/a', name))).toBe(false);
  });
});

test('what is refused is told in Japanese and English', () => {
  const { body } = call('getEntry', { path: '.env' });
  expect((body as { error: string }).error).toMatch(/編集できる場所ではありません.*not a place that can be edited/s);
});
