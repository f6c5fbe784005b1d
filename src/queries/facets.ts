/** What readers filter by: the values that an entry has for each facet of the search page. */
import { contentTypes } from '../model/content-types.ts';
import { facets, type Facet } from '../model/facets.ts';
import type { Field } from '../model/fields.ts';
import { prefectureOf } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';

export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** By the front matter, which is one object for as long as an entry is: lists and searches ask for all entries again and again. */
const known = new WeakMap<object, FacetValues>();

/** The slugs of an entry for every facet, each once. Regions follow from prefectures, years from dates. */
export function facetsOf(entry: Entry): FacetValues {
  const { data } = entry;
  const facets = known.get(data) ?? facetsIn(entry, data as Record<string, unknown>);
  known.set(data, facets);
  return facets;
}

function facetsIn(entry: Entry, data: Readonly<Record<string, unknown>>): FacetValues {
  const values: Record<Facet, Set<string>> = Object.fromEntries(facets.map((facet) => [facet, new Set()])) as never;
  values.type.add(entry.type);
  for (const [name, field] of Object.entries(contentTypes[entry.type].fields) as [string, Field][]) {
    const { facet } = field;
    if (!facet) continue;
    for (const value of [data[name] ?? []].flat() as string[]) {
      values[facet].add(facet === 'year' ? value.slice(0, 4) : value);
    }
  }
  const { municipalities = [] } = data as { municipalities?: { prefecture: string }[] };
  for (const { prefecture } of municipalities) values.prefecture.add(prefecture);
  // A prefecture, a theme or a programme is about itself.
  if (entry.type === 'prefectures') values.prefecture.add(entry.slug);
  if (entry.type === 'themes') values.theme.add(entry.slug);
  if (entry.type === 'programmes') values.programme.add(entry.slug);
  for (const slug of values.prefecture) values.region.add(prefectureOf(slug).region);
  return Object.fromEntries(facets.map((facet) => [facet, [...values[facet]]])) as unknown as FacetValues;
}
