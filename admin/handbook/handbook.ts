/** The editors' handbook as pages of the newsroom: `docs/handbook.*.md` at `/admin/handbook/{language}/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import sharp from 'sharp';
import type { Plugin } from 'vite';
import { render } from '../../src/body/render.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { describe } from '../../src/model/refusal.ts';
import { newsroomName } from '../parts/name.ts';
import { handbookPath, handbookPictures, handbookText } from './path.ts';

/** The pages by which Vite builds the handbook. They are no files: the plugin makes them. */
export const pagesOf = (root: string) => languages.map((language) => pageOf(root, language));
const pageOf = (root: string, language: Language) => join(root, `admin/handbook/${language}/index.html`);

/** Makes the handbook's pages; their stylesheet and pictures go the way of every asset. */
export function handbook(root: string): Plugin {
  const languageOf = (id: string) => languages.find((language) => id === pageOf(root, language));
  return {
    name: 'handbook',
    resolveId: (id) => (languageOf(id) ? id : undefined),
    load: async (id) => {
      const language = languageOf(id);
      return language && documentOf(root, language, await htmlOf(root, language));
    },
  };
}

function documentOf(root: string, language: Language, html: string): string {
  const title = /^# (.*)/.exec(readFileSync(join(root, handbookText(language)), 'utf8'))?.[1] ?? '';
  const newsroom = newsroomName[language];
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} | ${newsroom}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="../handbook.css">
  </head>
  <body>
    <header>
      <p class="page"><a href="/admin/">${newsroom}</a></p>
    </header>
    <main class="page">
      <h1>${title}</h1>
      <div class="prose">${html}</div>
    </main>
  </body>
</html>
`;
}

/**
 * The handbook's HTML without its first heading, pictures by their paths from the page.
 *
 * @throws where the text engine refuses the text; the message names file and line.
 */
export async function htmlOf(root: string, language: Language): Promise<string> {
  const file = handbookText(language);
  const { text, findings } = render(forReaders(readFileSync(join(root, file), 'utf8')), language);
  if (!text) throw new Error(findings.map((finding) => describe({ file, ...finding })).join('\n'));
  const parts = text.parts.map((part) => {
    if (typeof part === 'string') return part;
    if ('picture' in part) return pictureOf(root, part.picture);
    throw new Error(`${file}: a handbook has no charts and no events.`);
  });
  return (await Promise.all(parts)).join('');
}

async function pictureOf(root: string, { file, alt }: { file: string; alt: string }): Promise<string> {
  const path = join(handbookPictures, file);
  const { width, height } = await sharp(join(root, path)).metadata();
  return toHtml({ type: 'element', tagName: 'img', properties: { src: `../../../${path}`, width, height, alt }, children: [] });
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
