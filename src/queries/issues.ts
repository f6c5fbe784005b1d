/** The magazine's numbers and their articles. */
import { textOf } from '../body/store.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { facetsOf } from './facets.ts';
import { question } from './questions.ts';

/** What a number holds, counted from its articles and the events that they are about. */
export interface IssueCounts {
  readonly articles: number;
  readonly events: number;
  readonly prefectures: number;
  /** Minutes that all of it takes to read. */
  readonly minutes: number;
}

/** The counts of a number in its own language, by its slug; a place is counted once. */
export const issueCounts = question('issueCounts', (library, slug: string, language: Language): IssueCounts => {
  const issue = library.find('issues', slug, language);
  const articles = library.findAll('articles', issue?.data.lineUp ?? [], language);
  const events = new Set(articles.flatMap(({ data }) => data.events));
  const about = [...articles, ...library.findAll('events', [...events], language)].map(facetsOf);
  return {
    articles: articles.length,
    events: events.size,
    prefectures: new Set(about.flatMap(({ prefecture }) => prefecture)).size,
    minutes: [issue, ...articles].reduce((sum, entry) => sum + (entry?.text ? textOf(entry.text).minutes : 0), 0),
  };
});

/** The number in whose line-up an article stands; undefined where there is none. */
export const issueWith = question('issueWith', (library, slug: string, language: Language): Entry<'issues'> | undefined =>
  library.listed('issues', language).find(({ data }) => data.lineUp.includes(slug)),
);
