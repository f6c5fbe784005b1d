/** The entry that is open in the editor, as Decap's store holds it, and the few things that are done to it. */
import { changeDraftField, entryLoaded, loadEntry, persistEntry } from 'decap-cms-core/dist/esm/actions/entries.js';
import { persistUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow.js';
import { addNotification } from 'decap-cms-core/dist/esm/actions/notifications.js';
import { currentBackend } from 'decap-cms-core/dist/esm/backend.js';
import { selectUnpublishedEntry } from 'decap-cms-core/dist/esm/reducers/index.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { fromJS, type Map as ImmutableMap } from 'immutable';
import { defaultLanguage, languages, type Language, type Words } from '../../src/i18n/languages.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { pathOf } from '../../src/entries/entry.ts';
import { fingerprintOf } from '../../src/entries/fingerprint.ts';
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
    const path = `content/${type}/${slug}.yaml`;
    const maps = Object.fromEntries(started.map((language) => [language, values[language]]));
    return { [path]: writeMaps(type, backend().baseOf(path), maps) };
  }
  return Object.fromEntries(
    started.map((language) => {
      const path = `content/${type}/${slug}/index.${language}.mdx`;
      return [path, writeEntry(type, backend().baseOf(path), values[language] as Values)];
    }),
  );
}

/** The values that a file holds, by language. */
export function valuesIn(path: string, content: string): Partial<Record<Language, Values>> {
  if (path.endsWith('.yaml')) return (readMaps(content) ?? {}) as Partial<Record<Language, Values>>;
  const language = languages.find((name) => path.endsWith(`index.${name}.mdx`));
  const values = readValues(content);
  return language && values ? { [language]: values } : {};
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

/** Saves the open entry. Resolves to false where it was not saved; the editor has been told why. */
export async function save(): Promise<boolean> {
  const entry = openEntry();
  if (!entry || entry.isSaving) return false;
  const state = store.getState();
  const collection = state.collections.get(entry.type);
  if (!entry.hasChanged) {
    notify({ ja: '変更はありません', en: 'Nothing has changed' }, 'info');
    return false;
  }
  if (!state.entryDraft.get('fieldsErrors').isEmpty()) {
    notify({ ja: '赤い印の付いた欄を直してから保存してください', en: 'Mend the fields that are marked in red first' }, 'error');
    return false;
  }
  beginTranslations(entry);
  try {
    if (state.config.publish_mode === 'editorial_workflow') {
      const exists = Boolean(
        selectUnpublishedEntry(state, entry.type, String(state.entryDraft.get('entry').get('slug') ?? '')),
      );
      await store.dispatch(persistUnpublishedEntry(collection, exists));
    } else {
      await store.dispatch(persistEntry(collection));
    }
    compareWithSaved(collection);
    return true;
  } catch (error) {
    // Decap shows the message of what stopped the backend, and gives an action; an error comes from before that.
    if (error instanceof Error)
      notify({ ja: `保存できませんでした：${error.message}`, en: `Not saved: ${error.message}` }, 'error');
    return false;
  }
}

/** A translation that is saved for the first time is a draft, made from the original as it is now. */
function beginTranslations(entry: OpenEntry): void {
  const original = fingerprintOf(entry.type, entry.values[defaultLanguage] ?? {});
  for (const language of languages) {
    if (language === defaultLanguage) continue;
    // Decap cannot save an entry whose other language has no values at all; a status alone is written by nobody.
    if (!entry.values[language]) setField(entry.type, language, 'status', 'draft');
    if (!hasLanguage(entry, language) || isSaved(entry, language)) continue;
    if (!entry.values[language]?.['original']) setField(entry.type, language, 'original', original);
    if (!entry.values[language]?.['status']) setField(entry.type, language, 'status', 'draft');
  }
}

function isSaved({ type, slug, isNew }: OpenEntry, language: Language): boolean {
  if (isNew) return false;
  const inFolder = contentTypes[type].storage === 'folder';
  const path = inFolder ? `${pathOf(type, slug)}/index.${language}.mdx` : pathOf(type, slug);
  const base = backend().baseOf(path);
  return base !== undefined && valuesIn(path, base)[language] !== undefined;
}

/**
 * Decap goes on comparing the form with what was loaded, so that a change that is taken back would count as none and could
 * not be saved. What was just saved takes the place of what was loaded.
 */
function compareWithSaved(collection: unknown): void {
  store.dispatch(entryLoaded(collection, store.getState().entryDraft.get('entry').toJS()));
}

/** Fills the form anew from what is saved. */
export async function reload({ type, slug }: OpenEntry): Promise<void> {
  await store.dispatch(loadEntry(store.getState().collections.get(type), routeOf(type, slug).split('/entries/')[1] ?? slug));
}

export function notify(words: Words, type: 'success' | 'info' | 'error'): void {
  store.dispatch(addNotification({ message: say(words), type, dismissAfter: type === 'error' ? 8000 : 4000 }));
}
