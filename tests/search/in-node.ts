/** Pagefind's worker and a bundle's files without a browser: the same code that readers run, in Node. */
import vm from 'node:vm';
import { gunzipSync } from 'node:zlib';
import type { Bundle, Fragment, PagefindWorker } from '../../src/search/engine.ts';
import { SearchIndex } from '../../src/search/engine.ts';
import { NameFinder, unpackNames } from '../../src/search/names.ts';
import { Searcher, type Hit } from '../../src/search/query.ts';

const base = '/pagefind/';

interface Message {
  readonly id: string;
  readonly error?: string;
  readonly result?: unknown;
}

type Read = (path: string) => Promise<Uint8Array>;

/** A searcher of the bundle whose files are found by their paths in it, and every file that it has fetched. */
export async function searcherOf(
  fileAt: (path: string) => Uint8Array | undefined | Promise<Uint8Array>,
): Promise<{ searcher: Searcher; index: SearchIndex; names: NameFinder; fetched: string[] }> {
  const fetched: string[] = [];
  const read = async (path: string) => {
    const content = await fileAt(path);
    if (!content) throw new Error(`${path} is not in the bundle.`);
    fetched.push(path);
    return content;
  };
  const bundle: Bundle = {
    base,
    text: async (path) => new TextDecoder().decode(await read(path)),
    fragment: async (id) => {
      const content = gunzipSync(await read(`fragment/${id}.pf_fragment`)).subarray(12);
      return JSON.parse(content.toString()) as Fragment;
    },
  };
  const index = await SearchIndex.open(bundle, await worker(read));
  const names = new NameFinder(unpackNames(await bundle.text('names.json')));
  return { searcher: new Searcher(index, names), index, names, fetched };
}

/** The addresses of what was found, in its order. */
export async function addressesOf(index: SearchIndex, hits: readonly Hit[]): Promise<string[]> {
  const fragments = hits.map(({ shard, row }) => index.fragment(shard, shard.table.ids[row] ?? ''));
  return (await Promise.all(fragments)).map(({ url }) => url);
}

async function worker(read: Read): Promise<PagefindWorker> {
  let listener: (event: { data: unknown }) => unknown = () => undefined;
  const waiting = new Map<string, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const self = {
    addEventListener: (_: string, given: typeof listener) => (listener = given),
    postMessage: ({ id, error, result }: Message) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error === undefined) resolve?.(result);
      else reject?.(new Error(error));
    },
  };
  const fetch = async (url: string) => new Response(Buffer.from(await read(url.replace(base, '').replace(/\?.*/, ''))));
  const globals = { TextDecoder, TextEncoder, URL, Response, WebAssembly, Intl, Uint8Array, Uint16Array, Uint32Array, Error };
  vm.runInNewContext(new TextDecoder().decode(await read('pagefind-worker.js')), {
    self,
    fetch,
    console,
    setTimeout,
    ...globals,
  });
  let calls = 0;
  return {
    call: (instanceId, method, ...args) =>
      new Promise((resolve, reject) => {
        const id = String(calls++);
        waiting.set(id, { resolve, reject });
        // A message is no call: whoever sends it goes on before it is read.
        setImmediate(() => listener({ data: { id, instanceId, method, args } }));
      }),
  };
}
