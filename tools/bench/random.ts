/** Chance that is the same in every run: what is made from a seed is made again from it. */

export interface Random {
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True in `share` of all cases, from 0 to 1. */
  chance(share: number): boolean;
  /** One of the values. Throws a RangeError where there is none. */
  one<T>(values: readonly T[]): T;
  /** `count` different values, or all where there are fewer, in the order of chance. */
  some<T>(values: readonly T[], count: number): T[];
  /** One of the values, the first ones far more often than the last: a few countries have most of the news. */
  early<T>(values: readonly T[]): T;
}

/** A source of chance. Source: mulberry32 by Tommy Ettinger, in the public domain; 32 bits of state are enough for a bench. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(values: readonly T[], index: number): T => {
    if (index >= values.length) throw new RangeError('There is nothing to choose from.');
    return values[index] as T;
  };
  const one = <T>(values: readonly T[]) => at(values, Math.floor(next() * values.length));
  return {
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (share) => next() < share,
    one,
    some: (values, count) => {
      const left = [...values];
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const [chosen] = left.splice(Math.floor(next() * left.length), 1);
        return chosen as (typeof left)[number];
      });
    },
    early: (values) => at(values, Math.floor(next() ** 3 * values.length)),
  };
}
