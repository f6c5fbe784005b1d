/** What else to read: articles that share places, themes, countries or a programme. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { concernOf, subjects, type Concern } from './concerns.ts';
import { facetsOf } from './facets.ts';
import { question } from './questions.ts';

export interface Related {
  readonly article: Entry<'articles'>;
  /** What it shares with the other, the most telling first; at most three. */
  readonly shared: readonly Concern[];
}

/**
 * The articles nearest to one in subject, at most `limit`, without those of the slugs that stand beside it already. What
 * few articles have tells more than what most have: each shared value counts log(articles / articles that have it), the
 * inverse document frequency (Spärck Jones 1972, https://doi.org/10.1108/eb026526).
 */
export const relatedArticles = question(
  'relatedArticles',
  (
    library,
    slug: string,
    language: Language,
    { limit, without }: { readonly limit: number; readonly without: readonly string[] },
  ): Related[] => {
    const entry = library.find('articles', slug, language);
    if (!entry) return [];
    const { values, having } = subjectIndex(library, language);
    const weight = (value: string) => Math.log(values.size / (having.get(value)?.length ?? 1));
    const own = new Set(valuesOf(entry).filter((value) => weight(value) > 0));
    const near = new Set([...own].flatMap((value) => having.get(value) ?? []));
    return library
      .listed('articles', language)
      .filter((article) => near.has(article) && article.slug !== slug && !without.includes(article.slug))
      .map((article) => {
        const shared = (values.get(article) ?? []).filter((value) => own.has(value)).sort((a, b) => weight(b) - weight(a));
        return { article, shared, sum: shared.reduce((sum, value) => sum + weight(value), 0) };
      })
      .sort((a, b) => b.sum - a.sum)
      .slice(0, limit)
      .map(({ article, shared }) => ({
        article,
        shared: shared.slice(0, 3).flatMap((key) => {
          const [subject, value] = key.split('/') as [(typeof subjects)[number], string];
          return concernOf(subject, value, language, library) ?? [];
        }),
      }));
  },
);

function valuesOf(article: Entry<'articles'>): string[] {
  const facets = facetsOf(article);
  return subjects.flatMap((subject) => facets[subject].map((value) => `${subject}/${value}`));
}

/** The values of each article, and the articles that have each value. */
interface SubjectIndex {
  readonly values: ReadonlyMap<Entry<'articles'>, readonly string[]>;
  readonly having: ReadonlyMap<string, readonly Entry<'articles'>[]>;
}

/** Of a library and a language: every article's page asks for it. */
const subjectIndex = question('subjectIndex', (library, language: Language): SubjectIndex => {
  const values = new Map(library.listed('articles', language).map((article) => [article, valuesOf(article)]));
  const pairs = [...values].flatMap(([article, own]) => own.map((value) => ({ article, value })));
  const having = new Map(
    [...Map.groupBy(pairs, ({ value }) => value)].map(([value, group]) => [value, group.map(({ article }) => article)]),
  );
  return { values, having };
});
