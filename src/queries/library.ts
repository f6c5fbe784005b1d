/** The published entries as one library: by type, by language, by what they concern. Pure, so that tools share it. */
import { languages, type Language } from '../i18n/languages.ts';
import { prefectureSlugs } from '../data/places.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Facet } from '../model/facets.ts';
import type { Entry } from '../entries/entry.ts';
import { facetsOf } from './facets.ts';
import { answered, noting } from './reads.ts';

/** What a page of a place, theme, country or programme gathers: types in the model's order, each newest first. */
export type Gathering = readonly { readonly type: TypeName; readonly entries: readonly Entry[] }[];

export interface Library {
  /** The entries of a type that are published in the language, in the type's order. */
  written<T extends TypeName>(type: T, language: Language): readonly Entry<T>[];
  /** Every entry of a type once: in the language where it exists, else in the one that it has. */
  listed<T extends TypeName>(type: T, language: Language): readonly Entry<T>[];
  /** The entry in the language, else in the one that it has; undefined where it is not published. */
  find<T extends TypeName>(type: T, slug: string, language: Language): Entry<T> | undefined;
  /** The entries of a relation's slugs, in their order. */
  findAll<T extends TypeName>(type: T, slugs: readonly string[], language: Language): readonly Entry<T>[];
  /** The languages in which an entry is published. */
  languagesOf(type: TypeName, slug: string): readonly Language[];
  /** Everything that has the value for the facet, except the entry that is the value itself; articles come first of a theme. */
  about(facet: Facet, value: string, language: Language): Gathering;
  /** The values of a facet that any entry has, each with how many entries have it. */
  values(facet: Facet): ReadonlyMap<string, number>;
}

/** The order of a type in lists: by date, newest first, where it has dates; else by what readers look it up by. */
function compare(type: TypeName, language: Language): (a: Entry, b: Entry) => number {
  const collator = new Intl.Collator(language);
  const dated = contentTypes[type].dated;
  const text = (entry: Entry, field: string) => String((entry.data as Record<string, unknown>)[field] ?? '');
  return (a, b) => {
    if (dated) {
      const [first, second] = [text(a, dated), text(b, dated)];
      if (first !== second) return first < second ? 1 : -1;
    }
    if (type === 'prefectures') return prefectureSlugs.indexOf(a.slug as never) - prefectureSlugs.indexOf(b.slug as never);
    // Intl.Collator sorts kanji by code, not by reading.
    const field = language === 'ja' && 'reading' in a.data ? 'reading' : 'title';
    return collator.compare(text(a, field), text(b, field)) || (a.slug < b.slug ? -1 : 1);
  };
}

/** Of a place, what was done there comes before what is written about it. */
const deedsFirst = typeNames.toSorted((a, b) => Number(a === 'articles') - Number(b === 'articles'));

/** The library of the entries. What a page asks of it, and what it reads of an entry that it is given, is noted. */
export function makeLibrary(stored: readonly Entry[]): Library {
  return asked(answering(stored.map(noting)));
}

/** The library, which notes what it is asked and answers the same question once. */
function asked(library: Library): Library {
  const methods = Object.entries(library as unknown as Record<string, (...args: readonly unknown[]) => unknown>);
  return Object.fromEntries(
    methods.map(([name, answer]) => [
      name,
      (...args: readonly unknown[]) => answered(library, name, args, () => answer(...args)),
    ]),
  ) as unknown as Library;
}

function answering(entries: readonly Entry[]): Library {
  const bySlug = new Map<string, Map<Language, Entry>>();
  for (const entry of entries) {
    const key = `${entry.type}/${entry.slug}`;
    const versions = bySlug.get(key) ?? new Map<Language, Entry>();
    bySlug.set(key, versions.set(entry.language, entry));
  }
  const find = (type: TypeName, slug: string, language: Language) => {
    const versions = bySlug.get(`${type}/${slug}`);
    return versions?.get(language) ?? languages.map((other) => versions?.get(other)).find(Boolean);
  };
  const lists = new Map<string, readonly Entry[]>();
  const listed = (type: TypeName, language: Language) => {
    const key = `${type}/${language}`;
    let list = lists.get(key);
    if (!list) {
      const slugs = new Set(entries.filter((entry) => entry.type === type).map(({ slug }) => slug));
      list = [...slugs].flatMap((slug) => find(type, slug, language) ?? []).sort(compare(type, language));
      lists.set(key, list);
    }
    return list;
  };
  const isItself = (entry: Entry, facet: Facet, value: string) =>
    entry.slug === value && (entry.type as string) === `${facet}s`;

  return {
    written: (type, language) => listed(type, language).filter((entry) => entry.language === language) as never,
    listed: listed as Library['listed'],
    find: find as Library['find'],
    findAll: (type, slugs, language) => slugs.flatMap((slug) => (find(type, slug, language) as never) ?? []),
    languagesOf: (type, slug) => languages.filter((language) => bySlug.get(`${type}/${slug}`)?.has(language)),
    about: (facet, value, language) =>
      (facet === 'theme' ? typeNames : deedsFirst)
        .map((type) => ({
          type,
          entries: listed(type, language).filter(
            (entry) => !isItself(entry, facet, value) && facetsOf(entry)[facet].includes(value),
          ),
        }))
        .filter((group) => group.entries.length > 0),
    values: (facet) => {
      const counts = new Map<string, number>();
      for (const versions of bySlug.values()) {
        const [entry] = versions.values();
        if (!entry) continue;
        for (const value of facetsOf(entry)[facet]) {
          if (!isItself(entry, facet, value)) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      return counts;
    },
  };
}
