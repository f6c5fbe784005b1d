/** What a number of the magazine holds, counted from its articles and the events that they are about. */
import { textOf } from '../body/store.ts';
import type { Entry } from '../entries/entry.ts';
import { facetsOf } from './facets.ts';
import type { Library } from './library.ts';

export interface IssueCounts {
  readonly articles: number;
  readonly events: number;
  readonly prefectures: number;
  readonly countries: number;
  /** Minutes that all of it takes to read. */
  readonly minutes: number;
}

/** The counts of a number in its own language; places and countries are counted once each. */
export function issueCounts(issue: Entry<'issues'>, library: Library): IssueCounts {
  const articles = library.findAll('articles', issue.data.lineUp, issue.language);
  const events = new Set(articles.flatMap(({ data }) => data.events));
  const about = [...articles, ...library.findAll('events', [...events], issue.language)].map(facetsOf);
  return {
    articles: articles.length,
    events: events.size,
    prefectures: new Set(about.flatMap(({ prefecture }) => prefecture)).size,
    countries: new Set(about.flatMap(({ country }) => country)).size,
    minutes: [issue, ...articles].reduce((sum, { text }) => sum + (text ? textOf(text).minutes : 0), 0),
  };
}
