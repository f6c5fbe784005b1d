/** Events as a calendar. A calendar knows only days: events of which the source gives a month or a year are left out. */
import ical, { ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { absolute, settings } from '../../settings.ts';
import { now } from '../clock.ts';
import type { Entry } from '../entries/entry.ts';
import { placeName } from '../i18n/names.ts';
import type { Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { entryPath } from '../queries/paths.ts';

/** The calendar of these events, each as whole days. */
export function calendarOf(events: readonly Entry<'events'>[], language: Language): ICalCalendar {
  const t = words[language];
  const calendar = ical({
    name: `${t.site.name} – ${t.types.events}`,
    prodId: { company: settings.operator.en, product: words.en.site.name, language: language.toUpperCase() },
  });
  for (const { slug, data } of events.filter(({ data }) => data.date.length === 10)) {
    const url = absolute(entryPath(language, 'events', slug));
    const last = data.end?.length === 10 ? data.end : data.date;
    calendar.createEvent({
      // The same in both languages: it is one event.
      id: `${slug}@${new URL(settings.baseUrl).host}`,
      stamp: now(),
      start: day(data.date),
      // The end of whole days is the day after the last.
      end: dayAfter(last),
      allDay: true,
      summary: data.title,
      description: data.summary,
      location: data.venue ?? data.prefectures.map((place) => placeName(place, language)).join(', '),
      url,
      ...(data.cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    });
  }
  return calendar;
}

function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dayAfter(date: string): Date {
  const next = day(date);
  next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
