/** An index of several shards, and what is kept between two builds of it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { facets } from '../../src/model/facets.ts';
import { searchIndex } from '../../src/search/build.ts';
import type { Manifest } from '../../src/search/engine.ts';
import { narrow } from '../../src/search/narrow.ts';
import type { Answer } from '../../src/search/query.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { questionOf } from '../../src/search/state.ts';
import { addressesOf, searcherOf } from './in-node.ts';

const cache = mkdtempSync(join(tmpdir(), 'search-'));
afterAll(() => rmSync(cache, { recursive: true }));

const none = Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as SearchRecord['facets'];

function record(number: number): SearchRecord {
  const year = String(2025 - (number % 12));
  const words = [
    `第${number}回の催し`,
    ...(number % 3 === 0 ? ['観光について話した。'] : []),
    ...(number % 7 === 0 ? ['東京都で開いた。'] : []),
  ];
  return {
    url: `/ja/events/${number}/`,
    title: `催し ${number}`,
    passages: [{ text: words.join('\n') }],
    date: number === 0 ? '' : `${year}-${String((number % 9) + 1).padStart(2, '0')}`,
    facets: { ...none, type: ['events'], year: [year], prefecture: [number % 2 === 0 ? 'tokyo' : 'kyoto'] },
    kind: '行事',
    shownDate: year,
    place: '',
  };
}

const records = Array.from({ length: 6000 }, (_, number) => record(number));

test('several shards answer as one, and the newest first', async () => {
  const files = await searchIndex(records, [], cache).make();
  const { shards } = JSON.parse(new TextDecoder().decode(files.get('search.json'))) as Manifest;
  // Years of 500: ten in a large one, the newest in a small one; the one without a date stands with them.
  expect(shards.map(({ name, records: own }) => [name, own])).toEqual([
    ['zxx-1', 1000],
    ['zxx-0', 5000],
  ]);
  const { searcher, index, fetched } = await searcherOf((path) => files.get(path));

  // Nothing of an older shard is fetched before the newest has answered.
  let newest: { answer: Answer; fetched: readonly string[] } | undefined;
  const { hits } = await searcher.answer('観光', (answer) => (newest = { answer, fetched: [...fetched] }));
  expect(hits).toHaveLength(2000);
  expect(newest?.answer.isUnfinished).toBe(true);
  expect(newest?.answer.hits.length).toBeGreaterThan(300);
  expect(newest?.answer.hits.every(({ shard }) => shard.name === shards[0]?.name)).toBe(true);
  expect(newest?.fetched.filter((path) => path.startsWith('index/') && !path.includes('zxx-1_'))).toEqual([]);

  // Every record of every shard that holds the word, once.
  expect(new Set(await addressesOf(index, hits))).toEqual(
    new Set(records.filter((_, number) => number % 3 === 0).map(({ url }) => url)),
  );

  const { counts, hits: narrowed } = narrow(hits, questionOf('?prefecture=tokyo&sort=date'));
  expect(narrowed).toHaveLength(1000);
  expect(counts.prefecture.get('kyoto')).toBe(1000);
  const dates = narrowed.map(({ shard, row }) => shard.table.dates[row] ?? '');
  expect(dates).toEqual(dates.toSorted().reverse());
  expect((await searcher.answer('京都')).hits).toEqual([]);
  expect((await searcher.answer('東京都 観光')).hits).toHaveLength(records.filter((_, number) => number % 21 === 0).length);
}, 120_000);

test('a session that has found much begins anew without losing an answer', async () => {
  const files = await searchIndex(records, [], cache).make();
  const { searcher } = await searcherOf((path) => files.get(path));
  const asked = ['観光', '東京都 観光', '京都 観光 東京都'];
  const first = await Promise.all(asked.map(async (q) => (await searcher.answer(q)).hits.length));
  for (let round = 0; round < 40; round++) {
    for (const shard of await searcher.shards()) shard.forget();
    // All at once: a search must not meet a worker that has just forgotten its index.
    const found = await Promise.all(asked.map(async (q) => (await searcher.answer(q)).hits.length));
    expect(found).toEqual(first);
  }
}, 120_000);

test('a build cuts anew only what has changed', async () => {
  const few = records.slice(0, 50);
  const before = new Set(readdirSync(cache));
  const first = await searchIndex(few, [], cache).make();
  expect(readdirSync(cache).filter((file) => !before.has(file))).toEqual([]);
  const changed = few.with(7, { ...record(7), passages: [{ text: '書き換えた本文' }] });
  const second = await searchIndex(changed, [], cache).make();
  expect(readdirSync(cache).filter((file) => !before.has(file))).toHaveLength(1);
  expect([...second.keys()].filter((path) => path.startsWith('fragment/') && !first.has(path))).toHaveLength(1);
});

test('words are found side by side wherever they stand, not at their first place alone', async () => {
  const filler = 'The sister said that a city is a city. 日本の姉妹と日本の都市は別である。';
  const texts = [
    `${filler} Then the sister city came.`,
    `${filler} 姉妹都市が来た。2014年に、2014年度に。`,
    `${filler} 2014と年。JR線と東日本とJR東日本。`,
    filler,
  ];
  const own = texts.map((text, number) => ({ ...record(number + 1), title: '例', passages: [{ text }] }));
  const files = await searchIndex(own, [], cache).make();
  const { searcher, index } = await searcherOf((path) => files.get(path));
  const found = async (q: string) => {
    const { hits } = await searcher.answer(q);
    return (await addressesOf(index, hits)).sort();
  };
  expect(await found('"sister city"')).toEqual(['/ja/events/1/']);
  expect(await found('姉妹都市')).toEqual(['/ja/events/2/']);
  expect(await found('2014年')).toEqual(['/ja/events/2/']);
  expect(await found('2014年度')).toEqual(['/ja/events/2/']);
  expect(await found('JR東日本')).toEqual(['/ja/events/3/']);
  expect(await found('日本の都市')).toHaveLength(4);
});
