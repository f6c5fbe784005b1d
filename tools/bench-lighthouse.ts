/**
 * `npm run bench:lighthouse`: Lighthouse with its own settings for telephones over pages of `dist/`, as production's headers
 * send them; three runs each, of which the median is told. Nothing leaves this machine.
 */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { languages } from '../src/i18n/languages.ts';
import { findBrowser, quiet } from './browser.ts';
import { serve } from './serve.ts';

/** A page of each kind that readers come to from elsewhere. */
const paths = [
  '/',
  '/articles/koya-in-december/',
  '/prefectures/wakayama/',
  '/events/koya-study-tour-2014/',
  '/search/',
] as const;

const runs = 3;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const measures = {
  CLS: 'cumulative-layout-shift',
  'LCP, ms': 'largest-contentful-paint',
  'TBT, ms': 'total-blocking-time',
} as const;

/** What the main thread did meanwhile, as Lighthouse groups it: where blocking time comes from. */
const work = { 'layout, ms': 'styleLayout', 'script, ms': 'scriptEvaluation' } as const;

/** Where the browser listens for Lighthouse. */
const port = 9333;

const server = await serve(resolve('dist'), 0);
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...quiet, `--remote-debugging-port=${port}`] });

const missing = new Set<string>();

/** The scores and measures of one run; what costs points is remembered. */
async function run(path: string): Promise<number[]> {
  const result = await lighthouse(origin + path, { port, output: 'json', logLevel: 'silent', onlyCategories: [...categories] });
  if (!result) throw new Error(`Lighthouse gave no answer for ${path}`);
  const { audits, categories: scored } = result.lhr;
  for (const { auditRefs } of Object.values(scored)) {
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      const score = audit?.score ?? 1;
      if (weight > 0 && score < 1) missing.add(`${path}: ${audit?.title} (${id}, ${score})`);
    }
  }
  return [
    ...categories.map((category) => Math.round((scored[category]?.score ?? 0) * 100)),
    ...Object.values(measures).map((id) => audits[id]?.numericValue ?? NaN),
    ...Object.values(work).map((group) => durationOf(audits['mainthread-work-breakdown']?.details, group)),
  ];
}

/** Milliseconds of a group of work; 0 where there was none. */
function durationOf(details: unknown, group: string): number {
  const { items = [] } = (details ?? {}) as { items?: readonly { group: string; duration: number }[] };
  return items.find((item) => item.group === group)?.duration ?? 0;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

const columns = [...categories, ...Object.keys(measures), ...Object.keys(work)];
console.log(line(['page', ...columns]));
console.log(line(['---', ...columns.map(() => '--:')]));
for (const path of paths) {
  for (const language of languages) {
    const address = `/${language}${path}`;
    const found: number[][] = [];
    for (let count = 0; count < runs; count += 1) found.push(await run(address));
    const [first = []] = found;
    const medians = first.map((_, index) => median(found.map((values) => values[index] ?? NaN)));
    console.log(
      line([address, ...medians.map((value, index) => (index === categories.length ? value.toFixed(3) : Math.round(value)))]),
    );
  }
}
if (missing.size > 0) console.log(`\nWhat costs points:\n${[...missing].join('\n')}`);
await browser.close();
server.close();
