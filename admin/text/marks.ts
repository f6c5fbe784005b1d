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

/** Whether what is typed now, or the selection, has the mark. */
export function isMarked(state: EditorState, name: MarkName): boolean {
  return markedAround(state, name) !== undefined || (state.selection.main.empty && emptyPairAt(state, name));
}

/** The innermost such emphasis that holds the selection; a cursor before or behind its marks stands outside of it. */
function markedAround(state: EditorState, name: MarkName): SyntaxNode | undefined {
  const { from, to, empty } = state.selection.main;
  const around = nodeAround(state, marks[name].node);
  return around && empty && (around.from === from || around.to === to) ? undefined : around;
}

/** The run of marks of one kind in which the cursor stands. */
function runAt(state: EditorState, mark: string): { from: number; to: number } {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const at = head - line.from;
  const sign = mark[0] as string;
  let [from, to] = [at, at];
  while (line.text[from - 1] === sign) from -= 1;
  while (line.text[to] === sign) to += 1;
  return { from: line.from + from, to: line.from + to };
}

/** True between the marks of a pair that holds nothing yet; three stars on each side are bold and italic. */
function emptyPairAt(state: EditorState, name: MarkName): boolean {
  const { head } = state.selection.main;
  const { from, to } = runAt(state, marks[name].mark);
  const length = head - from;
  if (length !== to - head || length === 0) return false;
  return { bold: length >= 2, italic: length % 2 === 1, strikethrough: length === 2 }[name];
}

/**
 * Where the cursor goes from one side of a mark to the other, so that what is typed next has the emphasis no longer, or has
 * it again. Undefined where it stands at no such mark.
 */
function acrossMark(state: EditorState, name: MarkName): TransactionSpec | undefined {
  const { mark, node } = marks[name];
  const { head } = state.selection.main;
  const run = runAt(state, mark);
  const to = (at: number): TransactionSpec => ({ selection: EditorSelection.cursor(at), scrollIntoView: true });
  for (let at: SyntaxNode | null = syntaxTree(state).resolveInner(run.from, -1); at; at = at.parent) {
    // Of several marks in one run, each press leaves one behind.
    if (at.name !== node || at.from >= run.from || at.to > run.to || at.to <= run.from) continue;
    return to(head < run.to ? Math.min(run.to, head + mark.length) : head - mark.length);
  }
  const behind = nodeAround(state, node);
  if (behind?.from === head) return to(head + mark.length);
  // A space before the closing mark, of which the parser makes no emphasis, stands behind it.
  const line = state.doc.lineAt(head);
  const written = line.text.slice(0, head - line.from);
  const gap = written.slice(written.trimEnd().length);
  const rest = line.text.slice(head - line.from);
  const [sign] = [...mark] as [string];
  const begun = new RegExp(`(?<!\\${sign})\\${sign}{${mark.length}}(?![\\s\\${sign}])[^\\${sign}]*[^\\s\\${sign}]$`);
  if (gap === '' || !rest.startsWith(mark) || rest[mark.length] === sign || !begun.test(written.trimEnd())) return undefined;
  return {
    changes: [
      { from: head - gap.length, insert: mark },
      { from: head, to: head + mark.length },
    ],
    selection: EditorSelection.cursor(head + mark.length),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}

/**
 * Takes the mark off where the selection stands in one, and else puts it around the selected words of each line. A cursor
 * at the edge of marked words goes across their mark, as a writer expects who presses the key before and after a word.
 */
export function toggleMark(state: EditorState, name: MarkName): TransactionSpec {
  const { mark } = marks[name];
  const { from, to, empty } = state.selection.main;
  if (empty) {
    if (emptyPairAt(state, name)) {
      return { changes: { from: from - mark.length, to: from + mark.length }, userEvent: 'input.format' };
    }
    const across = acrossMark(state, name);
    if (across) return across;
  }
  const around = markedAround(state, name);
  const open = around?.firstChild;
  const close = around?.lastChild;
  if (open && close) {
    return {
      changes: [
        { from: open.from, to: open.to },
        { from: close.from, to: close.to },
      ],
      userEvent: 'input.format',
    };
  }
  if (empty) {
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
