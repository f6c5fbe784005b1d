/** The paths of pages that belong to entries. */
import { languages } from '../i18n/languages.ts';
import type { TypeName } from '../model/content-types.ts';
import type { Entry } from '../entries/entry.ts';
import { siteLibrary } from './site-library.ts';

/** A path for every language in which an entry of the type is published, with the entry as its props. */
export async function entryPaths<T extends TypeName>(type: T) {
  const library = await siteLibrary();
  const propsOf = import.meta.env.DEV ? await liveProps() : (entry: Entry<T>) => ({ entry });
  return languages.flatMap((lang) =>
    library.written(type, lang).map((entry: Entry<T>) => ({ params: { lang, slug: entry.slug }, props: propsOf(entry) })),
  );
}

/** Astro keeps the paths of a page in development, but copies the props for each request: they are read then. */
async function liveProps() {
  const { liveEntry } = await import('../entries/live.ts');
  return <T extends TypeName>(entry: Entry<T>) => ({
    get entry() {
      return liveEntry(entry);
    },
  });
}
