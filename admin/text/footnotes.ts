/** Footnotes: a mark at the cursor, and its words at the end of the text. */
import { ChangeSet, EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

/** The labels of all footnotes of a text, those that are only mentioned included. */
export function footnoteLabels(text: string): Set<string> {
  return new Set([...text.matchAll(/\[\^([^[\]\s]+)\]/g)].map(([, label = '']) => label));
}

/** The number after the highest that a text uses. */
export function nextFootnote(text: string): number {
  const numbers = [...footnoteLabels(text)].filter((label) => /^\d{1,6}$/.test(label)).map(Number);
  return Math.max(0, ...numbers) + 1;
}

/** Puts the mark behind the selection, begins its note at the end, and takes the cursor there. */
export function insertFootnote(state: EditorState): TransactionSpec {
  const text = state.doc.toString();
  const number = nextFootnote(text);
  const at = state.selection.main.to;
  const mark = `[^${number}]`;
  const marked = text.slice(0, at) + mark + text.slice(at);
  const { from, insert } = notesAtEnd(marked, `${mark}: `);
  const changes = state.changes({ from: at, insert: mark }).compose(ChangeSet.of({ from, insert }, marked.length));
  return {
    changes,
    selection: EditorSelection.cursor(from + insert.length),
    scrollIntoView: true,
    userEvent: 'input.footnote',
  };
}

/** Where notes go at the end of a text: right below the notes that stand there, else after an empty line. */
export function notesAtEnd(text: string, notes: string): { from: number; insert: string } {
  const words = text.trimEnd();
  const last = words.slice(words.lastIndexOf('\n') + 1);
  const gap = words === '' ? '' : /^\[\^[^\]\s]+\]:/.test(last) ? '\n' : '\n\n';
  return { from: words.length, insert: gap + notes };
}
