/** What the dictionaries of an index know of a word: its forms, its readings, its neighbours. Each leaf is fetched when needed. */
import { leavesOf, linesOf } from './chunks.ts';
import type { SearchIndex } from './engine.ts';
import { skeletonOf } from './spellings.ts';
import { stemOf } from './stems.ts';
import { distance, slipsIn } from './names.ts';
import { hiragana, isKana, longReading, roughReading } from './readings.ts';

/** A noun that is read as was asked, and the number of records that hold it. */
export interface Noun {
  readonly noun: string;
  /** In hiragana. */
  readonly reading: string;
  readonly records: number;
}

export class Dictionary {
  readonly #index: SearchIndex;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  async #lines(name: 'words' | 'readings' | 'spellings', prefix: string): Promise<{ key: string; rest: string }[]> {
    const numbers = leavesOf(this.#index.manifest[name], prefix);
    const leaves = await Promise.all(numbers.map((number) => this.#index.text(`${name}/${number}.txt`)));
    return leaves.flatMap(linesOf);
  }

  async #words(prefix: string): Promise<{ word: string; records: number }[]> {
    const lines = await this.#lines('words', prefix);
    return lines
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, rest }) => ({ word: key, records: Number(rest) }))
      .sort((a, b) => b.records - a.records || (a.word < b.word ? -1 : 1));
  }

  /** The other inflected forms of a Latin word that the texts hold. */
  async inflected(word: string): Promise<string[]> {
    const stem = stemOf(word);
    const words = await this.#words(stem.length > 2 ? stem.slice(0, -1) : stem);
    return words.filter((other) => other.word !== word && stemOf(other.word) === stem).map((other) => other.word);
  }

  /** Words that begin with a Latin prefix, the most frequent first. */
  async completed(prefix: string, count: number): Promise<string[]> {
    return (await this.#words(prefix))
      .filter(({ word }) => word !== prefix)
      .slice(0, count)
      .map(({ word }) => word);
  }

  /** Words that a slip of the finger may have meant, the nearest and most frequent first. */
  async near(word: string): Promise<string[]> {
    const allowed = slipsIn(word);
    if (allowed === 0) return [];
    const words = await this.#words(word.slice(0, 1));
    return words
      .filter((other) => Math.abs(other.word.length - word.length) <= allowed)
      .map((other) => ({ ...other, distance: distance(other.word, word) }))
      .filter((other) => other.distance > 0 && other.distance <= allowed)
      .sort((a, b) => a.distance - b.distance || b.records - a.records)
      .map((other) => other.word);
  }

  /** The other ways to write words within a Japanese word: the word with each of them in its place. */
  async spelled(word: string): Promise<string[]> {
    const found = new Set<string>();
    for (let from = 0; from < word.length - 1; from++) {
      const lines = await this.#lines('spellings', word.charAt(from));
      for (let to = from + 2; to <= word.length; to++) {
        const part = word.slice(from, to);
        const skeleton = skeletonOf(part);
        for (const { key, rest } of lines) {
          if (key !== part && (key !== skeleton || skeleton.length < 2)) continue;
          for (const form of formsIn(rest, part)) found.add(word.slice(0, from) + form + word.slice(to));
        }
      }
    }
    found.delete(word);
    return [...found].slice(0, mostSpellings);
  }

  /**
   * Nouns that are read as a text in kana or in Latin letters; where no single one is, two to four side by side
   * (ちほうれんけい: 地方連携). In kana the reading is exact, in Latin letters long and short vowels are one.
   */
  async read(text: string): Promise<Noun[]> {
    const bare = text.replace(/[\s・'’-]+/g, '');
    const asked = isKana(bare) ? hiragana(bare) : roughReading(bare);
    const all = await this.#readAs(asked);
    // Who writes long vowels means them: Ōsaka is no おさか.
    const long = /[^\0-\x7f]|ou|oo|uu/i.test(bare)
      ? all.filter(({ reading }) => longReading(reading) === longReading(bare))
      : [];
    const whole = long.length > 0 ? long : all;
    if (whole.length > 0 || asked.length < 4 || asked.length > 40) return whole;
    return this.#readInParts(asked, 4);
  }

  /** Nouns whose reading begins as a half-typed text in kana, the most frequent first. */
  async begunReading(kana: string, count: number): Promise<Noun[]> {
    const start = hiragana(kana);
    const lines = await this.#lines('readings', roughReading(start));
    return lines
      .map(({ rest }) => nounsIn(rest))
      .filter(({ reading }) => reading.startsWith(start))
      .flatMap(({ nouns }) => nouns)
      .sort((a, b) => b.records - a.records)
      .slice(0, count);
  }

  async #readAs(asked: string): Promise<Noun[]> {
    const inKana = isKana(asked);
    const rough = inKana ? roughReading(asked) : asked;
    if (rough === '') return [];
    return (await this.#lines('readings', rough))
      .filter(({ key }) => key === rough)
      .map(({ rest }) => nounsIn(rest))
      .filter(({ reading }) => !inKana || reading === asked)
      .flatMap(({ nouns }) => nouns);
  }

  /** Nouns side by side that are read as asked, however the reading is cut; those with the most frequent parts first. */
  async #readInParts(asked: string, parts: number): Promise<Noun[]> {
    const found: Noun[] = [];
    for (let length = asked.length - 1; length > 1; length--) {
      const firsts = await this.#readAs(asked.slice(0, length));
      if (firsts.length === 0) continue;
      const after = asked.slice(length);
      const whole = await this.#readAs(after);
      const rests = whole.length > 0 || parts === 2 ? whole : await this.#readInParts(after, parts - 1);
      for (const first of firsts.slice(0, 4)) {
        for (const rest of rests.slice(0, 4)) {
          found.push({
            noun: first.noun + rest.noun,
            reading: first.reading + rest.reading,
            records: Math.min(first.records, rest.records),
          });
        }
      }
    }
    return found.sort((a, b) => b.records - a.records).slice(0, mostCompounds);
  }
}

/** Compounds of a reading that are tried at most: each is a search, and few of them occur. */
const mostCompounds = 12;

/** Spellings that are tried at most: each is a search. */
const mostSpellings = 12;

/**
 * The forms of a line that may be read as a part of a query: as the part itself is, where the line has it, or at least to the end
 * of its kana. 組合せ is 組み合わせ and not 組合.
 */
function formsIn(rest: string, part: string): string[] {
  const cells = rest.split(' ');
  const forms = cells.flatMap((form, index) => (index % 2 === 0 ? [{ form, reading: cells[index + 1] ?? '' }] : []));
  const own = forms.filter(({ form }) => form === part).map(({ reading }) => reading);
  const ending = /(?<!\p{Script=Hiragana})\p{Script=Hiragana}*$/u.exec(part)?.[0] ?? '';
  const fits = (reading: string) => {
    if (own.length > 0) return own.includes(reading);
    // Kanji alone stand for a noun, and a verb is one in the form that ends so.
    return ending ? reading.endsWith(ending) : /[いきぎしちにひびみりえけげせてねへべめれ]$/u.test(reading);
  };
  return forms.filter(({ form, reading }) => form !== part && fits(reading)).map(({ form }) => form);
}

function nounsIn(rest: string): { reading: string; nouns: Noun[] } {
  const [reading = '', ...cells] = rest.split(' ');
  const nouns = cells.flatMap((noun, index) => (index % 2 === 0 ? [{ noun, reading, records: Number(cells[index + 1]) }] : []));
  return { reading, nouns };
}
