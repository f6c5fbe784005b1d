/** Serves `dist/` as a static host would, with the headers of `public/_headers`, on loopback. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { headersFor, redirectsIn, rulesIn } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.wasm': 'application/wasm',
};

/** Starts the server; port 0 means any free one. The promise is kept once it listens. */
export function serve(folder: string, port: number): Promise<Server> {
  const rules = rulesIn(readFileSync(join(folder, '_headers'), 'utf8'));
  const moved = redirectsIn(folder);
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    const wanted = join(folder, normalize(path));
    const file = wanted.startsWith(folder) && !isRules(path) ? fileAt(wanted) : undefined;
    const headers = { ...headersFor(rules, path) };
    // A browser on plain http would look for https on this machine.
    headers['Content-Security-Policy'] = (headers['Content-Security-Policy'] ?? '').replace('; upgrade-insecure-requests', '');
    const elsewhere = file ? undefined : (moved.get(path) ?? (fileAt(`${wanted}/`) ? `${path}/` : undefined));
    if (elsewhere) {
      response.writeHead(301, { ...headers, Location: elsewhere }).end();
      return;
    }
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { ...headers, 'Content-Type': types[extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

/** The path that a request asks for; an encoding that is none stays as it is. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a host reads and sends to nobody. */
function isRules(path: string): boolean {
  return path === '/_headers' || path === '/_redirects';
}

function fileAt(path: string): string | undefined {
  const file = path.endsWith('/') ? join(path, 'index.html') : path;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
