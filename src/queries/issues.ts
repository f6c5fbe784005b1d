/** The magazine's numbers and their articles. */
import { textOf } from '../body/store.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { facetsOf } from './facets.ts';
import type { Library } from './library.ts';

/** What a number holds, counted from its articles and the events that they are about. */
export interface IssueCounts {
  readonly articles: number;
  readonly events: number;
  readonly prefectures: number;
  /** Minutes that all of it takes to read. */
  readonly minutes: number;
}

/** The counts of a number in its own language; a place is counted once. */
export function issueCounts(issue: Entry<'issues'>, library: Library): IssueCounts {
  const articles = library.findAll('articles', issue.data.lineUp, issue.language);
  const events = new Set(articles.flatMap(({ data }) => data.events));
  const about = [...articles, ...library.findAll('events', [...events], issue.language)].map(facetsOf);
  return {
    articles: articles.length,
    events: events.size,
    prefectures: new Set(about.flatMap(({ prefecture }) => prefecture)).size,
    minutes: [issue, ...articles].reduce((sum, { text }) => sum + (text ? textOf(text).minutes : 0), 0),
  };
}

/** The number in whose line-up an article stands; undefined where there is none. */
export function issueWith(slug: string, language: Language, library: Library): Entry<'issues'> | undefined {
  return library.listed('issues', language).find(({ data }) => data.lineUp.includes(slug));
}
