/** What a page of a place, a theme, a country or a programme shows of all that it gathers. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import type { TypeName } from '../model/content-types.ts';
import type { Facet } from '../model/facets.ts';
import { question } from './questions.ts';

/** The most entries of a type: a page that listed everything would grow without bound, and the search holds the rest. */
export const mostOfType = 12;

export interface Gathered {
  readonly type: TypeName;
  /** How many there are, shown or not. */
  readonly count: number;
  /** The newest. */
  readonly entries: readonly Entry[];
}

/** The newest entries of each type that have the value for the facet, the types in the order of `Library.about`. */
export const gathered = question('gathered', (library, facet: Facet, value: string, language: Language): Gathered[] =>
  library.about(facet, value, language).map(({ type, entries }) => ({
    type,
    count: entries.length,
    entries: entries.slice(0, mostOfType),
  })),
);
