/** Former addresses of entries, as the `_redirects` file that static hosts read. */
import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Entry } from '../entries/entry.ts';
import { readOnce } from '../entries/read.ts';
import { entryPath } from '../queries/paths.ts';

/** A line for each former address of each language: `from to 301`. */
export function redirectsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ type, slug, language, data }) =>
    ('aliases' in data ? data.aliases : []).map(
      (alias) => `${entryPath(language, type, alias.slug)} ${entryPath(language, type, slug)} 301`,
    ),
  );
}

/** Adds to `_redirects`, after what a maintainer may have written in `public/`; no file where nothing has moved. */
export function redirects(): AstroIntegration {
  let root = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const lines = redirectsOf(readOnce(root).entries);
        if (lines.length > 0) await appendFile(new URL('_redirects', dir), `${lines.join('\n')}\n`);
      },
    },
  };
}
