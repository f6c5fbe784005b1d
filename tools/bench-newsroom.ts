/**
 * `npm run bench:newsroom -- 10000`: what a browser fetches of the editors' application until a list is shown, and until an
 * entry is open with its text, compressed as a static host does (brotli, quality 11), beside the one file of Sveltia CMS; how
 * long a list of so many entries takes (1,000 where none are named), and how long a key in a short text and in a long one.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { startDevServer } from '../tests/browser/dev-server.ts';
import { articleOf, keystrokes } from '../tests/browser/typing.ts';
import { writeContent } from './bench/content.ts';
import { launch } from './browser.ts';

interface Fetched {
  readonly name: string;
  readonly bytes: number;
}

const sveltia = 'node_modules/@sveltia/cms/dist/sveltia-cms.js';
const entries = Number(process.argv[2] ?? 1000);
const lengths = { 'bench-short': 1000, 'bench-long': 29_000 };

const server = await startDevServer((root) => {
  writeContent(root, entries);
  for (const [slug, length] of Object.entries(lengths)) {
    mkdirSync(join(root, 'content/articles', slug));
    writeFileSync(join(root, 'content/articles', slug, 'index.ja.mdx'), articleOf(slug, length));
  }
});
const browser = await launch();
try {
  const page = await browser.newPage();
  const fetched = filesFetchedBy(page);
  const card = page.locator('.entry-card a').first();
  const show = async (hash: string, what: Locator) => {
    const start = performance.now();
    await page.goto(`${server.origin}/admin/${hash}`, { timeout: 120_000 });
    await what.waitFor({ timeout: 120_000 });
    return milliseconds(performance.now() - start);
  };
  const shown = await show('#/collections/articles', card);
  const list = await fetched();
  await card.click();
  await page.locator('.cm-content').first().waitFor();
  const entry = await fetched();
  const theirs = compressed(readFileSync(sveltia));

  for (const { name, bytes } of entry) {
    const when = list.some((file) => file.name === name) ? 'list ' : 'entry';
    if (bytes >= 1000) console.log(`${when}  ${kilobytes(bytes).padStart(9)}  ${name}`);
  }
  console.log(`\nbrotli, quality 11\n${kilobytes(sum(list)).padStart(9)}  until a list is shown (${list.length} files)`);
  console.log(`${kilobytes(sum(entry)).padStart(9)}  until an entry is open with its text (${entry.length} files)`);
  console.log(`${kilobytes(theirs).padStart(9)}  ${sveltia}, which Sveltia CMS fetches for either`);

  const articles = readdirSync(join(server.root, 'content/articles')).length.toLocaleString('en');
  console.log(`\nuntil a list is shown\n${shown}  ${articles} articles, with the application, the server having just started`);
  await show('#/collections/terms', card);
  console.log(`${await show('#/collections/articles', page.locator('[href*="/articles/entries/"]').first())}  once more`);

  console.log('\nfrom a key to the frame that shows it, the page of the entry beside it');
  for (const [slug, length] of Object.entries(lengths)) {
    await show(`#/collections/articles/entries/${slug}/index`, page.locator('.cm-content').first());
    if (slug === 'bench-short') await page.getByTitle('ページを横に表示する').click();
    await page.locator('.cm-content').first().click();
    await page.keyboard.press('Control+End');
    await keystrokes(page, 48);
    const times = await keystrokes(page, 96);
    const [median = 0, slow = 0] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)]);
    console.log(`${milliseconds(median)}  median, ${slow.toFixed(0)} ms at most in 95 of 100 (${length} characters)`);
    await page.keyboard.press('Control+s');
    await page.waitForTimeout(2000);
  }
} finally {
  await browser.close();
  server.stop();
}

/** Collects the application's own files, a worker's among them; resolves, largest first, when no more are under way. */
function filesFetchedBy(page: Page): () => Promise<Fetched[]> {
  const urls = new Set<string>();
  const note = (url: string) => {
    if (new URL(url).pathname.startsWith('/admin/')) urls.add(url.replace(/#.*/, ''));
  };
  page.on('request', (request) => note(request.url()));
  page.on('worker', (worker) => note(worker.url()));
  return async () => {
    await page.waitForLoadState('networkidle');
    const files = await Promise.all(
      [...urls].map(async (url) => {
        const body = Buffer.from(await (await fetch(url)).arrayBuffer());
        return { name: new URL(url).pathname, bytes: compressed(body) };
      }),
    );
    return files.sort((a, b) => b.bytes - a.bytes);
  };
}

function compressed(body: Buffer): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params }).length;
}

function sum(files: readonly Fetched[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)} ms`.padStart(9);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
