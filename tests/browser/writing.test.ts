import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf, searcherOf } from '../search/in-node.ts';
import { startDevServer, until, type DevServer } from './dev-server.ts';

let server: DevServer;

beforeAll(async () => {
  server = await startDevServer(addType);
});

afterAll(() => server.stop());

/** What the README says a new type needs: its model file, a line in the list, its name in each language. */
function addType(root: string): void {
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

const get = (path: string) => server.get(path);

function edit(file: string, change: (content: string) => string): void {
  const path = join(server.root, 'content', file);
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
    const files = (path: string) => fetch(`${server.origin}/pagefind/ja/${path}`).then((response) => response.bytes());
    const found = async () => {
      const { searcher, index } = await searcherOf(files);
      return addressesOf(index, (await searcher.answer('書き足した一文')).hits);
    };
    // The first question makes the index, which reads every text of the site.
    await expect.poll(found, { timeout: 60_000 }).toEqual(['/ja/articles/koya-in-december/']);
  }, 90_000);
});

test('a new content type has its list, its pages and its place in what others gather', async () => {
  expect(await get('/ja/stories/')).toContain('はじめの物語');
  expect(await get('/ja/stories/first/')).toContain('<strong>「物語」</strong>');
  expect(await get('/en/stories/')).toContain('Japanese only');
  expect(await get('/ja/prefectures/tottori/')).toContain('はじめの物語');
});

test('a draft of a new content type shows on its page before it is saved', async () => {
  const answer = await fetch(`${server.origin}/api/preview`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'stories', slug: 'later', language: 'ja', files: { 'index.ja.mdx': '---\n---\n\n続き。\n' } }),
  });
  const { url } = (await answer.json()) as { url: string };
  expect(await get(url)).toMatch(/（題名）[^]*続き。/);
});

test('a page without a translation says so', async () => {
  expect(await get('/ja/stories/first/')).toContain('英語版はまだありません');
});

test('a draft has no page in any language', async () => {
  for (const language of ['ja', 'en']) expect((await fetch(`${server.origin}/${language}/stories/later/`)).status).toBe(404);
});
