/** The search index in the site: written after a build; in development made anew when content has changed. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { contentFolder } from '../entries/entry.ts';
import { liveEntries } from '../entries/live.ts';
import { isLanguage, languages, type Language } from '../i18n/languages.ts';
import { makeLibrary, type Library } from '../queries/library.ts';
import { libraryOfBuild } from '../queries/site-library.ts';
import { placeTogether } from '../rebuild/output.ts';
import { searchIndex } from './build.ts';
import { namesOf } from './name-list.ts';
import { recordsOf } from './records.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
};

export function search(): AstroIntegration {
  let root = '';
  const indexOf = (language: Language, library: Library) =>
    searchIndex(recordsOf(library, language), namesOf(library, language));
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        const kept = new Map<Language, Promise<Map<string, Uint8Array>>>();
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(join(root, contentFolder))) kept.clear();
        });
        server.middlewares.use((request, response, next) => {
          const [, language, file] = /^\/pagefind\/([^/]+)\/([^?]+)/.exec(request.url ?? '') ?? [];
          if (!isLanguage(language) || !file) {
            next();
            return;
          }
          const files = kept.get(language) ?? indexOf(language, makeLibrary(liveEntries())).make();
          kept.set(language, files);
          files.catch(() => kept.delete(language));
          files.then((all) => {
            const content = all.get(file);
            response.statusCode = content ? 200 : 404;
            response.setHeader('Content-Type', types[file.split('.').pop() ?? ''] ?? 'application/octet-stream');
            response.setHeader('Cache-Control', 'no-store');
            response.end(content);
          }, next);
        });
      },
      'astro:build:done': async ({ logger }) => {
        for (const language of languages) {
          const { source, make } = indexOf(language, libraryOfBuild());
          const count = await placeTogether(`pagefind/${language}`, source, make);
          logger.info(`${language}: ${count} files`);
        }
        await close();
      },
    },
  };
}
