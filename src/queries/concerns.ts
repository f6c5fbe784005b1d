/** What an entry is about, as links to the pages of its themes, places and countries. */
import type { Entry } from '../entries/entry.ts';
import { countryName, placeName } from '../i18n/names.ts';
import type { Language } from '../i18n/languages.ts';
import type { PrefectureSlug } from '../data/places.ts';
import { facetsOf } from './facets.ts';
import type { Library } from './library.ts';
import { countryPath, entryPath, prefecturePath } from './paths.ts';

export interface Concern {
  readonly href: string;
  readonly label: string;
}

/** The facets that tell what an entry is about, in the order of its links. */
export const subjects = ['theme', 'programme', 'prefecture', 'country'] as const;

/** A value of such a facet as the page that gathers it; undefined for a theme or programme that is not published. */
export function concernOf(
  subject: (typeof subjects)[number],
  value: string,
  language: Language,
  library: Library,
): Concern | undefined {
  if (subject === 'prefecture')
    return { href: prefecturePath(language, value as PrefectureSlug), label: placeName(value, language) };
  if (subject === 'country') return { href: countryPath(language, value), label: countryName(value, language) };
  const entry = library.find(`${subject}s`, value, language);
  return entry && { href: entryPath(entry.language, entry.type, entry.slug), label: entry.data.title };
}

/** Themes first, then its programme, prefectures and countries; each as the page that gathers it. */
export function concerns(entry: Entry, library: Library): Concern[] {
  const facets = facetsOf(entry);
  return subjects.flatMap((subject) =>
    facets[subject]
      .filter((value) => subject !== 'programme' || value !== entry.slug)
      .flatMap((value) => concernOf(subject, value, entry.language, library) ?? []),
  );
}
