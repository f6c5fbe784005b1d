import { diff3Merge } from 'node-diff3';

/** Two people's changes to the same file as one; undefined where they touch the same lines. */
export function bothOf(base: string, mine: string, theirs: string): string | undefined {
  const regions = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict)) return undefined;
  return regions.flatMap(({ ok }) => ok ?? []).join('\n');
}
