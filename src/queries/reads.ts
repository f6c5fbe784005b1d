/**
 * What a page reads while it is made: the entries of which it shows something, and the questions that it asks of the library.
 * A page whose reads would give the same again is the same page, so that nobody has to say what a page depends on.
 */
import type { Entry } from '../entries/entry.ts';
import { lasting } from '../lasting.ts';

/** One thing that was read, and how to read it again. */
export type Read =
  /** The front matter of an entry. */
  | readonly ['data', id: string]
  /** The rendered text of an entry. */
  | readonly ['text', id: string]
  /** A question to the library; its arguments are plain data. */
  | readonly ['asked', question: string, ...args: unknown[]]
  /** The bytes of a picture, by its path from the project's root. */
  | readonly ['picture', path: string]
  /** The day in Japan, or the instant, that the build takes for now. */
  | readonly ['today']
  | readonly ['now'];

/** Shared with Astro's bundle, which has modules of its own. Pages are made one after the other. */
const making = lasting('the page that is being made', () => ({
  /** What the page has read. */
  reads: undefined as Set<string> | undefined,
  /** While a question is answered: what that was read from besides front matter. */
  beside: undefined as Set<string> | undefined,
}));

/** Makes something and gives, beside it, what was read for it: each read as JSON, once. */
export async function recording<T>(
  make: () => Promise<T>,
): Promise<{ readonly value: T; readonly reads: ReadonlySet<string> }> {
  if (making.reads) throw new Error('Two pages are being made at the same time: what each of them reads cannot be told.');
  const reads = new Set<string>();
  making.reads = reads;
  try {
    return { value: await make(), reads };
  } finally {
    making.reads = undefined;
  }
}

/** Notes a read of the page that is being made. */
export function note(...read: Read): void {
  if (making.reads) making.reads.add(JSON.stringify(read));
  else if (making.beside && read[0] !== 'data') making.beside.add(JSON.stringify(read));
}

interface Answer {
  readonly value: unknown;
  readonly beside: ReadonlySet<string>;
}

const kept = lasting('the answers of libraries', () => new WeakMap<object, Map<string, Answer>>());

/**
 * The answer to a question, asked once of each library. What is read to answer it is not noted: a page depends on what it is
 * answered, and among ten thousand entries a change of one changes few answers.
 */
export function answered<R>(library: object, name: string, args: readonly unknown[], answer: () => R): R {
  const question = JSON.stringify(['asked', name, ...args]);
  making.reads?.add(question);
  const answers = kept.get(library) ?? new Map<string, Answer>();
  kept.set(library, answers);
  const known = answers.get(question) ?? answeredAnew(answer);
  answers.set(question, known);
  for (const read of known.beside) making.beside?.add(read);
  return known.value as R;
}

function answeredAnew(answer: () => unknown): Answer {
  const { reads, beside } = making;
  const own = new Set<string>();
  Object.assign(making, { reads: undefined, beside: own });
  try {
    return { value: answer(), beside: own };
  } finally {
    Object.assign(making, { reads, beside });
  }
}

/** True for a read that is a question. */
export function isQuestion(read: string): boolean {
  return read.startsWith('["asked"');
}

/** What an answer that was given came from besides the front matter of entries: texts, pictures, the day. */
export function readBeside(library: object, question: string): readonly string[] {
  return [...(kept.get(library)?.get(question)?.beside ?? [])];
}

/** The name of an entry in its language among all entries. */
export function idOf({ type, slug, language }: Pick<Entry, 'type' | 'slug' | 'language'>): string {
  return `${type}/${slug}/${language}`;
}

/** The entry, noting when its front matter or its text is read. */
export function noting(entry: Entry): Entry {
  const id = idOf(entry);
  const { data, text } = entry;
  return {
    ...entry,
    get data() {
      note('data', id);
      return data;
    },
    get text() {
      note('text', id);
      return text;
    },
  };
}

/** What a read gave, as JSON in which every entry stands by its name alone: what a page shows of it is a read of its own. */
export function written(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part === 'function')
        throw new Error('What a question gives is plain data: it is compared with what it gave before.');
      if (part instanceof Map || part instanceof Set) return [...(part as Iterable<unknown>)];
      return isEntry(part) ? idOf(part) : part;
    }) ?? 'null'
  );
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'textLine' in value;
}
