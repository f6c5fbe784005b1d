/**
 * `npm run bench:newsroom`: what a browser fetches of the editors' application until a list is shown, and until an entry
 * is open with its text, compressed as a static host does (brotli, quality 11), beside the one file of Sveltia CMS.
 */
import { readFileSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startDevServer } from '../tests/browser/dev-server.ts';
import { launch } from './browser.ts';

interface Fetched {
  readonly name: string;
  readonly bytes: number;
}

const sveltia = 'node_modules/@sveltia/cms/dist/sveltia-cms.js';

const server = await startDevServer();
const browser = await launch();
try {
  const page = await browser.newPage();
  const fetched = filesFetchedBy(page);
  await page.goto(`${server.origin}/admin/#/collections/articles`, { timeout: 120_000 });
  await page.locator('a[href^="#/collections/articles/entries/"]').first().waitFor();
  const list = await fetched();
  await page.locator('a[href^="#/collections/articles/entries/"]').first().click();
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

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
