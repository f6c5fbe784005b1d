/** The term base as texts, the glossary and the check ask of it. */
import { withReadings } from '../body/readings.ts';
import type { Text } from '../body/render.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { finderOf, termFormsOf, type TermFinder, type TermForms } from '../terms/forms.ts';
import { withTermLinks } from '../terms/links.ts';
import type { Library } from './library.ts';
import { question } from './questions.ts';
import { titleOf } from './titles.ts';

/** The forms of the terms that are published in the language: what a text's links to the glossary depend on. */
const formsOf = question('termForms', (library, language: Language) =>
  library.written('terms', language).map(({ slug, data }) => termFormsOf(slug, data, language)),
);

const finders = new WeakMap<readonly TermForms[], TermFinder>();

/** The finder of the terms that are published in the language; made once for a library. */
export function termFinderOf(library: Library, language: Language): TermFinder {
  const forms = formsOf(library, language);
  const finder = finders.get(forms) ?? finderOf(forms);
  finders.set(forms, finder);
  return finder;
}

/** The parts of an entry's text as its page shows them: its terms linked, unless the entry is to be without, and its readings. */
export function shownParts(entry: Entry, text: Text, library: Library): Text['parts'] {
  const { data, language } = entry;
  const parts =
    'withoutTermLinks' in data && data.withoutTermLinks
      ? text.parts
      : withTermLinks(text, termFinderOf(library, language), language, titleOf(entry));
  return language === 'ja' && 'readings' in data ? withReadings(parts, data.readings) : parts;
}

/** The terms of the glossary under one sign of its index. */
export interface TermGroup {
  /** The first kana of a row, あ to わ, or a capital letter. */
  readonly sign: string;
  /** Its fragment on the page; no slug has an underscore. */
  readonly id: string;
  readonly terms: readonly Entry<'terms'>[];
}

/** The terms of a glossary in the groups of its index: rows of kana in Japanese, letters in other languages. */
export function termGroups(library: Library, language: Language): TermGroup[] {
  const signOf = (term: Entry<'terms'>) => (language === 'ja' ? kanaRow(term.data.reading) : letter(term.data.title));
  return [...Map.groupBy(library.listed('terms', language), signOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, terms]) => ({ sign, id: `index_${kanaRows.get(sign) ?? sign.toLowerCase()}`, terms }));
}

/** The first kana of each row in the order of Unicode, in which a row ends where the next one begins; and its fragment. */
const kanaRows: ReadonlyMap<string, string> = new Map([
  ['あ', 'a'],
  ['か', 'ka'],
  ['さ', 'sa'],
  ['た', 'ta'],
  ['な', 'na'],
  ['は', 'ha'],
  ['ま', 'ma'],
  ['や', 'ya'],
  ['ら', 'ra'],
  ['わ', 'wa'],
]);

function kanaRow(reading: string): string {
  return [...kanaRows.keys()].findLast((row) => row <= reading) ?? 'あ';
}

/** The first letter of a title, without marks; what begins otherwise stands before A. */
function letter(title: string): string {
  return /^[A-Z]/.exec(title.normalize('NFD').toUpperCase())?.[0] ?? '#';
}
