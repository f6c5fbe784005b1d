/** Where something that stands on lines of its own goes into a text. */
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';

/** Puts lines of their own at the cursor's empty line or behind its paragraph, with an empty line on either side. */
export function insertOnOwnLines(state: EditorState, source: string): TransactionSpec {
  const { doc } = state;
  let line = doc.lineAt(state.selection.main.to);
  const { from } = line;
  const code = fencedCodeAt(state, line.from);
  if (code !== undefined) line = doc.lineAt(code);
  else if (line.text.trim() !== '') {
    while (line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '') line = doc.line(line.number + 1);
  }
  const empty = line.text.trim() === '' && line.from === from;
  const above = empty && line.number > 1 ? doc.line(line.number - 1).text.trim() : empty ? '' : 'words';
  const below = line.number < doc.lines ? doc.line(line.number + 1).text.trim() : '';
  const before = above === '' ? '' : empty ? '\n' : '\n\n';
  const insert = before + source + (below === '' ? '' : '\n');
  const at = empty ? line.from : line.to;
  return {
    changes: { from: at, to: line.to, insert },
    selection: EditorSelection.cursor(at + before.length + source.length),
    scrollIntoView: true,
    userEvent: 'input.block',
  };
}

function fencedCodeAt(state: EditorState, at: number): number | undefined {
  for (let node = syntaxTree(state).resolveInner(at, 1); ;) {
    if (node.name === 'FencedCode') return node.to;
    if (!node.parent) return undefined;
    node = node.parent;
  }
}
