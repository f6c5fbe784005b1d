/** Where the entries of a gathering are set. */
import { prefectureSlugs } from '../data/places.ts';
import type { Language } from '../i18n/languages.ts';
import type { Facet } from '../model/facets.ts';
import { facetsOf } from './facets.ts';
import { question } from './questions.ts';

type Counts = ReadonlyMap<string, number>;

/** How many of its entries each prefecture has, by its slug, in the JIS code's order; those that have none are left out. */
export const placesAbout = question('placesAbout', (library, facet: Facet, value: string, language: Language): Counts => {
  const places = library
    .about(facet, value, language)
    .flatMap(({ entries }) => entries.flatMap((entry) => facetsOf(entry).prefecture));
  const byPlace = Map.groupBy(places, (place) => place);
  return new Map(prefectureSlugs.flatMap((slug) => (byPlace.has(slug) ? [[slug, byPlace.get(slug)?.length ?? 0]] : [])));
});
