/** Where a text drifts from the term base: advice, never a reason to refuse it. */
import type { Words } from '../i18n/languages.ts';
import type { Place } from '../model/refusal.ts';
import type { TermFinder } from './forms.ts';

export interface Drift extends Place {
  /** The term that the text means. */
  readonly term: string;
  /** The form as the text writes it. */
  readonly written: string;
  readonly length: number;
  readonly message: Words;
  readonly remedy: Words;
}

/** Every form to avoid that a text uses in its own words, with its place; lines and columns count from 1. */
export function driftsIn(source: string, find: TermFinder): Drift[] {
  // Most texts hold none.
  if (!find.mayAvoid(source)) return [];
  const avoided = find(ownWords(source)).filter(({ isAvoided }) => isAvoided);
  return avoided.map(({ from, to, form, term }) => ({
    ...placeAt(source, from),
    term: term.slug,
    written: source.slice(from, to),
    length: to - from,
    message: {
      ja: `「${form}」は、用語集で使わないことにしている言い方です。`,
      en: `The glossary avoids “${form}”.`,
    },
    remedy: {
      ja: `「${term.title}」と書いてください。引用は引用符で囲めば、そのままで構いません。`,
      en: `Write “${term.title}”; in a quotation, between quotation marks, it may stand.`,
    },
  }));
}

/** What is not the writer's own wording: quotations, notes (which name sources), code, tags, pictures, addresses. */
const others = new RegExp(
  [
    /^[ \t]*>.*$|^\[\^[^[\]\n]+\]:.*$/m,
    /^```[\s\S]*?^```|^~~~[\s\S]*?^~~~|`[^`\n]*`/m,
    /「[^「」\n]*」|『[^『』\n]*』|“[^“”\n]*”|"[^"\n]*"/,
    /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/,
    /(?:!\[[^[\]]*)?\]\((?:[^()]|\([^()]*\))*\)/,
    /https?:\/\/[\x21-\x7e]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** The text with a sign that belongs to no word in place of each character that is not the writer's own. */
function ownWords(source: string): string {
  return source.replace(others, (other) => other.replace(/[^\n]/g, '\ufffc'));
}

function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
