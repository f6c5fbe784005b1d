/** Readings above words, put in from an entry's list after the text was rendered. */
import { isKana } from '../model/fields.ts';
import type { Text } from './render.ts';

export interface Reading {
  readonly word: string;
  readonly reading: string;
}

/** Tags, and whole elements in which no word is given its reading: one that has one, a heading, which the contents repeat, and code. */
const passed = /<(ruby|h[2-6]|code)\b[^]*?<\/\1>|<[^>]*>/;

/** The parts of a text with each word of the list under its reading where the text first has it, as newspapers do. */
export function withReadings(parts: Text['parts'], readings: readonly Reading[]): Text['parts'] {
  // A draft's reading may be anything, and what is no kana could be markup.
  const waiting = new Map(readings.flatMap(({ word, reading }) => (word && isKana(reading) ? [[word, reading] as const] : [])));
  if (waiting.size === 0) return parts;
  // The longer word first: 高野町 is not 高野 and 町.
  const words = [...waiting.keys()].sort((a, b) => b.length - a.length);
  const either = new RegExp(`${passed.source}|(?<word>${words.map((word) => RegExp.escape(word)).join('|')})`, 'g');
  return parts.map((part) => {
    if (typeof part !== 'string') return part;
    return part.replace(either, (whole, ...rest) => {
      const { word } = rest.at(-1) as { word?: string };
      const reading = word && waiting.get(word);
      if (!reading) return whole;
      waiting.delete(word);
      return rubyOf(word, reading);
    });
  });
}

function rubyOf(word: string, reading: string): string {
  return `<ruby>${word}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
}
