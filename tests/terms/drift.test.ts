import { describe, expect, test } from 'vitest';
import { answers } from '../../admin/text/reading.ts';
import { adviserOf } from '../../src/entries/advice.ts';
import { filesBelow, readAll } from '../../src/entries/read.ts';
import { driftsIn } from '../../src/terms/drift.ts';
import { finderOf, type TermForms } from '../../src/terms/forms.ts';

const terms: readonly TermForms[] = [
  { slug: 'iikura', title: 'Iikura Guest House', also: ['Iikura House annexe'], avoid: ['Iikura House'] },
  { slug: 'project', title: '地方の魅力発信プロジェクト', also: [], avoid: ['地域の魅力発信プロジェクト'] },
  { slug: 'seminar', title: '地域の魅力発信セミナー', also: [], avoid: [] },
];

const find = finderOf(terms);

test('a form to avoid is told with its place, its remedy and both languages', () => {
  expect(driftsIn('First line.\nAt the Iikura House we met.', find)).toEqual([
    {
      line: 2,
      column: 8,
      length: 12,
      term: 'iikura',
      written: 'Iikura House',
      message: {
        ja: '「Iikura House」は、用語集で使わないことにしている言い方です。',
        en: 'The glossary avoids “Iikura House”.',
      },
      remedy: {
        ja: '「Iikura Guest House」と書いてください。引用は引用符で囲めば、そのままで構いません。',
        en: 'Write “Iikura Guest House”; in a quotation, between quotation marks, it may stand.',
      },
    },
  ]);
});

test.each([
  ['地域の魅力発信プロジェクトで', 1],
  ['at the iikura house and at Iikura House', 2],
  ['## Iikura House', 1],
  ['- *Iikura House*', 1],
])('%j drifts %i times', (source, times) => expect(driftsIn(source, find)).toHaveLength(times));

describe('nothing is said of', () => {
  test.each([
    ['the agreed term', 'The Iikura Guest House'],
    ['another form in use', 'In the Iikura House annexe'],
    ['an agreed term that looks alike', '地域の魅力発信セミナー'],
    ['a longer word', 'Iikura Houseboat'],
    ['a quotation', '「地域の魅力発信プロジェクト」、“Iikura House”, "the Iikura House"'],
    ['a block of quotation', '> Iikura House'],
    ['a note, which names sources', 'Text[^1]\n\n[^1]: Report on the Iikura House'],
    ['code', '`Iikura House` and\n\n```\nIikura House\n```'],
    ['an address', '[here](/en/iikura-house/) https://example.jp/iikura-house'],
    ['a picture', '![Iikura House](iikura-house.png)'],
    ['the attributes of a block', '<Callout title="Iikura House">\n\nText.\n\n</Callout>'],
  ])('%s', (_what, source) => expect(driftsIn(source, find)).toEqual([]));
});

test('the editor is advised in the same words, and nothing is refused', () => {
  const { findings, advice } = answers.text({ source: 'At the Iikura House.', language: 'en', terms });
  expect(findings).toEqual([]);
  expect(advice).toEqual(driftsIn('At the Iikura House.', find));
});

describe('the check of all entries', () => {
  const root = process.cwd();
  const files = filesBelow(root);
  const reading = readAll(root);

  test('has no advice on the present content', () => {
    expect(reading.entries.flatMap(adviserOf(reading, files))).toEqual([]);
  });

  test('tells file, line and column, in a text and in a field', () => {
    const entry = reading.entries.find(({ file }) => file === 'content/articles/mayors-at-iikura/index.en.mdx');
    if (!entry) throw new Error('The article is gone.');
    const content = '---\nstatus: published\ntitle: A\nsummary: At Iikura House.\n---\n\nText.\n\nIn Iikura House.\n';
    const drifting = { ...entry, data: { ...entry.data, summary: 'At Iikura House.' }, textLine: 6 };
    const entries = [...reading.entries.filter(({ type }) => type === 'terms'), drifting as never];
    const advise = adviserOf(
      { entries },
      { ...files, contentOf: (file) => (file === entry.file ? content : files.contentOf(file)) },
    );
    expect(entries.flatMap(advise).map(({ line, column, field, excerpt }) => [line, column, field, excerpt])).toEqual([
      [4, 13, 'summary', 'summary: At Iikura House.'],
      [9, 4, 'body', 'In Iikura House.'],
    ]);
  });
});
