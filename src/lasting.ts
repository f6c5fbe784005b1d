/**
 * What a name stands for in this process; made where it is not there yet. Vite evaluates modules anew whenever a file changes,
 * and old ones linger: what must outlive that, or be shared with modules that Vite does not make, belongs to the process.
 */
export function lasting<T extends object>(name: string, make: () => T): T {
  const kept = globalThis as { [place: symbol]: T | undefined };
  return (kept[Symbol.for(name)] ??= make());
}

/** Gives what is made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same words as a string of their own: what is cut out of a text, or found in it, keeps all of that text in memory. */
export function cutLoose(text: string): string {
  return Buffer.from(text).toString();
}
