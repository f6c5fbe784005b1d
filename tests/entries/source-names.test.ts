import { expect, test } from 'vitest';
import type { Entry } from '../../src/entries/entry.ts';
import { oddNamesIn } from '../../src/entries/source-names.ts';

const source = (title: string, rest: object = {}) => ({
  title: { ja: title, en: title },
  publisher: { ja: '外務省', en: 'MOFA' },
  url: 'https://www.mofa.go.jp/a.html',
  standing: 'primary',
  ...rest,
});

const entry = (sources: object[], language: 'ja' | 'en' = 'ja') =>
  ({ type: 'events', slug: 'a', language, data: { sources } }) as unknown as Entry;

const oddIn = (...entries: Entry[]) => {
  const oddNames = oddNamesIn(entries);
  return entries.map((one) => oddNames(one).map(({ url, remedy }) => [url, remedy.en]));
};

test('a page that most entries name otherwise is told, with the usual name', () => {
  expect(oddIn(entry([source('甲')]), entry([source('乙')]), entry([source('乙')]))).toEqual([
    [['https://www.mofa.go.jp/a.html', 'Write “乙” (MOFA, primary source), or mend the others.']],
    [],
    [],
  ]);
});

test('of two names that are as common, the first is the usual one', () => {
  expect(oddIn(entry([source('甲')]), entry([source('乙')])).map(({ length }) => length)).toEqual([0, 1]);
});

test.each([
  ['publisher', { publisher: { ja: '外務省地方連携推進室', en: 'MOFA' } }, 1],
  ['standing', { standing: 'secondary' }, 1],
  ['date, as of another look at the page', { date: '2025' }, 0],
  ['address', { url: 'https://www.mofa.go.jp/b.html' }, 0],
  ['address, as two that have none', { url: undefined, title: { ja: '丙' } }, 0],
])('another %s', (_what, change, count) => {
  expect(oddIn(entry([source('甲')]), entry([source('甲', change)]))[1]).toHaveLength(count);
});

test('a translation has the sources of its original', () => {
  expect(oddIn(entry([source('甲')]), entry([source('乙')], 'en'))).toEqual([[], []]);
});
