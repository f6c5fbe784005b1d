import { redo, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import {
  breaksOf,
  rememberBreaks,
  smallestChange,
  takeBreaks,
  withPlainBreaks,
  writtenValue,
} from '../../../admin/text/breaks.ts';
import { dice, stateOf } from './state.ts';

const pieces = ['\r\n', '\n', '\r', '\n\n', 'a', '語', '　', '  ', '\t', 'か\u3099', '😀', '**', '\u00a0', '| a |', '\u2028'];

function anyText(random: (below: number) => number): string {
  return Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join('');
}

describe('the bytes of a text', () => {
  test.each(['', '\n', 'a', 'a\r\nb', 'a\r\nb\nc\r', '\r\n\r\n\n', 'a  \n　b\n\n\n', 'か\u3099\t\r\n'])(
    '%j comes out as it went in',
    (text) => {
      expect(writtenValue(stateOf(text))).toBe(text);
    },
  );

  test('any text comes out as it went in', () => {
    const random = dice(1);
    for (let round = 0; round < 500; round += 1) {
      const text = anyText(random);
      expect(writtenValue(stateOf(text))).toBe(text);
    }
  });

  test('what is typed changes no byte beside it', () => {
    const random = dice(2);
    for (let round = 0; round < 500; round += 1) {
      const text = anyText(random);
      const plain = withPlainBreaks(text);
      const state = stateOf(text);
      const from = random(plain.length + 1);
      const to = Math.min(plain.length, from + random(4));
      const insert = ['', 'x', '語'][random(3)] ?? '';
      const written = writtenValue(state.update({ changes: { from, to, insert } }).state);
      const before = writtenStart(text, from);
      const behind = writtenStart(text, to);
      expect(written).toBe(text.slice(0, before) + insert + text.slice(behind));
    }
  });

  test('undo and redo bring every byte back', () => {
    const random = dice(3);
    for (let round = 0; round < 300; round += 1) {
      const text = anyText(random);
      let state = stateOf(text);
      for (let step = 0; step < 3; step += 1) {
        const from = random(state.doc.length + 1);
        const to = Math.min(state.doc.length, from + random(5));
        state = state.update({ changes: { from, to, insert: random(2) ? 'x' : '' }, userEvent: `step.${step}` }).state;
      }
      const last = writtenValue(state);
      const all = (command: typeof undo) => {
        while (command({ state, dispatch: (transaction) => (state = transaction.state) }));
        return writtenValue(state);
      };
      expect(all(undo)).toBe(text);
      expect(all(redo)).toBe(last);
    }
  });

  test('a new line has the break that the text mostly has', () => {
    const state = stateOf('a\r\nb\r\nc\n');
    expect(writtenValue(state.update({ changes: { from: 1, insert: '\nx' } }).state)).toBe('a\r\nx\r\nb\r\nc\n');
  });

  test('a text of one line has the break of its file', () => {
    const typed = (usual?: string) => {
      const state = EditorState.create({ doc: '一', extensions: [rememberBreaks('一', usual)] });
      return writtenValue(state.update({ changes: { from: 1, insert: '\n二\n' } }).state);
    };
    expect(typed('\r\n')).toBe('一\r\n二\r\n');
    expect(typed('\n')).toBe('一\n二\n');
    expect(typed()).toBe('一\n二\n');
    expect(breaksOf('a\nb', '\r\n').usual).toBe('\n');
    expect(breaksOf('', '\r\n').usual).toBe('\r\n');
  });

  test('a value from outside is taken by the smallest change, and exactly', () => {
    const random = dice(4);
    for (let round = 0; round < 500; round += 1) {
      const [before, value] = [anyText(random), anyText(random)];
      const state = stateOf(before);
      const change = smallestChange(state.doc.toString(), withPlainBreaks(value));
      expect(writtenValue(state.update({ changes: change, effects: takeBreaks.of(breaksOf(value)) }).state)).toBe(value);
    }
    expect(smallestChange('あいう', 'あxいう')).toEqual({ from: 1, to: 1, insert: 'x' });
    expect(smallestChange('😀', '😁')).toEqual({ from: 0, to: 2, insert: '😁' });
  });
});

/** The place in a written text of a place counted with plain line breaks. */
function writtenStart(text: string, at: number): number {
  let plain = 0;
  let index = 0;
  while (plain < at) {
    index += text.startsWith('\r\n', index) ? 2 : 1;
    plain += 1;
  }
  return index;
}
