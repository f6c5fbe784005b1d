/** What the pictures beside links show: of an entry, of a prefecture, of the whole site. */
import { prefectureOf, type PrefectureSlug } from '../data/places.ts';
import type { Share } from '../drawing/share.ts';
import { groundOfName, groundOfNumber, groundOfSite, type Ground } from '../drawing/grounds.ts';
import { subjectOf } from '../drawing/subject.ts';
import type { Entry } from '../entries/entry.ts';
import { shortDate } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { countryName, placeName, regionName, shortPlaceName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { noticeKinds } from '../model/types/notices.ts';
import { eventKinds } from '../model/types/events.ts';
import { issueWith } from './issues.ts';
import type { Library } from './library.ts';
import type { SharedType } from './paths.ts';
import { question } from './questions.ts';

/** What the picture of an entry shows: its title, and what it and the entries that it gathers are about. Throws a RangeError without the entry. */
export const shareOf = question('shareOf', (library, type: SharedType, slug: string, language: Language): Share => {
  const entry = library.find(type, slug, language);
  if (!entry) throw new RangeError(`There is no ${type}/${slug} of which a picture could be made.`);
  const about = [entry, ...gatheredBy(entry, library)];
  return {
    language,
    kicker: kickerOf(entry, library),
    title: entry.data.title,
    subject: subjectOf(groundOf(entry, library), about),
  };
});

/** The picture of a prefecture: itself, with the countries and the days of everything that concerns it. */
export const prefectureShare = question('prefectureShare', (library, slug: PrefectureSlug, language: Language): Share => {
  const about = library.about('prefecture', slug, language).flatMap(({ entries }) => entries);
  return {
    language,
    kicker: regionName(prefectureOf(slug).region, language),
    title: placeName(slug, language),
    subject: { ...subjectOf(groundOfName(slug), about), prefectures: [slug] },
  };
});

/** The picture of every page that has none of its own: all events. */
export const siteShare = question('siteShare', (library, language: Language): Share => {
  const { site, types, comma } = words[language];
  return {
    language,
    kicker: [types.programmes, types.events, types.themes].join(comma),
    title: site.tagline,
    subject: subjectOf(groundOfSite, library.listed('events', language)),
  };
});

/** The ground of the magazine's number to which an entry belongs, as on its pages; else one by its name. */
function groundOf(entry: Entry<SharedType>, library: Library): Ground {
  const issue = issueOf(entry, library);
  return issue ? groundOfNumber(issue.data.number) : groundOfName(entry.slug);
}

/** The number of the magazine that an entry is, or in whose line-up it stands. */
function issueOf(entry: Entry<SharedType>, library: Library): Entry<'issues'> | undefined {
  if (isOf('issues', entry)) return entry;
  if (!isOf('articles', entry)) return undefined;
  return issueWith(library, entry.slug, entry.language);
}

/** The entries that an entry is about, beside itself; an event and a notice speak for themselves. */
function gatheredBy(entry: Entry<SharedType>, library: Library): readonly Entry[] {
  const { language, slug } = entry;
  if (isOf('articles', entry)) return library.findAll('events', entry.data.events, language);
  if (isOf('issues', entry)) {
    const lineUp = library.findAll('articles', entry.data.lineUp, language);
    return [...lineUp, ...lineUp.flatMap((article) => gatheredBy(article, library))];
  }
  if (isOf('programmes', entry)) return library.listed('events', language).filter(({ data }) => data.programme === slug);
  if (isOf('themes', entry)) return library.about('theme', slug, language).flatMap(({ entries }) => entries);
  return [];
}

/** What stands above the title: the number of the magazine, the day and the place, or the kind of page. */
function kickerOf(entry: Entry<SharedType>, library: Library): string {
  const { language, type } = entry;
  const t = words[language];
  const issue = issueOf(entry, library);
  if (issue) return `${t.site.magazine} ${t.issueNumber(issue.data.number)}`;
  if (isOf('events', entry)) return t.dayAndPlace(shortDate(entry.data.date, language), placeOf(entry));
  if (isOf('notices', entry))
    return t.dayAndPlace(shortDate(entry.data.date, language), noticeKinds[entry.data.kind][language]);
  return t.types[type];
}

/** Where an event was: abroad, in a prefecture or two; else what kind of event it is. */
function placeOf({ data, language }: Entry<'events'>): string {
  if (data.country) return countryName(data.country, language);
  const { prefectures, venue } = data;
  // Those who present themselves at a venue are its subject and not its place.
  if (venue || prefectures.length === 0 || prefectures.length > 2) return eventKinds[data.kind][language];
  return prefectures.map((slug) => shortPlaceName(slug, language)).join(words[language].comma);
}

function isOf<T extends SharedType>(type: T, entry: Entry<SharedType>): entry is Entry<T> {
  return (entry.type as string) === type;
}
