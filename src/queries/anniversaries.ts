/** Round years to come, of everything whose date a source gives. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { isCalendarDate } from '../model/spelling.ts';
import type { Library } from './library.ts';

export interface Anniversary {
  readonly entry: Entry<'partnerships' | 'programmes'>;
  /** The date that is remembered. */
  readonly since: string;
  /** As exact as the date that is remembered: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  readonly years: number;
  /** True where the years are fiscal, April to March. */
  readonly fiscal: boolean;
  /** True where no primary source gives the date. */
  readonly secondary: boolean;
}

/** Years between the anniversaries that places celebrate. */
const round = 5;

/** The next round year of every partnership and programme whose beginning is known, the nearest first. `today` is YYYY-MM-DD. */
export function anniversaries(library: Library, language: Language, today: string): Anniversary[] {
  const dated = [
    ...library
      .listed('partnerships', language)
      .flatMap((entry) => (entry.data.date ? [{ entry, since: entry.data.date, fiscal: false }] : [])),
    ...library
      .listed('programmes', language)
      .flatMap((entry) =>
        entry.data.since ? [{ entry, since: entry.data.since, fiscal: entry.data.sinceFiscal ?? false }] : [],
      ),
  ];
  return dated
    .map(({ entry, since, fiscal }) => ({
      entry,
      since,
      ...nextRoundYear(since, fiscal ? inFiscalYear(today) : today),
      fiscal,
      secondary: entry.data.sources.every(({ standing }) => standing === 'secondary'),
    }))
    .sort((a, b) => compare(lastOf(a.date), lastOf(b.date)) || compare(a.entry.slug, b.entry.slug));
}

/** The first round anniversary of a date that is not over on the day `today`; a year without a day is over at its end. */
export function nextRoundYear(date: string, today: string): { date: string; years: number } {
  const start = Number(date.slice(0, 4));
  const rest = date.slice(4);
  let years = Math.max(round, Math.ceil((Number(today.slice(0, 4)) - start) / round) * round);
  if (`${start + years}${rest}` < today.slice(0, date.length)) years += round;
  const day = rest === '-02-29' && !isCalendarDate(`${start + years}${rest}`) ? '-02-28' : rest;
  return { date: `${start + years}${day}`, years };
}

/** The day with its fiscal year in place of its year: January to March belong to the year before. */
function inFiscalYear(day: string): string {
  return day.slice(5, 7) < '04' ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : day;
}

/** What has no day stands after the days of its month or year: it lasts to their end. */
function lastOf(date: string): string {
  return `${date}-99-99`.slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
