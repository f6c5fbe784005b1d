/**
 * A build makes only those pages again that would be others. It begins with what is published; of every page, feed, calendar and
 * picture it knows what was read when it was made, and Astro is asked to make those alone whose reads give something else.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { absolute, settings } from '../../settings.ts';
import { now, today } from '../clock.ts';
import { openDigests } from '../digests.ts';
import { factsOfAll } from '../entries/facts.ts';
import { fileDigests } from '../entries/kept-entries.ts';
import { readOnce } from '../entries/read.ts';
import { codeDigest, digest } from '../kept.ts';
import { cutLoose, lazily } from '../lasting.ts';
import { askAgain } from '../queries/questions.ts';
// Each module of questions enters its own when it is loaded.
import '../queries/asked.ts';
import { idOf, readBeside, recording, written, type Read } from '../queries/reads.ts';
import { libraryOfBuild } from '../queries/site-library.ts';
import { changedIn, makeAlike, openToAll, removeFiles, treeOf } from './folder.ts';
import { openLedger, type Ledger, type Source } from './ledger.ts';
import { output } from './output.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The page that hosts send where there is none. */
const notFound = '404';

/** Fills `addresses` with those of all pages, whether they are made again or not. Stands last among the integrations: what no part of a build has made is removed. */
export function rebuild(addresses: string[]): AstroIntegration {
  let root = '';
  let ledger: Ledger;
  /** The file of each page, by its name. */
  const pages = new Map<string, string>();
  /** The files of those that are made. */
  const fresh = new Set<string>();

  const chosen = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    getStaticPaths: async () => {
      const found = await astro.getStaticPaths();
      const twice = new Set<string>();
      for (const path of found) {
        const name = nameOf(path.pathname);
        if (pages.has(name)) twice.add(name);
        pages.set(name, fileOf(name, path));
        if (path.route.type === 'page' && name !== notFound) addresses.push(absolute(name === '' ? '/' : `/${name}/`));
      }
      // Two routes for one page are left for Astro to tell.
      return found.filter(({ pathname }) => twice.has(nameOf(pathname)) || !ledger.stands(nameOf(pathname), output.before));
    },
    render: async (request, options) => {
      // With its body: what is streamed is read while it is sent.
      const { value, reads } = await recording(async () => {
        const rendered = await astro.render(request, options);
        const { response, ...rest } = rendered instanceof Response ? { response: rendered } : rendered;
        return { response, rest, body: Buffer.from(await response.arrayBuffer()) };
      });
      const { response, rest, body } = value;
      const name = nameOf(new URL(request.url).pathname);
      fresh.add(pages.get(name) ?? '');
      ledger.made(name, { reads, shown: picturesIn(body, response) });
      return { ...rest, response: new Response(body, response) };
    },
  });

  return {
    name: 'rebuild',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // A server takes it as a sign that what is built is to be watched.
        if (command === 'build') updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        output.cache = join(fileURLToPath(config.cacheDir), '..', 'rebuild');
        output.folder = fileURLToPath(config.outDir);
        output.digests = openDigests(join(output.cache, 'files.json'));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { folder, cache, published, digests } = output;
        ledger = openLedger(join(cache, 'reads.txt'), groundOf(root), sourceOf(root));
        if (ledger.isEmpty) rmSync(folder, { recursive: true, force: true });
        if (published && output.past.size === 0) output.past = treeOf(published, digests);
        output.before =
          published && !ledger.isEmpty ? makeAlike(published, output.past, folder, digests) : treeOf(folder, digests);
        setPrerenderer(chosen);
      },
      'astro:build:done': ({ logger }) => {
        const { folder, before, left, digests } = output;
        const own = ledger.filesOf(pages);
        // Nothing has touched the file of a page that was not made.
        const standing = (path: string) =>
          own.has(path) && !fresh.has(path) && !path.startsWith('_astro/') ? before.get(path) : undefined;
        const made = treeOf(folder, digests, standing);
        const isAlien = (path: string) =>
          !own.has(path) && !left.has(path) && made.get(path)?.stamp === before.get(path)?.stamp;
        const aliens = [...made.keys()].filter(isAlien);
        removeFiles(folder, aliens);
        for (const path of aliens) made.delete(path);
        openToAll(folder, changedIn(before, made));
        for (const state of made.values()) digests.note(state);
        output.after = made;
        ledger.keep(pages, made);
        digests.keep();
        logger.info(`${pages.size} pages, of which ${fresh.size} were made`);
      },
    },
  };
}

/** The name of a page: its path, however it is written. */
function nameOf(pathname: string): string {
  return decodeURI(pathname).replace(/^\/|\/$/g, '');
}

/** Where Astro writes a page, from the folder of the site. */
function fileOf(name: string, { route }: Path): string {
  if (route.type !== 'page') return name;
  return name === notFound ? `${name}.html` : join(name, 'index.html');
}

const picture = /_astro\/[\w.-]+\.(?:avif|gif|jpe?g|png|svg|webp)/g;

/** The pictures that a page shows, by their paths from the folder of the site. */
function picturesIn(body: Buffer, { headers }: Response): string[] {
  if (headers.get('Content-Type')?.startsWith('image/')) return [];
  return [...new Set(body.toString('latin1').match(picture))].map(cutLoose);
}

/** What decides pages besides what they read: all code, the packages, Node and the settings. */
function groundOf(root: string): string {
  const code = codeDigest(['astro.config.ts', 'public/icon.svg', 'settings.ts', 'src'], root);
  return digest([process.version, JSON.stringify(settings), code]);
}

/** What there is to read now. */
function sourceOf(root: string): Source {
  const known = lazily(() => new Map(readOnce(root).entries.map((entry) => [idOf(entry), entry])));
  const entryOf = (id: string) => known().get(id) ?? gone(id);
  const data = lazily(() => factsOfAll(readOnce(root).entries));
  const gaveOf = ([kind, ...named]: Read): string => {
    const [name = '', ...args] = named as [string?, ...unknown[]];
    if (kind === 'data') return entryOf(name).facts;
    if (kind === 'text') return entryOf(name).text ?? '';
    if (kind === 'asked') return written(askAgain(libraryOfBuild(), name, args));
    if (kind === 'picture') return fileDigests.of(join(root, name))?.digest ?? gone(name);
    return kind === 'today' ? today() : now().toISOString();
  };
  return {
    gives: (read) => {
      try {
        return digest([gaveOf(JSON.parse(read) as Read)]);
      } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    },
    beside: (read) => readBeside(libraryOfBuild(), read),
    get data() {
      return data();
    },
  };
}

function gone(name: string): never {
  throw new RangeError(`${name} is gone.`);
}
