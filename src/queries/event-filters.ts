/** What readers narrow a list of events by, where it stands. */
import { prefectureSlugs } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import type { Facet } from '../model/facets.ts';
import { eventKinds } from '../model/types/events.ts';
import { facetsOf } from './facets.ts';

const filters = ['year', 'event', 'prefecture'] as const satisfies readonly Facet[];

/** The values of the facets that tell the events apart, in the order in which readers look for them. */
export function filtersOf(events: readonly Entry<'events'>[]): { facet: (typeof filters)[number]; values: string[] }[] {
  const found = events.map(facetsOf);
  const orders = {
    year: (values: string[]) => values.sort().reverse(),
    event: (values: string[]) => Object.keys(eventKinds).filter((kind) => values.includes(kind)),
    prefecture: (values: string[]) => prefectureSlugs.filter((slug) => values.includes(slug)),
  };
  return filters
    .map((facet) => ({ facet, values: orders[facet]([...new Set(found.flatMap((facets) => facets[facet]))]) }))
    .filter(({ values }) => values.length > 1);
}

/** The values of one event as the attributes of its row, by which `src/event-filters.ts` finds it. */
export function filterAttributes(event: Entry<'events'>): Record<string, string> {
  const facets = facetsOf(event);
  return Object.fromEntries(filters.map((facet) => [`data-${facet}`, facets[facet].join(' ')]));
}
