/** A title in lines: as large as its length lets it be, broken between phrases, the lines as even as they can be. */
import type { Language } from '../i18n/languages.ts';
import { phrasesOf } from '../i18n/phrases.ts';

export interface SetTitle {
  /** Pixels of an em. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** Sizes in pixels, each with the most lines that it is given: a short title is large, a long one has more lines. */
const steps = [
  { size: 108, most: 1 },
  { size: 88, most: 2 },
  { size: 72, most: 3 },
  { size: 60, most: 3 },
  { size: 54, most: 4 },
  { size: 48, most: 4 },
  { size: 42, most: 4 },
  { size: 36, most: 4 },
] as const;

const smallest = steps.at(-1) as (typeof steps)[number];

/** The width of a text in ems. */
type Measure = (text: string) => number;

/**
 * A title in at most four lines of a width in pixels. What is too long even for the smallest size ends with an ellipsis.
 * `widthOf` gives the width of a character in ems.
 */
export function setTitle(title: string, language: Language, width: number, widthOf: (character: string) => number): SetTitle {
  const measure: Measure = (text) => [...text.trim()].reduce((sum, character) => sum + widthOf(character), 0);
  // What follows a dash or a colon begins a line of its own; where that leaves too many lines, it need not. Words are
  // parted where a phrase is wider than a line.
  const parts = title.split(/(?<=――|: )/).map((part) => piecesOf(part, language));
  const words = wordsOf(title, language);
  for (const groups of [parts, [parts.flat()], [words]]) {
    const fitting = steps.flatMap(({ size, most }) => {
      const set = groups.map((pieces) => setEvenly(pieces, width / size, measure));
      const lines = set.flatMap((part) => part ?? []);
      return set.includes(undefined) || lines.length > most ? [] : [{ size, lines }];
    });
    // A word that is left alone on its line looks worse than smaller letters.
    const chosen = fitting.find(({ lines }) => !straysIn(lines, measure)) ?? fitting[0];
    if (chosen) return chosen;
  }
  const ems = width / smallest.size;
  const lines = fill(
    words.flatMap((word) => (measure(word) > ems ? [...word] : [word])),
    ems,
    measure,
  );
  return { size: smallest.size, lines: lines.length > smallest.most ? shortened(lines, ems, measure) : lines };
}

/** True where a line is much shorter than the longest one. */
function straysIn(lines: readonly string[], measure: Measure): boolean {
  const widths = lines.map(measure);
  return Math.min(...widths) < Math.max(...widths) / 3;
}

/** What stays on one line: phrases in Japanese, words elsewhere. */
function piecesOf(text: string, language: Language): string[] {
  const words = wordsOf(text, language);
  if (language !== 'ja') return words;
  const ends = new Set(words.map((_, index) => words.slice(0, index).join('').length));
  const pieces: string[] = [];
  let at = 0;
  for (const phrase of phrasesOf(text)) {
    // Names in a row confuse the finder of phrases: 「地方経済」 is no place to end a line before 「済」.
    if (pieces.length > 0 && !ends.has(at)) pieces[pieces.length - 1] += phrase;
    else pieces.push(phrase);
    at += phrase.length;
  }
  return pieces;
}

/** The words of a text, each with the space or the marks that follow it, and with an opening bracket before it. */
function wordsOf(text: string, language: Language): string[] {
  if (language !== 'ja') return text.split(/(?<=[\s–—])/);
  const segments = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  const words: string[] = [];
  for (const { segment } of segments) {
    const last = words.at(-1);
    const stays = last !== undefined && (/^[\p{Pe}\p{Pf}\p{Po}\p{Pd}ー\s]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(last));
    if (stays) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/** The lines that pieces fill one after the other. */
function fill(pieces: readonly string[], ems: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last + piece) <= ems) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
}

/** As few lines as hold the pieces, in the narrowest measure that leaves them so few; undefined where a piece is too wide. */
function setEvenly(pieces: readonly string[], ems: number, measure: Measure): string[] | undefined {
  const widest = Math.max(...pieces.map(measure));
  if (widest > ems) return undefined;
  const lines = fill(pieces, ems, measure);
  for (let narrower = widest; narrower < ems; narrower += 0.25) {
    const tried = fill(pieces, narrower, measure);
    if (tried.length <= lines.length) return tried;
  }
  return lines;
}

/** As many lines as the smallest size is given, the last ending with an ellipsis. */
function shortened(lines: readonly string[], ems: number, measure: Measure): string[] {
  const kept = lines.slice(0, smallest.most);
  let last = kept.pop() ?? '';
  while (measure(`${last}…`) > ems) last = [...last].slice(0, -1).join('');
  return [...kept, `${last}…`];
}
