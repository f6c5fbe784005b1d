/**
 * `npm run host -- nginx | apache | caddy`: the configuration of a server that sends what `dist/_headers` and
 * `dist/_redirects` say. Where its files lie is the working directory's `dist/`, to be changed on the server.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersFor, redirectsIn, rulesIn, type Headers, type Rule } from './headers.ts';

export const hosts = ['nginx', 'apache', 'caddy'] as const;
export type Host = (typeof hosts)[number];

/** What a server is told. */
interface Site {
  readonly folder: string;
  readonly port: number;
  /** The beginnings of paths, the longest first, with every header that holds below each. */
  readonly rooms: readonly { readonly beginning: string; readonly headers: Headers }[];
  readonly redirects: ReadonlyMap<string, string>;
}

const writers: Readonly<Record<Host, (site: Site) => string>> = { nginx, apache, caddy };

/**
 * The configuration of a host for the files of a folder, which are served from a port of this machine: TLS, names and
 * compression are the server's own affair. The text is a whole `server` block (nginx), virtual host (Apache 2.4) or site
 * (Caddy 2).
 */
export function configurationOf(host: Host, folder: string, port: number): string {
  const rules = rulesIn(readFileSync(join(folder, '_headers'), 'utf8'));
  return writers[host]({ folder, port, rooms: roomsOf(rules), redirects: redirectsIn(folder) });
}

function roomsOf(rules: readonly Rule[]): Site['rooms'] {
  const beginnings = rules.map(({ pattern }) => {
    if (pattern.endsWith('/*')) return pattern.slice(0, -1);
    throw new Error(
      `_headers: ${pattern}: このサーバー設定は「/…/*」だけを写せます。 Only patterns that end with /* can be written for a server.`,
    );
  });
  return beginnings
    .toSorted((a, b) => b.length - a.length)
    .map((beginning) => ({ beginning, headers: headersFor(rules, beginning) }));
}

const quoted = (text: string) => `"${text.replaceAll('"', String.raw`\"`)}"`;

const linesOf = (headers: Headers, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, quoted(value)));

/** An inner `add_header` replaces the outer ones as a whole, so that each room says all that holds in it. */
function nginx({ folder, port, rooms, redirects }: Site): string {
  const given = (headers: Headers) => linesOf(headers, (name, value) => `    add_header ${name} ${value} always;`);
  const everywhere = rooms.at(-1)?.headers ?? {};
  return [
    'server {',
    `  listen 127.0.0.1:${port};`,
    `  root ${quoted(folder)};`,
    '  charset utf-8;',
    '  charset_types text/css text/plain text/xml text/calendar text/csv application/xml application/json application/javascript text/javascript;',
    // Types of its own take the place of all that a wider block says.
    '  include /etc/nginx/mime.types;',
    '  types { text/calendar ics; text/csv csv; }',
    '  default_type application/octet-stream;',
    '  absolute_redirect off;',
    '  server_tokens off;',
    '  error_page 404 /404.html;',
    '  location ~ ^/_(headers|redirects)$ { return 404; }',
    ...[...redirects].map(([from, to]) =>
      [`  location = ${from} {`, ...given(everywhere), `    return 301 ${to};`, '  }'].join('\n'),
    ),
    ...rooms.map(({ beginning, headers }) => [`  location ${beginning} {`, ...given(headers), '  }'].join('\n')),
    '}',
    '',
  ].join('\n');
}

function apache({ folder, port, rooms, redirects }: Site): string {
  return [
    `<VirtualHost 127.0.0.1:${port}>`,
    `  DocumentRoot ${quoted(folder)}`,
    `  <Directory ${quoted(folder)}>`,
    '    Require all granted',
    '    AllowOverride None',
    '    DirectoryIndex index.html',
    '  </Directory>',
    '  AddDefaultCharset utf-8',
    '  AddCharset utf-8 .css .js .json .xml .ics .csv .txt',
    '  ErrorDocument 404 /404.html',
    '  ServerSignature Off',
    String.raw`  RedirectMatch 404 ^/_(headers|redirects)$`,
    ...[...redirects].map(([from, to]) => `  RedirectMatch 301 ^${from.replaceAll(/[.+]/g, String.raw`\$&`)}$ ${to}`),
    // Later sections add to earlier ones: every room clears what the wider ones gave.
    ...rooms.toReversed().map(({ beginning, headers }) =>
      [
        `  <Location ${quoted(beginning)}>`,
        ...new Set(rooms.flatMap((room) => Object.keys(room.headers)).filter((name) => !(name in headers))),
      ]
        .map((line, index) => (index === 0 ? line : `    Header always unset ${line}`))
        .concat(
          linesOf(headers, (name, value) => `    Header always set ${name} ${value}`),
          '  </Location>',
        )
        .join('\n'),
    ),
    '</VirtualHost>',
    '',
  ].join('\n');
}

function caddy({ folder, port, rooms, redirects }: Site): string {
  return [
    `http://127.0.0.1:${port} {`,
    `  root * ${quoted(folder)}`,
    ...[...redirects].map(([from, to]) => `  redir ${from} ${to} 301`),
    ...['/_headers', '/_redirects'].map((path) => `  handle ${path} {\n    error 404\n  }`),
    ...rooms.map(({ beginning, headers }) =>
      [
        `  handle ${beginning}* {`,
        ...linesOf(headers, (name, value) => `    header ${name} ${value}`),
        '    file_server',
        '  }',
      ].join('\n'),
    ),
    '  handle_errors {',
    ...linesOf(rooms.at(-1)?.headers ?? {}, (name, value) => `    header ${name} ${value}`),
    '    rewrite * /404.html',
    '    file_server {',
    '      status 404',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [asked] = process.argv.slice(2);
  const host = hosts.find((name) => name === asked);
  if (host) console.log(configurationOf(host, resolve('dist'), 8080));
  else {
    console.error(`サーバーを選んでください。 Choose a server: ${hosts.join(', ')}`);
    process.exitCode = 2;
  }
}
