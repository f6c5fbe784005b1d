/**
 * One way of cutting text for the index and for the query, in Node and in every browser alike.
 *
 * Pagefind's indexer and the browser cut Japanese words differently (CloudCannon/pagefind#1237), so neither is given
 * Japanese: each Japanese character becomes one opaque word that stands for it and the character after it. Words in
 * Latin letters stay words, whole: the index has no language, so nothing stems them.
 */

/**
 * Begins each word made of a pair: a letter, lest a number such as 12 be a prefix of one. From a script of the Yuan dynasty,
 * since Pagefind answers a prefix that it has not with the beginning of it that it has: texts may hold neither.
 */
const marker = '\ua840';

/** Begins a word that carries data past the index: nobody types it, so nobody finds it. */
const carrier = '\ua841';

/** Ends a word after which the text has no space: Pagefind leaves it out of account. */
export const glue = '\u2060';

/** Six digits hold every code point below U+F4240; digits, because they are the same in every case and form. */
const width = 6;

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]/u;
const japaneseRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]+/gu;
/** A run in a text, with the middle dots that stand within it: they are no break, and readers leave them out. */
const runWithDots =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]+(?:・(?=\p{Script=Katakana})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]+)*/gu;
const pair = new RegExp(`^${marker}(\\d{${width}})\\d{${width}}(・?)$`);
const nothing = '0'.repeat(width);

/**
 * Words within which another begins that is not meant: 京都 does not stand in 東京都. The pair that straddles, counted from
 * the word's first character, has a code of its own.
 */
const straddled: readonly { readonly word: string; readonly at: number }[] = [{ word: '東京都', at: 1 }];

/** Full width and half width, composed and decomposed forms become one; a middle dot between katakana is no break. */
export function normalise(text: string): string {
  return unified(text).replace(/(?<=[\p{Script=Katakana}ー])・(?=\p{Script=Katakana})/gu, '');
}

/** Letters, digits and kana in one form each. Punctuation stays as it is written, since excerpts show it. */
function unified(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\p{L}\p{N}\p{M}]+/gu, (letters) => letters.normalize('NFKC'))
      // A voicing mark that joins no kana is no part of a word.
      .replace(/[\u3099\u309a]/g, '')
      .replaceAll('･', '・')
  );
}

/** True where a word that stands at a place of a text belongs to another that straddles it: 京都 in 東京都. */
export function isStraddled(text: string, at: number, found: string): boolean {
  return straddled.some(({ word, at: inner }) => {
    const from = at - inner;
    return text.startsWith(word, from) && at + found.length > from + inner && !found.startsWith(word);
  });
}

/** The words under which a text is indexed, separated by white space; everything but Japanese is left as it is. */
export function indexTokens(text: string): string {
  // Pagefind would take what stands between two spaces for one word, whatever parts it: (Linux、Apache) or and/or.
  const apart = unified(text)
    .replace(
      /(?<=[\p{L}\p{N}])((?!(?<=\p{Nd})[,:]\p{Nd})['’./&-]*[^\p{L}\p{N}\p{M}\s'’./&-][^\p{L}\p{N}\p{M}\s]*)(?=[\p{Script=Latin}\p{N}])/gu,
      `$1${glue} `,
    )
    .replace(betweenWords, `$1${glue} `);
  return apart.replace(runWithDots, (run) => {
    const characters = [...run.replaceAll('・', '')];
    const dots = dotsAfter(run);
    return ` ${codesOf(characters)
      .map((code, index) => `${marker}${code}${dots.has(index) ? '・' : ''}`)
      .join(' ')} `;
  });
}

/** The numbers of the characters, counted without dots, after which a dot stands. */
function dotsAfter(run: string): ReadonlySet<number> {
  const dots = new Set<number>();
  let characters = 0;
  for (const character of run) {
    if (character === '・') dots.add(characters - 1);
    else characters++;
  }
  return dots;
}

/** For each character its own code and the next one's; the last one's next is nothing. */
function codesOf(characters: readonly string[]): string[] {
  const text = characters.join('');
  const apart = new Set(
    straddled.flatMap(({ word, at }) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => [...text.slice(0, index)].length + at),
    ),
  );
  return characters.map((character, index) => {
    const next = characters[index + 1];
    const code = next === undefined ? nothing : codeOf(next);
    return codeOf(character) + (apart.has(index) ? `9${code.slice(1)}` : code);
  });
}

/** What parts two words within one: and/or, example.com; but not U.S. or 1.6. */
const betweenWords = /(?<=[\p{Script=Latin}\p{N}]{2})([./])(?=\p{Script=Latin}{2})/gu;

/** What is to be found at one place: tokens side by side, or a single token as the beginning of others. */
export interface Piece {
  readonly tokens: readonly string[];
  readonly isPrefix: boolean;
}

/**
 * A word of a query, which may mix writings (JR東日本, 2014年), as the pieces to be found one after the other. A single
 * Japanese character at its end is the beginning of its pairs. Empty where the word holds no letter or digit.
 */
export function piecesOf(word: string): Piece[] {
  const parts =
    normalise(word)
      .replace(betweenWords, '$1 ')
      .match(new RegExp(`${japaneseRun.source}|[^\\s]+?(?=${japaneseRun.source}|\\s|$)`, 'gu')) ?? [];
  const pieces: { tokens: string[]; isPrefix: boolean }[] = [];
  const add = (tokens: readonly string[]) => {
    const last = pieces.at(-1);
    if (last && !last.isPrefix) last.tokens.push(...tokens);
    else if (tokens.length > 0) pieces.push({ tokens: [...tokens], isPrefix: false });
  };
  for (const [index, part] of parts.entries()) {
    if (!japanese.test(part)) {
      add([latinWord(part)].filter(Boolean));
      continue;
    }
    const characters = [...part];
    const codes = codesOf(characters).map((code) => marker + code);
    // Where nothing follows, the last character is the second half of the pair before it, and may stand before anything.
    if (index < parts.length - 1) add(codes);
    else if (characters.length > 1) add(codes.slice(0, -1));
    else pieces.push({ tokens: [marker + codeOf(part)], isPrefix: true });
  }
  return pieces;
}

/** A word in Latin letters as Pagefind indexes it: in lower case, without marks and without what is no letter or digit. */
export function latinWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** What joins the parts of a Latin word, and parts Japanese ones. */
const besideJapanese = new RegExp(`(?<=${japanese.source})['’./&-]+|['’./&-]+(?=${japanese.source})`, 'u');

/** True for a token of Japanese, a pair or the beginning of pairs: no other begins with it but those. */
export function isPair(token: string): boolean {
  return token.startsWith(marker);
}

/** True for the beginning of pairs, which a single character is. */
export function isBeginning(token: string): boolean {
  return isPair(token) && token.length === marker.length + width;
}

/**
 * The places of the tokens that must be asked for, in order: a pair between two others of its run is known by them, since they
 * hold both of its characters.
 */
export function neededOf(tokens: readonly string[]): number[] {
  const needed: number[] = [];
  for (const [at, token] of tokens.entries()) {
    const isBetween = [tokens[at - 1], token, tokens[at + 1]].every(
      (each) => each?.startsWith(marker) && !each.endsWith(nothing),
    );
    if (!isBetween || needed.at(-1) !== at - 1) needed.push(at);
  }
  return needed;
}

/** The words of a query or a text at white space and punctuation; what joins the parts of a Latin word stays in it. */
export function wordsOf(text: string): string[] {
  return normalise(text)
    .replace(/(?<=\p{Nd})[,:](?=\p{Nd})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}'’./&-]+/u)
    .flatMap((word) => word.split(besideJapanese))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter(Boolean);
}

/** The text that an indexed word stands for: a character, with the dot after it; undefined for a word that is itself. */
export function textOfPair(word: string): string | undefined {
  const [, digits, dot = ''] = pair.exec(word) ?? [];
  return digits === undefined ? undefined : String.fromCodePoint(Number(digits)) + dot;
}

/** A single word that carries any text past the index, under a name of one letter. */
export function carry(name: string, text: string): string {
  return `${carrier}${name}${Array.from(new TextEncoder().encode(text), (byte) => String(byte).padStart(3, '0')).join('')}`;
}

/** The name and the text of a word that `carry` has made; undefined for any other word. */
export function carried(word: string): { name: string; text: string } | undefined {
  if (!word.startsWith(carrier)) return undefined;
  const bytes = word.slice(2).match(/\d{3}/g) ?? [];
  return { name: word.charAt(1), text: new TextDecoder().decode(Uint8Array.from(bytes, Number)) };
}

/** True for a character that Japanese is written with, its punctuation included. */
export function isJapanese(character: string): boolean {
  return japanese.test(character) || /[\u3000-\u303f\u30fb\uff00-\uffef]/.test(character);
}

function codeOf(character: string): string {
  return String(character.codePointAt(0) ?? 0).padStart(width, '0');
}
