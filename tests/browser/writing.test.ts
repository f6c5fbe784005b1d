import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let root = '';
let server: ChildProcess;
let origin = '';

/** What `npm start` runs, on a copy of the project, so that the test may write. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'writing-'));
  for (const name of ['content', 'src', 'public', 'tools', 'settings.ts', 'astro.config.ts', 'tsconfig.json', 'package.json']) {
    cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  addType();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  // Vitest's own variables would tell Vite that it is being tested.
  server = spawn(process.execPath, ['tools/dev.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port) },
    stdio: 'ignore',
  });
  await until(async () => (await get('/ja/themes/tourism/')).includes('観光'), 60_000);
});

afterAll(() => {
  server.kill();
  rmSync(root, { recursive: true });
});

/** What the README says a new type needs: its model file, a line in the list, its name in each language. */
function addType(): void {
  const change = (file: string, from: string, to: string) => {
    const path = join(root, file);
    const content = readFileSync(path, 'utf8');
    expect(content).toContain(from);
    writeFileSync(path, content.replace(from, to));
  };
  const articles = readFileSync(join(root, 'src/model/types/articles.ts'), 'utf8');
  writeFileSync(join(root, 'src/model/types/stories.ts'), articles.replaceAll('articles', 'stories'));
  change(
    'src/model/content-types.ts',
    'export const contentTypes = {',
    "import { stories } from './types/stories.ts';\nexport const contentTypes = {\n  stories,",
  );
  change('src/i18n/words/ja.ts', '  types: {', "  types: {\n    stories: '物語',");
  change('src/i18n/words/en.ts', '  types: {', "  types: {\n    stories: 'Stories',");
  const story = 'slug: first\nstatus: published\ntitle: はじめの物語\nsummary: 要旨。\ndate: "2026"\nprefectures: [tottori]\n';
  mkdirSync(join(root, 'content/stories/first'), { recursive: true });
  mkdirSync(join(root, 'content/stories/later'));
  writeFileSync(join(root, 'content/stories/later/index.ja.mdx'), '---\nslug: later\nstatus: draft\n---\n');
  writeFileSync(join(root, 'content/stories/first/index.ja.mdx'), `---\n${story}---\n\n本文の**「物語」**です。\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function get(path: string): Promise<string> {
  return (await fetch(origin + path, { signal: AbortSignal.timeout(5000) })).text();
}

/** Milliseconds until the condition holds. */
async function until(holds: () => Promise<boolean>, patience: number): Promise<number> {
  const start = Date.now();
  for (;;) {
    if (await holds().catch(() => false)) return Date.now() - start;
    if (Date.now() - start > patience) throw new Error(`Not within ${patience} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function edit(file: string, change: (content: string) => string): void {
  const path = join(root, 'content', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('a saved text', () => {
  test('is on its page', async () => {
    edit('articles/koya-in-december/index.ja.mdx', (content) => `${content}\n書き足した一文。\n`);
    await until(async () => (await get('/ja/articles/koya-in-december/')).includes('書き足した一文。'), 10_000);
  });

  test('changes every list that shows it', async () => {
    edit('themes/tourism.yaml', (content) => content.replace('title: 観光', 'title: 観光交流'));
    await until(
      async () => (await get('/ja/themes/')).includes('観光交流') && (await get('/ja/')).includes('観光交流'),
      10_000,
    );
  });

  test('that would be refused leaves the last good one on its page', async () => {
    edit('articles/koya-in-december/index.en.mdx', (content) => `${content}\n{1+1} <script>\n`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await get('/en/articles/koya-in-december/')).toContain('Koya');
    expect(await get('/en/articles/koya-in-december/')).not.toContain('{1+1}');
  });

  test('is found by search', async () => {
    const { languages } = JSON.parse(await get('/pagefind/ja/pagefind-entry.json')) as {
      languages: Record<string, { page_count: number }>;
    };
    expect(Object.values(languages)[0]?.page_count).toBeGreaterThan(100);
  });
});

test('a new content type has its list, its pages and its place in what others gather', async () => {
  expect(await get('/ja/stories/')).toContain('はじめの物語');
  expect(await get('/ja/stories/first/')).toContain('<strong>「物語」</strong>');
  expect(await get('/en/stories/')).toContain('Japanese only');
  expect(await get('/ja/prefectures/tottori/')).toContain('はじめの物語');
});

test('a page without a translation says so', async () => {
  expect(await get('/ja/stories/first/')).toContain('英語版はまだありません');
});

test('a draft has no page in any language', async () => {
  for (const language of ['ja', 'en']) expect((await fetch(`${origin}/${language}/stories/later/`)).status).toBe(404);
});
