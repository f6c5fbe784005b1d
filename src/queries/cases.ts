/** The cases of a programme: the events of its register. */
import { casesByYear, type Chart } from '../charts/charts.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { mostInRegister, newest, yearOf } from './events.ts';
import type { Library } from './library.ts';
import { question } from './questions.ts';

/** The newest cases of a programme, by its slug, as many as a register shows, and how many there are. */
export const casesOf = question('casesOf', (library, slug: string, language: Language) =>
  newest(allOf(library, slug, language), mostInRegister),
);

/** The chart of a programme's cases by year; undefined where all are of one. */
export const chartOfCases = question('chartOfCases', (library, slug: string, language: Language): Chart | undefined => {
  const cases = allOf(library, slug, language);
  return new Set(cases.map(yearOf)).size > 1 ? casesByYear(cases, slug) : undefined;
});

function allOf(library: Library, slug: string, language: Language): Entry<'events'>[] {
  return library.listed('events', language).filter(({ data }) => data.programme === slug);
}
