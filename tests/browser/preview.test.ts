import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAll, type StoredEntry } from '../../src/entries/read.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { typeNames } from '../../src/model/content-types.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { titleOf } from '../../src/queries/titles.ts';
import { startDevServer, until, withoutBreaks, type DevServer } from './dev-server.ts';

let server: DevServer;

beforeAll(async () => {
  server = await startDevServer();
});

afterAll(() => server.stop());

interface Asked {
  type: string;
  slug: string;
  language: Language;
  files: Record<string, string>;
  pictures?: Record<string, string>;
}

async function preview(asked: Asked): Promise<{ url: string; problems: Problem[]; page: string; response: Response }> {
  const answer = await fetch(`${server.origin}/api/preview`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  });
  expect(answer.status).toBe(200);
  const { url, problems } = (await answer.json()) as { url: string; problems: Problem[] };
  const response = await fetch(server.origin + url);
  return { url, problems, response, page: withoutBreaks(await response.text()) };
}

const koya = 'content/articles/koya-in-december';
const written = (file: string) => readFileSync(file, 'utf8');
const titled = (content: string, title: string) => content.replace(/^(\s*)title: .*$/m, `$1title: ${title}`);
const told = (problems: readonly Problem[]) => problems.map(({ line, message }) => `${line} ${message.en}`);

describe('a draft', () => {
  const draft: Asked = {
    type: 'articles',
    slug: 'koya-in-december',
    language: 'ja',
    files: { [`${koya}/index.ja.mdx`]: titled(written(`${koya}/index.ja.mdx`), 'まだ保存していない題') },
  };

  test('shows on its page before it is saved, and nowhere else', async () => {
    const { page, problems, response } = await preview(draft);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
    expect(page).toMatch(/<h1[^>]*>\s*まだ保存していない題\s*</);
    // The site's own styles, and what the number and the register know of the article.
    expect(page).toContain('/src/styles/');
    expect(page).toContain('グローカル通信');
    expect(problems).toEqual([]);
    for (const path of ['/ja/', '/ja/articles/', '/ja/articles/koya-in-december/', '/ja/feed.xml', '/ja/issues/no-1/']) {
      expect(await server.get(path)).not.toContain('まだ保存していない題');
    }
    expect(readdirSync(join(server.root, koya))).toEqual(readdirSync(koya));
    expect(written(join(server.root, koya, 'index.ja.mdx'))).not.toContain('まだ保存していない題');
  });

  test('keeps its address while it is edited, and outlives another text that is saved', async () => {
    const { url } = await preview(draft);
    const other = join(server.root, 'content/themes/tourism.yaml');
    writeFileSync(other, titled(written(other), '観光の題'));
    await until(async () => (await server.get('/ja/themes/')).includes('観光の題'), 10_000);
    expect(await server.get(url)).toContain('まだ保存していない題');
    expect(await server.get(url)).toContain('観光の題');
    expect((await preview({ ...draft, files: {} })).url).toBe(url);
  });

  test('shows its terms linked to the glossary, unless it is to be without', async () => {
    const withText = (fields: string) => ({
      ...draft,
      files: {
        [`${koya}/index.ja.mdx`]: `---\nslug: koya-in-december\ntitle: 題\ndate: "2026-11-20"\n${fields}---\n\n知事が話した。\n`,
      },
    });
    expect((await preview(withText(''))).page).toContain('<a class="term" href="/ja/glossary/#governor">知事</a>が話した。');
    expect((await preview(withText('withoutTermLinks: true\n'))).page).toContain('<p>知事が話した。</p>');
  });

  test('in English shows the facts of the Japanese file', async () => {
    const { page, problems } = await preview({
      type: 'events',
      slug: 'new-forum',
      language: 'en',
      files: {
        'content/events/new-forum/index.ja.mdx':
          '---\nslug: new-forum\ndate: "2027-03-04"\nkind: forum\nprefectures: [kyoto]\n---\n',
        'content/events/new-forum/index.en.mdx': '---\ntitle: A new forum\nsummary: Not held yet.\n---\n\nText.\n',
      },
    });
    expect(page).toContain('<html lang="en"');
    for (const fact of ['A new forum', '4 March 2027', 'Forum', 'Kyoto Prefecture']) expect(page).toContain(fact);
    expect(told(problems)).toEqual(['2 The Japanese version is not published.']);
  });

  test('that is incomplete shows with its gaps named', async () => {
    for (const [language, title] of [
      ['ja', '（題名）'],
      ['en', '(Title)'],
    ] as const) {
      const { page, problems, response } = await preview({
        type: 'articles',
        slug: '',
        language,
        files: { [`content/articles//index.${language}.mdx`]: '---\nsummary: Half of it.\n---\n\nText.\n' },
      });
      expect(response.status).toBe(200);
      expect(page).toMatch(new RegExp(`<h1[^>]*>${title.replace(/[()]/g, '\\$&')}`));
      expect(page).toContain('Half of it.');
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  test('with a refused text tells its line and the remedy in the language of the page', async () => {
    for (const [language, line, remedy] of [
      ['ja', '本文3行目', '文字としての波括弧は'],
      ['en', 'Line 3 of the text', 'For a brace as a character'],
    ] as const) {
      const file = `${koya}/index.${language}.mdx`;
      const head = written(file).split('\n---\n')[0] ?? '';
      const { page, problems } = await preview({
        ...draft,
        language,
        files: { [file]: `${head}\n---\n\nFirst.\n\nSecond {1+1}.\n\n[x](/${language}/nowhere/)\n` },
      });
      expect(page).toContain(line);
      expect(page).toContain(remedy);
      expect(page).toContain('First.');
      const start = head.split('\n').length + 1;
      expect(told(problems)).toEqual([
        expect.stringMatching(new RegExp(`^${start + 4} Expressions`)),
        expect.stringMatching(new RegExp(`^${start + 6} There is no page`)),
      ]);
    }
  });

  test('of a new entry shows its new picture, and says which one is missing', async () => {
    const cover = readFileSync(`${koya}/cover.png`);
    const { page, problems } = await preview({
      type: 'articles',
      slug: 'brand-new',
      language: 'ja',
      files: {
        'content/articles/brand-new/index.ja.mdx':
          '---\nslug: brand-new\ntitle: 題\nsummary: 要旨\ndate: "2026"\ncover:\n  file: new.png\n  alt: { ja: 絵 }\n---\n\n![絵](none.png)\n',
      },
      pictures: { 'new.png': cover.toString('base64') },
    });
    const sources = [...page.matchAll(/<img src="([^"]+)"[^>]* width="(\d+)"/g)].map(([, src = '', width]) => ({ src, width }));
    expect(sources.map(({ src }) => src.split('/').at(-1))).toEqual(['new.png', 'none.png']);
    const [shown, missing] = await Promise.all(sources.map(({ src }) => fetch(server.origin + src)));
    expect(shown?.headers.get('Content-Type')).toBe('image/png');
    expect(cover.equals(new Uint8Array((await shown?.arrayBuffer()) ?? new ArrayBuffer()))).toBe(true);
    expect(await missing?.text()).toContain('画像「none.png」がありません');
    expect(told(problems)).toEqual(["11 The picture 'none.png' does not exist."]);
  });
});

describe('every type has a preview', () => {
  const entries = new Map<string, StoredEntry>();
  for (const entry of readAll(process.cwd()).entries) if (!entries.has(entry.type)) entries.set(entry.type, entry);

  test.each(typeNames)('%s', async (type) => {
    const { slug, file, language, data } = entries.get(type) as StoredEntry;
    const content = written(file);
    const changed =
      'title' in data ? titled(content, '書き換えた題') : content.replace(/^summary: .*$/m, 'summary: 書き換えた題');
    expect(changed).not.toBe(content);
    const { page, problems, response, url } = await preview({ type, slug, language, files: { [file]: changed } });
    expect(response.status).toBe(200);
    expect(page).toContain('書き換えた題');
    if (!('title' in data)) expect(page).toContain(titleOf(entries.get(type) as StoredEntry));
    expect(problems).toEqual([]);
    expect(await server.get(`/${language}/`)).not.toContain('書き換えた題');
    expect(url).toMatch(new RegExp(`^/${language}/preview/[0-9a-f]{32}/`));
  });
});

describe('a request is refused', () => {
  /** As `fetch` would not: with a host of one's own. */
  const put = (headers: Record<string, string>, body = '{}') =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${server.origin}/api/preview`, { method: 'PUT', headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      });
      sent.on('error', reject).end(body);
    });
  const json = { 'Content-Type': 'application/json' };

  test('from another origin, site or host', async () => {
    expect(await put({ ...json, Origin: 'https://example.jp' })).toBe(403);
    expect(await put({ ...json, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await put({ ...json, Host: 'example.jp' })).toBe(403);
  });

  test('of another type, size or shape', async () => {
    expect(await put({ 'Content-Type': 'text/plain' })).toBe(403);
    expect(await put(json, JSON.stringify('あ'.repeat(8 * 1024 * 1024)))).toBe(413);
    expect(await put(json, '{')).toBe(400);
    expect(await put(json, '{"type":"nothing"}')).toBe(400);
    expect((await fetch(`${server.origin}/api/preview`, { headers: json })).status).toBe(405);
  });

  test('for a draft that is not there', async () => {
    const page = await fetch(`${server.origin}/ja/preview/${'0'.repeat(32)}/`);
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('編集画面')]);
  });
});

test('a page follows its draft within 400 ms', async () => {
  const file = `${koya}/index.ja.mdx`;
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const start = performance.now();
    const content = titled(written(file), `題${round}`);
    const { page } = await preview({ type: 'articles', slug: 'koya-in-december', language: 'ja', files: { [file]: content } });
    times.push(Math.round(performance.now() - start));
    expect(page).toContain(`題${round}`);
  }
  const [, , , , , median = 0] = times.toSorted((a, b) => a - b);
  process.stdout.write(`From PUT to HTML: ${times.join(', ')} ms\n`);
  expect(median).toBeLessThan(400);
});

test('the build has no preview', () => {
  const files = readdirSync('dist', { recursive: true }) as string[];
  expect(files.filter((file) => /(^|\/)preview(\/|$)/.test(file))).toEqual([]);
  expect(files.filter((file) => /middleware|_worker|entry\.mjs/.test(file))).toEqual([]);
});
