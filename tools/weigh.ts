/** What a page of `dist/` costs its reader before they do anything: bytes as sent, and requests. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';

/** Bytes by kind, text as gzip sends it, and how many files are fetched. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly font: number;
  /** The pictures that are fetched at once, in the widest of their sizes: the most that a screen may ask for. */
  readonly image: number;
  readonly requests: number;
}

const text = new Set(['.html', '.css', '.js', '.svg', '.json']);
const known = new Map<string, number>();

/** Bytes of a file as it is sent. */
function sent(file: string): number {
  const seen = known.get(file);
  if (seen !== undefined) return seen;
  const content = readFileSync(file);
  const size = text.has(extname(file)) ? gzipSync(content).length : content.length;
  known.set(file, size);
  return size;
}

/** What a script imports without being asked, and what that imports. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
    withImports(join(file, '..', path), found);
  return found;
}

/** Fonts that a style sheet names; none is fetched before it is used, but a reader may have to. */
function fontsIn(css: string): string[] {
  return [...readFileSync(css, 'utf8').matchAll(/url\(["']?([^"')]+\.(?:woff2?|ttf|otf))/g)].map(([, path = '']) => path);
}

/** The candidate of `srcset` that a browser without other wishes would take: the first format, the widest size. */
function widest(image: HTMLElement): string {
  const { parentNode } = image;
  const source = parentNode?.tagName === 'PICTURE' ? parentNode.querySelector('source') : null;
  const candidates = ((source ?? image).getAttribute('srcset') ?? '')
    .split(',')
    .map((candidate) => candidate.trim().split(' '));
  const width = ([, size = '0']: string[]) => parseInt(size, 10);
  const [chosen] = candidates.toSorted((a, b) => width(b) - width(a));
  return chosen?.[0] || (image.getAttribute('src') ?? '');
}

/** Weighs a page, `file` being its path below `dist`. */
export function weigh(dist: string, file: string): Weight {
  const root = parse(readFileSync(join(dist, file), 'utf8'));
  const own = (path: string | undefined) => join(dist, decodeURI(path ?? ''));
  const of = (selector: string, attribute: string) =>
    root.querySelectorAll(selector).map((element) => own(element.getAttribute(attribute)));
  const styles = of('link[rel=stylesheet]', 'href');
  const scripts = [...of('script[src]', 'src').reduce((found, script) => withImports(script, found), new Set<string>())];
  const images = root.querySelectorAll('img:not([loading=lazy])').map((image) => own(widest(image)));
  const icon = of('link[rel=icon]', 'href');
  const fonts = [...of('link[as=font]', 'href'), ...styles.flatMap(fontsIn).map(own)];
  const sum = (files: readonly string[]) => files.filter(existsSync).reduce((all, each) => all + sent(each), 0);
  return {
    html: sum([join(dist, file)]),
    css: sum(styles),
    script: sum(scripts),
    font: sum(fonts),
    image: sum(images),
    requests: 1 + [styles, scripts, fonts, images, icon].flat().length,
  };
}

/** What has a limit. */
export const budgeted = ['html', 'css', 'script', 'font', 'image'] as const satisfies readonly (keyof Weight)[];

export type Budget = Readonly<Record<(typeof budgeted)[number], number>>;

const kilobytes = (budget: Budget): Budget =>
  Object.fromEntries(budgeted.map((kind) => [kind, budget[kind] * 1024])) as Record<keyof Budget, number>;

/** The limits, in kilobytes; the first whose pattern fits a page's path is its own. */
const budgets: readonly (Budget & { readonly pages: RegExp })[] = [
  { pages: /^\/\w+\/articles\/[^/]+\//, html: 30, css: 20, script: 0, font: 0, image: 200 },
  // The search itself; its index and dictionaries are fetched when a reader asks.
  { pages: /^\/\w+\/search\/$/, html: 60, css: 20, script: 30, font: 0, image: 0 },
  { pages: /^/, html: 60, css: 20, script: 5, font: 0, image: 200 },
];

/** The limits of a page, in bytes. */
export function budgetOf(path: string): Budget {
  const found = budgets.find(({ pages }) => pages.test(path));
  if (!found) throw new Error(`No budget for ${path}`);
  return kilobytes(found);
}
