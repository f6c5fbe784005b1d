/** Round years to come, of everything whose date a source gives. */
import type { Language } from '../i18n/languages.ts';
import { isCalendarDate } from '../model/fields.ts';
import type { Library } from './library.ts';
import { entryPath } from './paths.ts';

export interface Anniversary {
  /** As exact as the date that is remembered: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  readonly years: number;
  readonly title: string;
  readonly href: string;
  /** True where no primary source gives the date. */
  readonly secondary: boolean;
}

/** Years between the anniversaries that places celebrate. */
const round = 5;

/** The next round year of every partnership and programme, the nearest first. `today` is YYYY-MM-DD. */
export function anniversaries(library: Library, language: Language, today: string): Anniversary[] {
  const dated = [
    ...library.listed('partnerships', language).map((entry) => ({ entry, date: entry.data.date })),
    ...library.listed('programmes', language).flatMap((entry) => (entry.data.since ? [{ entry, date: entry.data.since }] : [])),
  ];
  return dated
    .map(({ entry, date }) => {
      const next = nextRoundYear(date, today);
      return {
        date: next.date,
        years: next.years,
        title: entry.data.title,
        href: entryPath(entry.language, entry.type, entry.slug),
        secondary: entry.data.sources.every(({ standing }) => standing === 'secondary'),
      };
    })
    .sort((a, b) => compare(a.date, b.date) || compare(a.title, b.title));
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
