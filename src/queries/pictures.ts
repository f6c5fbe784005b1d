/** The pictures that lie beside entries, as Astro knows them. */
import type { ImageMetadata } from 'astro';
import { pathOf } from '../entries/entry.ts';
import type { TypeName } from '../model/content-types.ts';
import { note } from './reads.ts';

const files = import.meta.glob<{ default: ImageMetadata }>('/content/*/*/*.{jpg,jpeg,png,webp,avif}');

/**
 * The width of a picture in pixels. Astro publishes the original of every picture whose fields are read, with all that its file
 * holds beside pixels; `clone` is how its own components read them.
 */
export function widthOf(picture: ImageMetadata & { readonly clone?: ImageMetadata }): number {
  return (picture.clone ?? picture).width;
}

/** The picture of an entry by its file name. Throws where there is none: the content check has said so before. */
export async function pictureOf(type: TypeName, slug: string, file: string): Promise<ImageMetadata> {
  const path = `${pathOf(type, slug)}/${file}`;
  note('picture', path);
  const load = files[`/${path}`];
  if (import.meta.env.DEV) {
    const { unsavedPicture } = await import('../preview/pictures.ts');
    const picture = unsavedPicture(type, slug, file, load !== undefined);
    if (picture) return picture;
  }
  if (!load) throw new Error(`${path} does not exist.`);
  return (await load()).default;
}
