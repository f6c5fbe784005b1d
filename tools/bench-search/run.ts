/**
 * Measures the search: `npm run bench:search`, or with `-- quality` or `-- growth` one part alone.
 *
 * Quality: every query of `queries.ts` against the documents of `corpus.ts`, in the site's own search, in Pagefind as it comes
 * (both in Chromium, each query with an empty cache) and in MiniSearch (its own way of cutting words, and Intl.Segmenter's).
 * Growth: bytes and time of a sample of the queries at 200, 2,000 and 20,000 records.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { facets } from '../../src/model/facets.ts';
import { searchIndex } from '../../src/search/build.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { launch } from '../browser.ts';
import { corpus, grown, type Document, type Language } from './corpus.ts';
import { judged, queries, sound, type Query } from './queries.ts';

const cache = join(process.cwd(), '.cache', 'bench-search');
const site = join(cache, 'site');
const parts = process.argv.slice(2);
const isAsked = (part: string) => parts.length === 0 || parts.includes(part);

/** What an engine found for a query. */
interface Found {
  readonly query: Query;
  readonly urls: readonly string[];
  readonly bytes: number;
  /** Bytes of the files of the ten results that are shown. */
  readonly shownBytes: number;
  readonly firstBytes: number;
  readonly cold: number;
  readonly warm: number;
}

/** Bytes that the server has sent since it was set to nothing. */
let sent = 0;

rmSync(site, { recursive: true, force: true });
await bundlePage();
const documents = await corpus();
const server = serve();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launch();
try {
  if (isAsked('quality')) await quality(browser);
  if (isAsked('growth')) await growth(browser);
} finally {
  await browser.close();
  server.close();
  await close();
}

async function quality(chromium: Browser): Promise<void> {
  const asked = queries(documents);
  for (const complaint of sound(documents, asked)) console.log(`  (${complaint})`);
  const kinds = Map.groupBy(asked, ({ kind }) => kind);
  console.log(`${documents.length} documents, ${asked.length} queries of ${kinds.size} kinds`);
  for (const language of ['ja', 'en'] as const) {
    const own = documents.filter((document) => document.language === language);
    const questions = asked.filter((query) => query.language === language);
    await writeOwn(`own-${language}`, own);
    await writeStock(`stock-${language}`, own, language);
    report(`own ${language}`, await askAll(chromium, 'own', `own-${language}`, language, questions), own);
    report(`Pagefind ${language}`, await askAll(chromium, 'stock', `stock-${language}`, language, questions), own);
    report(`MiniSearch ${language}`, askMiniSearch(own, questions), own);
    const segmented = (text: string) =>
      [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text.normalize('NFKC'))].flatMap((part) =>
        part.isWordLike ? [part.segment] : [],
      );
    report(`MiniSearch, Intl.Segmenter ${language}`, askMiniSearch(own, questions, segmented), own);
  }
}

async function growth(chromium: Browser): Promise<void> {
  const japanese = documents.filter(({ language }) => language === 'ja');
  const asked = queries(documents).filter(({ language, kind }) => language === 'ja' && kind !== 'absent');
  const sample = asked.filter((_, index) => index % 5 === 0);
  console.log(`\ngrowth, ${sample.length} queries: median (greatest)`);
  for (const count of [200, 2000, 20_000]) {
    const name = `grown-${count}`;
    const records = count > japanese.length ? grown(japanese, count) : japanese.slice(0, count);
    const begun = performance.now();
    const { shards, bytes } = await writeOwn(name, records);
    const seconds = (performance.now() - begun) / 1000;
    const found = await askAll(chromium, 'own', name, 'ja', sample);
    const middle = (value: (one: Found) => number, digits: number) =>
      `${median(found.map(value)).toFixed(digits)} (${Math.max(...found.map(value)).toFixed(digits)})`;
    console.log(
      `${String(count).padStart(6)} records in ${shards} shards, ${kB(bytes)} kB, built in ${seconds.toFixed(0)} s: ` +
        `first ${kB(median(found.map((one) => one.firstBytes)))} kB, ` +
        `query ${middle((one) => one.bytes / 1000, 1)} kB, ten results ${middle((one) => one.shownBytes / 1000, 1)} kB, ` +
        `warm ${middle((one) => one.warm, 1)} ms`,
    );
  }
}

function recordsOf(own: readonly Document[]): SearchRecord[] {
  const none = Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as SearchRecord['facets'];
  return own.map(({ id, title, text }, index) => {
    const year = String(2006 + (index % 20));
    return {
      url: `/${id}/`,
      title,
      passages: [{ text }],
      date: `${year}-06-15`,
      // As many values as entries of the site have.
      facets: {
        ...none,
        type: [`t${index % 9}`],
        prefecture: [`p${index % 47}`],
        region: [`r${index % 8}`],
        theme: [`s${index % 10}`],
        year: [year],
      },
      kind: '',
      shownDate: year,
      place: '',
    };
  });
}

async function writeOwn(name: string, own: readonly Document[]): Promise<{ shards: number; bytes: number }> {
  const files = await searchIndex(recordsOf(own), [], join(cache, 'cut')).make();
  let bytes = 0;
  for (const [path, content] of files) {
    bytes += content.length;
    write(join(site, 'pagefind', name, path), content);
  }
  const { shards } = JSON.parse(new TextDecoder().decode(files.get('search.json'))) as { shards: unknown[] };
  return { shards: shards.length, bytes };
}

/** Pagefind's own index of the same documents as pages, as its documentation has it. */
async function writeStock(name: string, own: readonly Document[], language: Language): Promise<void> {
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  // Its process keeps the size of its pieces from when it started.
  await close();
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  for (const { id, title, text } of own) {
    const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
    const content = `<html lang="${language}"><body><h1>${escaped(title)}</h1>${paragraphs.join('')}</body></html>`;
    await index.addHTMLFile({ url: `/${id}/`, content });
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) write(join(site, 'pagefind', name, path), content);
  await close();
}

/** Each query in a new context, whose cache is empty; then five times more in the same one, of which the middle counts. */
async function askAll(
  chromium: Browser,
  engine: 'own' | 'stock',
  name: string,
  language: Language,
  asked: readonly Query[],
): Promise<Found[]> {
  const found: Found[] = [];
  for (const query of asked) {
    const context = await chromium.newContext();
    const page: Page = await context.newPage();
    await page.goto(`${origin}/${language}.html`);
    sent = 0;
    await page.evaluate(([kind, base]) => window.start(kind, base), [engine, `/pagefind/${name}/`] as const);
    const firstBytes = sent;
    const cold = await page.evaluate((q) => window.ask(q), query.q);
    const bytes = sent - firstBytes;
    const urls = await page.evaluate(() => window.show());
    const shownBytes = sent - firstBytes - bytes;
    // The engine compiles what it runs while it runs it: a page that has been used is what stays warm.
    const again = await page.evaluate(async (q) => {
      const times: number[] = [];
      while (times.length < 5) times.push((await window.ask(q)).milliseconds);
      return times;
    }, query.q);
    found.push({ query, urls, bytes, shownBytes, firstBytes, cold: cold.milliseconds, warm: median(again) });
    await context.close();
  }
  return found;
}

function askMiniSearch(own: readonly Document[], asked: readonly Query[], tokenize?: (text: string) => string[]): Found[] {
  const search = new MiniSearch<Document>({
    fields: ['title', 'text'],
    ...(tokenize ? { tokenize } : {}),
    searchOptions: { boost: { title: 5 }, prefix: true, combineWith: 'AND' },
  });
  search.addAll(own);
  const firstBytes = gzipSync(JSON.stringify(search)).length;
  return asked.map((query) => {
    const begun = performance.now();
    const urls = search.search(query.q).map(({ id }) => `/${String(id)}/`);
    const warm = performance.now() - begun;
    return { query, urls: urls.slice(0, 10), bytes: 0, shownBytes: 0, firstBytes, cold: warm, warm };
  });
}

/** Recall and precision of the first ten, and what they cost, over all queries and by kind. */
function report(name: string, found: readonly Found[], own: readonly Document[]): void {
  const texts = new Map(own.map(({ id, title, text }) => [`/${id}/`, judged(`${title}\n${text}`)]));
  const figures = found.map(({ query, urls }) => {
    const right = [...texts].filter(([, text]) => query.truth(text)).length;
    const told = urls.filter((url) => query.truth(texts.get(url) ?? '') || !query.unsure?.(texts.get(url) ?? ''));
    const hits = told.filter((url) => query.truth(texts.get(url) ?? '')).length;
    return {
      query,
      right,
      // Of ten shown, those that nobody can judge leave the others less room.
      recall: hits / Math.max(1, Math.min(10 - (urls.length - told.length), right)),
      precision: told.length === 0 ? (urls.length === 0 ? 0 : 1) : hits / told.length,
      isEmpty: urls.length === 0,
    };
  });
  const answerable = figures.filter(({ right }) => right > 0);
  const absent = figures.filter(({ query }) => query.kind === 'absent');
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    `\n${name}: recall@10 ${mean(answerable.map(({ recall }) => recall)).toFixed(4)}, ` +
      `precision@10 ${mean(answerable.map(({ precision }) => precision)).toFixed(4)}, ` +
      `nothing found ${answerable.filter(({ isEmpty }) => isEmpty).length} of ${answerable.length}, ` +
      `absent answered by nothing ${absent.filter(({ isEmpty }) => isEmpty).length} of ${absent.length}`,
  );
  console.log(
    `  first ${kB(median(found.map((one) => one.firstBytes)))} kB; query ${kB(median(found.map((one) => one.bytes)))} kB ` +
      `(greatest ${kB(Math.max(...found.map((one) => one.bytes)))}), ten results ${kB(median(found.map((one) => one.shownBytes)))} kB; ` +
      `cold ${median(found.map((one) => one.cold)).toFixed(1)} ms, warm ${median(found.map((one) => one.warm)).toFixed(1)} ms ` +
      `(greatest ${Math.max(...found.map((one) => one.warm)).toFixed(0)})`,
  );
  for (const [kind, ones] of Map.groupBy(answerable, ({ query }) => query.kind)) {
    const means = `${mean(ones.map(({ recall }) => recall)).toFixed(3)} ${mean(ones.map(({ precision }) => precision)).toFixed(3)}`;
    const missed = ones.filter(({ recall, precision }) => recall < 1 || precision < 1).map(({ query }) => query.q);
    console.log(`  ${kind.padEnd(12)} ${means}  ${missed.slice(0, 8).join(' | ')}`);
  }
  const wrong = absent.filter(({ isEmpty }) => !isEmpty).map(({ query }) => query.q);
  if (wrong.length > 0) console.log(`  absent, but answered: ${wrong.join(' | ')}`);
}

/** Serves the benchmark's files, those that a static host compresses compressed. */
function serve() {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    json: 'application/json',
    txt: 'text/plain',
  };
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(site, path)).then(
      (content) => {
        const type = types[path.split('.').pop() ?? ''];
        const body = type ? gzipSync(content) : content;
        sent += body.length;
        response.writeHead(200, {
          'Content-Type': type ?? 'application/octet-stream',
          'Cache-Control': 'max-age=3600',
          ...(type ? { 'Content-Encoding': 'gzip' } : {}),
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
}

async function bundlePage(): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: site,
      emptyOutDir: true,
      rollupOptions: { input: join(import.meta.dirname, 'page.ts'), output: { entryFileNames: 'page.js' } },
    },
  });
  for (const language of ['ja', 'en']) {
    const html = `<!doctype html><html lang="${language}"><title>Benchmark</title><script type="module" src="/page.js"></script>`;
    write(join(site, `${language}.html`), html);
  }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function kB(count: number): string {
  return (count / 1000).toFixed(1);
}
