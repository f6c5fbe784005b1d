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

/** The year in which an event began. */
export function yearOf({ data }: Entry<'events'>): string {
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

/** The coming events on the day `today` (YYYY-MM-DD), the nearest first. */
export const comingEvents = question('comingEvents', (library, language: Language, today: string) =>
  upcomingEvents(library.listed('events', language), today),
);

/** The most events in one table; the pages of the years and the search hold the rest. */
export const mostInRegister = 120;

/** The first of a list that runs from the newest, and how many there are. */
export interface Newest {
  readonly count: number;
  readonly events: readonly Entry<'events'>[];
}

export function newest(events: readonly Entry<'events'>[], most: number): Newest {
  return { count: events.length, events: events.slice(0, most) };
}

/** The newest of the events that are over on the day `today` (YYYY-MM-DD), as many as a register shows. */
export const pastEvents = question('pastEvents', (library, language: Language, today: string): Newest => {
  const events = library.listed('events', language);
  const coming = new Set(upcomingEvents(events, today));
  return newest(
    events.filter((event) => !coming.has(event)),
    mostInRegister,
  );
});

/** Of the events that are written in the language, how many a calendar holds and how many it leaves out, their days unknown. */
export const calendarCounts = question('calendarCounts', (library, language: Language, facet?: Facet, value?: string) => {
  const events = facet && value ? eventsAbout(library, facet, value, language) : library.listed('events', language);
  const written = events.filter((event) => event.language === language);
  const held = written.filter(daysKnown).length;
  return { held, left: written.length - held };
});

/** The articles that are about an event, by its slug, newest first. */
export const articlesOnEvent = question('articlesOnEvent', (library, slug: string, language: Language) =>
  library.listed('articles', language).filter(({ data }) => data.events.includes(slug)),
);

/** The newest other events of an event's programme, at most `limit`; none where it has no programme. */
export const sameProgramme = question('sameProgramme', (library, slug: string, language: Language, limit: number) => {
  const programme = library.find('events', slug, language)?.data.programme;
  if (!programme) return [];
  return library
    .listed('events', language)
    .filter((event) => event.slug !== slug && event.data.programme === programme)
    .slice(0, limit);
});

/** The events of a place, a theme or a programme, newest first, in the language or in the one that they have. */
export function eventsAbout(library: Library, facet: Facet, value: string, language: Language): readonly Entry<'events'>[] {
  const group = library.about(facet, value, language).find(({ type }) => type === 'events');
  return (group?.entries ?? []) as readonly Entry<'events'>[];
}

/** True where a source gives the first day and, if there is one, the last: what a calendar can show. */
export function daysKnown({ data }: Entry<'events'>): boolean {
  return [data.date, data.end ?? data.date].every((date) => date.length === 10);
}
