/**
 * The scoring of Mozilla's HTTP Observatory, by its own code. Its package fetches lists from elsewhere when it is installed
 * as others are, so it is put aside, without its scripts, the first time that it is needed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Headers } from './headers.ts';

const version = '1.4.8';
const folder = resolve('.cache/observatory', version);
const inside = `${folder}/node_modules/@mdn/mdn-http-observatory`;

/** One of its tests: what it found, and the points that this gives or takes. */
export interface Verdict {
  readonly name: string;
  readonly pass: boolean;
  readonly result: string;
  readonly points: number;
}

/** The parts of the package that are used. */
interface Modules {
  readonly constants: { readonly ALL_TESTS: readonly ((requests: unknown) => { pass: boolean; result: string })[] };
  readonly grader: { getScoreModifier(result: string): number };
  readonly charts: { readonly MINIMUM_SCORE_FOR_EXTRA_CREDIT: number };
  readonly types: { readonly Requests: new (hostname: string) => Asked };
}

interface Asked {
  responses: Record<string, unknown>;
  resources: { path: string | null };
  session: unknown;
}

function install(): void {
  if (!existsSync(`${inside}/package.json`)) {
    mkdirSync(folder, { recursive: true });
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, '--prefix', folder, `@mdn/mdn-http-observatory@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  // The list of sites that browsers know to be on https alone: without it this one counts as not listed.
  mkdirSync(`${inside}/conf`, { recursive: true });
  writeFileSync(`${inside}/conf/hsts-preload.json`, '{}');
}

async function modules(): Promise<Modules> {
  const load = async <T>(path: string) => (await import(pathToFileURL(`${inside}/src/${path}.js`).href)) as T;
  return {
    constants: await load<Modules['constants']>('constants'),
    grader: await load<Modules['grader']>('grader/grader'),
    charts: await load<Modules['charts']>('grader/charts'),
    types: await load<Modules['types']>('types'),
  };
}

/** The score of a page that is sent with these headers over https, http leading there. 100 is a pass in everything. */
export async function observe(html: string, headers: Headers): Promise<{ score: number; verdicts: Verdict[] }> {
  install();
  const { constants, grader, charts, types } = await modules();
  const url = new URL('https://www.example.jp/');
  const sent = Object.assign(Object.create({ get: (name: string) => sent[name.toLowerCase()] }) as Record<string, string>, {
    'content-type': 'text/html; charset=utf-8',
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  });
  const response = { status: 200, headers: sent, verified: true, request: {}, config: {} };
  const asked = new types.Requests(url.hostname);
  asked.responses = {
    ...asked.responses,
    auto: response,
    http: response,
    https: response,
    cors: response,
    httpRedirects: [
      { url: new URL('http://www.example.jp/'), status: 301 },
      { url, status: 200 },
    ],
    httpsRedirects: [{ url, status: 200 }],
  };
  asked.resources.path = html;
  asked.session = { url, jar: undefined };
  const verdicts = constants.ALL_TESTS.map((test) => {
    const output = test(asked);
    return {
      name: output.constructor.name,
      pass: output.pass,
      result: output.result,
      points: grader.getScoreModifier(output.result),
    };
  });
  const sum = (points: readonly number[]) => points.reduce((all, each) => all + each, 100);
  const uncurved = sum(verdicts.map(({ points }) => Math.min(points, 0)));
  // Extra points count where nothing much is missing.
  const score = uncurved >= charts.MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(verdicts.map(({ points }) => points)) : uncurved;
  return { score, verdicts };
}
