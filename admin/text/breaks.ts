/**
 * Line breaks as the file has them. CodeMirror knows one kind and would write a text back with all of them alike, so the
 * breaks that differ from the text's usual one are remembered at their places and follow every change.
 */
import { invertedEffects } from '@codemirror/commands';
import {
  type ChangeSet,
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';

class Break extends RangeValue {
  // Text typed at either side stays outside; a break that is deleted takes its mark along.
  override startSide = 1;
  override endSide = -1;
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: RangeValue): boolean {
    return other instanceof Break && other.text === this.text;
  }
}

/** The break that the text mostly uses, and each that is another, by its place in the document. */
export interface Breaks {
  readonly usual: string;
  readonly unusual: RangeSet<Break>;
}

/** Takes the breaks of a value that comes from outside. */
export const takeBreaks = StateEffect.define<Breaks>();

/** Puts back a deleted break as it was written, when its deletion is undone. */
const restoreBreak = StateEffect.define<{ at: number; text: string }>({
  map: ({ at, text }, changes) => ({ at: changes.mapPos(at, 1), text }),
});

const breaksField = StateField.define<Breaks>({
  create: () => ({ usual: '\n', unusual: RangeSet.empty }),
  update(breaks, transaction) {
    let { usual, unusual } = breaks;
    if (transaction.docChanged && unusual.size > 0) unusual = followed(unusual, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(takeBreaks)) ({ usual, unusual } = effect.value);
      else if (effect.is(restoreBreak)) {
        const { at, text } = effect.value;
        if (transaction.newDoc.sliceString(at, at + 1) === '\n')
          unusual = unusual.update({ add: [new Break(text).range(at, at + 1)] });
      }
    }
    return usual === breaks.usual && unusual === breaks.unusual ? breaks : { usual, unusual };
  },
});

/** The breaks after a change: what it deleted is gone, even where something else was written in its place. */
function followed(unusual: RangeSet<Break>, changes: ChangeSet): RangeSet<Break> {
  const deleted: number[] = [];
  changes.iterChangedRanges((from, to) =>
    unusual.between(from, to, (at, end) => {
      if (at >= from && end <= to) deleted.push(at);
    }),
  );
  return unusual.update({ filter: (at) => !deleted.includes(at) }).map(changes);
}

/** The memory of a text's line breaks, beginning with those of the value; `usual` is what its file uses elsewhere. */
export function rememberBreaks(value: string, usual?: string): Extension {
  return [
    breaksField.init(() => breaksOf(value, usual)),
    invertedEffects.of(({ changes, startState }) => {
      const deleted: StateEffect<{ at: number; text: string }>[] = [];
      const { unusual } = startState.field(breaksField);
      if (unusual.size > 0) {
        changes.iterChangedRanges((from, to) =>
          unusual.between(from, to, (at, end, { text }) => {
            if (at >= from && end <= to) deleted.push(restoreBreak.of({ at, text }));
          }),
        );
      }
      return deleted;
    }),
  ];
}

/** The break that a new line gets. */
export function usualBreak(state: EditorState): string {
  return state.field(breaksField).usual;
}

/** The document as it goes into the file: each line break as it was written. */
export function writtenValue(state: EditorState): string {
  const { usual, unusual } = state.field(breaksField);
  let written = '';
  let end = 0;
  unusual.between(0, state.doc.length, (from, to, { text }) => {
    written += state.doc.sliceString(end, from, usual) + text;
    end = to;
  });
  return written + state.doc.sliceString(end, state.doc.length, usual);
}

/** A value as CodeMirror counts it, each line break one character. */
export function withPlainBreaks(value: string): string {
  return value.replace(/\r\n?/g, '\n');
}

/** The line breaks of a value. One that has none cannot tell the usual break: its file does. */
export function breaksOf(value: string, fallback = '\n'): Breaks {
  const written = value.match(/\r\n?|\n/g) ?? [];
  const counts = new Map<string, number>();
  for (const text of written) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [usual = fallback] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const builder = new RangeSetBuilder<Break>();
  let position = 0;
  let index = 0;
  for (const line of withPlainBreaks(value).split('\n').slice(0, -1)) {
    position += line.length;
    const text = written[index] as string;
    if (text !== usual) builder.add(position, position + 1, new Break(text));
    position += 1;
    index += 1;
  }
  return { usual, unusual: builder.finish() };
}

/** The smallest change that makes one text of another; whole characters, so that no emoji is cut in two. */
export function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (/[\ud800-\udbff]/.test(before[start - 1] ?? '')) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (/[\udc00-\udfff]/.test(before[before.length - end] ?? '')) end -= 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
