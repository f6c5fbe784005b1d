/** What an editor is told when something is refused: always in both languages, always with the way to mend it. */
import type { z } from 'zod';
import type { Words } from '../i18n/languages.ts';
import { printable } from './spelling.ts';

/** A place in a file under `content/`. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something that stops publication. */
export interface Problem extends Place {
  /** Path from the project's root. */
  readonly file: string;
  /** The front matter key concerned, if any. */
  readonly field?: string;
  /** What is wrong. */
  readonly message: Words;
  /** How to mend it. */
  readonly remedy: Words;
  /** The words of the file that it is about. */
  readonly excerpt?: string;
}

/** Something that an editor may want to mend, and that stops nothing; told as a problem is. */
export type Advice = Problem;

/** The options of a Zod refinement whose remedy an editor will read. */
export function refuse(remedy: Words) {
  return { params: { remedy } };
}

/** The remedy given with `refuse`, where an issue carries one. */
export function remedyOf(issue: z.core.$ZodIssue): Words | undefined {
  return issue.code === 'custom' ? (issue.params?.remedy as Words | undefined) : undefined;
}

/** A problem whose words can be printed: what an editor wrote, names of files among it, may hold what steers a terminal. */
export function shown(problem: Problem): Problem {
  const words = ({ ja, en }: Words): Words => ({ ja: printable(ja), en: printable(en) });
  return {
    ...problem,
    file: printable(problem.file),
    message: words(problem.message),
    remedy: words(problem.remedy),
    ...(problem.field === undefined ? {} : { field: printable(problem.field) }),
    ...(problem.excerpt === undefined ? {} : { excerpt: printable(problem.excerpt) }),
  };
}

/** A problem as text: `file:line:column`, then Japanese, then English, each with its remedy, then the excerpt. */
export function describe(problem: Problem): string {
  const { file, line, column, field, message, remedy, excerpt } = shown(problem);
  const where = `${file}:${line}:${column}`;
  const about = field ? ` [${field}]` : '';
  const quoted = excerpt ? `\n    > ${excerpt}` : '';
  return `${where}${about}\n    ${message.ja} ${remedy.ja}\n    ${message.en} ${remedy.en}${quoted}`;
}
