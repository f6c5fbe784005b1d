/** A chart in words: the table that stands below each drawing, and the name that the drawing has for those who hear it. */
import type { Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { BarRow, Chart, Series, UnitRow } from './charts.ts';

export interface Table {
  readonly head: readonly string[];
  /** The first cell of a row is its label; a row with fewer cells than the head says something in place of figures. */
  readonly rows: readonly (readonly string[])[];
}

/** The series that any row has, each with its place among all: the others need no legend and no column. */
export function usedSeries(chart: Chart): readonly (Series & { readonly index: number })[] {
  const used = new Set<number>();
  if (chart.form === 'bars') for (const { series } of chart.rows) used.add(series);
  else for (const { units } of chart.rows) for (const { series } of units) used.add(series);
  return chart.series.map((series, index) => ({ ...series, index })).filter(({ index }) => used.has(index));
}

export function tableOf(chart: Chart, language: Language): Table {
  const t = words[language].chart;
  if (chart.form === 'bars') {
    return {
      head: [t.item, chart.unit[language], t.kind],
      rows: chart.rows.map((row) => [
        row.label[language],
        peopleOf(row, language),
        [chart.series[row.series]?.name[language] ?? '', ...(row.secondary ? [t.secondary] : [])].join(words[language].comma),
      ]),
    };
  }
  const series = usedSeries(chart);
  const summed = series.length > 1 && !chart.apart;
  return {
    head: [t.item, ...series.map(({ name }) => name[language]), ...(summed ? [t.total] : [])],
    rows: chart.rows.map((row) => {
      if (row.units.length === 0) return [row.label[language], saidOf(row, language)];
      const amounts = series.map(({ index }) => row.units.filter((unit) => unit.series === index).length);
      return [row.label[language], ...amounts.map(String), ...(summed ? [String(row.units.length)] : [])];
    }),
  };
}

/** What is said in place of tiles where a row has none. */
export function saidOf({ units, remark }: UnitRow, language: Language): string {
  const t = words[language].chart;
  return units.length > 0 ? '' : remark ? t[remark] : t.none;
}

/** A number of people as a reader is told it: 「約300」, "200–250". */
export function peopleOf({ people, most, approximate }: BarRow, language: Language): string {
  const t = words[language];
  const number = most === undefined ? String(people) : t.range(String(people), String(most));
  return approximate ? t.about(number) : number;
}

/** Title, first and last row, and where the most is: what a glance at the drawing tells. */
export function nameOf(chart: Chart, title: string, language: Language): string {
  const t = words[language];
  const [first, last] = [chart.rows[0], chart.rows.at(-1)];
  if (!first || !last) return title;
  const size = (row: UnitRow | BarRow) => ('units' in row ? row.units.length : (row.most ?? row.people));
  const most = Math.max(...chart.rows.map(size));
  const where = chart.rows.filter((row) => size(row) === most).map(({ label }) => label[language]);
  const span = t.range(first.label[language], last.label[language]);
  return t.chart.name(title, span, chart.apart ? undefined : t.chart.most(where.join(t.comma), String(most)));
}
