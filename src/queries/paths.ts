/** The public paths of the site: each shape is written here and nowhere else. */
import type { Language } from '../i18n/languages.ts';
import { typeNames, type TypeName } from '../model/content-types.ts';
import type { PrefectureSlug, RegionSlug } from '../data/places.ts';

/** Pages that stand once in each language, without an entry of their own. */
export const standingPages = [
  'support',
  'regions',
  'countries',
  'anniversaries',
  'search',
  'glossary',
  'about',
  'about/design',
  'accessibility',
  'editorial-policy',
  'data',
] as const;
export type StandingPage = (typeof standingPages)[number];

export const homePath = (language: Language) => `/${language}/`;
export const standingPath = (language: Language, page: StandingPage) => `/${language}/${page}/`;
export const regionPath = (language: Language, region: RegionSlug) => `/${language}/regions/${region}/`;
export const prefecturePath = (language: Language, slug: PrefectureSlug) => `/${language}/prefectures/${slug}/`;
export const countryPath = (language: Language, code: string) => `/${language}/countries/${code.toLowerCase()}/`;
export const yearPath = (language: Language, year: string) => `/${language}/events/${year}/`;
/** The programmes for a need of the support finder, and for a kind of body. */
export const needPath = (language: Language, need: string, audience?: string) =>
  `/${language}/support/${need}/${audience ? `${audience}/` : ''}`;

/** The list of a type; terms and prefectures are listed on pages of other names. */
export function listPath(language: Language, type: TypeName): string {
  if (type === 'terms') return standingPath(language, 'glossary');
  if (type === 'prefectures') return standingPath(language, 'regions');
  return `/${language}/${type}/`;
}

/** A page of a list, by the path of its first. */
export const listPagePath = (list: string, page: number) => `${list}${page === 1 ? '' : `page/${page}/`}`;

/** Whether a path is such a page and not the first: what stands there moves on, and it may be gone with the entries. */
export const isFurtherPage = (path: string) => /\/page\/\d+\/$/.test(path);

/** The page of an entry. Terms stand together on the glossary: their path has a fragment. */
export function entryPath(language: Language, type: TypeName, slug: string): string {
  if (type === 'terms') return `${listPath(language, type)}#${slug}`;
  return `/${language}/${type}/${slug}/`;
}

/** An article in two languages side by side. */
export const parallelPath = (language: Language, slug: string) => `${entryPath(language, 'articles', slug)}parallel/`;

/** The search with words or facets already given. */
export const searchPath = (language: Language, asked: Readonly<Record<string, string>>) =>
  `${standingPath(language, 'search')}?${new URLSearchParams(asked).toString()}`;

/** The folder of a language's search index. */
export const searchFolder = (language: Language) => `/pagefind/${language}/`;

/** The calendar of the events of a place, a theme or a programme, by the path of its page. */
export const eventsCalendarPath = (page: string) => `${page}events.ics`;

/** What a page itself tells as a calendar: one event, all events, the anniversaries. */
export const calendarPath = (page: string) => page.replace(/\/$/, '.ics');

/** The open data: every published entry of a type, in no language's folder since a record holds them all. */
export const dataPath = (type: TypeName, format: 'json' | 'csv') => `/data/${type}.${format}`;
export const dataSchemaPath = '/data/schema.json';
export const countriesPath = '/data/countries.geojson';

/** The types whose entries have a picture each; prefectures have one whether they have an introduction or not. */
export const sharedTypes = ['articles', 'issues', 'programmes', 'events', 'notices', 'themes'] as const;
export type SharedType = (typeof sharedTypes)[number];

export const hasSharePicture = (type: TypeName) => (sharedTypes as readonly TypeName[]).includes(type);

/** The picture that other places show beside a link to the page of an entry, or to any page that has none of its own. */
export const sharePath = (language: Language, type: TypeName, slug: string) => `/og/${language}/${type}/${slug}.png`;
export const siteSharePath = (language: Language) => `/og/${language}/site.png`;

/** The land of the maps, with the fragment `#land`. */
export const worldPath = '/world.svg';

/** The same page in another language: only the first segment differs. */
export function inLanguage(path: string, language: Language): string {
  return path.replace(/^\/[^/]+\//, `/${language}/`);
}

/** Types whose pages have files of their own under `src/pages/`; every other type is shown by `[type]/`. */
const withPages: ReadonlySet<string> = new Set([
  'issues',
  'articles',
  'programmes',
  'events',
  'notices',
  'prefectures',
  'partnerships',
  'themes',
  'terms',
]);

export const typesWithoutPages: readonly TypeName[] = typeNames.filter((type) => !withPages.has(type));
