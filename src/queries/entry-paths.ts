/** The paths of pages that belong to entries, and of those that list them. */
import { languages, type Language } from '../i18n/languages.ts';
import type { TypeName } from '../model/content-types.ts';
import type { Entry } from '../entries/entry.ts';
import type { Library } from './library.ts';
import { listPage } from './paged.ts';
import { siteLibrary } from './site-library.ts';

/** A path for every language in which an entry of the type is published, with the entry as its props. */
export async function entryPaths<T extends TypeName>(type: T) {
  const library = await siteLibrary();
  const propsOf = import.meta.env.DEV ? await liveProps() : (entry: Entry<T>) => ({ entry });
  return languages.flatMap((lang) =>
    library.written(type, lang).map((entry: Entry<T>) => ({ params: { lang, slug: entry.slug }, props: propsOf(entry) })),
  );
}

/** A path for every page of the list of a type in each language. */
export const listPaths = (type: TypeName) => pagePaths((library, language) => listPage(library, type, language, 1).pages);

/** A path for every page of a list in each language, as the parameter `page`: the first has none. */
export async function pagePaths(pagesIn: (library: Library, language: Language) => number) {
  const library = await siteLibrary();
  return languages.flatMap((lang) =>
    Array.from({ length: pagesIn(library, lang) }, (_, index) => ({
      params: { lang, page: index === 0 ? undefined : `page/${index + 1}` },
      props: { page: index + 1 },
    })),
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
