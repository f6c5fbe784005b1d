import { describe, expect, test } from 'vitest';
import { carried, carry, indexTokens, latinWord, piecesOf, textOfPair, wordsOf, type Piece } from '../../src/search/tokens.ts';

const indexed = (text: string) => indexTokens(text).split(/\s+/).filter(Boolean);

/** The places after which the pieces have been found side by side, as the index finds them. */
function ends(tokens: readonly string[], pieces: readonly Piece[]): number[] {
  let places = tokens.map((_, index) => index);
  for (const { tokens: wanted, isPrefix } of pieces) {
    places = places.flatMap((at) => {
      const fits = wanted.every((token, index) => {
        const found = tokens[at + index] ?? '';
        return isPrefix ? found.startsWith(token) : (textOfPair(found) ? found.replace('・', '') : latinWord(found)) === token;
      });
      return fits ? [at + wanted.length] : [];
    });
  }
  return places;
}

function holds(text: string, query: string): boolean {
  return wordsOf(query).every((word) => ends(indexed(text), piecesOf(word)).length > 0);
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const alphabets = [
  '東京都姉妹市観光県道府国際交流広島',
  'あいうかがきのはをっゃん',
  'アイカガサバパプヴァーッ',
  'ＪＲ２０１４',
  'ｶﾞﾊﾟﾎﾃﾙ',
  'abcXYZ',
  '0123',
  '𠮷𠮟々〆',
  '、。・（） \n-/',
];

function randomText(random: () => number, length: number): string {
  const pick = (text: string) => [...text][Math.floor(random() * [...text].length)] ?? '';
  return Array.from({ length }, () => pick(pick2(random))).join('');
}

function pick2(random: () => number): string {
  return alphabets[Math.floor(random() * alphabets.length)] ?? '';
}

describe('the index and the query cut alike', () => {
  test.each([
    ['姉妹都市の交流', '姉妹都市'],
    ['姉妹都市の交流', '都市'],
    ['和歌山県高野町', '高野'],
    ['２０１４年のＪＲ東日本', '2014年の'],
    ['2014年', '2014年'],
    ['京都2014', '京都2014'],
    ['JR東日本', 'JR東日本'],
    ['ﾎﾃﾙに泊まる', 'ホテル'],
    ['エコ・タウン', 'エコタウン'],
    ['エコタウン', 'エコ・タウン'],
    ['𠮷野家で𠮟る', '𠮷野'],
    ['世界の城', '城'],
    ['東京都の京都展', '京都'],
    ['東京都庁', '東京都庁'],
    ['sister cities in Japan', 'sister'],
    ['Wi-Fiを使う', 'Wi-Fi'],
    ['Kōchi and café', 'kochi cafe'],
    ['「LAMP」(Linux、Apache)', 'Apache'],
    ['some and/or others', 'others or'],
    ['1,751件', '1,751'],
  ])('%s holds %s', (text, query) => expect(holds(text, query)).toBe(true));

  test.each([
    ['都市と姉妹', '姉妹都市'],
    ['日本では城を', '日本の城'],
    ['12の町', '1の町'],
    ['東京都', '京都'],
    ['2014年', '20年'],
    ['tourism', 'tour'],
  ])('%s does not hold %s', (text, query) => expect(holds(text, query)).toBe(false));

  test('every piece of a text is found in it, however it is written', () => {
    const random = generator(20140704);
    for (let round = 0; round < 3000; round++) {
      const text = randomText(random, 24);
      // Queries are cut from the text word by word: a Latin word is found whole, a Japanese one in any part.
      for (const word of wordsOf(text)) {
        const characters = [...word];
        const isJapanese = characters.every((character) => textOfPair(indexTokens(character).trim()) !== undefined);
        const from = isJapanese ? Math.floor(random() * characters.length) : 0;
        const part = isJapanese ? characters.slice(from, from + 1 + Math.floor(random() * 6)).join('') : word;
        const isInTokyo = [...text.matchAll(/東京都/g)].length > 0 && part.startsWith('京都');
        if (!isInTokyo) expect(holds(text, part), JSON.stringify({ text, part })).toBe(true);
      }
    }
  });

  test('half and full width, composed and decomposed give the same tokens', () => {
    for (const [a, b] of [
      ['ｶﾞｲﾄﾞ', 'ガイド'],
      ['ＡＢＣ１２', 'ABC12'],
      ['が'.normalize('NFD'), 'が'],
    ] as const) {
      expect(indexed(a)).toEqual(indexed(b));
      expect(piecesOf(a)).toEqual(piecesOf(b));
    }
  });

  test('no token of a pair is the beginning of another', () => {
    const tokens = [...new Set(indexed('東京都と京都の都市は姉妹都市である。𠮷野も'))].filter((token) => textOfPair(token));
    for (const a of tokens) for (const b of tokens) expect(a !== b && b.startsWith(a)).toBe(false);
  });

  test('marks are no words', () => expect(wordsOf(' 。、!? ').flatMap(piecesOf)).toEqual([]));
});

test('a word that carries data gives it back and is found by nobody', () => {
  const text = '{"id":"見出し","text":"A & B"}';
  expect(carried(carry('h', text))).toEqual({ name: 'h', text });
  expect(carried(indexTokens('観光').trim().split(' ')[0] ?? '')).toBeUndefined();
  expect(carry('h', text)).toMatch(/^\S+$/);
});
