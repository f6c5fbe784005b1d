/** What the newsroom watches while Decap runs: the open entry, its problems, the ledger, the keyboard. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { languages, type Language } from '../../src/i18n/languages.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import type { PlannedFile } from '../backends/guarded.ts';
import { missingIn, refusalsOf } from './check.ts';
import { keepDrafts } from './drafts.ts';
import type { LedgerEntry } from './ledger.ts';
import { backend, filesOf, hasLanguage, notify, openEntry, slugOf, type OpenEntry } from './open-entry.ts';
import { keepPlaceBesidePanes } from './place.ts';
import { save } from './save.ts';

/** Starts once an editor is signed in: before that there is no backend to ask. */
export function startDesk(): void {
  let started = false;
  const start = () => {
    if (started || !store.getState().auth.user) return;
    started = true;
    keepDrafts();
    keepPlaceBesidePanes();
    void refreshLedger();
    history.listen(() => void refreshLedger());
    document.addEventListener('keydown', (event) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's';
      if (!isSave || event.isComposing) return;
      event.preventDefault();
      void save();
    });
  };
  store.subscribe(start);
  start();
}

// -------------------------------------------------------------------------------------------------------------- ledger

let ledger: readonly LedgerEntry[] | undefined;
const listeners = new Set<() => void>();

const nothingYet: readonly LedgerEntry[] = [];

/** The ledger as it was last read; empty where it never was. */
export function currentLedger(): readonly LedgerEntry[] {
  return ledger ?? nothingYet;
}

/** Calls back when the ledger has been read anew; gives the way to stop that. */
export function onLedger(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Reads the ledger anew and gives it. What it was stays where it cannot be read now; undefined where it never could be, so
 * that nobody takes that for a site without entries.
 */
export async function refreshLedger(): Promise<readonly LedgerEntry[] | undefined> {
  ledger = await backend()
    .ledger()
    .catch(() => {
      notify(
        {
          ja: 'ほかの項目の一覧を読めませんでした。項目どうしの参照は点検していません。',
          en: 'The other entries could not be read, so references to them are not checked.',
        },
        'error',
      );
      return ledger;
    });
  for (const listener of listeners) listener();
  return ledger;
}

// ------------------------------------------------------------------------------------------------------------- problems

/** What still keeps each started language of an entry from being published. */
export function problemsByLanguage(entry: OpenEntry): Partial<Record<Language, Problem[]>> {
  const slug = slugOf(entry) || 'new';
  const contents = filesOf(entry, slug);
  const pictures = entry.pictures.map(({ name }) => name);
  return Object.fromEntries(
    languages
      .filter((language) => hasLanguage(entry, language))
      .map((language) => [language, missingIn({ type: entry.type, slug, contents, pictures }, language, ledger)]),
  );
}

/** The problems of files that are about to be saved, for the editor to read. */
export async function refusedNow(files: readonly PlannedFile[]): Promise<string[]> {
  const entry = openEntry();
  const others = entry ? filesOf(entry) : {};
  const pictures = entry?.pictures.map(({ name }) => name) ?? [];
  return refusalsOf(files, others, pictures, await refreshLedger()).map(lineOf);
}

/** A problem as one line in the editor's language. */
export function lineOf({ message, remedy }: Problem): string {
  return [message[interfaceLanguage], remedy[interfaceLanguage]].join(say({ ja: '', en: ' ' }));
}
