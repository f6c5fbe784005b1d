/** What is known of each record before it is loaded: facets, date, length and title, in columns that compress well. */
import { facets, type Facet } from '../model/facets.ts';
import { normalise } from './tokens.ts';

/** A record as the builder knows it. */
export interface Row {
  /** Its id in Pagefind's index, without the name of the shard. */
  readonly id: string;
  readonly title: string;
  /** Index words of its title, with which its content begins. */
  readonly titleLength: number;
  /** Index words of its content, the title included; kept within a sixth of it. */
  readonly length: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where the record has none. */
  readonly date: string;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
}

/** Steps in which lengths are told, to a doubling: ranking needs them roughly, and one digit holds them. */
const steps = 3;

/** Codes of titles: four digits in base 36. That two titles share one and a query's words besides is next to impossible. */
const titleCodes = 36 ** 4;

/** Cells of one width without anything between them: digits at random compress to what they hold, separators come on top. */
interface Column {
  readonly width: number;
  readonly cells: string;
}

function encodeColumn(values: readonly string[]): Column {
  const width = values.reduce((most, { length }) => Math.max(most, length), 1);
  return { width, cells: values.map((value) => value.padEnd(width)).join('') };
}

function decodeColumn({ width, cells }: Column): string[] {
  return Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width).trimEnd());
}

/** The rows of a shard as its file holds them: numbers in base 36, a column each. */
export function encodeTable(rows: readonly Row[]): string {
  const column = (cell: (row: Row) => string | number) =>
    encodeColumn(rows.map(cell).map((value) => (typeof value === 'number' ? value.toString(36) : value)));
  const ofFacets = facets.map((facet) => {
    const values = [...new Set(rows.flatMap((row) => row.facets[facet]))].sort();
    return {
      values,
      cells: rows.map((row) => row.facets[facet].map((value) => values.indexOf(value).toString(36)).join(',')).join(' '),
    };
  });
  return JSON.stringify({
    ids: column(({ id }) => id),
    titles: column(({ title }) => titleCode(title)),
    titleLengths: column(({ titleLength }) => Math.min(titleLength, 35)),
    lengths: column(({ length }) => Math.min(Math.round(Math.log2(Math.max(length, 1)) * steps), 35)),
    dates: column(({ date }) => date),
    facets: Object.fromEntries(facets.map((facet, index) => [facet, ofFacets[index]])),
  });
}

/** The rows of a shard as the search uses them, by number. */
export interface Table {
  readonly ids: readonly string[];
  readonly titles: readonly number[];
  readonly titleLengths: readonly number[];
  readonly lengths: readonly number[];
  readonly dates: readonly string[];
  /** The values of each facet, and for each row the numbers of its own. */
  readonly facets: Readonly<
    Record<Facet, { readonly values: readonly string[]; readonly cells: readonly (readonly number[])[] }>
  >;
}

/** The table that `encodeTable` has written. */
export function decodeTable(text: string): Table {
  const raw = JSON.parse(text) as Record<'ids' | 'titles' | 'titleLengths' | 'lengths' | 'dates', Column> & {
    facets: Record<Facet, { values: string[]; cells: string }>;
  };
  const numbers = (column: Column) => decodeColumn(column).map((cell) => parseInt(cell, 36));
  return {
    ids: decodeColumn(raw.ids),
    titles: numbers(raw.titles),
    titleLengths: numbers(raw.titleLengths),
    lengths: numbers(raw.lengths).map((step) => 2 ** (step / steps)),
    dates: decodeColumn(raw.dates),
    facets: Object.fromEntries(
      facets.map((facet) => {
        const { values, cells } = raw.facets[facet];
        const decoded = cells
          .split(' ')
          .map((cell) => (cell === '' ? [] : cell.split(',').map((value) => parseInt(value, 36))));
        return [facet, { values, cells: decoded }];
      }),
    ) as unknown as Table['facets'],
  };
}

/** A title or a query as a number: equal for titles that readers take for the same (FNV-1a). */
export function titleCode(title: string): number {
  let code = 0x811c9dc5;
  for (const character of plain(title)) code = Math.imul(code ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (code >>> 0) % titleCodes;
}

/** A title without what readers leave out: case, white space and punctuation at its ends. */
function plain(title: string): string {
  return normalise(title)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '');
}
