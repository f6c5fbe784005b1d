/** What a reader asks of the search page, and the URL that says it. */
import { facets, type Facet } from '../model/facets.ts';

export interface Question {
  readonly q: string;
  /** The chosen values of each facet: alternatives within a facet, while facets narrow one another. */
  readonly chosen: ReadonlyMap<Facet, readonly string[]>;
  /** First and last day, `YYYY-MM-DD`; empty where open. */
  readonly from: string;
  readonly to: string;
  readonly isByDate: boolean;
  readonly isByType: boolean;
}

/** Characters that a reader may ask for, in UTF-16 units as the field counts them; a URL could hold a million, and freeze the page. */
export const longestQuestion = 200;

/** Words as long as a question may be; no character is cut in two. */
export function withinLength(words: string): string {
  return words.slice(0, longestQuestion).replace(words.length > longestQuestion ? /[\ud800-\udbff]$/ : '', '');
}

/** The question that the query part of a URL asks. Unknown parameters are no part of it. */
export function questionOf(search: string): Question {
  const parameters = new URLSearchParams(search);
  const day = (name: string) => /^\d{4}-\d{2}-\d{2}$/.exec(parameters.get(name) ?? '')?.[0] ?? '';
  const [from, to] = inOrder(day('from'), day('to'));
  return {
    q: withinLength(parameters.get('q') ?? ''),
    chosen: new Map(facets.map((facet) => [facet, [...new Set(parameters.getAll(facet))]])),
    from,
    to,
    isByDate: parameters.get('sort') === 'date',
    isByType: parameters.get('by') === 'type',
  };
}

/** The first and the last of two days, whichever way round they were given; empty stays where it is. */
export function inOrder(from: string, to: string): [from: string, to: string] {
  return from && to && from > to ? [to, from] : [from, to];
}

/** The question as the query part of a URL, empty where nothing is asked. */
export function searchOf({ q, chosen, from, to, isByDate, isByType }: Question): string {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set('q', q.trim());
  for (const facet of facets) for (const value of chosen.get(facet) ?? []) parameters.append(facet, value);
  if (from) parameters.set('from', from);
  if (to) parameters.set('to', to);
  if (isByDate) parameters.set('sort', 'date');
  if (isByType) parameters.set('by', 'type');
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

/** True where nothing narrows and no words are given. */
export function isIdle({ q, chosen, from, to }: Question): boolean {
  return !q.trim() && !from && !to && [...chosen.values()].every((values) => values.length === 0);
}
