import { readType } from '../../src/entries/read.ts';
import { defaultLanguage } from '../../src/i18n/languages.ts';
import type { LineUp } from '../../src/model/form.ts';
import type { Entry } from '../../src/entries/entry.ts';

/** The published numbers of the magazine, newest first. */
export function publishedLineUps(root: string): LineUp[] {
  const issues = readType(root, 'issues').entries as Entry<'issues'>[];
  return issues
    .filter(({ language }) => language === defaultLanguage)
    .map(({ data }) => ({ number: data.number, articles: data.lineUp }))
    .sort((a, b) => b.number - a.number);
}
