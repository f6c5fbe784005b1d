/**
 * Emphasis as this site's parser reads it, for the colours of the editor. CommonMark's own rule shows これは**「強調」**です
 * as plain; beside Japanese, punctuation counts as a letter (markdown-cjk-friendly).
 */
import type { DelimiterType, InlineContext, InlineParser, MarkdownConfig } from '@lezer/markdown';
import { tags } from '@lezer/highlight';

const strong = { resolve: 'StrongEmphasis', mark: 'EmphasisMark' } as const satisfies DelimiterType;
const emphasis = { resolve: 'Emphasis', mark: 'EmphasisMark' } as const satisfies DelimiterType;
const underlined = { resolve: 'Emphasis', mark: 'EmphasisMark' } as const satisfies DelimiterType;
const underlinedStrong = { resolve: 'StrongEmphasis', mark: 'EmphasisMark' } as const satisfies DelimiterType;
const deleted = { resolve: 'Strikethrough', mark: 'StrikethroughMark' } as const satisfies DelimiterType;

const space = /^$|\s/;
const punctuation = /[\p{P}\p{S}]/u;
const cjk = /[\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a run of marks may open and close, by the characters on both sides of it. */
function sides(cx: InlineContext, from: number, to: number): { open: boolean; close: boolean; letters: boolean } {
  const before = cx.slice(Math.max(cx.offset, from - 1), from);
  const after = cx.slice(to, Math.min(cx.end, to + 1));
  const odd = (character: string) => punctuation.test(character) && !cjk.test(character);
  const spaceBefore = space.test(before);
  const spaceAfter = space.test(after);
  return {
    open: !spaceAfter && (!odd(after) || spaceBefore || odd(before) || cjk.test(before)),
    close: !spaceBefore && (!odd(before) || spaceAfter || odd(after) || cjk.test(after)),
    letters: !spaceBefore && !spaceAfter && !punctuation.test(before) && !punctuation.test(after),
  };
}

const stars: InlineParser = {
  name: 'JapaneseEmphasis',
  before: 'Link',
  parse(cx, next, from) {
    if (next !== 42 && next !== 95) return -1;
    let to = from + 1;
    while (cx.char(to) === next) to += 1;
    const { open, close, letters } = sides(cx, from, to);
    // An underscore within a word is a letter of it.
    const mayOpen = open && (next === 42 || !letters);
    const mayClose = close && (next === 42 || !letters);
    const two = next === 42 ? strong : underlinedStrong;
    const one = next === 42 ? emphasis : underlined;
    if (to - from === 3) {
      // Three marks are both at once: what opened last closes first.
      const split = mayClose && !mayOpen ? from + 1 : from + 2;
      cx.addDelimiter(split === from + 2 ? two : one, from, split, mayOpen, mayClose);
      return cx.addDelimiter(split === from + 2 ? one : two, split, to, mayOpen, mayClose);
    }
    if (to - from > 3) return to;
    return cx.addDelimiter(to - from === 2 ? two : one, from, to, mayOpen, mayClose);
  },
};

const tildes: InlineParser = {
  name: 'JapaneseStrikethrough',
  after: 'JapaneseEmphasis',
  parse(cx, next, from) {
    if (next !== 126 || cx.char(from + 1) !== 126 || cx.char(from + 2) === 126) return -1;
    const { open, close } = sides(cx, from, from + 2);
    return cx.addDelimiter(deleted, from, from + 2, open, close);
  },
};

/** Emphasis and strikethrough beside Japanese, in place of CommonMark's own. */
export const japaneseEmphasis = {
  remove: ['Emphasis'],
  defineNodes: [
    { name: 'Strikethrough', style: { 'Strikethrough/...': tags.strikethrough } },
    { name: 'StrikethroughMark', style: tags.processingInstruction },
  ],
  parseInline: [stars, tildes],
} satisfies MarkdownConfig;
