/** The figures of the bench as Markdown. */
import type { DevFigures } from './dev.ts';
import type { Difference } from './files.ts';
import type { Cost } from './measure.ts';
import { partsOf } from './parts.ts';

export interface Row {
  /** What happened before the build. */
  readonly name: string;
  /** By the name of the builder. */
  readonly of: Readonly<Record<string, Cost & Difference>>;
}

export interface Measured {
  /** Entries, each in two languages, beside the project's own. */
  readonly size: number;
  readonly rows: Row[];
  /** Undefined until it is measured. */
  dev: DevFigures | undefined;
}

const ours = 'Glocal';
const others = ['Eleventy', 'Hugo'] as const;
const names = [ours, ...others] as const;

/** Costs, then files. */
export function sizeTables({ size, rows }: Measured): string[] {
  const costs = rows.map(({ name, of }) => [
    name,
    ...names.map((builder) => seconds(of[builder]?.cpu)),
    ...others.map((other) => ratio(of[ours]?.cpu, of[other]?.cpu)),
    ...names.map((builder) => seconds(of[builder]?.wall)),
    ...names.map((builder) => megabytes(of[builder]?.memory.largest)),
    megabytes(of[ours]?.memory.together),
  ]);
  const files = rows.map(({ name, of }) => [
    name,
    ...names.flatMap((builder) => {
      const found = of[builder];
      return [found?.files, found && found.changed + found.removed, found?.written].map(count);
    }),
  ]);
  return [
    `## ${count(size)} entries × 2`,
    table(
      [
        'before the build',
        ...names.map((name) => `${name}, CPU s`),
        ...others.map((name) => `÷ ${name}`),
        ...names.map((name) => `${name}, s`),
        ...names.map((name) => `${name}, MB`),
        `${ours}, MB of all processes`,
      ],
      costs,
    ),
    table(['before the build', ...names.flatMap((name) => [`${name}, files`, 'changed', 'written'])], files),
  ];
}

/** Where our time goes. */
export function partsTable({ rows }: Measured): string {
  const parts = rows.map(({ of }) => partsOf(of[ours]?.lines ?? [], of[ours]?.wall ?? 0));
  const told = [...new Set(parts.flatMap((part) => [...part.keys()]))];
  return table(
    [`part of ${ours}, s`, ...rows.map(({ name }) => name)],
    told.map((part) => [part, ...parts.map((of) => seconds(of.get(part)))]),
  );
}

export function devTable({ dev }: Measured): string {
  if (!dev) return '';
  const edits = dev.edits.map((edit) => edit.toFixed(2)).join(', ');
  return table(
    ['npm start: first page, s', 'first article, s', 'saved text to page, s', 'MB'],
    [[seconds(dev.start), seconds(dev.firstArticle), edits, megabytes(dev.memory.largest)]],
  );
}

/** By how much the cost grows from a size to the next: at or below the growth of the entries it is linear or better. */
export function growthTable(all: readonly Measured[]): string {
  const steps = all.slice(1).map((larger, index) => [all[index], larger] as [Measured, Measured]);
  const rows = steps.flatMap(([smaller, larger]) =>
    larger.rows.map(({ name, of }, index) => [
      `${count(smaller.size)} → ${count(larger.size)}: ${name}`,
      ...names.map((builder) => ratio(of[builder]?.cpu, smaller.rows[index]?.of[builder]?.cpu)),
      ratio(of[ours]?.memory.largest, smaller.rows[index]?.of[ours]?.memory.largest),
    ]),
  );
  return table(['growth', ...names.map((name) => `${name}, CPU`), `${ours}, memory`], rows);
}

const gigabyte = 1024 ** 3;

/** What the project asks of itself at the largest size, and whether it holds. */
export function targetsTable(all: readonly Measured[]): string {
  const largest = all.at(-1);
  const smaller = all.at(-2);
  if (!largest) return '';
  const cpu = (measured: Measured, row: string, builder: string) =>
    measured.rows.find(({ name }) => name === row)?.of[builder]?.cpu ?? NaN;
  const beside = (row: string, other: string) => cpu(largest, row, ours) / cpu(largest, row, other);
  const memory = Math.max(...largest.rows.map(({ of }) => of[ours]?.memory.largest ?? 0)) / gigabyte;
  const growth = smaller
    ? Math.max(...largest.rows.map(({ name }) => cpu(largest, name, ours) / cpu(smaller, name, ours))) /
      (largest.size / smaller.size)
    : undefined;
  const targets: (readonly [name: string, measured: number, most: number])[] = [
    ['one edited text, CPU ÷ Hugo', beside('one edited text', 'Hugo'), 0.4],
    ['one edited text, years old, CPU ÷ Hugo', beside('one edited text, years old', 'Hugo'), 0.4],
    ['cold, CPU ÷ Eleventy', beside('cold', 'Eleventy'), 2],
    ['no change, CPU ÷ Hugo', beside('no change', 'Hugo'), 0.35],
    ['most memory of a process, GB', memory, 2],
    ['saved text to page, s, the slowest', Math.max(...(largest.dev?.edits ?? [])), 1],
    ...(growth === undefined ? [] : [['most growth of CPU ÷ growth of entries', growth, 1] as const]),
  ];
  return table(
    [`at ${count(largest.size)} × 2`, 'measured', 'at most', ''],
    targets.map(([name, measured, most]) => [name, measured.toFixed(2), String(most), measured <= most ? 'met' : 'missed']),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function seconds(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1);
}

function ratio(value: number | undefined, by: number | undefined): string {
  return value === undefined || !by ? '–' : (value / by).toFixed(2);
}

function megabytes(value: number | undefined): string {
  return value === undefined ? '–' : count(Math.round(value / 1024 ** 2));
}

function count(value: number | undefined): string {
  return value === undefined ? '–' : value.toLocaleString('en');
}
