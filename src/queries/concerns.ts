/** What an entry is about, as links to the pages of its themes, places and countries. */
import type { Entry } from '../entries/entry.ts';
import { countryName, placeName } from '../i18n/names.ts';
import type { PrefectureSlug } from '../data/places.ts';
import { facetsOf } from './facets.ts';
import type { Library } from './library.ts';
import { countryPath, entryPath, prefecturePath } from './paths.ts';

export interface Concern {
  readonly href: string;
  readonly label: string;
}

/** Themes first, then its programme, prefectures and countries; each as the page that gathers it. */
export function concerns(entry: Entry, library: Library): Concern[] {
  const { language } = entry;
  const { theme, prefecture, country, programme } = facetsOf(entry);
  return [
    ...library
      .findAll('themes', theme, language)
      .map(({ slug, data, language: own }) => ({ href: entryPath(own, 'themes', slug), label: data.title })),
    ...library
      .findAll('programmes', programme, language)
      .filter(({ slug }) => slug !== entry.slug)
      .map(({ slug, data, language: own }) => ({ href: entryPath(own, 'programmes', slug), label: data.title })),
    ...prefecture.map((slug) => ({ href: prefecturePath(language, slug as PrefectureSlug), label: placeName(slug, language) })),
    ...country.map((code) => ({ href: countryPath(language, code), label: countryName(code, language) })),
  ];
}
