/** Pictures of a draft that Astro does not know: not saved yet, saved a moment ago, or missing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { pathOf } from '../entries/entry.ts';
import { isLanguage } from '../i18n/languages.ts';
import type { TypeName } from '../model/content-types.ts';
import { isPictureFile } from '../model/spelling.ts';
import { draftOf, viewed } from './memory.ts';
import { previewWords } from './words.ts';

/** Where a draft's pictures are served, each as `token/language/file` below it. */
const path = '/api/preview/';

/** Most photographs have this shape; a picture without one of its own is given it. */
const usual = { width: 1600, height: 1067 };

/** The picture of the draft under preview, to be shown as it is; undefined where Astro has it, and on readers' pages. */
export function unsavedPicture(type: TypeName, slug: string, file: string, known: boolean): ImageMetadata | undefined {
  const now = viewed();
  if (!now || now.draft.type !== type || now.draft.slug !== slug) return undefined;
  const unsaved = now.draft.pictures.get(file);
  if (!unsaved && known) return undefined;
  const { width, height } = unsaved?.shape ?? usual;
  return { src: `${path}${now.draft.token}/${now.language}/${encodeURIComponent(file)}`, width, height, format: 'png' };
}

/** True for a picture that `unsavedPicture` has given. */
export function isUnsaved({ src }: ImageMetadata): boolean {
  return src.startsWith(path);
}

/** What is served at the address of a draft's picture; undefined for an address of no draft. */
export function servedPicture(root: string, url: string): { type: string; content: Buffer | string } | undefined {
  if (!url.startsWith(path) || !URL.canParse(url, 'http://localhost')) return undefined;
  const [token = '', language, name = ''] = new URL(url, 'http://localhost').pathname.slice(path.length).split('/');
  const draft = draftOf(token);
  if (!draft || !isLanguage(language)) return undefined;
  const file = decoded(name);
  const unsaved = draft.pictures.get(file);
  if (unsaved?.shape) return { type: typeOf(unsaved.shape.format), content: unsaved.bytes };
  const saved = join(root, pathOf(draft.type, draft.slug), file);
  if (!unsaved && isPictureFile(file) && existsSync(saved)) {
    return { type: typeOf(file.split('.').at(-1) ?? ''), content: readFileSync(saved) };
  }
  return { type: 'image/svg+xml', content: missing(previewWords[language].noPicture(file)) };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function typeOf(format: string): string {
  return `image/${format === 'jpg' ? 'jpeg' : format}`;
}

/** A frame with words in it, in the place of a picture. */
function missing(words: string): string {
  const frame = {
    x: 8,
    y: 8,
    width: '1584',
    height: '1051',
    fill: 'none',
    stroke: '#b3261e',
    strokeWidth: 8,
    strokeDasharray: '32',
  };
  return toHtml(
    {
      type: 'element',
      tagName: 'svg',
      properties: { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${usual.width} ${usual.height}` },
      children: [
        { type: 'element', tagName: 'rect', properties: frame, children: [] },
        {
          type: 'element',
          tagName: 'text',
          properties: { x: '50%', y: '50%', textAnchor: 'middle', fontSize: 56, fontFamily: 'sans-serif', fill: '#b3261e' },
          children: [{ type: 'text', value: words }],
        },
      ],
    },
    { space: 'svg' },
  );
}
