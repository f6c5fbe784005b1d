/** The editors' handbook as pages of the newsroom: `docs/handbook.*.md` at `/admin/handbook/{language}/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Plugin } from 'vite';
import { render } from '../../src/body/render.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { describe } from '../../src/model/refusal.ts';
import { handbookPath } from './path.ts';

/** From a page of the handbook to the folder that holds its text. */
const docs = '../../../docs';

/** Puts the handbook into its pages; its pictures go the way of every asset. */
export function handbook(root: string): Plugin {
  return {
    name: 'handbook',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { path }) {
        const language = languages.find((language) => path === `/handbook/${language}/index.html`);
        return language ? html.split('<!-- handbook -->').join(await htmlOf(root, language)) : html;
      },
    },
  };
}

/**
 * The handbook's HTML without its first heading, pictures by their paths from the page.
 *
 * @throws where the text engine refuses the text; the message names file and line.
 */
export async function htmlOf(root: string, language: Language): Promise<string> {
  const file = join('docs', `handbook.${language}.md`);
  const { text, findings } = render(forReaders(readFileSync(join(root, file), 'utf8')), language);
  if (!text) throw new Error(findings.map((finding) => describe({ file, ...finding })).join('\n'));
  const parts = text.parts.map(async (part) => {
    if (typeof part === 'string') return part;
    if (!('picture' in part)) throw new Error(`${file}: a handbook has no charts and no events.`);
    const { file: name, alt } = part.picture;
    const path = `${docs}/pictures/handbook/${name}`;
    const { width, height } = await sharp(join(root, 'docs/pictures/handbook', name)).metadata();
    return `<img src="${path}" width="${width}" height="${height}" alt="${alt.replaceAll('"', '&quot;')}">`;
  });
  return (await Promise.all(parts)).join('');
}

/**
 * On a Git host the handbook leads to files; in the newsroom to pages, and to nothing that its readers do not have. Lines
 * stay where they are, so that what is refused is found.
 */
function forReaders(source: string): string {
  return source
    .replace(/^# .*/, '')
    .replace(/\]\(handbook\.(\w+)\.md\)/g, (_link, language: Language) => `](${handbookPath(language)})`)
    .replace(/\]\(\.\.\/src\/standing\/([\w-]+)\.(\w+)\.mdx\)/g, '](/$2/$1/)')
    .replace(/\]\(pictures\/handbook\//g, '](')
    .replace(/\[([\w.]+)\]\([\w.]+\.md\)/g, '$1');
}
