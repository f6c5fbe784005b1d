/** The newsroom in the site: built into `dist/admin/`, served with its file API by `npm start`. */
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AstroIntegration } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { languages } from '../src/i18n/languages.ts';
import { codeDigest, digest, keepFile, keptFile } from '../src/kept.ts';
import { refusalOf } from '../src/preview/same-origin.ts';
import { digestOfTree, keptTreeOf, type Tree } from '../src/rebuild/folder.ts';
import { placeFile } from '../src/rebuild/output.ts';
import { lineUpsFile } from './desk/line-ups.ts';
import { handbookPictures, handbookText } from './handbook/path.ts';
import { fileApi, type Call } from './server/files.ts';
import { headersOf, unchanging } from './server/headers.ts';
import { publishedLineUps } from './server/line-ups.ts';
import { newsroomOf } from './settings.ts';

/** Largest request of the file API: an entry with a few pictures. */
const most = 50 * 1024 * 1024;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export function newsroom(): AstroIntegration {
  let root = '';
  return {
    name: 'newsroom',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'dev') return;
        const folder = fileURLToPath(config.root);
        const handlers = [
          { route: '/api/v1', handle: files(folder) },
          { route: '/admin', handle: application(folder) },
        ];
        // Before Astro's own, which refuses every path that does not end with a slash.
        const configureServer = (server: ViteDevServer) => () => void server.middlewares.stack.unshift(...handlers);
        updateConfig({ vite: { plugins: [{ name: 'newsroom', enforce: 'post', configureServer }] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const said = await buildIfOld(root, digestOf(root));
        // Vite is told to say nothing but warnings there.
        if (said) logger.warn(said);
        const application = folderOf(root);
        for (const file of filesOf(root).keys()) placeFile(folder, join('admin', file), readFileSync(join(application, file)));
        placeFile(folder, join('admin', lineUpsFile), JSON.stringify(publishedLineUps(root)));
        appendFileSync(join(folder, '_headers'), headersOf(newsroomOf(process.env)));
      },
    },
  };
}

/** The file API over HTTP. Only local editing has it: over a Git host nothing on this machine is written. */
function files(root: string): Connect.NextHandleFunction {
  const answer = fileApi(root);
  return (request, response) => {
    const refusal = newsroomOf(process.env).backend === 'local' ? refusalOf(request) : 'The newsroom saves to a Git host.';
    if (refusal) {
      send(response, 403, { error: refusal });
      return;
    }
    if (request.method !== 'POST') {
      send(response, 405, { error: 'POST only.' });
      return;
    }
    readBody(request).then(
      (body) => {
        const call = parsed(body);
        if (!call) send(response, 422, { error: 'This is not a call of the file API.' });
        else {
          const { status, body: found } = answer(call);
          send(response, status, found);
        }
      },
      () => send(response, 413, { error: `More than ${most / 1024 / 1024} MB.` }),
    );
  };
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) {
        reject(new Error('too large'));
        request.removeAllListeners('data').resume();
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

function parsed(body: string): Call | undefined {
  try {
    const call: unknown = JSON.parse(body);
    return typeof call === 'object' && call !== null ? call : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Serves the built application; builds it first where it is missing or older than its sources. */
function application(root: string): Connect.NextHandleFunction {
  const folder = folderOf(root);
  let building: { readonly digest: string; readonly done: Promise<string> } | undefined;
  const headers = () => parseHeaders(headersOf(newsroomOf(process.env)));
  return (request, response, next) => {
    const path = (request.url ?? '/').replace(/[?#].*/, '');
    if (request.originalUrl === '/admin') {
      response.writeHead(301, { Location: '/admin/' }).end();
      return;
    }
    const serve = async () => {
      if (path === '/' || !building) {
        const digest = digestOf(root);
        if (building?.digest !== digest) building = { digest, done: buildIfOld(root, digest) };
      }
      await building.done;
      if (path === `/${lineUpsFile}`) {
        send(response, 200, publishedLineUps(root));
        return;
      }
      const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
      if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        ...headers(),
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': path.startsWith('/assets/') ? unchanging : 'no-cache',
      });
      response.end(readFileSync(file));
    };
    serve().catch(next);
  };
}

function parseHeaders(rules: string): Record<string, string> {
  const lines = rules.split('\n').flatMap((line) => /^\s+([A-Z][^:]+):\s*(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const found: Record<string, string> = {};
  for (let index = 0; index < lines.length; index += 2) found[lines[index] as string] = lines[index + 1] as string;
  return found;
}

/** Where the built application is kept. */
function folderOf(root: string): string {
  return join(root, '.cache', 'admin');
}

/** Beside it: the digest of what it was made of and of all its files. */
const mark = (root: string) => `${folderOf(root)}.json`;

/** Builds the application where it is missing, damaged, or older than its sources; gives what the build said, which is kept only if it said nothing. */
async function buildIfOld(root: string, sources: string): Promise<string> {
  const folder = folderOf(root);
  const state = () => digest([sources, digestOfTree(filesOf(root))]);
  if (keptFile(mark(root))?.toString('utf8') === state()) return '';
  rmSync(folder, { recursive: true, force: true });
  const said = await buildApplication(root, folder);
  if (said === '') keepFile(mark(root), state());
  return said;
}

/** The files of the built application. */
function filesOf(root: string): Tree {
  return keptTreeOf(folderOf(root), `${folderOf(root)}.files.json`);
}

/**
 * Builds in a process of its own, and gives what it said: React is compiled for production there, whatever this process is
 * serving.
 */
async function buildApplication(root: string, outDir: string): Promise<string> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const config = join(root, 'admin', 'vite.config.ts');
  const words = [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: root, env });
  return `${stdout}${stderr}`.trim();
}

/** Changes with the application's sources, its packages and its settings. */
function digestOf(root: string): string {
  const sources = ['admin', 'settings.ts', 'src', handbookPictures, ...languages.map(handbookText)];
  return digest([JSON.stringify(newsroomOf(process.env)), codeDigest(sources, root)]);
}
