/** What the search index holds: a record for every published entry and for every prefecture, one index a language. */
import { textOf } from '../body/store.ts';
import { prefectureOf, prefectures, type Prefecture } from '../data/places.ts';
import type { Language, Words } from '../i18n/languages.ts';
import { shortDate } from '../i18n/dates.ts';
import { countryName, placeName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { contentTypes, typeNames } from '../model/content-types.ts';
import type { Field } from '../model/fields.ts';
import { today } from '../clock.ts';
import { facetsOf } from '../queries/facets.ts';
import type { Entry } from '../entries/entry.ts';
import type { Library } from '../queries/library.ts';
import { entryPath, prefecturePath } from '../queries/paths.ts';
import { noticeState } from '../queries/notices.ts';
import { titleOf } from '../queries/titles.ts';
import { indexTokens } from './tokens.ts';

export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
  readonly sort: Record<string, string>;
}

/** Every record of a language, in a fixed order. */
export function recordsOf(library: Library, language: Language): SearchRecord[] {
  const introduced = new Set(library.written('prefectures', language).map(({ slug }) => slug));
  return [
    ...typeNames.flatMap((type) => library.written(type, language).map((entry) => recordOf(entry, library))),
    ...prefectures
      .filter(({ slug }) => !introduced.has(slug))
      .map((prefecture) =>
        record({
          url: prefecturePath(language, prefecture.slug),
          title: placeName(prefecture, language),
          kind: words[language].types.prefectures,
          content: words[language].nothingYet,
          about: namesOf(prefecture),
          filters: { type: ['prefectures'], prefecture: [prefecture.slug], region: [prefecture.region] },
        }),
      ),
  ];
}

function recordOf(entry: Entry, library: Library): SearchRecord {
  const { language, type, slug } = entry;
  const data = entry.data as { date?: string; reading?: string };
  const facets = facetsOf(entry);
  const places = facets.prefecture.map((place) => placeName(place, language));
  const text = entry.text ? textOf(entry.text).passages.map(({ heading, text }) => `${heading?.text ?? ''} ${text}`) : [];
  return record({
    url: entryPath(language, type, slug),
    title: titleOf(entry),
    kind: kindOf(entry),
    ...(data.date ? { date: data.date, shownDate: shortDate(data.date, language) } : {}),
    place: places.length > 6 ? '' : places.join(words[language].comma),
    content: [...fieldTexts(entry), ...text].join('\n'),
    about: [
      data.reading ?? '',
      ...facets.prefecture.flatMap((place) => namesOf(prefectureOf(place))),
      ...facets.country.map((code) => countryName(code, language)),
      ...library.findAll('themes', facets.theme, language).map((theme) => theme.data.title),
      ...library.findAll('programmes', facets.programme, language).map((programme) => programme.data.title),
    ],
    filters: facets,
  });
}

/** The name of the type; of a notice also whether it may be answered, since old ones are found beside new ones. */
function kindOf(entry: Entry): string {
  const t = words[entry.language];
  if (entry.type !== 'notices') return t.types[entry.type];
  return `${t.types.notices} – ${t.noticeStates[noticeState(entry as Entry<'notices'>, today())]}`;
}

/** The words of an entry's fields, in the model's order; titles and readings have places of their own. */
function fieldTexts({ type, language, data }: Entry): string[] {
  const values = data as Record<string, unknown>;
  return Object.entries<Field>(contentTypes[type].fields).flatMap(([name, { kind, fields }]) => {
    const value = values[name];
    if (name === 'title' || name === 'reading' || name === 'sources' || value === undefined) return [];
    if (kind === 'text' || kind === 'longText') return [value as string];
    if (kind === 'phrase') return [phraseIn(value as Phrase, language)];
    if (kind !== 'list') return [];
    const phrases = Object.entries(fields ?? {}).filter(([, inner]) => inner.kind === 'phrase');
    return (value as Record<string, Phrase | undefined>[]).flatMap((member) =>
      phrases.flatMap(([inner]) => (member[inner] ? [phraseIn(member[inner], language)] : [])),
    );
  });
}

type Phrase = Partial<Words> & { readonly ja: string };

function phraseIn(phrase: Phrase, language: Language): string {
  return phrase[language] ?? phrase.ja;
}

/** The names by which readers look for a prefecture: in kanji, in kana with and without its suffix, in Latin letters. */
function namesOf({ ja, kana, en, hepburn }: Prefecture): string[] {
  return [ja, kana, kana.replace(/(けん|ふ|と)$/, ''), en, hepburn];
}

function record(given: {
  url: string;
  title: string;
  kind: string;
  content: string;
  /** Names and readings that are searched, with less weight, and never shown. */
  about: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
  date?: string;
  shownDate?: string;
  place?: string;
}): SearchRecord {
  const filters = Object.entries(given.filters).filter(([, values]) => values.length > 0);
  const tokens = (text: string) => indexTokens(text).replace(/\s+/g, ' ').trim();
  return {
    url: given.url,
    content: tokens(given.content),
    meta: {
      // `title` and `about` are what Pagefind searches; `name` and the rest are what readers see.
      title: tokens(given.title),
      about: tokens([...new Set(given.about)].join(' \n ')),
      name: given.title,
      kind: given.kind,
      ...(given.shownDate ? { date: given.shownDate } : {}),
      ...(given.place ? { place: given.place } : {}),
    },
    filters: Object.fromEntries(filters.map(([facet, values]) => [facet, [...values]])),
    sort: { date: given.date ?? '0000' },
  };
}
