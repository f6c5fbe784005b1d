/**
 * The ledger: what the newsroom knows of every entry without opening it. Pickers, lists, the translation board and the
 * question "where is this used" read it. Made on the server in local editing, in the browser over a Git host.
 */
import { textName } from '../../src/entries/entry.ts';
import { changedSince } from '../../src/entries/fingerprint.ts';
import { meaning, type Values } from '../../src/entries/write.ts';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import { placeName } from '../../src/i18n/names.ts';
import { prefectureSlugs } from '../../src/data/places.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import type { Field } from '../../src/model/fields.ts';
import { termFormsOf, type TermForms } from '../../src/terms/forms.ts';

/** A file that holds a text of an entry. */
export interface LedgerSource {
  readonly type: TypeName;
  readonly path: string;
  /** What it holds, as `readByName` reads it. */
  readonly values: Values | undefined;
}

/** How a translation stands to the original. */
export interface Translation {
  /** Names of the original's parts that have changed since the translation was last compared. */
  readonly changed: readonly string[];
  /** How many parts of the original are no longer there. */
  readonly gone: number;
  /** False where it was never compared, so that nothing can be said. */
  readonly compared: boolean;
}

/** An entry as the ledger holds it. */
export interface LedgerEntry {
  readonly type: TypeName;
  readonly slug: string;
  readonly title: Partial<Record<Language, string>>;
  readonly reading?: string;
  readonly date?: string;
  readonly programme?: string;
  readonly status: Partial<Record<Language, 'draft' | 'published'>>;
  readonly translations: Partial<Record<Language, Translation>>;
  /** Entries that this one names, as `type/slug`: by a field, a block or a link in its text. */
  readonly names: readonly string[];
  /** The forms of a term, in each language in which it is published. */
  readonly forms?: Partial<Record<Language, TermForms>>;
  /** True where a file of the entry cannot be read. */
  readonly broken?: true;
}

/** The ledger of all the files, in the order of type and slug as they come. */
export function ledgerOf(sources: readonly LedgerSource[]): LedgerEntry[] {
  const entries = new Map<string, { type: TypeName; slug: string; versions: Map<Language, Values>; broken: boolean }>();
  for (const { type, path, values } of sources) {
    const [, , name = '', file = ''] = path.split('/');
    const inFolder = contentTypes[type].storage === 'folder';
    const slug = inFolder ? name : name.replace(/\.yaml$/, '');
    const key = `${type}/${slug}`;
    const entry = entries.get(key) ?? { type, slug, versions: new Map(), broken: false };
    entries.set(key, entry);
    if (!values) entry.broken = true;
    for (const language of languages) {
      const own = inFolder ? (file === textName(language) ? values : undefined) : values?.[language];
      if (typeof own === 'object' && own !== null) entry.versions.set(language, own as Values);
    }
  }
  return [...entries.values()].map(entryOf);
}

function entryOf({
  type,
  slug,
  versions,
  broken,
}: {
  type: TypeName;
  slug: string;
  versions: ReadonlyMap<Language, Values>;
  broken: boolean;
}): LedgerEntry {
  const original = versions.get(defaultLanguage) ?? {};
  const titleIn = (language: Language) => {
    const title = versions.get(language)?.['title'];
    if (typeof title === 'string' && title) return title;
    const isPlace = type === 'prefectures' && (prefectureSlugs as readonly string[]).includes(slug);
    return isPlace && versions.has(language) ? placeName(slug, language) : undefined;
  };
  const text = (name: string) => {
    const value = original[name];
    return typeof value === 'string' && value ? { [name]: value } : {};
  };
  const perLanguage = <T>(of: (language: Language, values: Values) => T | undefined) =>
    Object.fromEntries(
      [...versions].flatMap(([language, values]) => {
        const value = of(language, values);
        return value === undefined ? [] : [[language, value]];
      }),
    ) as Partial<Record<Language, T>>;
  const dated = contentTypes[type].dated;
  return {
    type,
    slug,
    title: perLanguage((language) => titleIn(language)),
    ...text('reading'),
    ...(dated && typeof original[dated] === 'string' ? { date: original[dated] } : {}),
    ...text('programme'),
    status: perLanguage((_language, values) => (values['status'] === 'published' ? 'published' : 'draft')),
    translations: perLanguage((language, values) => {
      if (language === defaultLanguage) return undefined;
      const fingerprint = values['original'];
      if (typeof fingerprint !== 'string') return { changed: [], gone: 0, compared: false };
      const { changed, gone } = changedSince(fingerprint, type, original);
      return { changed: changed.map(({ name }) => name), gone, compared: true };
    }),
    ...(type === 'terms'
      ? {
          forms: perLanguage((language, values) =>
            values['status'] === 'published' ? formsIn(slug, { ...original, ...values }, language) : undefined,
          ),
        }
      : {}),
    names: [...new Set([...versions.values()].flatMap((values) => namedIn(type, values)))],
    ...(broken ? { broken: true } : {}),
  };
}

const { also, avoid } = contentTypes.terms.fields;

/** The forms of a term as far as they are written; a list that the model would refuse counts as none. */
function formsIn(slug: string, values: Values, language: Language): TermForms | undefined {
  const title = values['title'];
  if (typeof title !== 'string' || !title) return undefined;
  const lists = {
    also: also.schema.safeParse(values['also']).data ?? [],
    avoid: avoid.schema.safeParse(values['avoid']).data ?? [],
  };
  return termFormsOf(slug, { title, ...lists }, language);
}

/** The forms of every term that is published in the language. */
export function termsIn(ledger: readonly LedgerEntry[], language: Language): TermForms[] {
  return ledger.flatMap(({ forms }) => forms?.[language] ?? []);
}

const link = /\]\(\/[a-z]{2}\/([a-z]+)\/([a-z0-9-]+)\//g;
const card = /<EventCard\s[^<>]*/g;

function namedIn(type: TypeName, values: Values): string[] {
  const fields: Record<string, Field> = contentTypes[type].fields;
  const related = Object.entries(fields).flatMap(([name, { relation }]) =>
    relation ? [meaning(values[name]) ?? []].flat().map((slug) => `${relation}/${String(slug)}`) : [],
  );
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  return [
    ...related,
    ...[...body.matchAll(card)].flatMap(([tag]) => /\sevent="([^"]+)"/.exec(tag)?.[1] ?? []).map((slug) => `events/${slug}`),
    ...[...body.matchAll(link)].map(([, room, slug]) => `${room}/${slug}`),
  ];
}

/** The title of an entry in the editor's language, else in another; the slug where it has none. */
export function titleOf({ title, slug }: LedgerEntry, language: Language): string {
  return title[language] ?? Object.values(title)[0] ?? slug;
}

/** The entries that name this one. */
export function usesOf(ledger: readonly LedgerEntry[], type: TypeName, slug: string): LedgerEntry[] {
  return ledger.filter((entry) => entry.names.includes(`${type}/${slug}`) && !(entry.type === type && entry.slug === slug));
}
