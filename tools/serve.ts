/** Serves `dist/` as a static host would, with the headers of `public/_headers`, on loopback. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

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

/** The headers that `_headers` gives a path: every rule whose pattern matches, the later one winning. */
function headersFor(rules: string, path: string): Record<string, string> {
  const found: Record<string, string> = {};
  let matches = false;
  for (const line of rules.split('\n')) {
    if (/^\S/.test(line)) {
      const pattern = line.trim();
      matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    } else if (matches) {
      // `! Name` takes back what an earlier rule gave, so that the browser does not have to satisfy both.
      const [, taken] = /^\s+!\s*(\S+)\s*$/.exec(line) ?? [];
      if (taken) Reflect.deleteProperty(found, taken);
      const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
      if (name && value) found[name] = value;
    }
  }
  return found;
}

/** Starts the server; port 0 means any free one. The promise is kept once it listens. */
export function serve(folder: string, port: number): Promise<Server> {
  const rules = readFileSync(join(folder, '_headers'), 'utf8');
  const moved = redirectsIn(folder);
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    const wanted = join(folder, normalize(path));
    const file = wanted.startsWith(folder) ? fileAt(wanted) : undefined;
    const headers = headersFor(rules, path);
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

/** The lines `from to 301` of `_redirects`, where there is one. */
function redirectsIn(folder: string): Map<string, string> {
  const file = join(folder, '_redirects');
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split(' ').slice(0, 2) as [string, string]));
}

function fileAt(path: string): string | undefined {
  const file = path.endsWith('/') ? join(path, 'index.html') : path;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
