import { expect, test } from 'vitest';
import { entriesOfTile, tilesOf } from '../../src/charts/tiles.ts';
import type { Unit, UnitRow } from '../../src/charts/charts.ts';

const units = (...counts: readonly number[]): Unit[] =>
  counts.flatMap((count, series) => Array.from({ length: count }, () => ({ series, text: '1' })));
const row = (...counts: readonly number[]): UnitRow => ({ label: { ja: '', en: '' }, units: units(...counts) });

test.each([
  [0, 1],
  [60, 1],
  [61, 2],
  [121, 5],
  [301, 10],
  [4212, 100],
])('where the longest row has %i entries, a tile stands for %i', (longest, entries) => {
  expect(entriesOfTile([row(longest), row(1)])).toBe(entries);
  expect(tilesOf(units(longest), entries).length).toBeLessThanOrEqual(60);
});

test('no rows are drawn one by one', () => {
  expect(entriesOfTile([])).toBe(1);
});

test('a tile stands for entries of one series, and the rest of a series has one too', () => {
  expect(tilesOf(units(11, 0, 3), 5)).toEqual([{ series: 0 }, { series: 0 }, { series: 0 }, { series: 2 }]);
});

test('one by one, the tiles are the entries with what is written in them', () => {
  expect(tilesOf(units(2, 1), 1)).toEqual(units(2, 1));
});
