/** Saving the open entry. */
import { entryLoaded, persistEntry } from 'decap-cms-core/dist/esm/actions/entries.js';
import { clearNotifications } from 'decap-cms-core/dist/esm/actions/notifications.js';
import { persistUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow.js';
import { selectUnpublishedEntry } from 'decap-cms-core/dist/esm/reducers/index.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { textPath } from '../../src/entries/entry.ts';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import type { Values } from '../../src/entries/write.ts';
import { currentLedger } from './desk.ts';
import { differences, refill } from './drafts.ts';
import { originalOf } from './original.ts';
import { rememberPlace } from './place.ts';
import {
  backend,
  decapValues,
  filesOf,
  hasLanguage,
  notify,
  openEntry,
  reload,
  setField,
  slugOf,
  valuesIn,
  type OpenEntry,
} from './open-entry.ts';

/** Saves the open entry. Resolves to false where it was not saved; the editor has been told why. */
export async function save(): Promise<boolean> {
  const before = openEntry();
  if (!before || before.isSaving) return false;
  // What an earlier try was told would stand beside what this one is told.
  store.dispatch(clearNotifications());
  const { config, collections, entryDraft } = store.getState();
  if (!before.hasChanged) {
    notify({ ja: '変更はありません', en: 'Nothing has changed' }, 'info');
    return false;
  }
  const name = slugOf(before);
  if (before.isNew && currentLedger().some(({ type, slug }) => type === before.type && slug === name)) {
    notify(
      {
        ja: `スラッグ「${name}」はすでに使われています。別の名前にしてください`,
        en: `The slug '${name}' is taken: choose another`,
      },
      'error',
    );
    return false;
  }
  if (!entryDraft.get('fieldsErrors').isEmpty()) {
    notify({ ja: '赤い印の付いた欄を直してから保存してください', en: 'Mend the fields that are marked in red first' }, 'error');
    return false;
  }
  beginTranslations(before);
  const sent = openEntry() ?? before;
  const written = latestOf(sent);
  const back = rememberPlace();
  const collection = collections.get(sent.type);
  try {
    if (config.publish_mode === 'editorial_workflow') {
      const slug = String(entryDraft.get('entry').get('slug') ?? '');
      await store.dispatch(
        persistUnpublishedEntry(collection, Boolean(selectUnpublishedEntry(store.getState(), sent.type, slug))),
      );
    } else {
      await store.dispatch(persistEntry(collection));
    }
  } catch (error) {
    // Decap shows the message of what stopped the backend, and gives an action; an error comes from before that.
    if (error instanceof Error && /dynamically imported module|module script failed/.test(error.message))
      notify(
        {
          ja: '編集室が新しくなりました。ページを読み込み直してください。書いた内容は残ります',
          en: 'The newsroom has been updated. Reload the page; what you wrote will be offered again',
        },
        'error',
      );
    else if (error instanceof Error)
      notify({ ja: `保存できませんでした：${error.message}`, en: `Not saved: ${error.message}` }, 'error');
    return false;
  } finally {
    written.stop();
  }
  if (!sent.isNew && wasMerged(sent)) await reload(sent);
  const open = openEntry();
  if (open?.type === sent.type && (open.slug === sent.slug || sent.isNew)) settle(sent, written.values(), open);
  if (openEntry()?.key !== sent.key) back();
  return true;
}

/** True where more was saved than the form holds: somebody else's changes, which the next save would take away. */
function wasMerged(sent: OpenEntry): boolean {
  return Object.entries(filesOf(sent)).some(([path, content]) => content !== backend().baseOf(path));
}

/** What is written into a form until Decap fills it anew. */
function latestOf(entry: OpenEntry): { values(): OpenEntry['values']; stop(): void } {
  let { values } = entry;
  const stop = store.subscribe(() => {
    const now = openEntry();
    if (now?.key === entry.key) values = now.values;
  });
  return { values: () => values, stop };
}

/**
 * Decap goes on comparing the form with what was loaded, so that a change that is taken back would count as none and could
 * not be saved: what was just saved takes the place of what was loaded. And it counts as saved what was written while the
 * save was under way, or loses it where the entry is new: that is put back, and is not saved yet.
 */
function settle(sent: OpenEntry, written: OpenEntry['values'], open: OpenEntry): void {
  const { collections, entryDraft } = store.getState();
  const entry = entryDraft.get('entry').toJS();
  const later = differences(sent.values, written);
  const isRefilled = open.key !== sent.key;
  store.dispatch(entryLoaded(collections.get(sent.type), isRefilled ? entry : { ...entry, ...decapValues(sent.values) }));
  if (later.length === 0) return;
  if (isRefilled) {
    const values: Partial<Record<Language, Values>> = { ...open.values };
    for (const { language, name } of later) values[language] = { ...values[language], [name]: written[language]?.[name] };
    refill(values);
  }
  for (const { language, name } of later) setField(sent.type, language, name, written[language]?.[name]);
}

/** A translation that is saved for the first time is a draft, made from the original as it is now. */
function beginTranslations(entry: OpenEntry): void {
  const original = originalOf(entry);
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
  const path = textPath(type, slug, language);
  const base = backend().baseOf(path);
  return base !== undefined && valuesIn(path, base)[language] !== undefined;
}
