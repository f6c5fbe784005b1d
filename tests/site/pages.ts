import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

export const dist = join(process.cwd(), 'dist');

export interface BuiltPage {
  /** As in a browser's address: `/ja/events/`. */
  readonly path: string;
  readonly file: string;
  readonly html: string;
  readonly root: HTMLElement;
}

/** Every file below `dist/`, from there. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
  .sort();

/** Every HTML page of the built site that is for readers; the newsroom at `/admin/` has tests of its own. */
export const pages: readonly BuiltPage[] = files
  .filter((file) => file.endsWith('.html') && !file.startsWith('/admin/'))
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return { path: file.replace(/index\.html$/, ''), file, html, root: parse(html, { comment: true }) };
  });

/** The pages of a language; the language choice and the 404 page belong to none. */
export function pagesIn(language: string): BuiltPage[] {
  return pages.filter(({ path }) => path.startsWith(`/${language}/`));
}

export function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
