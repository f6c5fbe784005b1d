/**
 * What is being written is kept on this device until it is saved, so that a closed tab, a crash or a dead battery costs
 * nothing. Decap offers its own copy too early, before the entry has loaded over it; this one waits for the form.
 */
import { createDraftFromEntry, emptyDraftCreated } from 'decap-cms-core/dist/esm/actions/entries.js';
import { currentBackend } from 'decap-cms-core/dist/esm/backend.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { localForage } from 'decap-cms-lib-util';
import { languages, type Language } from '../../src/i18n/languages.ts';
import type { TypeName } from '../../src/model/content-types.ts';
import { meaning, type Values } from '../../src/entries/write.ts';
import { backend, decapValues, filesOf, openEntry, setField, type OpenEntry } from './open-entry.ts';
import { askToRestore } from './questions.tsx';
import { addPicture } from '../pictures/pictures.ts';

/** A draft as this device keeps it. */
export interface KeptDraft {
  readonly savedAt: number;
  readonly values: OpenEntry['values'];
  /** The bytes of the files from which it was made, so that a change since then is a conflict. */
  readonly bases: Readonly<Record<string, string>>;
  readonly pictures: readonly File[];
}

/** Milliseconds without typing after which a draft is written. */
const pause = 400;

/** True while a form is filled from a draft: that is no new entry for which a draft would be offered. */
let refilling = false;

/** Starts to keep drafts and to offer them. */
export function keepDrafts(): void {
  withoutDecapsCopies();
  let key = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: OpenEntry | undefined;
  const write = () => {
    clearTimeout(timer);
    if (pending) void keep(pending);
    pending = undefined;
  };
  // A tab that is closed or put away has no later moment.
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && write());

  let before = store.getState().entryDraft;
  store.subscribe(() => {
    const { entryDraft } = store.getState();
    if (entryDraft === before) return;
    const hadChanged = before.get('hasChanged');
    before = entryDraft;
    const entry = openEntry();
    if (!entry) {
      write();
      key = '';
      return;
    }
    if (entry.key !== key) {
      write();
      key = entry.key;
      if (!refilling) void offer(entry);
      return;
    }
    if (entry.hasChanged) {
      pending = entry;
      clearTimeout(timer);
      timer = setTimeout(write, pause);
    } else if (hadChanged) {
      // Saved, or changed back to what is saved.
      pending = undefined;
      clearTimeout(timer);
      void localForage.removeItem(nameOf(entry));
    }
  });
}

const prefix = 'glocal.draft';

/** Under which a draft is kept. New entries have no name yet: each form of one has a number of its own. */
function nameOf({ type, slug, isNew }: OpenEntry): string {
  return isNew ? `${prefix}.${type}/new/${form.number}` : `${prefix}.${type}/${slug}`;
}

/**
 * The form of a new entry that is open. Its number is locked as long as this tab lives, so that another tab does not offer
 * what is still being written here.
 */
let form = { number: '', release: () => {} };

function openForm(number: string): void {
  form.release();
  form = { number, release: () => {} };
  void navigator.locks.request(
    `${prefix}.${number}`,
    () =>
      new Promise<void>((release) => {
        if (form.number === number) form = { number, release };
        else release();
      }),
  );
}

/** What was kept of new entries of a type whose form is open nowhere, the latest first. */
async function abandoned(type: TypeName): Promise<{ number: string; kept: KeptDraft }[]> {
  const start = `${prefix}.${type}/new/`;
  const locked = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
  const numbers = (await localForage.keys())
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length))
    .filter((number) => !locked.has(`${prefix}.${number}`));
  const drafts = await Promise.all(
    numbers.map(async (number) => ({ number, kept: await localForage.getItem<KeptDraft>(start + number) })),
  );
  return drafts.flatMap(({ number, kept }) => (kept ? [{ number, kept }] : [])).sort((a, b) => b.kept.savedAt - a.kept.savedAt);
}

async function keep(entry: OpenEntry): Promise<void> {
  const bases = entry.isNew ? {} : basesOf(entry);
  const pictures = entry.pictures.flatMap(({ draft, file }) => (draft && file ? [file] : []));
  const draft: KeptDraft = { savedAt: Date.now(), values: entry.values, bases, pictures };
  await localForage.setItem(nameOf(entry), draft);
}

function basesOf(entry: OpenEntry): Record<string, string> {
  return Object.fromEntries(
    Object.keys(filesOf(entry)).flatMap((path) => {
      const base = backend().baseOf(path);
      return base === undefined ? [] : [[path, base]];
    }),
  );
}

async function offer(entry: OpenEntry): Promise<void> {
  if (!entry.isNew) {
    const kept = await localForage.getItem<KeptDraft>(nameOf(entry));
    if (kept && (await offerOne(entry, kept)) === 'done') await localForage.removeItem(nameOf(entry));
    return;
  }
  openForm(crypto.randomUUID());
  for (const { number, kept } of await abandoned(entry.type)) {
    const answer = await offerOne(entry, kept);
    if (answer === 'done') await localForage.removeItem(`${prefix}.${entry.type}/new/${number}`);
    else {
      // What is written from here on is the same draft.
      openForm(number);
      return;
    }
  }
}

/** Offers a draft; "done" where there is nothing in it, or the editor wants none of it. */
async function offerOne(entry: OpenEntry, kept: KeptDraft): Promise<'done' | 'restored'> {
  const changed = differences(entry.values, kept.values);
  if (changed.length === 0 && kept.pictures.length === 0) return 'done';
  const answer = await askToRestore(entry, kept, changed);
  if (answer === 'restore' && openEntry()?.key === entry.key) await restore(entry, kept, changed);
  return answer === 'discard' ? 'done' : 'restored';
}

/** A field of a language in which the kept draft is other than what is saved. */
export interface Difference {
  readonly language: Language;
  readonly name: string;
}

/** The fields in which the values of one differ from those of the other. */
export function differences(saved: OpenEntry['values'], kept: OpenEntry['values']): Difference[] {
  return languages.flatMap((language) => {
    const [before, after] = [saved[language] ?? {}, kept[language] ?? {}];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => text(before[name]) !== text(after[name]))
      .map((name) => ({ language, name }));
  });
}

function text(value: unknown): string {
  return JSON.stringify(meaning(value)) ?? '';
}

async function restore({ type }: OpenEntry, kept: KeptDraft, changed: readonly Difference[]): Promise<void> {
  refill(kept.values);
  for (const { language, name } of changed) setField(type, language, name, (kept.values[language] as Values)?.[name]);
  for (const [path, raw] of Object.entries(kept.bases)) backend().setBase(path, raw);
  for (const file of kept.pictures) await addPicture(file);
}

/** Puts values into the form under a new key, so that every widget is made anew with them. */
export function refill(values: OpenEntry['values']): void {
  const entry = store.getState().entryDraft.get('entry').toJS() as Record<string, unknown>;
  const filled = { ...entry, ...decapValues(values) };
  refilling = true;
  store.dispatch(entry['newRecord'] ? emptyDraftCreated(filled) : createDraftFromEntry(filled));
  refilling = false;
}

/** Decap's own copies would be offered beside ours, and lost. */
function withoutDecapsCopies(): void {
  const decap = currentBackend(store.getState().config);
  decap.getLocalDraftBackup = async () => ({});
  decap.persistLocalDraftBackup = async () => {};
  decap.deleteLocalDraftBackup = async () => {};
}
