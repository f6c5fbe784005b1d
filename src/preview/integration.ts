/** `npm start` shows an unsaved draft on its real page; a build knows nothing of it. */
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type Connect, type ViteDevServer } from 'vite';
import { renewList } from '../entries/live.ts';
import type * as Drafts from './drafts.ts';
import { servedPicture } from './pictures.ts';
import { refusalOf } from './same-origin.ts';

/** The address to which the editor sends a draft. */
const address = '/api/preview';

/** Bytes of a request: a text of 64 KB in two languages and a few new pictures. */
const mostBytes = 20 * 1024 * 1024;

export function preview(): AstroIntegration {
  let root = '';
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectRoute, addMiddleware }) => {
        if (command !== 'dev') return;
        root = fileURLToPath(config.root);
        injectRoute({
          pattern: '/[lang]/preview/[token]',
          entrypoint: new URL('./Preview.astro', import.meta.url),
          prerender: false,
        });
        addMiddleware({ order: 'pre', entrypoint: new URL('./middleware.ts', import.meta.url) });
        // Before Astro's own, which refuses every path that does not end with a slash.
        const configureServer = (server: ViteDevServer) => () =>
          void server.middlewares.stack.unshift({ route: '', handle: draftHandler(server, root) });
        updateConfig({ vite: { plugins: [{ name: 'preview', enforce: 'post', configureServer }] } });
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(join(root, 'src'))) renewList();
        });
        server.middlewares.use((request, response, next) => {
          const picture = servedPicture(root, request.url ?? '');
          if (!picture) {
            next();
            return;
          }
          response.writeHead(200, {
            'Content-Type': picture.type,
            'Cache-Control': 'no-store',
            'X-Content-Type-Options': 'nosniff',
          });
          response.end(picture.content);
        });
      },
    },
  };
}

function draftHandler(server: ViteDevServer, root: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (request.url !== address) {
      next();
      return;
    }
    answerTo(request, server, root).then(({ status, told }) => {
      response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(told));
    }, next);
  };
}

async function answerTo(
  request: IncomingMessage,
  server: ViteDevServer,
  root: string,
): Promise<{ status: number; told: unknown }> {
  const refuse = (status: number, error: string) => ({ status, told: { error } });
  const refusal = refusalOf(request);
  if (refusal) return refuse(403, refusal);
  if (request.method !== 'PUT') return refuse(405, 'A draft is PUT here.');
  const body = await bodyOf(request);
  if (body === undefined) return refuse(413, `A draft has at most ${mostBytes} bytes.`);
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Astro does not render its pages in this process.');
  // From Vite, as the pages are: a change of the model holds for previews at once.
  const drafts = await ssr.runner.import<typeof Drafts>(fileURLToPath(new URL('./drafts.ts', import.meta.url)));
  const told = await drafts.preview(root, parsed(body));
  return told ? { status: 200, told } : refuse(400, 'A draft is { type, slug, language, files, pictures? }.');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The body of a request; undefined where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Read to its end even then: a sender that is cut off sees no answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}
