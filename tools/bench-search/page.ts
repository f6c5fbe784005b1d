/** The benchmark's page: the site's own search, and Pagefind as it comes, behind one function each. */
import { openSearch, type Search } from '../../src/search/open.ts';

/** What an engine answers: how many records, the addresses of the first ten, and the time of the search alone. */
export interface Measured {
  readonly total: number;
  readonly urls: readonly string[];
  readonly milliseconds: number;
}

interface StockPagefind {
  init(): Promise<void>;
  search(q: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

declare global {
  interface Window {
    start: typeof start;
    ask: typeof ask;
    show: typeof show;
  }
}

let own: Search | undefined;
let stock: StockPagefind | undefined;
let load: (() => Promise<string[]>) | undefined;

/** Loads everything that is needed before a first query. */
async function start(engine: 'own' | 'stock', base: string): Promise<void> {
  if (engine === 'own') {
    own = await openSearch(base);
    for (const shard of await own.searcher.shards()) await shard.begin();
    return;
  }
  stock = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as StockPagefind;
  await stock.init();
}

/** Searches; what was found before is forgotten, while files stay loaded. */
async function ask(q: string): Promise<{ total: number; milliseconds: number }> {
  if (own) for (const shard of await own.searcher.shards()) shard.forget();
  const begun = performance.now();
  if (own) {
    const { index, searcher } = own;
    const { hits } = await searcher.answer(q);
    const milliseconds = performance.now() - begun;
    load = () =>
      Promise.all(
        hits.slice(0, 10).map(async ({ shard, row }) => (await index.fragment(shard, shard.table.ids[row] ?? '')).url),
      );
    return { total: hits.length, milliseconds };
  }
  const { results } = (await stock?.search(q)) ?? { results: [] };
  const milliseconds = performance.now() - begun;
  load = () => Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url));
  return { total: results.length, milliseconds };
}

/** The addresses of the first ten results, whose files are fetched for it. */
async function show(): Promise<string[]> {
  return (await load?.()) ?? [];
}

Object.assign(window, { start, ask, show });
