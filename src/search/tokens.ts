/**
 * One way of cutting text for the index and for the query, in Node and in every browser alike.
 *
 * Pagefind's indexer and the browser cut Japanese words differently (CloudCannon/pagefind#1237), so neither is given
 * Japanese: each Japanese character becomes one opaque word that stands for it and the character after it. Words in
 * Latin letters stay words, and keep their stems and prefixes.
 */

/** Begins each word made of a pair: a letter, lest a number such as 12 be a prefix of one. */
const marker = '\u0298';

/** Six digits hold every code point below U+F4240; digits, because Pagefind stems words that end in letters. */
const width = 6;

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]/u;
const run = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇]+/gu;
const pair = new RegExp(`^${marker}(\\d{${width}})\\d{${width}}$`);
const nothing = '0'.repeat(width);

/** Full width and half width, composed and decomposed forms become one; a middle dot between katakana is no break. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/(?<=\p{Script=Katakana})[・･](?=\p{Script=Katakana})/gu, '');
}

/** The words under which a text is indexed, separated by spaces; everything but Japanese is left as it is. */
export function indexTokens(text: string): string {
  return normalise(text).replace(run, (characters) => {
    const codes = [...characters].map(code);
    return ` ${codes.map((own, index) => `${marker}${own}${codes[index + 1] ?? nothing}`).join(' ')} `;
  });
}

/** A query as its words, each the tokens to be found side by side. A single character is a prefix of its pairs. */
export function queryTokens(query: string): string[][] {
  return normalise(query)
    .split(/[^\p{L}\p{M}\p{N}'’.-]+/u)
    .map((word) =>
      (word.match(new RegExp(`${run.source}|[^\\s]+?(?=${run.source}|$)`, 'gu')) ?? []).flatMap((part) => {
        if (!japanese.test(part)) return part.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
        const codes = [...part].map(code);
        if (codes.length === 1) return [`${marker}${codes[0] ?? ''}`];
        return codes.slice(0, -1).map((own, index) => `${marker}${own}${codes[index + 1] ?? ''}`);
      }),
    )
    .flatMap(apart)
    .filter((tokens) => tokens.length > 0);
}

/** A prefix cannot stand in a phrase, since phrases are exact: 2014年 is 2014 and, anywhere, 年. */
function apart(tokens: string[]): string[][] {
  const at = tokens.findIndex(isPrefix);
  if (at === -1) return [tokens];
  return [tokens.slice(0, at), tokens.slice(at, at + 1), ...apart(tokens.slice(at + 1))];
}

/** True for a token that stands for a single character and so must be searched as a prefix. */
export function isPrefix(token: string): boolean {
  return token.startsWith(marker) && token.length === marker.length + width;
}

/** The character that an indexed word stands for; undefined for a word that is itself. */
export function characterOf(word: string): string | undefined {
  const digits = pair.exec(word)?.[1];
  return digits === undefined ? undefined : String.fromCodePoint(Number(digits));
}

/** True for a character that Japanese is written with, its punctuation included. */
export function isJapanese(character: string): boolean {
  return japanese.test(character) || /[\u3000-\u303f\u30fb\uff00-\uffef]/.test(character);
}

function code(character: string): string {
  return String(character.codePointAt(0) ?? 0).padStart(width, '0');
}
