/** What an editor does between two builds. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, textName } from '../../src/entries/entry.ts';
import { languages } from '../../src/i18n/languages.ts';
import type { Made } from './content.ts';

/** Adds a sentence to the Japanese text of the newest article, or of one in the middle of the years; gives its slug. */
export function editText(root: string, { articles }: Made, sentence: string, age: 'new' | 'old' = 'old'): string {
  const slug = articles.at(age === 'new' ? -1 : Math.floor(articles.length / 2)) ?? '';
  const file = join(root, contentFolder, 'articles', slug, textName('ja'));
  // Before the notes, which end a text.
  edit(file, /(\n\n[^\n<#|[-][^\n]*)/, `$1${sentence}`);
  return slug;
}

/** Gives an article of the same age another Japanese title, which stands in every list that names it. */
export function editTitle(root: string, { articles }: Made): void {
  const slug = articles[Math.floor(articles.length / 2) + 1] ?? '';
  edit(join(root, contentFolder, 'articles', slug, textName('ja')), /^title: (.*)$/m, 'title: $1（改）');
}

/** Writes a new article, the newest of all, after the likeness of the last one. */
export function addArticle(root: string, { articles }: Made): void {
  const [last = '', added] = [articles.at(-1), 'bench-added'];
  const folder = join(root, contentFolder, 'articles', added);
  cpSync(join(root, contentFolder, 'articles', last), folder, { recursive: true });
  for (const language of languages) edit(join(folder, textName(language)), /^title: ("?)(.*)$/m, 'title: $1New – $2');
  edit(join(folder, textName('ja')), /^slug: .*$/m, `slug: ${added}`);
  edit(join(folder, textName('ja')), /^date: .*$/m, 'date: "2026-01-15"');
}

/** Gives a theme another Japanese name: it stands on every page of an entry that has it. */
export function renameTheme(root: string): void {
  edit(join(root, contentFolder, 'themes', 'tourism.yaml'), /^( {2}title: .*)$/m, '$1と旅');
}

/** Throws an Error where there is nothing to change. */
function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`There is no ${from.source} in ${file}.`);
  writeFileSync(file, changed);
}
