/** The words of the texts as dictionaries: which are there, how they are read, and how else they are written. At build only. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import { hiragana, roughReading } from './readings.ts';
import { latinWord, normalise, wordsOf } from './tokens.ts';

/** What a record gives to the dictionaries, each once. */
export interface Vocabulary {
  /** Words in Latin letters, as `latinWord` gives them. */
  readonly words: readonly string[];
  /** Nouns with kanji: the reading in hiragana, a space, the noun. */
  readonly readings: readonly string[];
  /** Nouns in kana. */
  readonly kana: readonly string[];
}

let tokenizer: Promise<Tokenizer<IpadicFeatures>> | undefined;

/** The morphological analyser with its dictionary (IPADIC), loaded when it is first needed: it takes about a second. */
function loadTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  return (tokenizer ??= (async () => {
    const require = createRequire(import.meta.url);
    const { builder } = (await import('kuromoji')).default;
    const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
    return new Promise<Tokenizer<IpadicFeatures>>((resolve, reject) => {
      builder({ dicPath }).build((error: Error | null, built) => (error ? reject(error) : resolve(built)));
    });
  })());
}

/** The vocabulary of a text. Throws where the analyser's dictionary cannot be read. */
export async function vocabularyOf(text: string): Promise<Vocabulary> {
  const plain = normalise(text);
  const words = new Set(
    wordsOf(plain)
      .flatMap((word) => [word, ...word.split(/[^\p{L}\p{M}\p{N}'’]+/u)])
      .filter((word) => /^[\p{Script=Latin}\p{M}\p{N}'’./&-]+$/u.test(word) && /\p{L}/u.test(word))
      .map(latinWord),
  );
  const readings = new Set<string>();
  const kana = new Set<string>();
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)) {
    const analyser = await loadTokenizer();
    for (const { surface_form: surface, pos, pos_detail_1: detail, reading } of analyser.tokenize(plain)) {
      if (pos !== '名詞' || detail === '数' || detail === '代名詞' || detail === '非自立' || surface.length < 2) continue;
      if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(surface)) kana.add(surface);
      else if (reading && reading !== '*' && /^[\p{Script=Han}々ヶケ\p{Script=Hiragana}]+$/u.test(surface)) {
        readings.add(`${hiragana(reading)} ${surface}`);
      }
    }
  }
  return { words: [...words], readings: [...readings], kana: [...kana] };
}

/** The lines of the dictionaries, each with its key, a tab and its values. */
export interface DictionaryLines {
  /** Word, and in how many records it is. */
  readonly words: readonly string[];
  /** Rough reading; the reading in hiragana, then noun and number of records by turns, the most frequent first. */
  readonly readings: readonly string[];
  /** Noun, and the other ways in which the texts write it. */
  readonly spellings: readonly string[];
}

/** The dictionaries of all records. */
export function dictionariesOf(vocabularies: readonly Vocabulary[]): DictionaryLines {
  const words = counted(vocabularies.flatMap((vocabulary) => vocabulary.words));
  const kana = counted(vocabularies.flatMap((vocabulary) => vocabulary.kana));
  const nouns = new Map<string, { noun: string; records: number }[]>();
  for (const [pair, records] of counted(vocabularies.flatMap((vocabulary) => vocabulary.readings))) {
    const [reading = '', noun = ''] = pair.split(' ');
    nouns.set(reading, [...(nouns.get(reading) ?? []), { noun, records }]);
  }
  for (const list of nouns.values()) list.sort((a, b) => b.records - a.records || (a.noun < b.noun ? -1 : 1));
  return {
    words: [...words].map(([word, records]) => `${word}\t${records}`),
    readings: [...nouns].map(
      ([reading, list]) =>
        `${roughReading(reading)}\t${[reading, ...list.flatMap(({ noun, records }) => [noun, records])].join(' ')}`,
    ),
    spellings: [...spellingsOf(nouns, kana)].map(([noun, others]) => `${noun}\t${[...others].sort().join(' ')}`),
  };
}

/** Nouns of one reading with the same kanji in other dress (取組, 取り組み), and the noun in kana (雪まつり). */
function spellingsOf(
  nouns: ReadonlyMap<string, readonly { noun: string }[]>,
  kana: ReadonlyMap<string, number>,
): Map<string, Set<string>> {
  const spellings = new Map<string, Set<string>>();
  const byReading = Map.groupBy(kana.keys(), hiragana);
  for (const [reading, list] of nouns) {
    const inKana = reading.length > 2 ? (byReading.get(reading) ?? []) : [];
    const groups = Map.groupBy(list, ({ noun }) => noun.replace(/\p{Script=Hiragana}/gu, ''));
    for (const [, group] of groups) {
      // Kana that several words share is no spelling of one of them.
      const forms = [...group.map(({ noun }) => noun), ...(groups.size === 1 ? inKana : [])];
      if (forms.length < 2) continue;
      for (const form of forms) {
        const others = spellings.get(form) ?? new Set();
        for (const other of forms) if (other !== form) others.add(other);
        spellings.set(form, others);
      }
    }
  }
  return spellings;
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
