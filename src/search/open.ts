/** The search in a browser: Pagefind's worker, the files of a language's bundle, and the searcher over both. */
import { SearchIndex, type Bundle, type Fragment, type PagefindWorker } from './engine.ts';
import { load, loadNames } from './load.ts';
import { Searcher } from './query.ts';

/** The search of one language, open. */
export interface Search {
  readonly searcher: Searcher;
  readonly index: SearchIndex;
  /** The folder of its files, with a slash at its end. */
  readonly base: string;
}

/** Opens the bundle in a folder. Throws where its files cannot be loaded. */
export async function openSearch(base: string): Promise<Search> {
  const [index, names] = await Promise.all([
    SearchIndex.open(bundleIn(base), startWorker(base)),
    loadNames(`${base}names.json`),
  ]);
  return { searcher: new Searcher(index, names), index, base };
}

function bundleIn(base: string): Bundle {
  const fragments = new Map<string, Promise<Fragment>>();
  return {
    base,
    text: async (path) => (await load(base + path)).text(),
    fragment: (id) => {
      let fragment = fragments.get(id);
      if (!fragment) {
        fragment = loadFragment(`${base}fragment/${id}.pf_fragment`);
        fragments.set(id, fragment);
        fragment.catch(() => fragments.delete(id));
      }
      return fragment;
    },
  };
}

/** Pagefind compresses its files itself, and signs them with twelve bytes. */
async function loadFragment(url: string): Promise<Fragment> {
  const { body } = await load(url);
  const bytes = await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 12))) as Fragment;
}

interface Answer {
  readonly id: number;
  readonly error?: string;
  readonly result?: unknown;
}

function startWorker(base: string): PagefindWorker {
  const worker = new Worker(scriptAt(`${base}pagefind-worker.js`));
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  worker.addEventListener('message', ({ data: { id, error, result } }: MessageEvent<Answer>) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) resolve?.(result);
    else reject?.(new Error(error));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  let calls = 0;
  return {
    call: (instanceId, method, ...args) =>
      new Promise((resolve, reject) => {
        const id = calls++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, instanceId, method, args });
      }),
  };
}

/** Trusted Types, which not every browser has and TypeScript's library does not know. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/** The one script that is started by its address: the policy lets no other through. */
function scriptAt(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('search', {
    createScriptURL: (asked) => {
      if (!/^\/pagefind\/[a-z0-9-]+\/pagefind-worker\.js$/.test(asked)) throw new TypeError(asked);
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}
