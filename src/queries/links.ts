/** What binds a place and the world together. */
import { prefectureSlugs } from '../data/places.ts';
import { byCountryName } from '../i18n/names.ts';
import type { Language } from '../i18n/languages.ts';
import { anniversaries } from './anniversaries.ts';
import { eventsAbout } from './events.ts';
import { facetsOf } from './facets.ts';
import { question } from './questions.ts';

export type Side = 'prefecture' | 'country';

/** How many entries link a place with each value of the other side, most first. */
export type Linked = readonly (readonly [value: string, count: number])[];

/**
 * Of a prefecture, the countries that took part in its events, by their codes, each with how many events; of a country, the
 * prefectures of all that concerns it, each with how many entries. What was cancelled counts for no visit.
 */
export const linkedWith = question('linkedWith', (library, side: Side, value: string, language: Language): Linked => {
  const named =
    side === 'prefecture'
      ? eventsAbout(library, side, value, language).flatMap(({ data }) => (data.cancelled ? [] : data.countries))
      : library.about(side, value, language).flatMap(({ entries }) => entries.flatMap((entry) => facetsOf(entry).prefecture));
  const counts = new Map<string, number>();
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const places: readonly string[] = prefectureSlugs;
  const byPlace =
    side === 'prefecture' ? byCountryName(language) : (a: string, b: string) => places.indexOf(a) - places.indexOf(b);
  return [...counts].sort(([a, many], [b, more]) => more - many || byPlace(a, b));
});

/** The most anniversaries beside what else there is of a place. */
export const mostAnniversaries = 12;

/** The nearest anniversaries of a place's partnerships on the day `today` (YYYY-MM-DD), and how many there are in all. */
export const anniversariesOf = question(
  'anniversariesOf',
  (library, side: Side, value: string, language: Language, today: string) => {
    const all = anniversaries(library, language, today).filter(
      ({ entry }) => entry.type === 'partnerships' && facetsOf(entry)[side].includes(value),
    );
    return { count: all.length, coming: all.slice(0, mostAnniversaries) };
  },
);
