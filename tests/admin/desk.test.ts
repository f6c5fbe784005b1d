import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ledgerOf, termsIn, titleOf, usesOf, type LedgerEntry } from '../../admin/desk/ledger.ts';
import { bothOf } from '../../admin/desk/merge.ts';
import { readDate } from '../../admin/parts/read-date.ts';
import { passageAt } from '../../admin/preview/follow.ts';
import { findChoices } from '../../admin/widgets/find-choices.ts';
import { findEntries } from '../../admin/widgets/find-entries.ts';
import { prefectures } from '../../src/data/places.ts';
import { changedSince, fingerprintOf } from '../../src/entries/fingerprint.ts';
import { readByName, type Values } from '../../src/entries/write.ts';
import type { TypeName } from '../../src/model/content-types.ts';
import { nameFor } from '../../src/model/pictures.ts';

const sources = globSync('content/*/{*.yaml,*/index.*.mdx}')
  .sort()
  .map((path) => ({ type: path.split('/')[1] as TypeName, path, content: readFileSync(path, 'utf8') }));
const ledgerFrom = (files: typeof sources) =>
  ledgerOf(files.map(({ content, ...file }) => ({ ...file, values: readByName(file.path, content) })));
const ledger = ledgerFrom(sources);

describe('the ledger', () => {
  test('holds every entry once, with its titles and the state of each language', () => {
    expect(ledger).toHaveLength(globSync('content/*/{*.yaml,*/index.ja.mdx}').length);
    expect(ledger.find(({ slug }) => slug === 'koya-in-december')).toMatchObject({
      type: 'articles',
      date: '2026-11-20',
      status: { ja: 'published', en: 'published' },
      translations: { en: { changed: [], gone: 0, compared: true } },
    });
    expect(titleOf(ledger.find(({ type, slug }) => type === 'prefectures' && slug === 'wakayama') as LedgerEntry, 'en')).toBe(
      'Wakayama Prefecture',
    );
  });

  test('knows where an entry is used: by fields, by cards and by links in texts', () => {
    const uses = (type: TypeName, slug: string) => usesOf(ledger, type, slug).map((entry) => `${entry.type}/${entry.slug}`);
    expect(uses('articles', 'koya-in-december')).toContain('issues/no-1');
    expect(uses('events', 'koya-study-tour-2014')).toContain('articles/koya-in-december');
    expect(uses('themes', 'tourism').length).toBeGreaterThan(20);
    expect(uses('articles', 'nowhere')).toEqual([]);
  });

  test('knows the forms of a term in each language, and those to avoid', () => {
    const terms = termsIn(ledger, 'en');
    expect(terms.length).toBeGreaterThanOrEqual(80);
    expect(terms.find(({ slug }) => slug === 'iikura-guest-house')).toEqual({
      slug: 'iikura-guest-house',
      title: 'Iikura Guest House',
      also: [],
      avoid: ['Iikura House'],
    });
  });

  test('leaves out the terms that are drafts, and a list of forms that is broken', () => {
    const source = (yaml: string) => ({ type: 'terms' as const, path: 'content/terms/t.yaml', content: yaml });
    const draft = 'ja:\n  slug: t\n  status: draft\n  title: 用語\n';
    expect(termsIn(ledgerFrom([source(draft)]), 'ja')).toEqual([]);
    const broken = draft.replace('draft', 'published') + '  also: x\n  avoid:\n    - 1\n';
    expect(termsIn(ledgerFrom([source(broken)]), 'ja')).toEqual([{ slug: 't', title: '用語', also: [], avoid: [] }]);
  });

  test('says of a translation what has changed in the original since', () => {
    const changed = sources.map((source) =>
      source.path === 'content/articles/koya-in-december/index.ja.mdx'
        ? { ...source, content: source.content.replace(/^title: /m, 'title: 新・').replace('## 四つの行き先', '## 四つの旅先') }
        : source,
    );
    const entry = ledgerFrom(changed).find(({ slug }) => slug === 'koya-in-december');
    expect(entry?.translations.en).toMatchObject({ changed: ['title', expect.stringMatching(/^body\./)], gone: 2 });
  });

  test('holds an entry whose file cannot be read, and says so', () => {
    const broken = ledgerFrom([{ type: 'articles', path: 'content/articles/x/index.ja.mdx', content: '---\ntitle: "\n---\n' }]);
    expect(broken).toMatchObject([{ slug: 'x', broken: true }]);
  });
});

describe('a fingerprint', () => {
  const values = { title: '題', summary: '要旨', status: 'draft', body: '一。\n\n二。' };
  const mark = fingerprintOf('articles', values);
  const since = (changed: Values) => {
    const { changed: parts, gone } = changedSince(mark, 'articles', { ...values, ...changed });
    return [parts.map(({ name }) => name), gone];
  };

  test('is the same for the same words, whatever the status and the spaces around them', () => {
    expect(fingerprintOf('articles', { ...values, status: 'published', title: ' 題 ' })).toBe(mark);
  });

  test.each([
    ['a title', { title: '新' }, [['title'], 1]],
    ['a new paragraph', { body: '一。\n\n間。\n\n二。' }, [['body.2'], 0]],
    ['a lost paragraph', { body: '一。' }, [[], 1]],
    ['a new note', { note: '注' }, [['note'], 0]],
  ])('tells %s', (_what, changed, told) => {
    expect(since(changed)).toEqual(told);
  });
});

describe('a picker', () => {
  const slugs = (query: string, type?: TypeName) => findEntries(ledger, query, 'ja', type).map(({ slug }) => slug);

  test('finds by words in any order, in either language, in any width and kana', () => {
    expect(slugs('2014 高野')).toContain('koya-in-december');
    expect(slugs('koya december')).toContain('koya-in-december');
    expect(slugs('ﾚｾﾌﾟｼｮﾝ')).toEqual(slugs('レセプション'));
    expect(slugs('カンコウ', 'themes')).toEqual(['tourism']);
  });

  test('keeps to the type that the field asks for, and puts first what begins with the words', () => {
    expect(new Set(findEntries(ledger, '', 'ja', 'themes').map(({ type }) => type))).toEqual(new Set(['themes']));
    expect(slugs('観光', 'themes')[0]).toBe('tourism');
  });

  test.each([
    ['きょうと', ['京都府', '東京都']],
    ['ﾄｯﾄﾘ', ['鳥取県']],
    ['aomori', ['青森県']],
    [' 京 ', ['京都府', '東京都']],
    ['京都市', []],
  ])('finds prefectures by %j, those whose name begins with it first', (query, names) => {
    const choices = prefectures.map(({ slug, ja }) => ({ value: slug, label: ja }));
    expect(findChoices(choices, query).map(({ label }) => label)).toEqual(names);
  });

  test('finds a country by its name in the other language', () => {
    const choices = [
      { value: 'FR', label: 'フランス' },
      { value: 'FI', label: 'フィンランド' },
    ];
    expect(findChoices(choices, 'fin').map(({ value }) => value)).toEqual(['FI']);
  });
});

describe('two people’s changes', () => {
  const base = 'a\nb\nc\nd';

  test('are one where they touch different lines', () => {
    expect(bothOf(base, 'A\nb\nc\nd', 'a\nb\nc\nD')).toBe('A\nb\nc\nD');
  });

  test('are one where they are the same', () => {
    expect(bothOf(base, 'a\nX\nc\nd', 'a\nX\nc\nd')).toBe('a\nX\nc\nd');
  });

  test('are not mixed where they touch the same line', () => {
    expect(bothOf(base, 'a\nX\nc\nd', 'a\nY\nc\nd')).toBeUndefined();
  });
});

describe('the name of a picture', () => {
  test.each([
    ['写真 1.PNG', 'png', [], 'picture-1.png'],
    ['漆器.jpg', 'jpg', [], 'picture.jpg'],
    ['IMG_2034.JPG', 'jpg', [], 'img_2034.jpg'],
    ['ＡＢＣ　写真.jpeg', 'jpg', [], 'abc.jpg'],
    ['../../.env', 'png', [], 'picture.png'],
    ['cover.png', 'png', ['cover.png', 'cover-2.png'], 'cover-3.png'],
  ])('%s becomes one that the check accepts', (name, ending, taken, expected) => {
    expect(nameFor(name, ending, taken)).toBe(expected);
  });
});

test.each([
  ['2026-01-29', '2026-01-29'],
  ['2026/1/9', '2026-01-09'],
  ['２０２６．１．２９', '2026-01-29'],
  ['2026年1月29日（木）', '2026-01-29'],
  ['2026年1月', '2026-01'],
  ['2026年', '2026'],
  ['令和8年1月29日', '2026-01-29'],
  ['平成元年', '1989'],
  ['昭和 64 年 1 月', '1989-01'],
  ['29 January 2026', '29 January 2026'],
  ['2026年春', '2026年春'],
  ['令和8年度', '令和8年度'],
  ['2026-13-01', '2026-13-01'],
  ['', ''],
])('the date %s is read as %s', (text, read) => {
  expect(readDate(text)).toBe(read);
});

test.each([
  [1, { words: '高野の冬', share: 0 }],
  [3, { words: '大使館の一行が訪れた', share: 0.25 }],
  [4, { words: '大使館の一行が訪れた', share: 0.25 }],
  [5, { words: '一つ目の項目', share: 0.5 }],
  [6, { words: 'plainwords', share: 0.625 }],
  [8, { words: '語り', share: 0.875 }],
])('the words by which a page is searched for line %d of its text', (line, passage) => {
  const text =
    '## 高野の冬\n\n**12月**、[大使館の一行が訪れた](/ja/events/koya/)。[^1]\n\n1. 一つ目の*項目*一つ目の項目\r\n- plain words\n\n<Quote who="誰かとても長い名">語り</Quote>';
  expect(passageAt(text, line)).toEqual(passage);
  expect(passageAt('\n\n---\n', 3)).toBeUndefined();
});
