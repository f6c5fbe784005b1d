/** Events by time. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import type { Facet } from '../model/facets.ts';
import type { Library } from './library.ts';
import { question } from './questions.ts';

/** The years that have events, the latest first, with how many each has. */
export const eventYears = question('eventYears', (library, language: Language) =>
  [...Map.groupBy(library.listed('events', language), yearOf)]
    .map(([year, { length }]) => ({ year, events: length }))
    .sort((a, b) => Number(b.year) - Number(a.year)),
);

/** The events of a year, newest first. */
export const eventsOfYear = question('eventsOfYear', (library, language: Language, year: string) =>
  library.listed('events', language).filter((event) => yearOf(event) === year),
);

function yearOf({ data }: Entry<'events'>): string {
  return data.date.slice(0, 4);
}

/** The events that are not over on the day `today` (YYYY-MM-DD), the nearest first; a month or a year lasts to its end. */
export function upcomingEvents(events: readonly Entry<'events'>[], today: string): Entry<'events'>[] {
  return events
    .filter(({ data }) => {
      const last = data.end ?? data.date;
      return last >= today.slice(0, last.length);
    })
    .reverse();
}

/** The events of a place, a theme or a programme, newest first, in the language or in the one that they have. */
export function eventsAbout(library: Library, facet: Facet, value: string, language: Language): readonly Entry<'events'>[] {
  const group = library.about(facet, value, language).find(({ type }) => type === 'events');
  return (group?.entries ?? []) as readonly Entry<'events'>[];
}

/** True where a source gives the first day and, if there is one, the last: what a calendar can show. */
export function daysKnown({ data }: Entry<'events'>): boolean {
  return [data.date, data.end ?? data.date].every((date) => date.length === 10);
}
