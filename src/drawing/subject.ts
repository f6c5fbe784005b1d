/** What a drawing shows of entries. */
import type { Entry } from '../entries/entry.ts';
import { facetsOf } from '../queries/facets.ts';
import type { Subject } from './cover.ts';
import type { Ground } from './grounds.ts';

/** The places, the countries and, of events, the days of these entries, on a ground. */
export function subjectOf(ground: Ground, about: readonly Entry[]): Subject {
  const facets = about.map(facetsOf);
  return {
    ground,
    prefectures: [...new Set(facets.flatMap(({ prefecture }) => prefecture))],
    countries: new Set(facets.flatMap(({ country }) => country)).size,
    days: about.flatMap((entry) => (entry.type === 'events' ? (entry as Entry<'events'>).data.date : [])),
  };
}
