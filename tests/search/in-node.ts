/** Pagefind's worker and a bundle's files without a browser: the same code that readers run, in Node. */
import vm from 'node:vm';
import { gunzipSync } from 'node:zlib';
import type { Bundle, Fragment, PagefindWorker } from '../../src/search/engine.ts';
import { SearchIndex } from '../../src/search/engine.ts';
import { NameFinder, unpackNames } from '../../src/search/names.ts';
import { Searcher } from '../../src/search/query.ts';

const base = '/pagefind/';

interface Message {
  readonly id: string;
  readonly error?: string;
  readonly result?: unknown;
}

/** What a searcher of these files is, and every file that it has fetched. */
export async function searcherOf(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ searcher: Searcher; index: SearchIndex; names: NameFinder; fetched: string[] }> {
  const fetched: string[] = [];
  const read = (path: string) => {
    const content = files.get(path);
    if (!content) throw new Error(`${path} is not in the bundle.`);
    fetched.push(path);
    return content;
  };
  const bundle: Bundle = {
    base,
    text: (path) => Promise.resolve(new TextDecoder().decode(read(path))),
    fragment: (id) => {
      const content = gunzipSync(read(`fragment/${id}.pf_fragment`)).subarray(12);
      return Promise.resolve(JSON.parse(content.toString()) as Fragment);
    },
  };
  const index = await SearchIndex.open(bundle, worker(read));
  const names = new NameFinder(unpackNames(await bundle.text('names.json')));
  return { searcher: new Searcher(index, names), index, names, fetched };
}

function worker(read: (path: string) => Uint8Array): PagefindWorker {
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
  const fetch = (url: string) => Promise.resolve(new Response(Buffer.from(read(url.replace(base, '').replace(/\?.*/, '')))));
  const globals = { TextDecoder, TextEncoder, URL, Response, WebAssembly, Intl, Uint8Array, Uint16Array, Uint32Array, Error };
  vm.runInNewContext(new TextDecoder().decode(read('pagefind-worker.js')), { self, fetch, console, setTimeout, ...globals });
  let calls = 0;
  return {
    call: (instanceId, method, ...args) =>
      new Promise((resolve, reject) => {
        const id = String(calls++);
        waiting.set(id, { resolve, reject });
        listener({ data: { id, instanceId, method, args } });
      }),
  };
}
