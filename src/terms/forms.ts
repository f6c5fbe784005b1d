/** The forms of the term base, and where a text uses them. Without a file system, so that a browser looks for them too. */
import type { Language } from '../i18n/languages.ts';
import type { Data } from '../model/content-types.ts';

/** A term in one language. */
export interface TermForms {
  readonly slug: string;
  readonly title: string;
  /** Other forms that may be used. */
  readonly also: readonly string[];
  /** Forms that give way to the title. */
  readonly avoid: readonly string[];
}

/** A form of a term. */
export interface TermForm {
  readonly form: string;
  readonly term: TermForms;
  readonly isAvoided: boolean;
}

/** A form as a text writes it. */
export interface Found extends TermForm {
  readonly from: number;
  readonly to: number;
}

/** Where a text uses forms of terms, in its order and without overlaps: at each place the longest. */
export interface TermFinder {
  (text: string): Found[];
  /** False for a text in which no form to avoid is found; far quicker than to find the others too. */
  mayAvoid(text: string): boolean;
}

/** The forms of a term in a language in which it is published. */
export function termFormsOf(
  slug: string,
  { title, also, avoid }: Pick<Data<'terms'>, 'title' | 'also' | 'avoid'>,
  language: Language,
): TermForms {
  return {
    slug,
    title,
    also: also.flatMap(({ name }) => name[language] ?? []),
    avoid: avoid.filter((form) => form.language === language).map(({ name }) => name),
  };
}

/** A finder of the forms of these terms. */
export function finderOf(terms: readonly TermForms[]): TermFinder {
  const forms = terms.flatMap(formsOf);
  const avoided = finderIn(forms.filter(({ isAvoided }) => isAvoided));
  return Object.assign(finderIn(forms), { mayAvoid: (text: string) => avoided(text).length > 0 });
}

function finderIn(forms: readonly TermForm[]): (text: string) => Found[] {
  const patterns = new Map<string, Pattern[]>();
  for (const pattern of forms.flatMap(patternsOf)) {
    const first = pattern.letters.charAt(0).toLowerCase();
    patterns.set(first, [...(patterns.get(first) ?? []), pattern]);
  }
  for (const list of patterns.values()) list.sort((a, b) => b.letters.length - a.letters.length);

  const begin = beginnings([...patterns.keys()]);
  return (text) => {
    const found: Found[] = [];
    for (let at = begin(text, 0); at !== undefined;) {
      const here = foundAt(text, at, patterns.get(text.charAt(at).toLowerCase()) ?? []);
      if (here) found.push(here);
      at = begin(text, here?.to ?? at + 1);
    }
    return found;
  };
}

/**
 * Finds the next place, from an offset on, at which a form may begin: with one of these characters, and not within a word of
 * Latin letters, where none stands free. One expression passes over most of a text at once.
 */
function beginnings(characters: readonly string[]): (text: string, from: number) => number | undefined {
  if (characters.length === 0) return () => undefined;
  const any = characters.map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const place = new RegExp(`(?<![A-Za-z])[${any}]|(?![A-Za-z])[${any}]`, 'gi');
  return (text, from) => {
    place.lastIndex = from;
    return place.exec(text)?.index;
  };
}

function formsOf(term: TermForms): TermForm[] {
  return [
    ...[term.title, ...term.also].map((form) => ({ form, term, isAvoided: false })),
    ...term.avoid.map((form) => ({ form, term, isAvoided: true })),
  ];
}

/** A form, or its plural, as it is compared with a text. */
interface Pattern {
  readonly letters: string;
  /** True for a form with an acronym in it: SEA is no sea. */
  readonly isExact: boolean;
  readonly of: TermForm;
}

function patternsOf(of: TermForm): Pattern[] {
  const isExact = /\p{Lu}{2}/u.test(of.form);
  return inNumbers(of.form).map((form) => ({ letters: isExact ? form : form.toLowerCase(), isExact, of }));
}

/** A form in Latin letters in the singular and the plural, which in English the word before "of" or "for" takes. */
function inNumbers(form: string): string[] {
  const [head = '', ...tail] = form.split(/(?= (?:of|for) )/);
  if (!/[a-z]$/i.test(head)) return [form];
  return [form, plural(head) + tail.join('')];
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return `${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`;
}

function foundAt(text: string, from: number, patterns: readonly Pattern[]): Found | undefined {
  for (const pattern of patterns) {
    const to = endOf(pattern, text, from);
    if (to !== undefined && standsFree(text, from, to) && !isInName(text, from, pattern)) return { ...pattern.of, from, to };
  }
  return undefined;
}

/** Where the pattern ends that begins here; undefined where another word stands here. */
function endOf({ letters, isExact }: Pattern, text: string, from: number): number | undefined {
  let at = from;
  for (const letter of letters) {
    const written = letter === ' ' ? gapAt(text, at) : text.slice(at, at + letter.length);
    if (!isSame(written, letter, isExact)) return undefined;
    at += written.length;
  }
  return at;
}

/** White space, a line break among it, or the hyphen of "sister-city link". */
function gapAt(text: string, at: number): string {
  const gap = /\s+|-/y;
  gap.lastIndex = at;
  return gap.exec(text)?.[0] ?? '';
}

function isSame(written: string, letter: string, isExact: boolean): boolean {
  if (letter === ' ') return written !== '';
  if (letter === "'") return written === "'" || written === '’';
  return (isExact ? written : written.toLowerCase()) === letter;
}

/** Writings whose characters run on to make one word. A hyphen joins too: a vice-governor is no governor. */
const han = /[\p{Script=Han}々]/u;
const others = [/[\p{Script=Katakana}ー]/u, /[\p{Script=Latin}\p{N}\p{M}-]/u];

/** Characters with which a word in kanji is itself in any company, as in 第3回国連防災世界会議. */
const longEnough = 5;

/** True where neither neighbour makes one word with what stands here: 知事 does not stand free in 宮城県知事. */
function standsFree(text: string, from: number, to: number): boolean {
  const writings = to - from < longEnough ? [han, ...others] : others;
  const runsOn = (before: string, after: string) => writings.some((writing) => writing.test(before) && writing.test(after));
  return !runsOn(text.charAt(from - 1), text.charAt(from)) && !runsOn(text.charAt(to - 1), text.charAt(to));
}

/** True where a common noun ends a name, as "Prefecture" does in "Mie Prefecture" and "Embassy" in "Australian Embassy". */
function isInName(text: string, from: number, { of }: Pattern): boolean {
  const isCommon = /^\p{Lu}[^\p{Lu}\p{N}]*$/u.test(of.form);
  const before = text.slice(Math.max(0, from - longestName), from);
  return isCommon && /^\p{Lu}/u.test(text.charAt(from)) && nameBefore.test(before) && !/\b(?:The|An?)\s$/.test(before);
}

/** Characters in which the word before is looked for. */
const longestName = 40;
const nameBefore = /\p{Lu}[\p{L}\p{M}]*\s$/u;
