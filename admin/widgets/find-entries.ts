/** Finds entries in the ledger by any of their words: fast enough at ten thousand to run at every key. */
import { entryPath } from '../../src/queries/paths.ts';
import type { Language } from '../../src/i18n/languages.ts';
import type { TypeName } from '../../src/model/content-types.ts';
import { titleOf, type LedgerEntry } from '../desk/ledger.ts';
import type { EntryChoice } from '../text/services.ts';

/** As many as a list can show without being scrolled through. */
const most = 50;

/** Entries that hold every word of the query, those whose title begins with it first; titles in the given language. */
export function findEntries(
  ledger: readonly LedgerEntry[],
  query: string,
  language: Language,
  type?: TypeName,
  atMost = most,
): readonly EntryChoice[] {
  const wanted = normal(query).split(/\s+/).filter(Boolean);
  const found = ledger.filter((entry) => {
    if (type && entry.type !== type) return false;
    const words = wordsOf(entry);
    return wanted.every((word) => words.includes(word));
  });
  const start = normal(query).trim();
  const rank = (entry: LedgerEntry) => (normal(titleOf(entry, language)).startsWith(start) ? 0 : 1);
  return found
    .sort((a, b) => rank(a) - rank(b) || (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, atMost)
    .map((entry) => ({
      type: entry.type,
      slug: entry.slug,
      title: titleOf(entry, language),
      path: entryPath(language, entry.type, entry.slug),
      ...(entry.date ? { date: entry.date } : {}),
    }));
}

const kept = new WeakMap<LedgerEntry, string>();

function wordsOf(entry: LedgerEntry): string {
  let words = kept.get(entry);
  if (words === undefined) {
    words = normal([...Object.values(entry.title), entry.reading ?? '', entry.slug, entry.date ?? ''].join(' '));
    kept.set(entry, words);
  }
  return words;
}

/** One width, one case, one kana: ﾄｯﾄﾘ, トットリ and とっとり are the same word. */
export function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
