/** The words of the texts as dictionaries: which are there, how they are read, and how else they are written. At build only. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type kuromoji from 'kuromoji';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import { skeletonOf } from './spellings.ts';
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
  /** Verbs as they are inflected, with two kanji or more: the reading in hiragana, a space, the form. */
  readonly verbs: readonly string[];
}

let tokenizer: Promise<Tokenizer<IpadicFeatures>> | undefined;

/** The morphological analyser with its dictionary (IPADIC), loaded when it is first needed: it takes about a second. */
function loadTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  return (tokenizer ??= new Promise<Tokenizer<IpadicFeatures>>((resolve, reject) => {
    const require = createRequire(import.meta.url);
    // Not by import(): the index is built when Astro's own loader of modules is closed.
    const { builder } = require('kuromoji') as typeof kuromoji;
    const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
    builder({ dicPath }).build((error: Error | null, built) => (error ? reject(error) : resolve(built)));
  }));
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
  const verbs = new Set<string>();
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)) {
    const analyser = await loadTokenizer();
    const tokens = analyser.tokenize(plain);
    for (const [index, { surface_form: surface, pos, pos_detail_1: detail, reading }] of tokens.entries()) {
      if (pos === '動詞' && isWritten(surface, reading) && skeletonOf(surface).length > 1)
        verbs.add(`${hiragana(reading)} ${surface}`);
      if (pos !== '名詞' || ['数', '代名詞'].includes(detail)) continue;
      if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}$/u.test(surface)) kana.add(surface);
      if (!isWritten(surface, reading)) continue;
      // 新機能, 大井町 and 貼り付け are read as one word, and what they add is none by itself.
      const before = tokens[index - 1];
      const isJoined =
        before && (before.pos === '接頭詞' || detail === '接尾') && isWritten(before.surface_form, before.reading);
      if (isJoined) {
        const endings = readingsOf(analyser, surface, reading, (kinds) => kinds.includes('接尾'));
        for (const ending of endings)
          readings.add(`${hiragana(before.reading ?? '')}${ending} ${before.surface_form}${surface}`);
      }
      // Names of persons are read in ways that no other word is: 上 is also かのう.
      const own = readingsOf(analyser, surface, reading, (kinds) => kinds[0] === '名詞' && !kinds.includes('人名'));
      if (surface.length > 1) for (const other of own) readings.add(`${other} ${surface}`);
    }
  }
  return { words: [...words], readings: [...readings], kana: [...kana], verbs: [...verbs] };
}

/** True for a form with kanji whose reading is known. */
function isWritten(surface: string, reading: string | undefined): reading is string {
  return (
    reading !== undefined &&
    reading !== '*' &&
    /^[ヶケ\p{Script=Hiragana}]*\p{Script=Han}[\p{Script=Han}々ヶケ\p{Script=Hiragana}]*$/u.test(surface)
  );
}

/** What of the analyser is used here and missing in its types. */
interface Inner {
  readonly viterbi_builder: { readonly trie: { lookup(word: string): number } };
  readonly token_info_dictionary: {
    readonly target_map: Readonly<Record<number, readonly number[] | undefined>>;
    getFeatures(id: number): string;
  };
}

/** The reading of a word in its place, and every other that the dictionary has for it in such kinds: 工場 is こうじょう and こうば. */
function readingsOf(
  analyser: Tokenizer<IpadicFeatures>,
  word: string,
  reading: string,
  isWanted: (kinds: readonly string[]) => boolean,
): string[] {
  const { viterbi_builder: viterbi, token_info_dictionary: dictionary } = analyser as unknown as Inner;
  const ids = dictionary.target_map[viterbi.trie.lookup(word)] ?? [];
  // The fields of IPADIC: form, part of speech and its kinds, inflection (two), base form, reading.
  const fields = ids.map((id) => dictionary.getFeatures(id).split(','));
  const others = fields.flatMap((field) => (field[8] && isWanted(field.slice(1, 5)) ? [field[8]] : []));
  return [...new Set([reading, ...others].map(hiragana))];
}

/** The lines of the dictionaries, each with its key, a tab and its values. */
export interface DictionaryLines {
  /** Word, and in how many records it is. */
  readonly words: readonly string[];
  /** Rough reading; the reading in hiragana, then noun and number of records by turns, the most frequent first. */
  readonly readings: readonly string[];
  /**
   * Kanji without their okurigana, then each form in which the texts write them and its reading by turns (取組, 取り組み); and
   * nouns in kana beside those in kanji, each the key of the other.
   */
  readonly spellings: readonly string[];
}

/** In how many records of a shard each word, noun in kana, reading and verb is. */
export type Counts = Readonly<Record<keyof Vocabulary, ReadonlyMap<string, number>>>;

/** The counts of a shard's records. */
export function countsOf(vocabularies: readonly Vocabulary[]): Counts {
  return fromEach((kind) => summed(vocabularies.map((vocabulary) => vocabulary[kind].map((value) => [value, 1]))));
}

/** The dictionaries of all shards. */
export function dictionariesOf(shards: readonly Counts[]): DictionaryLines {
  const { words, kana, readings, verbs } = fromEach((kind) => summed(shards.map((counts) => counts[kind])));
  const nouns = new Map<string, { noun: string; records: number }[]>();
  for (const [pair, records] of readings) {
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
    spellings: [...okurigana([...readings.keys(), ...verbs.keys()]), ...inKana(nouns, kana)],
  };
}

function fromEach(countsOfKind: (kind: keyof Vocabulary) => Map<string, number>): Counts {
  const kinds = ['words', 'readings', 'kana', 'verbs'] as const;
  return Object.fromEntries(kinds.map((kind) => [kind, countsOfKind(kind)])) as unknown as Counts;
}

function summed(lists: readonly Iterable<readonly [string, number]>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const list of lists) for (const [value, count] of list) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

/** The forms of each skeleton that the texts write with kana among them. */
function okurigana(pairs: readonly string[]): string[] {
  const forms = Map.groupBy(new Set(pairs), (pair) => skeletonOf(pair.slice(pair.indexOf(' ') + 1)));
  return [...forms].flatMap(([skeleton, own]) => {
    const isVaried = own.some((pair) => !pair.endsWith(` ${skeleton}`));
    const cells = own.toSorted().flatMap((pair) => pair.split(' ').toReversed());
    return skeleton.length > 1 && isVaried ? [`${skeleton}\t${cells.join(' ')}`] : [];
  });
}

/** Nouns of more than two kana beside the one word in kanji that is read so: まつり and 祭り. */
function inKana(nouns: ReadonlyMap<string, readonly { noun: string }[]>, kana: ReadonlyMap<string, number>): string[] {
  const byReading = Map.groupBy(kana.keys(), hiragana);
  return [...nouns].flatMap(([reading, list]) => {
    const [word] = list;
    const written = byReading.get(reading) ?? [];
    // Kana that several words share is no spelling of one of them.
    if (!word || list.length > 1 || reading.length < 3) return [];
    return written.flatMap((form) => [`${word.noun}\t${form} ${reading}`, `${form}\t${word.noun} ${reading}`]);
  });
}
