import { describe, expect, test } from 'vitest';
import { inLeaves, leavesOf, linesOf } from '../../src/search/chunks.ts';
import { spellingsOf } from '../../src/search/spellings.ts';
import { stemOf } from '../../src/search/stems.ts';
import { distance, NameFinder, type Name } from '../../src/search/names.ts';
import { roughReading } from '../../src/search/readings.ts';
import { longestQuestion, questionOf, searchOf } from '../../src/search/state.ts';
import { decodeTable, encodeTable, titleCode, type Row } from '../../src/search/table.ts';
import { facets } from '../../src/model/facets.ts';

describe('readings', () => {
  test.each([
    ['とうきょう', 'トウキョウ', 'Tokyo', 'Tōkyō', 'Toukyou', 'TOKYO'],
    ['しずおか', 'Shizuoka', 'Sizuoka'],
    ['おおいた', 'Oita', 'Ōita', 'Ooita'],
    ['こうち', 'Kochi', 'Kōchi', 'Koti', 'Kouchi'],
    ['ぐんま', 'Gunma', 'Gumma'],
    ['ほっかいどう', 'Hokkaido', 'Hokkaidō'],
    ['ぎふ', 'Gifu', 'Gihu'],
    ['ひょうご', 'Hyogo', 'Hyōgo', 'Hyougo'],
    ['しんぽじうむ', 'shimpojiumu', 'shinpojiumu'],
  ])('%s is one key in kana and in every romanisation', (...forms) => {
    expect(new Set(forms.map(roughReading)).size).toBe(1);
  });
});

describe('English forms', () => {
  test.each([
    'city cities citys',
    'visit visits visited visiting',
    'plan plans planned planning',
    'host hosts hosted hosting',
    'make makes made making',
    'study studies studied studying',
    'go goes went gone going',
    'woman women',
    'box boxes',
    'agree agrees agreed',
    'change changes changed changing',
    'navigate navigates navigated navigating',
    'note notes noted noting',
    'leave leaves leaving left',
    'prefer prefers preferred preferring',
  ])('%s have one stem', (words) => expect(new Set(words.split(' ').map(stemOf)).size).toBe(1));

  test.each([
    ['tourism', 'tourist'],
    ['virtual', 'virtualization'],
    ['new', 'news'],
    ['bus', 'business'],
    ['even', 'evening'],
    ['need', 'ne'],
    ['not', 'note'],
    ['plan', 'plane'],
    ['hop', 'hope'],
  ])('%s and %s stay apart', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)));
});

describe('Japanese spellings', () => {
  test.each([
    ['サーバー', 'サーバ'],
    ['サーバ管理', 'サーバー管理'],
    ['ヴァイオリン', 'バイオリン'],
    ['バイオリン', 'ヴァイオリン'],
    ['ソフトウエア', 'ソフトウェア'],
    ['ディジタル', 'デジタル'],
    ['行なう', '行う'],
    ['附属', '付属'],
    ['國際', '国際'],
    ['国際', '國際'],
    ['第2回', '第二回'],
    ['第二回', '第2回'],
  ])('%s is also written %s', (word, other) => expect(spellingsOf(word)).toContain(other));

  test.each(['観光', '姉妹都市', 'まつり', '祭り'])('%s has no spelling of a single character', (word) => {
    expect(spellingsOf(word).filter((other) => [...other].length < 2)).toEqual([]);
  });
});

test('leaves hold every line once, sorted, and tell where a prefix is', () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `${((index * 7919) % 3000).toString(36).padStart(3, '0')}\t${index}`,
  );
  const { keys, leaves } = inLeaves(lines);
  expect(leaves.length).toBeGreaterThan(3);
  expect(leaves.flatMap(linesOf).map(({ key }) => key)).toEqual(lines.map((line) => line.slice(0, 3)).sort());
  for (const prefix of ['0', '01', '0a3', 'zz', '1z']) {
    const held = leavesOf(keys, prefix).flatMap((number) => linesOf(leaves[number] ?? ''));
    const wanted = lines.filter((line) => line.startsWith(prefix)).length;
    expect(held.filter(({ key }) => key.startsWith(prefix)).length, prefix).toBe(wanted);
  }
  expect(inLeaves([])).toEqual({ keys: [], leaves: [] });
});

test('a table is what was encoded', () => {
  const none = Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as Row['facets'];
  const rows: Row[] = [
    {
      id: 'a1',
      title: '観光',
      titleLength: 2,
      length: 40,
      date: '2014-07',
      facets: { ...none, type: ['events'], prefecture: ['akita', 'mie'] },
    },
    { id: 'b2', title: 'Tourism', titleLength: 1, length: 1300, date: '', facets: none },
  ];
  const table = decodeTable(encodeTable(rows));
  expect(table).toMatchObject({ ids: ['a1', 'b2'], titleLengths: [2, 1], dates: ['2014-07', ''] });
  for (const [row, { length }] of rows.entries()) expect((table.lengths[row] ?? 0) / length).toBeCloseTo(1, 0);
  expect(table.facets.prefecture.cells.map((cell) => cell.map((value) => table.facets.prefecture.values[value]))).toEqual([
    ['akita', 'mie'],
    [],
  ]);
  expect(table.titles[1]).toBe(titleCode(' tourism. '));
});

describe('names', () => {
  const name = (kind: Name['kind'], slug: string, here: string[], elsewhere: string[]): Name => ({
    kind,
    slug,
    label: here[0] ?? '',
    url: `/${slug}/`,
    here,
    elsewhere,
  });
  const finder = new NameFinder([
    name(
      'prefecture',
      'hiroshima',
      ['広島県', '広島'],
      ['Hiroshima Prefecture', 'Hiroshima', 'ひろしまけん', 'ひろしま', 'Hiroshima-ken'],
    ),
    name('term', 'sister-city', ['姉妹都市'], ['Sister city', 'しまいとし']),
    name('theme', 'tourism', ['観光'], ['Tourism', 'かんこう']),
  ]);
  test.each([
    ['広島', 'hiroshima'],
    ['広島県', 'hiroshima'],
    ['ヒロシマ', 'hiroshima'],
    ['hirosima', 'hiroshima'],
    ['hiroshima-ken', 'hiroshima'],
    ['Sister Cities', 'sister-city'],
    ['sister-city', 'sister-city'],
    ['しまいとし', 'sister-city'],
  ])('%s names %s', (text, slug) => expect(finder.named(text).map((found) => found.slug)).toEqual([slug]));

  test('stand within longer questions, the longest at each place', () => {
    const within = (query: string) => finder.within(query).flatMap(({ names }) => names.map(({ slug }) => slug));
    expect(within('広島県の観光について')).toEqual(['hiroshima', 'tourism']);
    expect(within('how do sister cities help tourism?')).toEqual(['sister-city', 'tourism']);
    expect(within('しまいとし')).toEqual([]);
  });

  test('are suggested by any form that begins as typed', () => {
    for (const typed of ['ひろ', 'hir', '広', 'ヒロシ']) expect(finder.suggest(typed, 3)[0]?.slug, typed).toBe('hiroshima');
    expect(finder.suggest('zz', 3)).toEqual([]);
  });

  test('are near what a slip has changed', () => {
    expect(finder.near('姉妹都氏')[0]?.form).toBe('姉妹都市');
    expect(finder.near('広島')).toEqual([]);
    expect(distance('tourizm', 'tourism')).toBe(1);
    expect(distance('toursim', 'tourism')).toBe(1);
  });
});

describe('the URL of a search', () => {
  test.each([
    '',
    '?q=%E8%A6%B3%E5%85%89',
    '?q=a+b&type=events&type=articles&prefecture=wakayama&year=2014',
    '?q=a&from=2014-01-01&to=2015-12-31&sort=date&by=type',
  ])('%s comes back the same', (search) => {
    expect(searchOf(questionOf(search))).toBe(search);
  });

  test('words are cut where a question ends, and no character in two', () => {
    const { q } = questionOf(`?q=${'a'.repeat(1_000_000)}`);
    expect(q).toBe('a'.repeat(longestQuestion));
    expect(questionOf(`?q=${'𠮷'.repeat(longestQuestion)}`).q).toBe('𠮷'.repeat(longestQuestion / 2));
    expect(questionOf(`?q=a${encodeURIComponent('𠮷'.repeat(longestQuestion))}`).q).toBe(
      `a${'𠮷'.repeat(longestQuestion / 2 - 1)}`,
    );
  });

  test('unknown parameters, doubles and what is no day are dropped', () => {
    expect(searchOf(questionOf('?q=%20a%20&x=1&theme=t&theme=t&from=2014&sort=x'))).toBe('?q=a&theme=t');
  });
});
