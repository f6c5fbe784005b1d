/**
 * A build makes only those pages again that would be others: Astro leaves out a page whose key and whose modules are as they
 * were, and this gives every page, feed, calendar and picture its key from what it read when it was made.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { settings } from '../../settings.ts';
import { now, today } from '../clock.ts';
import { readOnce } from '../entries/read.ts';
import { digest } from '../kept.ts';
import { makeLibrary } from '../queries/library.ts';
import { askAgain } from '../queries/questions.ts';
// Each module of questions enters its own when it is loaded.
import '../queries/asked.ts';
import { output } from '../queries/pictures.ts';
import { idOf, recording, written, type Read } from '../queries/reads.ts';
import { openLedger, type Ledger } from './ledger.ts';

export function rebuild(): AstroIntegration {
  let root = '';
  let cache = '';
  let ledger: Ledger | undefined;
  const paths: string[] = [];

  const keyed = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    getStaticPaths: async () => {
      const found = await astro.getStaticPaths();
      const own = openLedger(join(cache, 'reads.json'), randomUUID(), groundOf(root), gives(root));
      ledger = own;
      paths.push(...found.map(({ pathname }) => nameOf(pathname)));
      return found.map((path) => ({ ...path, cacheKey: own.madeIn(nameOf(path.pathname)) }));
    },
    render: async (request, options) => {
      const { value, reads } = await recording(() => astro.render(request, options));
      ledger?.made(nameOf(new URL(request.url).pathname), reads);
      return value;
    },
  });

  return {
    name: 'rebuild',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ experimental: { incrementalBuild: true } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        cache = fileURLToPath(config.cacheDir);
        output.folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(keyed),
      'astro:build:done': () => ledger?.keep(paths),
    },
  };
}

/** The name of a page: its path, however it is written. */
function nameOf(pathname: string): string {
  return decodeURI(pathname).replace(/^\/|\/$/g, '');
}

/** A digest of what all pages depend on besides entries and their own modules: the names of styles and scripts, files read as such. */
function groundOf(root: string): string {
  const assets = readdirSync(join(output.folder, '_astro')).filter((name) => /\.(css|js)$/.test(name));
  const files = ['package.json', 'public/icon.svg'].map((file) => readFileSync(join(root, file), 'utf8'));
  return digest([process.version, JSON.stringify(settings), ...assets.sort(), ...files]);
}

/** Tells what a read gives now, as a digest; undefined where an entry or a picture is gone. */
function gives(root: string): (read: string) => string | undefined {
  const { entries } = readOnce(root);
  const library = makeLibrary(entries);
  const byId = new Map(entries.map((entry) => [idOf(entry), entry]));
  const entryOf = (id: string) => byId.get(id) ?? gone(id);
  const gaveOf = ([kind, ...named]: Read): string => {
    const [name = '', ...args] = named as [string?, ...unknown[]];
    if (kind === 'data') return written(entryOf(name).data);
    if (kind === 'text') return entryOf(name).text ?? '';
    if (kind === 'asked') return written(askAgain(library, name, args));
    if (kind === 'picture') return existsSync(join(root, name)) ? readFileSync(join(root, name), 'latin1') : gone(name);
    return kind === 'today' ? today() : now().toISOString();
  };
  return (read) => {
    try {
      return digest([gaveOf(JSON.parse(read) as Read)]);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
}

function gone(name: string): never {
  throw new RangeError(`${name} is gone.`);
}
