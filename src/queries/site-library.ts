/** The library of the running site. */
import { liveEntries } from '../entries/live.ts';
import { lasting } from '../lasting.ts';
import { makeLibrary, type Library } from './library.ts';

/**
 * The library; made once in a build, anew for each page in development, where files change under it and where the page of
 * an unsaved draft is made with the draft in place.
 */
export async function siteLibrary(): Promise<Library> {
  if (import.meta.env.DEV) {
    const { withViewed } = await import('../preview/memory.ts');
    return makeLibrary(withViewed(liveEntries()));
  }
  return libraryOfBuild();
}

/** The library of a build, for what asks it outside Astro's bundle too: a question is answered once for both. */
export function libraryOfBuild(): Library {
  return lasting('the library of the build', () => makeLibrary(liveEntries()));
}
