/** The pictures that lie beside entries, as Astro's components take them. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { ImageMetadata } from 'astro';
import { imageMetadata } from 'astro/assets/utils';
import { pathOf } from '../entries/entry.ts';
import type { TypeName } from '../model/content-types.ts';
import { output } from '../rebuild/output.ts';
import { note } from './reads.ts';

/** Those of this build: a cover stands on its own page, on lists and in its number. */
const known = new Map<string, Promise<ImageMetadata>>();

/**
 * The picture of an entry by its file name. No module imports it: among ten thousand covers a new one would change the
 * modules of every page. Throws where there is none: the content check has said so before.
 */
export async function pictureOf(type: TypeName, slug: string, file: string): Promise<ImageMetadata> {
  const path = `${pathOf(type, slug)}/${file}`;
  note('picture', path);
  const place = join(process.cwd(), path);
  if (import.meta.env.DEV) {
    const { unsavedPicture } = await import('../preview/pictures.ts');
    const unsaved = unsavedPicture(type, slug, file, existsSync(place));
    return unsaved ?? served(place);
  }
  const picture = known.get(place) ?? built(place);
  known.set(place, picture);
  return picture;
}

/** As Astro's server of pictures finds it. */
async function served(place: string): Promise<ImageMetadata> {
  return { ...(await imageMetadata(readFileSync(place), place)), src: `/@fs${place}` };
}

/**
 * As Astro makes its variants of it, and where it looks for the original when one is not in its cache; it removes originals
 * when it has made the variants.
 */
async function built(place: string): Promise<ImageMetadata> {
  const bytes = readFileSync(place);
  const { name, ext } = parse(place);
  const src = `/_astro/${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
  copyFileSync(place, join(output.folder, src));
  return Object.defineProperty({ ...(await imageMetadata(bytes, place)), src }, 'fsPath', { value: place });
}
