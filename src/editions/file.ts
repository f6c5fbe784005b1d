import type { APIRoute } from 'astro';
import { isLanguage, type Language } from '../i18n/languages.ts';
import type { Library } from '../queries/library.ts';
import { siteLibrary } from '../queries/site-library.ts';

/** A route that writes one text file for each language. Throws where the path names no language. */
export function fileInEachLanguage(type: string, write: (library: Library, language: Language) => string): APIRoute {
  return async ({ params }) => {
    const { lang } = params;
    if (!isLanguage(lang)) throw new RangeError(`There is no language '${lang ?? ''}'.`);
    return new Response(write(await siteLibrary(), lang), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
  };
}
