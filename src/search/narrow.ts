/** From the hits of a text to those that the chosen facets and the dates leave, in the order that is asked for. */
import { facets, type Facet } from '../model/facets.ts';
import { newestFirst, type Hit } from './query.ts';
import type { Question } from './state.ts';

export interface Narrowed {
  readonly hits: readonly Hit[];
  /** For each facet, how many hits each of its values would give beside what is chosen in the others. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/** The hits that the question leaves, and what each further choice would leave. */
export function narrow(hits: readonly Hit[], question: Question): Narrowed {
  const chosen = facets.filter((facet) => (question.chosen.get(facet) ?? []).length > 0);
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  const kept: Hit[] = [];
  for (const hit of hits) {
    if (!isWithin(hit, question)) continue;
    const missed = chosen.filter((facet) => !valuesOf(hit, facet).some((value) => question.chosen.get(facet)?.includes(value)));
    if (missed.length === 0) kept.push(hit);
    if (missed.length > 1) continue;
    // A hit that one facet alone leaves out counts there, as what a further value of it would bring.
    for (const facet of missed.length === 1 ? missed : facets) {
      for (const value of valuesOf(hit, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { hits: question.isByDate ? kept.toSorted(newestFirst) : kept, counts };
}

/** The values of a facet that a hit has. */
export function valuesOf({ shard, row }: Hit, facet: Facet): string[] {
  const { values, cells } = shard.table.facets[facet];
  return (cells[row] ?? []).map((value) => values[value] ?? '');
}

/** True where the dates leave a hit: one that is known to the month or the year alone is within where any of its days is. */
function isWithin({ shard, row }: Hit, { from, to }: Question): boolean {
  if (!from && !to) return true;
  const date = shard.table.dates[row] ?? '';
  if (!date) return false;
  const first = date + '-01-01'.slice(date.length - 4);
  const last = date + '-12-31'.slice(date.length - 4);
  return (!from || last >= from) && (!to || first <= to);
}
