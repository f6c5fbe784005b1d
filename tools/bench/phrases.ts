/** Sentences and headings of the project's own texts, from which the bench makes others. */
import { readFileSync } from 'node:fs';
import { splitFrontMatter } from '../../src/entries/document.ts';
import type { Entry } from '../../src/entries/entry.ts';
import type { Language } from '../../src/i18n/languages.ts';

export interface Phrases {
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
}

/** The phrases of the texts in a language, each once, without links, notes and marks, so that they can stand anywhere. */
export function phrasesIn(language: Language, entries: readonly Entry[]): Phrases {
  const texts = entries
    .filter((entry) => entry.language === language && entry.text !== undefined)
    .map(({ file }) => splitFrontMatter(readFileSync(file, 'utf8'))?.text ?? '');
  const lines = texts.flatMap((text) => text.split('\n'));
  const [shortest, longest, end] = language === 'ja' ? [12, 120, /(?<=。)/] : [30, 260, /(?<=[.?!]) (?=[A-Z])/];
  const sentences = lines
    .filter((line) => line !== '' && !/^[\s<|#>*+-]|^\d+\.|^\[\^/.test(line))
    .flatMap((line) => withoutMarks(line).split(end))
    .filter((sentence) => sentence.length >= shortest && sentence.length <= longest && isWhole(sentence));
  const headings = lines.flatMap((line) => /^#{2,3} (.+)$/.exec(line)?.[1] ?? []).map(withoutMarks);
  return { sentences: [...new Set(sentences)], headings: [...new Set(headings.filter(isPlain))] };
}

function withoutMarks(line: string): string {
  return line
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<\/?Ruby[^>]*>/g, '')
    .replaceAll('**', '');
}

/** Nothing in it that Markdown or MDX would read as a mark. */
function isPlain(words: string): boolean {
  return !/[<>{}[\]*_|\\`~#&]/.test(words);
}

/** A sentence that was not cut within brackets or quotation marks. */
function isWhole(sentence: string): boolean {
  const pairs = ['「」', '『』', '（）', '()', '“”'];
  const count = (mark: string | undefined) => sentence.split(mark ?? '').length;
  return (
    isPlain(sentence) &&
    /[。.?!]$/.test(sentence) &&
    pairs.every((pair) => count(pair[0]) === count(pair[1])) &&
    sentence.split('"').length % 2 === 1
  );
}
