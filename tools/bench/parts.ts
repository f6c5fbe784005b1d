/** Where the time of a build goes, from what it says. */
import type { Line } from './measure.ts';

/** Seconds on the clock by the part of the build; the routes by what they make, each from Astro's own clock. */
export type Parts = ReadonlyMap<string, number>;

/** The kinds of route, the first that fits. */
const routes: readonly (readonly [name: string, path: RegExp])[] = [
  ['cards for sharing', /^\/og\//],
  ['feeds and calendars', /(\.ics|\/(feed|rss)\.(xml|json))$/],
  ['open data', /^\/data\//],
  ['parallel pages', /\/parallel\//],
  ['pages of entries', /^\/\w+\/(articles|events|issues|programmes|notices)\/[^/]+\//],
  ['other pages', /./],
];

/** What ends each stage, in their order. */
const stages: readonly (readonly [name: string, end: RegExp])[] = [
  ['check', /問題なし/],
  ['reading the content', /\[types\] Generated/],
  ['bundling', /generating static routes/],
  ['all routes', /✓ Completed in/],
  ['pictures', /✓ Completed in/],
  ['sitemap', /hook "astro:build:done"|\[search\]/],
  ['search', /\[search\] en:/],
  ['newsroom and what is kept', /\[build\] Complete!/],
];

/** The parts of a build that said these lines and ended after `wall` seconds; a stage that it does not tell of is left out. */
export function partsOf(lines: readonly Line[], wall: number): Parts {
  const parts = new Map<string, number>();
  let [from, since] = [0, 0];
  for (const [name, end] of stages) {
    const index = lines.findIndex(({ text }, place) => place >= from && end.test(text));
    const found = lines[index];
    if (!found) continue;
    parts.set(name, found.at - since);
    [from, since] = [index + 1, found.at];
  }
  parts.set('audit and the rest', wall - since);
  for (const { text } of lines) {
    const [, path, figure, unit] = /[├└]─ (\S+) \(\+([\d.]+)(ms|s)\)/.exec(text) ?? [];
    const kind = path && routes.find(([, pattern]) => pattern.test(path))?.[0];
    if (kind) parts.set(`– ${kind}`, (parts.get(`– ${kind}`) ?? 0) + Number(figure) / (unit === 'ms' ? 1000 : 1));
  }
  return parts;
}
