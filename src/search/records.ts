/** What the search index holds: a record for every published entry and for every prefecture, one index a language. */
import { textOf } from '../body/store.ts';
import { today } from '../clock.ts';
import { prefectures, type Prefecture } from '../data/places.ts';
import type { Language, Words } from '../i18n/languages.ts';
import { shortDate } from '../i18n/dates.ts';
import { placeName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { contentTypes, typeNames } from '../model/content-types.ts';
import { facets, type Facet } from '../model/facets.ts';
import type { Field } from '../model/fields.ts';
import { facetsOf, type FacetValues } from '../queries/facets.ts';
import { pathOf, type Entry } from '../entries/entry.ts';
import type { StoredEntry } from '../entries/read.ts';
import { digest } from '../kept.ts';
import type { Library } from '../queries/library.ts';
import { noticeState } from '../queries/notices.ts';
import { entryPath, prefecturePath } from '../queries/paths.ts';
import { idOf } from '../queries/reads.ts';
import { titleOf } from '../queries/titles.ts';

/** A record before it is cut into index words. */
export interface SearchRecord {
  /** Digest of all that it was made from; where there is one, its passages are read for an index alone that is not known. */
  readonly made?: string | undefined;
  readonly url: string;
  readonly title: string;
  /** Its text in the order of the page, under the headings that have an anchor there. */
  readonly passages: readonly {
    readonly heading?: { readonly id: string; readonly text: string } | undefined;
    readonly text: string;
  }[];
  /** As the entry gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where it has none. */
  readonly date: string;
  readonly facets: FacetValues;
  /** What a list of results says of it beside its title. */
  readonly kind: string;
  readonly shownDate: string;
  readonly place: string;
  /** Path of its picture from the project's root, where it has one. */
  readonly picture?: string | undefined;
}

/** Every record of a language, in a fixed order. */
export function recordsOf(library: Library, language: Language): SearchRecord[] {
  return [
    ...writtenIn(library, language).map(recordOf),
    ...notIntroducedIn(library, language).map((prefecture) => ({
      url: prefecturePath(language, prefecture.slug),
      title: placeName(prefecture, language),
      passages: [{ text: words[language].nothingYet }],
      date: '',
      kind: words[language].types.prefectures,
      shownDate: '',
      place: '',
      facets: facetsOfPlace(prefecture),
    })),
  ];
}

/** How many records of a language have each value of a facet: what narrowing would leave while nothing is asked. */
export function countsOf(library: Library, language: Language): Readonly<Record<Facet, ReadonlyMap<string, number>>> {
  const values = [...writtenIn(library, language).map(facetsOf), ...notIntroducedIn(library, language).map(facetsOfPlace)];
  const counted = facets.map((facet) => {
    const byValue = Map.groupBy(
      values.flatMap((own) => own[facet]),
      (value) => value,
    );
    return [facet, new Map([...byValue].map(([value, all]) => [value, all.length]))];
  });
  return Object.fromEntries(counted) as Record<Facet, Map<string, number>>;
}

function writtenIn(library: Library, language: Language): Entry[] {
  return typeNames.flatMap((type): readonly Entry[] => library.written(type, language));
}

/** The prefectures that no entry introduces: they have a page all the same. */
function notIntroducedIn(library: Library, language: Language): Prefecture[] {
  const introduced = new Set(library.written('prefectures', language).map(({ slug }) => slug));
  return prefectures.filter(({ slug }) => !introduced.has(slug));
}

function facetsOfPlace({ slug, region }: Prefecture): FacetValues {
  const none = Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as FacetValues;
  return { ...none, type: ['prefectures'], prefecture: [slug], region: [region] };
}

function recordOf(entry: Entry): SearchRecord {
  const { language, type, slug, text } = entry;
  const { dated } = contentTypes[type];
  const data = entry.data as Readonly<Record<string, unknown>> & { cover?: { file: string } };
  const date = dated ? ((data[dated] as string | undefined) ?? '') : '';
  const facets = facetsOf(entry);
  const places = facets.prefecture.map((place) => placeName(place, language));
  const { facts: stated } = entry as Partial<StoredEntry>;
  return {
    made: stated && digest([idOf(entry), stated, text ?? '', type === 'notices' ? today() : '']),
    url: entryPath(language, type, slug),
    title: titleOf(entry),
    get passages() {
      return [{ text: fieldTexts(entry).join('\n') }, ...(text ? textOf(text).passages : [])];
    },
    date,
    facets,
    kind: kindOf(entry),
    shownDate: date && shortDate(date, language),
    place: places.length > 6 ? '' : places.join(words[language].comma),
    picture: data.cover && `${pathOf(type, slug)}/${data.cover.file}`,
  };
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
    if (['title', 'reading', 'sources', 'searchedAs'].includes(name) || value === undefined) return [];
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
