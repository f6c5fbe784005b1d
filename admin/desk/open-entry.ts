/** The entry that is open in the editor, as Decap's store holds it, and the few things that are done to it. */
import { changeDraftField, loadEntry } from 'decap-cms-core/dist/esm/actions/entries.js';
import { loadUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow.js';
import { addNotification } from 'decap-cms-core/dist/esm/actions/notifications.js';
import { currentBackend } from 'decap-cms-core/dist/esm/backend.js';
import { selectUnpublishedEntry } from 'decap-cms-core/dist/esm/reducers/index.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { fromJS, type Map as ImmutableMap } from 'immutable';
import { defaultLanguage, languages, type Language, type Words } from '../../src/i18n/languages.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { pathOf, textName, textPath } from '../../src/entries/entry.ts';
import { readMaps, readValues, writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import { isStarted, type GuardedBackend } from '../backends/guarded.ts';
import { say } from '../parts/language.ts';

/** An entry in the editor: its values by language, as the form holds them now. */
export interface OpenEntry {
  readonly type: TypeName;
  /** The name under which it is saved; empty for an entry that never was. */
  readonly slug: string;
  /** Changes when Decap fills the form anew. */
  readonly key: string;
  readonly isNew: boolean;
  readonly hasChanged: boolean;
  readonly isSaving: boolean;
  readonly values: Readonly<Partial<Record<Language, Values>>>;
  readonly pictures: readonly Picture[];
}

/** A picture of the open entry, on the server or only here so far. */
export interface Picture {
  readonly name: string;
  readonly url?: string;
  readonly file?: File;
  readonly draft?: boolean;
}

type Node = ImmutableMap<string, unknown>;

/** The open entry; undefined where a list or a page is shown. */
export function openEntry(): OpenEntry | undefined {
  const { entryDraft, config } = store.getState();
  const entry = entryDraft.get('entry') as Node | undefined;
  const type = entry?.get('collection') as TypeName | undefined;
  if (!entry || !type || !(type in contentTypes) || !config) return undefined;
  const plain = entry.toJS() as {
    data?: Values;
    i18n?: Partial<Record<Language, { data?: Values }>>;
    mediaFiles?: Picture[];
    slug?: string;
    newRecord?: boolean;
    isPersisting?: boolean;
  };
  return {
    type,
    // Decap's own name for an entry in a folder is the path of its text.
    slug: (plain.slug ?? '').replace(/\/index$/, ''),
    key: entryDraft.get('key'),
    isNew: plain.newRecord ?? false,
    hasChanged: entryDraft.get('hasChanged'),
    isSaving: plain.isPersisting ?? false,
    values: Object.fromEntries(
      languages.flatMap((language) => {
        const values = language === defaultLanguage ? plain.data : plain.i18n?.[language]?.data;
        return values ? [[language, values]] : [];
      }),
    ),
    pictures: plain.mediaFiles ?? [],
  };
}

/** Where an entry is edited, within the application: `/collections/articles/entries/x/index`. */
export function routeOf(type: TypeName, slug: string): string {
  return `/collections/${type}/entries/${slug}${contentTypes[type].storage === 'folder' ? '/index' : ''}`;
}

export function backend(): GuardedBackend {
  return currentBackend(store.getState().config).implementation as GuardedBackend;
}

/** The slug under which the entry is, or will be, saved. */
export function slugOf({ slug, values }: OpenEntry): string {
  return slug || String(values[defaultLanguage]?.['slug'] ?? '');
}

/** True where a language has words of its own, so that a file is written for it. */
export function hasLanguage({ values }: OpenEntry, language: Language): boolean {
  const own = values[language];
  return language === defaultLanguage || (own !== undefined && isStarted(own));
}

/** The files that saving the entry now would make, by path, under the slug given. */
export function filesOf(entry: OpenEntry, slug = slugOf(entry)): Record<string, string> {
  const { type, values } = entry;
  const started = languages.filter((language) => values[language] && hasLanguage(entry, language));
  if (contentTypes[type].storage === 'file') {
    const path = pathOf(type, slug);
    const maps = Object.fromEntries(started.map((language) => [language, values[language]]));
    return { [path]: writeMaps(type, backend().baseOf(path), maps) };
  }
  return Object.fromEntries(
    started.map((language) => {
      const path = textPath(type, slug, language);
      return [path, writeEntry(type, backend().baseOf(path), values[language] as Values)];
    }),
  );
}

/** The values that a file holds, by language. */
export function valuesIn(path: string, content: string): Partial<Record<Language, Values>> {
  if (path.endsWith('.yaml')) return (readMaps(content) ?? {}) as Partial<Record<Language, Values>>;
  const language = languages.find((name) => path.endsWith(`/${textName(name)}`));
  const values = readValues(content);
  return language && values ? { [language]: values } : {};
}

/** Values by language as Decap holds them in an entry. */
export function decapValues(values: OpenEntry['values']): object {
  const [original, ...others] = languages;
  return {
    data: values[original] ?? {},
    i18n: Object.fromEntries(others.flatMap((language) => (values[language] ? [[language, { data: values[language] }]] : []))),
  };
}

/** Puts a value into a field of the open form, as if the editor had typed it. */
export function setField(type: TypeName, language: Language, name: string, value: unknown): void {
  const state = store.getState();
  const collection = state.collections.get(type);
  const field = (collection?.get('fields') as { find(test: (field: Node) => boolean): Node | undefined } | undefined)?.find(
    (candidate) => candidate.get('name') === name,
  );
  if (!field) return;
  const i18n = { currentLocale: language, defaultLocale: defaultLanguage, locales: languages };
  // Without a published entry to compare with, the form counts as changed.
  store.dispatch(changeDraftField({ field, value: fromJS(value), metadata: undefined, entries: [], i18n }));
}

/** Fills the form anew from what is saved. */
export async function reload({ type, slug }: OpenEntry): Promise<void> {
  const state = store.getState();
  const [, name = slug] = routeOf(type, slug).split('/entries/');
  const isUnderReview = Boolean(selectUnpublishedEntry(state, type, name));
  await store.dispatch((isUnderReview ? loadUnpublishedEntry : loadEntry)(state.collections.get(type), name));
}

export function notify(words: Words, type: 'success' | 'info' | 'error'): void {
  store.dispatch(addNotification({ message: say(words), type, dismissAfter: type === 'error' ? 8000 : 4000 }));
}
