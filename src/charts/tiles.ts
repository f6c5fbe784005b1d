/** How the entries of a chart are drawn as tiles. */
import type { Unit, UnitRow } from './charts.ts';

/** Tiles of a row at most, but for one more of each kind whose rest has one: more cannot be taken in, and each is two hundred bytes. */
const most = 60;

/** How many entries one tile stands for, so that no row has too many: 1, and where there are more 2, 5, 10, 20 and so on. */
export function entriesOfTile(rows: readonly UnitRow[]): number {
  const longest = Math.max(0, ...rows.map(({ units }) => units.length));
  let power = 1;
  for (;;) {
    const fitting = [1, 2, 5].map((step) => step * power).find((entries) => longest <= most * entries);
    if (fitting) return fitting;
    power *= 10;
  }
}

/** The tiles of a row in the order of its series, each for so many entries of one series or the rest of them; what is written in single ones is left out then. */
export function tilesOf(units: readonly Unit[], entries: number): readonly Unit[] {
  if (entries === 1) return units;
  return [...Map.groupBy(units, ({ series }) => series)].flatMap(([series, own]) =>
    Array.from({ length: Math.ceil(own.length / entries) }, () => ({ series })),
  );
}
