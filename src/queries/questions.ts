/** Questions that pages ask of the library beside its own. */
import type { Library } from './library.ts';
import { answered } from './reads.ts';

type Answer = (library: Library, ...args: never[]) => unknown;

const questions = new Map<string, Answer>();

/**
 * A question under a name of its own. Arguments and answers are plain data and entries; of an entry in an answer, a page
 * depends on what it then reads.
 */
export function question<A extends readonly unknown[], R>(
  name: string,
  answer: (library: Library, ...args: A) => R,
): (library: Library, ...args: A) => R {
  questions.set(name, answer as unknown as Answer);
  return (library, ...args) => answered(library, name, args, () => answer(library, ...args));
}

/** Asks again what a page has asked, of the library itself or by one of the questions. Throws where there is no such question. */
export function askAgain(library: Library, name: string, args: readonly unknown[]): unknown {
  if (name in library) return (library[name as keyof Library] as (...args: readonly unknown[]) => unknown)(...args);
  const answer = questions.get(name);
  if (!answer) throw new Error(`There is no question '${name}'.`);
  return answered(library, name, args, () => answer(library, ...(args as never[])));
}
