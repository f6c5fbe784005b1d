/** Where the entries of a gathering are set. */
import { prefectureSlugs } from '../data/places.ts';
import { facetsOf } from './facets.ts';
import type { Gathering } from './library.ts';

/** How many of its entries each prefecture has, by its slug, in the JIS code's order; those that have none are left out. */
export function placeCounts(groups: Gathering): ReadonlyMap<string, number> {
  const places = groups.flatMap(({ entries }) => entries.flatMap((entry) => facetsOf(entry).prefecture));
  const byPlace = Map.groupBy(places, (place) => place);
  return new Map(prefectureSlugs.flatMap((slug) => (byPlace.has(slug) ? [[slug, byPlace.get(slug)?.length ?? 0]] : [])));
}
