/** The library of the running site. */
import { today } from '../clock.ts';
import type { Entry } from '../entries/entry.ts';
import { liveEntries } from '../entries/live.ts';
import { lasting } from '../lasting.ts';
import { makeLibrary, type Library } from './library.ts';

/**
 * The library; made once in a build, anew after each change in development, where files change under it and where the page of
 * an unsaved draft is made with the draft in place.
 */
export async function siteLibrary(): Promise<Library> {
  if (import.meta.env.DEV) {
    const { withViewed } = await import('../preview/memory.ts');
    return libraryToday(withViewed(liveEntries()));
  }
  return libraryOfBuild();
}

const madeToday = new WeakMap<readonly Entry[], { readonly day: string; readonly library: Library }>();

/** The library of a list of entries; made anew when the day is another, since some answers go by it. */
function libraryToday(entries: readonly Entry[]): Library {
  const made = madeToday.get(entries);
  if (made?.day === today()) return made.library;
  const library = makeLibrary(entries);
  madeToday.set(entries, { day: today(), library });
  return library;
}

/** The library of a build, for what asks it outside Astro's bundle too: a question is answered once for both. */
export function libraryOfBuild(): Library {
  return lasting('the library of the build', () => makeLibrary(liveEntries()));
}
