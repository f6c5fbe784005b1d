/** The library of the running site, from Astro's collections. */
import { getCollection } from 'astro:content';
import { typeNames } from '../model/content-types.ts';
import type { Entry } from '../entries/entry.ts';
import { makeLibrary, type Library } from './library.ts';

let kept: Promise<Library> | undefined;

/**
 * The library; made once in a build, anew for each page in development, where files change under it and where the page of
 * an unsaved draft is made with the draft in place.
 */
export async function siteLibrary(): Promise<Library> {
  if (import.meta.env.DEV) {
    const { withViewed } = await import('../preview/memory.ts');
    return makeLibrary(withViewed(await siteEntries()));
  }
  return (kept ??= siteEntries().then(makeLibrary));
}

/** Every published entry of the running site. */
export async function siteEntries(): Promise<Entry[]> {
  if (import.meta.env.DEV) {
    const { liveEntries } = await import('../entries/live.ts');
    return liveEntries();
  }
  const collections = await Promise.all(typeNames.map((type) => getCollection(type)));
  // The loader stored entries as the reader gave them; Astro's own types know only that they are objects.
  return collections.flat().map(({ data }) => data as unknown as Entry);
}
