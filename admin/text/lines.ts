/** What stands at the beginning of lines: headings, lists and quotes; and how Enter and Tab go on with a list. */
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type ChangeSpec, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';

export type HeadingLevel = 2 | 3 | 4;
export type ListKind = 'bullets' | 'numbers';

const headingMark = /^#{1,6}(?:[ \t]+|$)/;
const itemMark = /^([\s>]*)([-*+]|\d{1,9}[.)])([ \t]+|$)/;

interface ListItem {
  /** What stands before the mark: indentation and the marks of quotes. */
  readonly before: string;
  readonly mark: string;
  readonly space: string;
  readonly words: string;
}

function itemOf(text: string): ListItem | undefined {
  const match = itemMark.exec(text);
  if (!match) return undefined;
  const [all, before = '', mark = '', space = ''] = match;
  return { before, mark, space, words: text.slice(all.length) };
}

function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const lines: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number += 1) {
    lines.push(state.doc.line(number));
  }
  const last = lines.at(-1);
  // A selection that ends before the first character of a line does not mean that line.
  return lines.length > 1 && last?.from === to ? lines.slice(0, -1) : lines;
}

/** The level of the heading at the cursor. */
export function headingLevelOf(state: EditorState): HeadingLevel | undefined {
  const mark = /^(#{2,4})[ \t]/.exec(state.doc.lineAt(state.selection.main.head).text)?.[1];
  return mark ? (mark.length as HeadingLevel) : undefined;
}

/** Makes headings of the selected lines; of a heading of that level, and where no level is given, a paragraph. */
export function setHeading(state: EditorState, level: HeadingLevel | undefined): TransactionSpec {
  const lines = selectedLines(state).filter(({ text }, _index, { length }) => length === 1 || text.trim() !== '');
  const wanted = level === undefined || level === headingLevelOf(state) ? '' : `${'#'.repeat(level)} `;
  return withPrefixes(
    state,
    lines.map((line) => {
      const old = headingMark.exec(line.text)?.[0] ?? itemMark.exec(line.text)?.[0] ?? '';
      return { line, old, wanted };
    }),
  );
}

/** The kind of list at the cursor. */
export function listKindOf(state: EditorState): ListKind | undefined {
  const item = itemOf(state.doc.lineAt(state.selection.main.head).text);
  return item && (/\d/.test(item.mark) ? 'numbers' : 'bullets');
}

/** Makes a list of the selected lines, or lines of a list of that kind. */
export function toggleList(state: EditorState, kind: ListKind): TransactionSpec {
  const chosen = selectedLines(state);
  const lines = chosen.length === 1 ? chosen : chosen.filter(({ text }) => text.trim() !== '');
  const off = lines.every(({ text }) => {
    const item = itemOf(text);
    return item && /\d/.test(item.mark) === (kind === 'numbers');
  });
  return withPrefixes(
    state,
    lines.map((line, index) => {
      const item = itemOf(line.text);
      const before = item?.before ?? /^\s*(?:>[ \t]?)*/.exec(line.text)?.[0] ?? '';
      const old = item
        ? before + item.mark + item.space
        : before + (headingMark.exec(line.text.slice(before.length))?.[0] ?? '');
      const wanted = off ? before : `${before}${kind === 'numbers' ? `${index + 1}.` : '-'} `;
      return { line, old, wanted };
    }),
  );
}

export function isQuote(state: EditorState): boolean {
  return /^\s*>/.test(state.doc.lineAt(state.selection.main.head).text);
}

/** Makes a quotation of the selected lines, empty ones between them included, or lines of a quotation. */
export function toggleQuote(state: EditorState): TransactionSpec {
  const lines = selectedLines(state);
  const off = lines.every(({ text }) => /^\s*>/.test(text));
  return withPrefixes(
    state,
    lines.map((line) => ({
      line,
      old: off ? (/^\s*>[ \t]?/.exec(line.text)?.[0] ?? '') : '',
      wanted: off ? '' : line.text === '' ? '>' : '> ',
    })),
  );
}

function withPrefixes(state: EditorState, prefixes: readonly { line: Line; old: string; wanted: string }[]): TransactionSpec {
  const changes = state.changes(
    prefixes
      .filter(({ old, wanted }) => old !== wanted)
      .map(({ line, old, wanted }) => {
        const same = wanted.startsWith(old) ? old.length : old.startsWith(wanted) ? wanted.length : 0;
        return { from: line.from + same, to: line.from + old.length, insert: wanted.slice(same) };
      }),
  );
  const { anchor, head } = state.selection.main;
  return {
    changes,
    // The cursor on an empty line goes on behind the new mark.
    selection: EditorSelection.range(changes.mapPos(anchor, 1), changes.mapPos(head, 1)),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}

/**
 * Enter within a list: the next mark on a new line, or, on an item without words, the end of the list. Undefined
 * elsewhere: CodeMirror's own Enter would take away white space, and with it the space that begins a Japanese paragraph.
 */
export function continueList(state: EditorState): TransactionSpec | undefined {
  const { from, to, empty } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (isCode(state, from)) return undefined;
  const item = itemOf(line.text);
  if (!item) return continueQuote(state, line);
  const marked = line.from + line.text.length - item.words.length;
  if (from < marked) return undefined;
  if (empty && item.words.trim() === '') {
    const parent = item.before.replace(/>.*/, '') === '' ? undefined : parentOf(state, line, item);
    const left = parent ? `${parent.before}${nextMark(parent.mark)} ` : item.before.trimEnd() || endOf(state, line);
    return typed(line.from, line.to, left);
  }
  const insert = `\n${item.before}${nextMark(item.mark)}${item.space === '' ? ' ' : item.space}`;
  return typed(from, to, insert, renumber(state, line, item));
}

function continueQuote(state: EditorState, line: Line): TransactionSpec | undefined {
  const { from, to, empty } = state.selection.main;
  const quote = /^\s*(?:>[ \t]?)+/.exec(line.text)?.[0];
  if (quote === undefined || from < line.from + quote.length) return undefined;
  if (empty && line.text.length === quote.length) return typed(line.from, line.to, endOf(state, line));
  return typed(from, to, `\n${quote}`);
}

/** What is typed in place of a stretch, with the cursor behind it, and what changes elsewhere for it. */
function typed(from: number, to: number, insert: string, elsewhere: readonly ChangeSpec[] = []): TransactionSpec {
  return {
    changes: [{ from, to, insert }, ...elsewhere],
    selection: EditorSelection.cursor(from + insert.length),
    userEvent: 'input',
    scrollIntoView: true,
  };
}

/** What ends a list or a quotation: without an empty line, the next words would belong to it. */
function endOf(state: EditorState, { number }: Line): string {
  return number > 1 && state.doc.line(number - 1).text.trim() !== '' ? '\n' : '';
}

/**
 * Enter in a paragraph or a heading begins a new paragraph, by an empty line: a line break alone ends none in Markdown.
 * Undefined on empty lines, in code, tables and tags, and on lines that are indented.
 */
export function beginParagraph(state: EditorState): TransactionSpec | undefined {
  const { from, to } = state.selection.main;
  const { text, from: start } = state.doc.lineAt(from);
  const isProse = /^[^\s|<>]/u.test(text) || /^\u3000+\S/.test(text);
  if (!isProse || from === start || isCode(state, from)) return undefined;
  return typed(from, to, '\n\n');
}

function nextMark(mark: string): string {
  return mark.replace(/\d+/, (number) => String(Number(number) + 1));
}

/** The items that follow in the same list count on, where they counted on before. */
function renumber(state: EditorState, from: Line, { before, mark }: ListItem): ChangeSpec[] {
  if (!/\d/.test(mark)) return [];
  const changes: ChangeSpec[] = [];
  let count = Number.parseInt(mark, 10);
  for (let number = from.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const item = itemOf(line.text);
    if (item?.before !== before) {
      // What is indented further belongs to the item above it.
      if (line.text.trim() === '' || line.text.length - line.text.trimStart().length > before.length) continue;
      break;
    }
    count += 1;
    if (Number.parseInt(item.mark, 10) !== count) break;
    const at = line.from + before.length;
    changes.push({ from: at, to: at + item.mark.length, insert: nextMark(item.mark) });
  }
  return changes;
}

/** The item in whose list the item stands. */
function parentOf(state: EditorState, line: Line, { before }: ListItem): ListItem | undefined {
  for (let number = line.number - 1; number >= 1; number -= 1) {
    const { text } = state.doc.line(number);
    const above = itemOf(text);
    if (above && above.before.length < before.length) return above;
    if (text.trim() !== '' && !/^\s/.test(text) && !above) return undefined;
  }
  return undefined;
}

/** Tab in a list: each selected item goes under the item above it. Undefined where none can, so that Tab leaves the field. */
export function indentItems(state: EditorState): TransactionSpec | undefined {
  const lines = itemLines(state);
  const [first] = lines;
  const item = first && itemOf(first.text);
  if (!first || !item) return undefined;
  for (let number = first.number - 1; number >= 1; number -= 1) {
    const { text } = state.doc.line(number);
    const above = itemOf(text);
    if (above?.before === item.before) {
      const indent = ' '.repeat(above.mark.length + Math.max(1, above.space.length));
      return shift(lines.map((line) => ({ from: line.from + quoteLength(line.text), insert: indent })));
    }
    if (above ? above.before.length < item.before.length : text.trim() !== '' && !/^\s/.test(text)) return undefined;
  }
  return undefined;
}

/** Shift-Tab in a list: each selected item goes to the level of the item that holds it. */
export function outdentItems(state: EditorState): TransactionSpec | undefined {
  const lines = itemLines(state);
  const [first] = lines;
  const item = first && itemOf(first.text);
  const parent = first && item && parentOf(state, first, item);
  if (!parent) return undefined;
  const less = item.before.length - parent.before.length;
  return shift(
    lines.map((line) => {
      const from = line.from + quoteLength(line.text);
      const indent = /^[ \t]*/.exec(line.text.slice(from - line.from))?.[0].length ?? 0;
      return { from, to: from + Math.min(less, indent) };
    }),
  );
}

function shift(changes: ChangeSpec): TransactionSpec {
  return { changes, userEvent: 'input.indent' };
}

function quoteLength(text: string): number {
  return /^(?:\s*>[ \t]?)*/.exec(text)?.[0].length ?? 0;
}

/** The selected items with everything beneath them; none where the selection does not begin at an item. */
function itemLines(state: EditorState): Line[] {
  const lines = selectedLines(state);
  const item = lines[0] && itemOf(lines[0].text);
  const last = lines.at(-1);
  if (!item || !last || isCode(state, last.from)) return [];
  const beneath: Line[] = [];
  for (let number = last.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (line.text.trim() === '' || (/^\s*/.exec(line.text)?.[0].length ?? 0) <= item.before.length) break;
    beneath.push(line);
  }
  return [...lines.filter(({ text }) => text.trim() !== ''), ...beneath];
}

/** True in a block of code between fences. */
export function isCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1); ;) {
    if (node.name === 'FencedCode') return true;
    if (!node.parent) return false;
    node = node.parent;
  }
}
