/** Tables as spreadsheets and programs read them: RFC 4180 in UTF-8. */

/** What a table begins with: a byte order mark, without which Excel takes UTF-8 for the system's old encoding. */
export const csvStart = '\ufeff';

/** A row as text. Lines end in CRLF, the last one too (RFC 4180, 2.1 and 2.2). */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

/**
 * A value that no spreadsheet runs as a formula: where it begins with a sign that starts one, in half or full width, after
 * white space or not, an apostrophe goes before it (owasp.org/www-community/attacks/CSV_Injection). One goes before an
 * apostrophe too, so that a program that takes away one leading apostrophe has every value as it was.
 */
export function guarded(value: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r']/.test(value) ? `'${value}` : value;
}

/** RFC 4180, 2.6 and 2.7; a semicolon too, at which Excel parts cells where the comma is the decimal sign. */
function quoted(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
