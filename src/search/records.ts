/** What the search index holds: a record for every published entry and for every prefecture, one index a language. */
import { textOf } from '../body/store.ts';
import { prefectures } from '../data/places.ts';
import type { Language } from '../i18n/languages.ts';
import { shortDate } from '../i18n/dates.ts';
import { placeName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { typeNames } from '../model/content-types.ts';
import { facetsOf } from '../queries/facets.ts';
import type { Entry } from '../entries/read.ts';
import type { Library } from '../queries/library.ts';
import { entryPath, prefecturePath } from '../queries/paths.ts';
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
    ...typeNames.flatMap((type) => library.written(type, language).map((entry) => recordOf(entry))),
    ...prefectures
      .filter(({ slug }) => !introduced.has(slug))
      .map((prefecture) => {
        const name = placeName(prefecture, language);
        return record({
          url: prefecturePath(language, prefecture.slug),
          title: name,
          kind: words[language].types.prefectures,
          content: [name, prefecture.ja, prefecture.kana, prefecture.en].join(' '),
          filters: { type: ['prefectures'], prefecture: [prefecture.slug], region: [prefecture.region] },
        });
      }),
  ];
}

function recordOf(entry: Entry): SearchRecord {
  const { language, type, slug } = entry;
  const data = entry.data as { summary?: string; date?: string; note?: string; reading?: string };
  const facets = facetsOf(entry);
  const places = facets.prefecture.map((place) => placeName(place, language));
  const text = entry.text ? textOf(entry.text).passages.map(({ heading, text }) => `${heading?.text ?? ''} ${text}`) : [];
  return record({
    url: entryPath(language, type, slug),
    title: titleOf(entry),
    kind: words[language].types[type],
    ...(data.date ? { date: data.date, shownDate: shortDate(data.date, language) } : {}),
    place: places.length > 6 ? '' : places.join(language === 'ja' ? '、' : ', '),
    content: [data.summary ?? '', data.reading ?? '', ...text, data.note ?? '', places.join(' ')].join('\n'),
    filters: facets,
  });
}

function record(given: {
  url: string;
  title: string;
  kind: string;
  content: string;
  filters: Readonly<Record<string, readonly string[]>> | { readonly [facet: string]: readonly string[] };
  date?: string;
  shownDate?: string;
  place?: string;
}): SearchRecord {
  const filters = Object.entries(given.filters).filter(([, values]) => values.length > 0);
  return {
    url: given.url,
    content: indexTokens(`${given.content}\n${given.title}`).replace(/\s+/g, ' ').trim(),
    meta: {
      // `title` is what Pagefind weighs; `name` is what readers see.
      title: indexTokens(given.title).replace(/\s+/g, ' ').trim(),
      name: given.title,
      kind: given.kind,
      ...(given.shownDate ? { date: given.shownDate } : {}),
      ...(given.place ? { place: given.place } : {}),
    },
    filters: Object.fromEntries(filters.map(([facet, values]) => [facet, [...values]])),
    sort: { date: given.date ?? '0000' },
  };
}
