/** Events by time. */
import type { Entry } from '../entries/entry.ts';

/** The events of each year that has any, the latest year first, the order of the events kept. */
export function eventYears(events: readonly Entry<'events'>[]): { year: string; events: Entry<'events'>[] }[] {
  const years = Map.groupBy(events, ({ data }) => data.date.slice(0, 4));
  return [...years].map(([year, inYear]) => ({ year, events: inYear })).sort((a, b) => Number(b.year) - Number(a.year));
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
