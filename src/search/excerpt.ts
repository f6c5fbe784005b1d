/** Pagefind's excerpts, made of index words and marks, back to text that people read. */
import { characterOf, isJapanese } from './tokens.ts';

/** A run of an excerpt's text, marked where it is what was searched for. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The text of an excerpt in runs. A pair stands for its first character; where a marked run of pairs ends, the character
 * after it belongs to the last pair and is marked too. Spaces stand only between words that are not Japanese.
 */
export function runsOf(excerpt: string): Run[] {
  const plain = excerpt
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  const runs: { text: string; marked: boolean }[] = [];
  const push = (text: string, marked: boolean) => {
    const last = runs.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text) runs.push({ text, marked });
  };
  let inPair = false;
  let before = '';
  for (const word of plain.split(/\s+/).filter(Boolean)) {
    const isMarked = word.includes('<mark>');
    const bare = word.replace(/<\/?mark>/g, '');
    const character = characterOf(bare);
    const text = character ?? bare;
    if (before && !joins(before, text)) push(' ', false);
    // Pagefind marks a Latin word with the punctuation that follows it.
    const own = character === undefined ? text.replace(/[\p{P}\p{S}]+$/u, '') : text;
    push(own, isMarked || (inPair && character !== undefined));
    push(text.slice(own.length), false);
    inPair = isMarked && character !== undefined;
    before = text;
  }
  return runs;
}

/** True where no space stands between two words of an excerpt: beside Japanese and its punctuation. */
function joins(before: string, after: string): boolean {
  return isJapanese(before.at(-1) ?? '') || isJapanese(after[0] ?? '');
}
