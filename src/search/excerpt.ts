/** A record's text from its index words, and of it what a list of results shows: where the words that were found stand. */
import type { Fragment } from './engine.ts';
import { carried, glue, isJapanese, isStraddled, latinWord, normalise, textOfPair } from './tokens.ts';

/** What a result says of its record. */
export interface Shown {
  readonly title: string;
  readonly kind: string;
  readonly date: string;
  readonly place: string;
  /** Path of a small picture within the bundle. */
  readonly picture?: string;
}

/** A part of a text under one heading; the first has none. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** A run of a text, marked where it is what was searched for. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** What the fragment says of its record. */
export function shownOf({ meta }: Fragment): Shown {
  return JSON.parse(carried(meta['shown'] ?? '')?.text ?? '{}') as Shown;
}

/** The sections of a record's text, without its title. */
export function sectionsOf({ content }: Fragment): Section[] {
  const sections: { id: string; heading: string; text: string }[] = [];
  let isHeading = false;
  for (const word of content.split(/\s+/)) {
    const data = carried(word);
    if (data?.name === 'h') {
      const { id = '', text = '' } = JSON.parse(data.text) as { id?: string; text?: string };
      sections.push({ id, heading: text, text: '' });
      isHeading = true;
    } else if (data?.name === 't') isHeading = false;
    const section = sections.at(-1);
    if (!section || isHeading) continue;
    if (data) section.text += data.name === 'n' ? '\n' : '';
    else section.text = joined(section.text, textOfPair(word) ?? word);
  }
  return sections;
}

/** A word after a text: with a space, unless it is glued to it, either is Japanese or a line begins. */
function joined(text: string, word: string): string {
  const last = text.at(-1) ?? '\n';
  if (last === glue) return text.slice(0, -1) + word;
  return text + (last === '\n' || isJapanese(last) || isJapanese(word[0] ?? '') ? '' : ' ') + word;
}

/** Where marks stand in a text: from, up to, and which of them. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}

/** The text in runs, with every mark in it marked. */
export function runsOf(text: string, marks: readonly string[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { from, to } of placesOf(text, marks)) {
    if (from > at) runs.push({ text: text.slice(at, from), marked: false });
    runs.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}

/** The piece of the sections, of about the given length, that holds the most different marks; from the start of a sentence. */
export function excerptOf(sections: readonly Section[], marks: readonly string[], length: number): string {
  const best = sections
    .map(({ text }) => ({ text, ...densest(text, placesOf(text, marks), length) }))
    .reduce<{ text: string; from: number; marks: number }>((a, b) => (b.marks > a.marks ? b : a), {
      text: sections.find(({ text }) => text.trim())?.text ?? '',
      from: 0,
      marks: 0,
    });
  return cutFrom(best.text, best.from, length);
}

/** The sections with an anchor that hold a mark in their text or their heading. */
export function sectionsWith(sections: readonly Section[], marks: readonly string[]): Section[] {
  return sections.filter(({ id, heading, text }) => id && placesOf(`${heading}\n${text}`, marks).length > 0);
}

/** Where a window of the length holds the most different marks, and how many. */
function densest(text: string, places: readonly Place[], length: number): { from: number; marks: number } {
  let best = { from: 0, marks: 0 };
  for (const [index, { from }] of places.entries()) {
    const within = new Set<string>();
    for (let at = index; at < places.length && (places[at]?.to ?? 0) <= from + length; at++) within.add(places[at]?.mark ?? '');
    if (within.size > best.marks) best = { from: startBefore(text, from, length), marks: within.size };
  }
  return best;
}

/** The start of the sentence or line around a place, or a little before it where that is too far. */
function startBefore(text: string, at: number, length: number): number {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'), before.search(/[.!?] [^.!?]*$/)) + 1;
  if (at - start <= length / 2) return start;
  const near = Math.max(0, at - Math.round(length / 4));
  // In Latin letters not within a word.
  const space = text.slice(near, at).search(/\s/);
  return /[\p{Script=Latin}]/u.test(text[near] ?? '') && space !== -1 ? near + space + 1 : near;
}

function cutFrom(text: string, from: number, length: number): string {
  const rest = text
    .slice(from)
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .trimStart();
  const before = text.slice(0, from);
  const words = before.trimEnd();
  const isWithin = from > 0 && !/[。.!?]$/.test(words) && !before.slice(words.length).includes('\n');
  const start = isWithin ? '…' : '';
  if (rest.length <= length) return start + rest.trimEnd();
  const cut = rest.slice(0, length);
  return `${start}${/[\p{Script=Latin}\p{N}]$/u.test(cut) ? cut.replace(/\s+\S*$/, '') : cut}…`;
}

/** Every place of every mark, in order and without overlaps. */
function placesOf(text: string, marks: readonly string[]): Place[] {
  const places = marks.flatMap((mark) => (/[^\s]/.test(mark) && isJapanese(mark[0] ?? '') ? japanesePlaces(text, mark) : []));
  const latin = new Map(
    marks.flatMap((mark) => mark.split(/[\s/-]+/).map((word) => [latinWord(word), mark] as const)).filter(([word]) => word),
  );
  for (const mark of marks) latin.set(latinWord(mark), mark);
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{M}\p{N}]+(?:['’.&/-][\p{Script=Latin}\p{M}\p{N}]+)*/gu)) {
    const mark = latin.get(latinWord(word));
    if (mark !== undefined) places.push({ from: index, to: index + word.length, mark });
    else if (/[/-]/.test(word)) {
      for (const { 0: part, index: inner } of word.matchAll(/[^/-]+/g)) {
        const own = latin.get(latinWord(part));
        if (own !== undefined) places.push({ from: index + inner, to: index + inner + part.length, mark: own });
      }
    }
  }
  const sorted = places.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return sorted.filter(({ from, to }) => {
    const isFree = from >= end;
    end = Math.max(end, to);
    return isFree;
  });
}

function japanesePlaces(text: string, mark: string): Place[] {
  // A mark may mix writings; dots within katakana are not asked for.
  const pattern = [...normalise(mark)].map((character) => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[・ ]?');
  return [...text.matchAll(new RegExp(pattern, 'giu'))]
    .filter(({ index }) => !isStraddled(text, index, mark))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length, mark }));
}
