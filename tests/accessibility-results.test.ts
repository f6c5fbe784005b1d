import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../src/i18n/languages.ts';
import { resultsFile, type Results } from '../src/standing/accessibility-results.ts';
import { widths } from '../tools/accessibility/axe.ts';
import { walks } from '../tools/accessibility/keyboard.ts';
import { visits } from '../tools/accessibility/visit.ts';
import { templates } from '../tools/templates.ts';

const { checks, ...run } = JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;

/** What to do where the page would tell readers of another site than this one. */
const remedy = 'npm run build && npm run accessibility';

test('the published results of accessibility are those of the templates, languages and widths that there are', () => {
  expect({ templates: run.templates, languages: run.languages, widths: run.widths }, remedy).toEqual({
    templates,
    languages,
    widths,
  });
});

test('the published results are of a run that went to its end, and hold no fault', () => {
  expect([checks.axe.pages, checks.keyboard.pages, checks.reflow.pages], remedy).toEqual([
    visits.length * widths.length,
    walks.length * templates.length,
    visits.length,
  ]);
  expect(
    Object.values(checks).flatMap(({ faults }) => faults),
    remedy,
  ).toEqual([]);
});

test('the policy speaks of consideration, and never claims to conform', () => {
  const text = (language: string) => readFileSync(`src/standing/accessibility.${language}.mdx`, 'utf8');
  expect(text('ja')).toContain('JIS X 8341-3:2016 レベルAAに配慮');
  expect(text('ja')).not.toContain('準拠');
  expect(text('en')).toContain('in consideration of');
});
