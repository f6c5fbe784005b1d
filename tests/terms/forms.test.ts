import { expect, test } from 'vitest';
import { readType } from '../../src/entries/read.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { finderOf, termFormsOf, type TermForms } from '../../src/terms/forms.ts';

function term(title: string, forms: Partial<TermForms> = {}): TermForms {
  return { slug: title, title, also: [], avoid: [], ...forms };
}

function found(text: string, ...terms: TermForms[]): string[] {
  return finderOf(terms)(text).map(({ from, to }) => text.slice(from, to));
}

test('the longest form is found at each place', () => {
  expect(found('外務省飯倉公館と飯倉公館', term('外務省飯倉公館', { also: ['飯倉公館'] }), term('外務省'))).toEqual([
    '外務省飯倉公館',
    '飯倉公館',
  ]);
  expect(found('at the Iikura Guest House', term('House'), term('Iikura Guest House'))).toEqual(['Iikura Guest House']);
});

test.each([
  ['知事が', '知事', 1],
  ['宮城県知事が', '知事', 0],
  ['知事室', '知事', 0],
  ['2014年度に', '年度', 1],
  ['外務大臣レセプション', 'レセプション', 1],
  ['共催レセプションルーム', 'レセプション', 0],
  ['まち・ひと・しごと創生本部', 'まち・ひと・しごと創生本部', 1],
  ['第3回国連防災世界会議の', '国連防災世界会議', 1],
  ['ALTは', 'ALT', 1],
  ['SALTは', 'ALT', 0],
])('in %j, %j stands free %i times', (text, form, times) => expect(found(text, term(form))).toHaveLength(times));

test.each([
  ['Many sister cities', 'Sister city', 'sister cities'],
  ['a sister-city link', 'Sister city', 'sister-city'],
  ['Heads of mission came', 'Head of mission', 'Heads of mission'],
  ['the embassies', 'Embassy', 'embassies'],
  ['the governor’s guests', 'Governor', 'governor'],
  ['an ambassador’s residence', "Ambassador's residence", 'ambassador’s residence'],
  ['the Local\nPartnership Forum', 'Local Partnership Forum', 'Local\nPartnership Forum'],
  ['ALTs and CIRs', 'ALT', 'ALTs'],
  ['of Mie. Prefectures', 'Prefecture', 'Prefectures'],
  ['The Governor came', 'Governor', 'Governor'],
  ['At MOFA House', 'MOFA House', 'MOFA House'],
])('in %j, %j is found as %j', (text, form, written) => expect(found(text, term(form))).toEqual([written]));

test.each([
  ['by the sea', 'SEA'],
  ['a vice-governor', 'Governor'],
  ['governorship', 'Governor'],
  ['protocols2', 'Protocol'],
  ['reception-room', 'Reception'],
  ['in Mie Prefecture', 'Prefecture'],
])('in %j there is no %j', (text, form) => expect(found(text, term(form))).toEqual([]));

const entries = readType(process.cwd(), 'terms').entries;

function termsOf(language: Language): TermForms[] {
  return entries
    .filter((entry) => entry.language === language)
    .map(({ slug, data }) => termFormsOf(slug, data as never, language));
}

test.each(languages)('the term base has at least 80 terms in %s, and no form of two of them', (language) => {
  const terms = termsOf(language);
  expect(terms.length).toBeGreaterThanOrEqual(80);
  const forms = terms.flatMap(({ title, also, avoid }) => [title, ...also, ...avoid]);
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
});
