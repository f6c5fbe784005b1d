/** What else to read: articles that share places, themes, countries or a programme. */
import type { Entry } from '../entries/entry.ts';
import { concernOf, subjects, type Concern } from './concerns.ts';
import { facetsOf } from './facets.ts';
import type { Library } from './library.ts';

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
export function relatedArticles(
  entry: Entry<'articles'>,
  library: Library,
  { limit, without }: { readonly limit: number; readonly without: readonly string[] },
): Related[] {
  const articles = library.listed('articles', entry.language);
  const valuesOf = (article: Entry) => {
    const facets = facetsOf(article);
    return subjects.flatMap((subject) => facets[subject].map((value) => `${subject}/${value}`));
  };
  const having = Map.groupBy(articles.flatMap(valuesOf), (value) => value);
  const weight = (value: string) => Math.log(articles.length / (having.get(value)?.length ?? 1));
  const own = new Set(valuesOf(entry));
  return articles
    .filter(({ slug }) => slug !== entry.slug && !without.includes(slug))
    .map((article) => {
      const shared = valuesOf(article)
        .filter((value) => own.has(value) && weight(value) > 0)
        .sort((a, b) => weight(b) - weight(a));
      return { article, shared, sum: shared.reduce((sum, value) => sum + weight(value), 0) };
    })
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, limit)
    .map(({ article, shared }) => ({
      article,
      shared: shared.slice(0, 3).flatMap((key) => {
        const [subject, value] = key.split('/') as [(typeof subjects)[number], string];
        return concernOf(subject, value, entry.language, library) ?? [];
      }),
    }));
}
