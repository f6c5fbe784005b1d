/** A query against the index: the same tokens as the indexer made, first side by side, else anywhere in the page. */
import { facets, type Facet } from '../model/facets.ts';
import { isPrefix, queryTokens } from './tokens.ts';

/** What of Pagefind's browser module is used here; it ships without types. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(term: string | null, options: { filters: Filters; sort?: Record<string, 'asc' | 'desc'> }): Promise<Answer>;
  preload(term: string): Promise<void>;
  filters(): Promise<FilterCounts>;
}

export interface Answer {
  readonly results: readonly Hit[];
  readonly filters: FilterCounts;
}

export interface Hit {
  readonly id: string;
  data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

type Filters = Readonly<Record<string, { any: readonly string[] }>>;
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What is asked: words, and the chosen values of each facet. */
export interface Question {
  readonly q: string;
  readonly chosen: ReadonlyMap<Facet, readonly string[]>;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** For each facet, how many pages each value would give beside what is chosen in the other facets. */
  readonly counts: FilterCounts;
}

/** Values of one facet are alternatives; facets narrow one another. Without words, the newest pages come first. */
export async function ask(pagefind: Pagefind, { q, chosen }: Question): Promise<Found> {
  const filtersWithout = (left?: Facet): Filters =>
    Object.fromEntries(
      [...chosen].filter(([facet, values]) => facet !== left && values.length > 0).map(([facet, any]) => [facet, { any }]),
    );

  const words = queryTokens(q);
  if (q.trim() !== '' && words.length === 0) return { hits: [], counts: {} };
  const terms = await termsOf(pagefind, words);
  const answer = await intersect(pagefind, terms, filtersWithout());
  // The values of a facet that are not chosen drop to 0 under its own filter: its counts come from a search without it.
  const counts: Record<string, Readonly<Record<string, number>>> = { ...answer.filters };
  for (const [facet, values] of chosen) {
    if (values.length > 0) counts[facet] = (await intersect(pagefind, terms, filtersWithout(facet))).filters[facet] ?? {};
  }
  return { hits: answer.results, counts };
}

/** The searches whose common pages answer the words: all of them for rank, and each word of several tokens as a phrase. */
interface Terms {
  readonly all: string | null;
  readonly phrases: readonly string[];
}

async function termsOf(pagefind: Pagefind, words: readonly (readonly string[])[]): Promise<Terms> {
  // A prefix query loads only the piece of the index that holds the prefix itself: continuations may lie in the next.
  for (const token of words.flat().filter(isPrefix)) await pagefind.preload(`${token}999999`);
  return {
    all: words.length > 0 ? words.flat().join(' ') : null,
    phrases: words.filter((tokens) => tokens.length > 1).map((tokens) => `"${tokens.join(' ')}"`),
  };
}

async function intersect(pagefind: Pagefind, { all, phrases }: Terms, filters: Filters): Promise<Answer> {
  const options = all === null ? { filters, sort: { date: 'desc' } as const } : { filters };
  const answer = await pagefind.search(all, options);
  if (phrases.length === 0) return answer;
  const exact = await Promise.all(phrases.map((phrase) => pagefind.search(phrase, { filters })));
  const kept = exact.map(({ results }) => new Set(results.map(({ id }) => id)));
  const results = answer.results.filter(({ id }) => kept.every((ids) => ids.has(id)));
  // With one phrase its own counts are exact; with several, the rarest phrase's are the nearest bound.
  const rarest = exact.reduce((a, b) => (b.results.length < a.results.length ? b : a));
  return { results, filters: rarest.filters };
}

/** The question that a URL asks. Unknown parameters are no part of it. */
export function questionOf(search: string): Question {
  const parameters = new URLSearchParams(search);
  return {
    q: parameters.get('q') ?? '',
    chosen: new Map(facets.map((facet) => [facet, [...new Set(parameters.getAll(facet))]])),
  };
}

/** The question as the query part of a URL, empty where nothing is asked. */
export function searchOf({ q, chosen }: Question): string {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set('q', q.trim());
  for (const facet of facets) for (const value of chosen.get(facet) ?? []) parameters.append(facet, value);
  const query = parameters.toString();
  return query ? `?${query}` : '';
}
