/** Former addresses of entries, as the `_redirects` file that static hosts read. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Entry } from '../entries/entry.ts';
import { readOnce } from '../entries/read.ts';
import { entryPath } from '../queries/paths.ts';

const name = '_redirects';

/** A line for each former address of each language: `from to 301`. */
export function redirectsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ type, slug, language, data }) =>
    ('aliases' in data ? data.aliases : []).map(
      (alias) => `${entryPath(language, type, alias.slug)} ${entryPath(language, type, slug)} 301`,
    ),
  );
}

/** Writes `_redirects`, what a maintainer may have written in `public/` first; no file where nothing has moved. */
export function redirects(): AstroIntegration {
  let root = '';
  let byHand = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        byHand = fileURLToPath(new URL(name, config.publicDir));
      },
      'astro:build:done': ({ dir }) => {
        const lines = redirectsOf(readOnce(root).entries);
        // The folder may hold the file of the last build, or that of `public/`.
        const before = existsSync(byHand) ? readFileSync(byHand, 'utf8') : '';
        if (lines.length > 0) writeFileSync(new URL(name, dir), `${before}${lines.join('\n')}\n`);
      },
    },
  };
}
