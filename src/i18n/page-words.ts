/** The language of a page and its words, from Astro's own knowledge of the URL. */
import type { AstroGlobal } from 'astro';
import { defaultLanguage, isLanguage, languages, type Language } from './languages.ts';
import { words, type Dictionary } from './words.ts';

export function languageOf(astro: Pick<AstroGlobal, 'currentLocale'>): Language {
  return isLanguage(astro.currentLocale) ? astro.currentLocale : defaultLanguage;
}

/** The words of the page that is being made, with its language. */
export function wordsOf(astro: Pick<AstroGlobal, 'currentLocale'>): Dictionary & { readonly lang: Language } {
  const lang = languageOf(astro);
  return { ...words[lang], lang };
}

/** The paths of a page that stands once in each language. */
export function inEachLanguage() {
  return languages.map((lang) => ({ params: { lang } }));
}
