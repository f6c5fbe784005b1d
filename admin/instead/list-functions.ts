/** The four functions of `lodash/fp` that Decap's backends use, in place of the whole of lodash: each takes its list last. */
type Step = (value: never) => unknown;

export function map<From, To>(change: (value: From) => To): (list: readonly From[]) => To[] {
  return (list) => list.map((value) => change(value));
}

export function filter<Value>(holds: (value: Value) => boolean): (list: readonly Value[]) => Value[] {
  return (list) => list.filter((value) => holds(value));
}

export function flow(steps: readonly Step[]): (value: unknown) => unknown {
  return (value) => steps.reduce((before: unknown, step) => step(before as never), value);
}

export function fromPairs(pairs: Iterable<readonly [PropertyKey, unknown]>): Record<PropertyKey, unknown> {
  return Object.fromEntries(pairs);
}
