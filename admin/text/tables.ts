/** Tables: written, and changed by rows and columns. What a command does not concern keeps its bytes. */
import { EditorSelection, type ChangeSpec, type EditorState, type Line, type TransactionSpec } from '@codemirror/state';
import { isCode } from './lines.ts';

export type Alignment = 'left' | 'center' | 'right' | undefined;

interface Cell {
  /** From the bar before it to the bar behind it, bars left out; places in the document. */
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly line: Line;
  readonly cells: readonly Cell[];
}

/** The table at the cursor: its head, its line of dashes, its rows; and the cell in which the cursor stands. */
export interface TableAtCursor {
  readonly rows: readonly Row[];
  readonly row: number;
  readonly column: number;
}

const dashes = /^[\s>]*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;

/** A row as it is written; bars among the words are escaped. */
export function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table as it is written, the first row its head. */
export function writeTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string {
  const [head = [], ...others] = rows;
  const line = `|${head.map((_cell, index) => dashesFor(alignments[index])).join('|')}|`;
  return [writeRow(head), line, ...others.map(writeRow)].join('\n');
}

function dashesFor(alignment: Alignment): string {
  return { left: ':---', center: ':---:', right: '---:', none: '---' }[alignment ?? 'none'];
}

export function tableAtCursor(state: EditorState): TableAtCursor | undefined {
  const { head } = state.selection.main;
  const at = state.doc.lineAt(head);
  if (!at.text.includes('|')) return undefined;
  const lines = [at];
  for (let number = at.number - 1; number >= 1; number -= 1) {
    const line = state.doc.line(number);
    if (!line.text.includes('|')) break;
    lines.unshift(line);
  }
  for (let number = at.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (!line.text.includes('|')) break;
    lines.push(line);
  }
  const dashed = lines.findIndex(({ text }) => dashes.test(text) && text.includes('-'));
  if (dashed < 1) return undefined;
  const rows = lines.slice(dashed - 1).map((line) => ({ line, cells: cellsOf(line) }));
  const row = rows.findIndex(({ line }) => line.number === at.number);
  if (row < 0) return undefined;
  const cells = rows[row]?.cells ?? [];
  const column = cells.findIndex(({ to }) => head <= to);
  return { rows, row, column: column < 0 ? cells.length - 1 : column };
}

function cellsOf(line: Line): Cell[] {
  const { text } = line;
  const start = /^\s*(?:>\s?)*\s*/.exec(text)?.[0].length ?? 0;
  const bars: number[] = [];
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '|') bars.push(index);
  }
  const edges = [
    ...(bars[0] === start ? [] : [start - 1]),
    ...bars,
    ...(bars.at(-1) === text.trimEnd().length - 1 ? [] : [text.trimEnd().length]),
  ];
  return edges.slice(1).map((edge, index) => ({ from: line.from + (edges[index] as number) + 1, to: line.from + edge }));
}

/** Adds an empty row above or below the cursor's; the head stays the head. */
export function addRow(state: EditorState, where: 'above' | 'below'): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  if (!table) return undefined;
  const { rows, row } = table;
  return rowBeside(table, rows[Math.max(row, 1)] as Row, where === 'above' && row > 1 ? 'above' : 'below');
}

function rowBeside({ rows }: TableAtCursor, { line }: Row, where: 'above' | 'below'): TransactionSpec {
  const width = rows[0]?.cells.length ?? 1;
  const prefix = /^\s*(?:>\s?)*\s*/.exec(line.text)?.[0] ?? '';
  const written = `${prefix}|${'  |'.repeat(width)}`;
  const above = where === 'above';
  const at = above ? line.from : line.to;
  return {
    changes: { from: at, insert: above ? `${written}\n` : `\n${written}` },
    selection: EditorSelection.cursor(at + (above ? 0 : 1) + prefix.length + 2),
    userEvent: 'input.table',
    scrollIntoView: true,
  };
}

/** Tab in a table: the next cell with its words selected; behind the last, a new row. Undefined outside of a table. */
export function nextCell(state: EditorState): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  const here = table?.rows[table.row];
  if (!table || !here || isCode(state, here.line.from)) return undefined;
  const { rows, row, column } = table;
  if (row !== 1) {
    const beside = here.cells[column + 1];
    if (beside) return selectCell(state, beside);
    if (column + 1 < (rows[0]?.cells.length ?? 0)) return addCell(here);
  }
  const below = rows[Math.max(row + 1, 2)];
  if (below?.cells[0]) return selectCell(state, below.cells[0]);
  const last = rows.at(-1) as Row;
  return rowBeside(table, last, 'below');
}

/** Shift-Tab in a table: the cell before, with its words selected; undefined in the first. */
export function previousCell(state: EditorState): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  const here = table?.rows[table.row];
  if (!table || !here || isCode(state, here.line.from)) return undefined;
  const { rows, row, column } = table;
  const before = row === 1 ? undefined : here.cells[column - 1];
  const above = rows[row <= 2 ? 0 : row - 1];
  const cell = before ?? (row === 0 ? undefined : above?.cells.at(-1));
  return cell && selectCell(state, cell);
}

function selectCell(state: EditorState, { from, to }: Cell): TransactionSpec {
  const written = state.sliceDoc(from, to);
  const words = written.trim();
  const start = words === '' ? Math.min(from + 1, to) : from + written.indexOf(words);
  return { selection: EditorSelection.range(start, start + words.length), userEvent: 'select', scrollIntoView: true };
}

/** A row that is shorter than its head gets the cell that it lacks. */
function addCell({ line }: Row): TransactionSpec {
  const end = line.from + line.text.trimEnd().length;
  const insert = line.text.trimEnd().endsWith('|') ? '  |' : ' |  |';
  return {
    changes: { from: end, insert },
    selection: EditorSelection.cursor(end + insert.length - 2),
    userEvent: 'input.table',
    scrollIntoView: true,
  };
}

/** Deletes the cursor's row; undefined for the head and its dashes, without which there is no table. */
export function deleteRow(state: EditorState): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  if (!table || table.row < 2) return undefined;
  const { line } = table.rows[table.row] as Row;
  // A row that is not the first of the document has a line break before it.
  return { changes: { from: line.from - 1, to: line.to }, userEvent: 'delete.table', scrollIntoView: true };
}

/** Adds an empty column to the left or right of the cursor's. */
export function addColumn(state: EditorState, where: 'left' | 'right'): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  if (!table) return undefined;
  const changes = table.rows.flatMap(({ cells }, index): ChangeSpec[] => {
    const cell = cells[table.column];
    // A short row has no such cell: it is filled up when the table is read.
    if (!cell) return [];
    const empty = index === 1 ? '---' : '  ';
    return [where === 'left' ? { from: cell.from, insert: `${empty}|` } : { from: cell.to, insert: `|${empty}` }];
  });
  return { changes, userEvent: 'input.table' };
}

/** Deletes the cursor's column; undefined for the only one. */
export function deleteColumn(state: EditorState): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  if (!table || (table.rows[0]?.cells.length ?? 0) < 2) return undefined;
  const changes = table.rows.flatMap(({ cells }): ChangeSpec[] => {
    const cell = cells[table.column];
    if (!cell) return [];
    return [table.column === 0 ? { from: cell.from, to: cell.to + 1 } : { from: cell.from - 1, to: cell.to }];
  });
  return { changes, userEvent: 'delete.table' };
}

/** Sets how the words of the cursor's column are aligned. */
export function alignColumn(state: EditorState, alignment: Alignment): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  const cell = table?.rows[1]?.cells[table.column];
  if (!cell) return undefined;
  const written = state.sliceDoc(cell.from, cell.to);
  const from = cell.from + written.search(/\S/);
  return { changes: { from, to: from + written.trim().length, insert: dashesFor(alignment) }, userEvent: 'input.table' };
}

/** The alignment of the cursor's column. */
export function alignmentOf(state: EditorState, table: TableAtCursor): Alignment {
  const cell = table.rows[1]?.cells[table.column];
  const written = cell ? state.sliceDoc(cell.from, cell.to).trim() : '';
  if (written.startsWith(':')) return written.endsWith(':') ? 'center' : 'left';
  return written.endsWith(':') ? 'right' : undefined;
}

/** Writes the table so that its bars stand below one another, where a Japanese character is as wide as two Latin ones. */
export function lineUpBars(state: EditorState): TransactionSpec | undefined {
  const table = tableAtCursor(state);
  if (!table) return undefined;
  const words = table.rows.map(({ cells }) => cells.map(({ from, to }) => state.sliceDoc(from, to).trim()));
  const widths: number[] = [];
  words.forEach((row, index) => {
    if (index === 1) return;
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 3, displayWidth(cell))));
  });
  const changes = table.rows.map(({ line, cells }, index): ChangeSpec => {
    const from = cells[0] ? line.from + (/^\s*(?:>\s?)*\s*/.exec(line.text)?.[0].length ?? 0) : line.from;
    const row = (words[index] ?? []).map((cell, column) => {
      const width = widths[column] ?? 3;
      if (index !== 1) return cell + ' '.repeat(Math.max(0, width - displayWidth(cell)));
      const left = cell.startsWith(':') ? ':' : '-';
      return left + '-'.repeat(Math.max(1, width - 2)) + (cell.endsWith(':') ? ':' : '-');
    });
    return { from, to: line.to, insert: writeRow(row) };
  });
  return { changes, userEvent: 'input.table' };
}

/** The width of a text in Latin characters of a font of even widths; Unicode's wide and full-width characters are two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
