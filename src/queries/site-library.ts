/** The library of the running site. */
import type { Entry } from '../entries/entry.ts';
import { liveEntries } from '../entries/live.ts';
import { lasting } from '../lasting.ts';
import { makeLibrary, type Library } from './library.ts';

/**
 * The library; made once in a build, anew after each change of an entry or of code in development, where files change under it and where the page of
 * an unsaved draft is made with the draft in place.
 */
export async function siteLibrary(): Promise<Library> {
  if (import.meta.env.DEV) {
    const { withViewed } = await import('../preview/memory.ts');
    return libraryOf(withViewed(liveEntries()));
  }
  return libraryOfBuild();
}

const made = new WeakMap<readonly Entry[], Library>();

function libraryOf(entries: readonly Entry[]): Library {
  const library = made.get(entries) ?? makeLibrary(entries);
  made.set(entries, library);
  return library;
}

/** The library of a build, for what asks it outside Astro's bundle too: a question is answered once for both. */
export function libraryOfBuild(): Library {
  return lasting('the library of the build', () => makeLibrary(liveEntries()));
}
