import { history } from '@codemirror/commands';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { rememberBreaks, withPlainBreaks } from '../../../admin/text/breaks.ts';
import { markdownLanguage } from '../../../admin/text/markdown.ts';

/** A state of the editor whose selection is written into the text: `‸` for a cursor, `⟦…⟧` for selected words. */
export function stateOf(written: string): EditorState {
  const plain = withPlainBreaks(written);
  const cursor = plain.indexOf('‸');
  const start = plain.indexOf('⟦');
  const text = plain.replace(/[‸⟦⟧]/g, '');
  const selection = start >= 0 ? { anchor: start, head: plain.indexOf('⟧') - 1 } : { anchor: Math.max(0, cursor) };
  const state = EditorState.create({
    doc: text,
    selection,
    extensions: [rememberBreaks(written.replace(/[‸⟦⟧]/g, '')), history(), markdownLanguage()],
  });
  ensureSyntaxTree(state, state.doc.length, 5000);
  return state;
}

/** The text and its selection after a command; undefined where the command did not apply. */
export function after(written: string, command: (state: EditorState) => TransactionSpec | undefined): string | undefined {
  const state = stateOf(written);
  const spec = command(state);
  if (!spec) return undefined;
  const { doc, selection } = state.update(spec).state;
  const { from, to } = selection.main;
  const text = doc.toString();
  return from === to
    ? `${text.slice(0, from)}‸${text.slice(from)}`
    : `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

/** The same awkward choices in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
}
