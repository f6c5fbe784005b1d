/**
 * Events and anniversaries as calendars. A calendar knows only days. What a source dates to a month or a year is left out
 * and counted on the page: programs would draw it as a bar through every day of the month, as if it lasted so long.
 */
import { absolute, settings } from '../../settings.ts';
import type { Entry } from '../entries/entry.ts';
import { formatDate } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { countryName, placeName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { eventKinds } from '../model/types/events.ts';
import type { Anniversary } from '../queries/anniversaries.ts';
import { daysKnown } from '../queries/events.ts';
import { calendarPath, entryPath, standingPath } from '../queries/paths.ts';
import { icalendar, type WholeDays } from './icalendar.ts';

/** The calendar of a page: those of its events that are published in the language and whose days are known. */
export function eventsCalendar(
  events: readonly Entry<'events'>[],
  { language, page, file, about }: { language: Language; page: string; file: string; about?: string | undefined },
): string {
  const t = words[language];
  return icalendar({
    ...frame(language, about ? `${about} – ${t.types.events}` : t.types.events),
    page: absolute(page),
    source: absolute(file),
    days: events.filter((event) => event.language === language && daysKnown(event)).map(eventDays),
  });
}

/** The calendar of one event whose days are known. */
export function eventCalendar(event: Entry<'events'>): string {
  const page = entryPath(event.language, 'events', event.slug);
  return icalendar({
    ...frame(event.language, event.data.title),
    page: absolute(page),
    source: absolute(calendarPath(page)),
    days: [eventDays(event)],
  });
}

/** The calendar of those anniversaries whose day is known and whose entry is published in the language. */
export function anniversariesCalendar(anniversaries: readonly Anniversary[], language: Language): string {
  const page = standingPath(language, 'anniversaries');
  return icalendar({
    ...frame(language, words[language].standing.anniversaries),
    page: absolute(page),
    source: absolute(calendarPath(page)),
    days: anniversaries.filter(({ entry, date }) => entry.language === language && date.length === 10).map(anniversaryDay),
  });
}

function frame(language: Language, name: string) {
  return {
    name: `${words[language].site.name} – ${name}`,
    language,
    product: `-//${settings.operator.en}//${words.en.site.name}//${language.toUpperCase()}`,
  };
}

function eventDays({ slug, language, data }: Entry<'events'>): WholeDays {
  const places = [...(data.country ? [data.country] : []), ...data.prefectures];
  const place =
    data.venue ??
    places
      .map((code) => (code === data.country ? countryName(code, language) : placeName(code, language)))
      .join(words[language].comma);
  return {
    // The same in both languages: it is one event. It keeps the name under which it was first published.
    uid: uid(data.aliases[0]?.slug ?? slug),
    first: data.date,
    last: data.end ?? data.date,
    revised: revised(data),
    title: data.title,
    description: data.cancelled ? `${words[language].cancelled}\n${data.summary}` : data.summary,
    ...(place ? { place } : {}),
    categories: [eventKinds[data.kind][language]],
    url: absolute(entryPath(language, 'events', slug)),
    cancelled: data.cancelled ?? false,
  };
}

function anniversaryDay({ entry, date, years, since, secondary }: Anniversary): WholeDays {
  const { type, slug, language, data } = entry;
  const t = words[language];
  return {
    // The next round year is another day to remember, not this one moved.
    uid: uid(`${type}-${slug}-${years}`),
    first: date,
    last: date,
    revised: revised({ ...data, date: since }),
    title: t.anniversaryOf(data.title, years),
    description: [t.countedFrom(formatDate(since, language)), ...(secondary ? [t.secondaryOnly] : [])].join('\n'),
    categories: [t.standing.anniversaries],
    url: absolute(entryPath(language, type, slug)),
  };
}

function uid(name: string): string {
  return `${name}@${new URL(settings.baseUrl).host}`;
}

/**
 * When what is known of an entry was last revised: the newest date of its sources, else its own. From the content alone,
 * so that two builds agree; news of an event, such as that it was cancelled, comes with a source and its date.
 */
function revised({ date, sources }: { date: string; sources: Entry<'events'>['data']['sources'] }): string {
  const known = sources.flatMap((source) => source.date ?? []).map(firstDay);
  return known.sort().at(-1) ?? firstDay(date);
}

/** The first day that a date of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean. */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}
