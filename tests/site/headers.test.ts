/** The one file of headers: what it is worth, and that every server sends exactly it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { afterAll, describe, expect, test } from 'vitest';
import { installDebianPackages } from '../../tools/debian.ts';
import { headersFor, redirectsIn, rulesIn } from '../../tools/headers.ts';
import { configurationOf, type Host } from '../../tools/host.ts';
import { observe } from '../../tools/observatory.ts';
import { serve } from '../../tools/serve.ts';
import { dist, files, read } from './pages.ts';

const rules = rulesIn(read('/_headers'));
const policyOf = (path: string) => headersFor(rules, path)['Content-Security-Policy'] ?? '';

describe('the rules', () => {
  test('refuse a line that no host would understand', () => {
    expect(() => rulesIn('/*\n  X-Frame-Options DENY\n')).toThrow('_headers:2');
    expect(() => rulesIn('  X-Frame-Options: DENY\n')).toThrow('_headers:1');
  });

  test('give files whose name changes with their content a year, and every page none', () => {
    const hashed = files.filter((file) => file.startsWith('/_astro/') || file.startsWith('/admin/assets/'));
    expect(hashed.length).toBeGreaterThan(50);
    for (const file of hashed) expect(headersFor(rules, file)['Cache-Control'], file).toContain('immutable');
    for (const path of ['/', '/ja/', '/en/search/', '/pagefind/ja/names.json'])
      expect(headersFor(rules, path)['Cache-Control']).toBe('public, max-age=0, must-revalidate');
  });

  test.each(['/ja/', '/en/search/', '/admin/'])(
    'score 125 or more at the Observatory: %s',
    async (path) => {
      const { score, verdicts } = await observe(read(`${path}index.html`), headersFor(rules, path));
      expect(verdicts.filter(({ pass }) => !pass)).toEqual([]);
      // The newsroom lets in styles that its frame writes: the score for that alone is less.
      expect(score).toBeGreaterThanOrEqual(path === '/admin/' ? 120 : 125);
    },
    180_000,
  );

  test.each(['/ja/', '/admin/'])('have no finding of weight in the evaluator of policies: %s', (path) => {
    const { csp } = new CspParser(policyOf(path));
    const findings = new CspEvaluator(csp).evaluate();
    const heavy = findings.filter(({ severity }) => [Severity.HIGH, Severity.MEDIUM, Severity.SYNTAX].includes(severity));
    expect(heavy).toEqual([]);
    // What it cannot know is whether the site hosts what others upload, as scripts: it hosts none.
    const perhaps = findings.filter(({ severity }) => [Severity.HIGH_MAYBE, Severity.MEDIUM_MAYBE].includes(severity));
    expect(perhaps.map(({ directive, value }) => [directive, value])).toEqual([['script-src', "'self'"]]);
  });

  test('let no page run code or styles that stand in it', () => {
    expect(policyOf('/ja/')).not.toMatch(/'unsafe-|'nonce-|'sha\d|data:|blob:|https?:/);
    expect(policyOf('/admin/')).not.toMatch(/'(wasm-)?unsafe-eval/);
  });
});

describe('a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const running: ChildProcess[] = [];

  afterAll(() => {
    for (const child of running) child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const freePort = () =>
    new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });

  const has = (program: string) => {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  /** How each server is started in the foreground with a configuration, its own files all in a folder of the test. */
  const servers: Record<Host, { packages: string[]; program: string; start: (site: string) => string[] }> = {
    nginx: {
      packages: ['nginx-light'],
      program: '/usr/sbin/nginx',
      start: (site) => {
        const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
        writeFileSync(
          join(folder, 'nginx.conf'),
          `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {}\nhttp {\n` +
            `access_log off;\n` +
            `${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}\n${site}}\n`,
        );
        return ['-p', folder, '-c', join(folder, 'nginx.conf')];
      },
    },
    apache: {
      packages: ['apache2-bin'],
      program: '/usr/sbin/apache2',
      start: (site) => {
        const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers'];
        const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(site) ?? [];
        writeFileSync(
          join(folder, 'apache.conf'),
          `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}\n` +
            `ServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/apache.log\n` +
            `DefaultRuntimeDir ${folder}\nTypesConfig /etc/mime.types\n${site}`,
        );
        return ['-X', '-d', folder, '-f', join(folder, 'apache.conf')];
      },
    },
    caddy: {
      packages: ['caddy'],
      program: '/usr/bin/caddy',
      start: (site) => {
        writeFileSync(join(folder, 'Caddyfile'), `{\nadmin off\nauto_https off\n}\n${site}`);
        return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
      },
    },
  };

  const of = (beginning: string) => files.find((file) => file.startsWith(beginning)) ?? '';
  const moved = [...redirectsIn(dist).keys()];
  const paths = [
    ...[
      '/',
      '/ja/',
      '/ja',
      '/en/search/',
      '/admin/',
      '/data/schema.json',
      '/data/events.csv',
      '/ja/feed.xml',
      '/ja/events.ics',
    ],
    ...['/.well-known/security.txt', '/robots.txt', '/nothing/here/', '/_headers', '/_redirects'],
    ...['/_astro/', '/admin/assets/', '/og/ja/', '/pagefind/ja/'].map(of),
    ...moved.slice(0, 2),
  ];
  const names = [...new Set(rules.flatMap(({ given }) => Object.keys(given)))];
  const answers = async (origin: string) =>
    Object.fromEntries(
      await Promise.all(
        paths.map(async (path) => {
          const response = await fetch(origin + path, { redirect: 'manual' });
          await response.arrayBuffer();
          const location = response.headers.get('location');
          const to = location && new URL(location, origin).pathname;
          const type = (response.headers.get('content-type') ?? 'application/octet-stream')
            .split(';')[0]
            ?.replace('application/javascript', 'text/javascript');
          // A host's own redirect from a folder without its slash is the host's; where it leads to is what counts.
          const own = path === '/ja';
          const sent = own ? [] : names.map((name) => `${name}: ${response.headers.get(name) ?? ''}`);
          const status = own ? Math.floor(response.status / 100) : response.status;
          return [path, [String(status), to, location ? '' : type?.replace('text/xml', 'application/xml'), ...sent]] as const;
        }),
      ),
    );

  test.each(Object.keys(servers) as Host[])(
    '%s sends exactly the headers that the preview sends',
    async (host) => {
      const { packages, program, start } = servers[host];
      if (!has(program)) installDebianPackages(packages);
      const port = await freePort();
      const child = spawn(program, start(configurationOf(host, dist, port)), {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      });
      running.push(child);
      const origin = `http://127.0.0.1:${port}`;
      await expect
        .poll(() => fetch(`${origin}/robots.txt`).then(({ status }) => status, String), { timeout: 30_000 })
        .toBe(200);
      const preview = await serve(dist, 0);
      const expected = await answers(`http://127.0.0.1:${(preview.address() as AddressInfo).port}`);
      preview.close();
      const found = await answers(origin);
      // The preview leaves out what would send a browser on this machine to https.
      const plain = (all: typeof expected) =>
        Object.fromEntries(
          Object.entries(all).map(([path, lines]) => [
            path,
            lines.map((line) => line?.replace('; upgrade-insecure-requests', '')),
          ]),
        );
      expect(plain(found)).toEqual(plain(expected));
    },
    180_000,
  );
});
