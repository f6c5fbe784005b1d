/** Bold, italic and strikethrough, put on and taken off. */
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

export const marks = {
  bold: { node: 'StrongEmphasis', mark: '**' },
  italic: { node: 'Emphasis', mark: '*' },
  strikethrough: { node: 'Strikethrough', mark: '~~' },
} as const satisfies Record<string, { node: string; mark: string }>;

export type MarkName = keyof typeof marks;

/** The innermost node of that name around the selection. */
export function nodeAround(state: EditorState, name: string): SyntaxNode | undefined {
  const { from, to } = state.selection.main;
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, side); node; node = node.parent) {
      if (node.name === name && node.from <= from && node.to >= to) return node;
    }
  }
  return undefined;
}

/** Takes the mark off where the selection stands in one, and else puts it around the selected words of each line. */
export function toggleMark(state: EditorState, name: MarkName): TransactionSpec {
  const { node, mark } = marks[name];
  const around = nodeAround(state, node);
  if (around) {
    const open = around.firstChild;
    const close = around.lastChild;
    if (open && close) {
      return {
        changes: [
          { from: open.from, to: open.to },
          { from: close.from, to: close.to },
        ],
        userEvent: 'input.format',
      };
    }
  }
  const { from, to, empty } = state.selection.main;
  if (empty) {
    if (state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(from, from + mark.length) === mark) {
      return { changes: { from: from - mark.length, to: from + mark.length }, userEvent: 'input.format' };
    }
    return {
      changes: { from, insert: mark + mark },
      selection: EditorSelection.cursor(from + mark.length),
      userEvent: 'input.format',
    };
  }
  const spans = wordsOfLines(state, from, to);
  const changes = state.changes(
    spans.flatMap((span) => [
      { from: span.from, insert: mark },
      { from: span.to, insert: mark },
    ]),
  );
  const first = spans[0]?.from ?? from;
  const last = spans.at(-1)?.to ?? to;
  return {
    changes,
    selection: EditorSelection.range(changes.mapPos(first, 1), changes.mapPos(last, -1)),
    userEvent: 'input.format',
  };
}

/** The words of a range, line by line, without the marks that begin a line and the white space around. */
function wordsOfLines(state: EditorState, from: number, to: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    const prefix = /^\s*(?:>\s*)*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+)?/.exec(line.text)?.[0].length ?? 0;
    const start = Math.max(from, line.from + prefix);
    const words = state.sliceDoc(start, Math.max(start, Math.min(to, line.to)));
    const trimmed = words.trim();
    if (trimmed) {
      const begin = start + words.indexOf(trimmed);
      spans.push({ from: begin, to: begin + trimmed.length });
    }
    if (line.to >= to) return spans;
  }
}
