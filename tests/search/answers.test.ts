/** Questions that readers ask of the project's own content, through the same code and files as in a browser. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prefectures } from '../../src/data/places.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { searchIndex } from '../../src/search/build.ts';
import { excerptOf, runsOf, sectionsOf, sectionsWith, shownOf } from '../../src/search/excerpt.ts';
import { namesOf } from '../../src/search/name-list.ts';
import { narrow, valuesOf } from '../../src/search/narrow.ts';
import type { Answer } from '../../src/search/query.ts';
import { recordsOf } from '../../src/search/records.ts';
import { questionOf } from '../../src/search/state.ts';
import { namesOfPrefecture, phrasings } from './asked.ts';
import { addressesOf, searcherOf } from './in-node.ts';

const library = makeLibrary(readAll(process.cwd()).entries);
const build = (language: Language) => searchIndex(recordsOf(library, language), namesOf(library, language)).make();
type InNode = Awaited<ReturnType<typeof searcherOf>>;
const searches = new Map<Language, InNode>();

beforeAll(async () => {
  for (const language of languages) {
    const files = await build(language);
    searches.set(language, await searcherOf((path) => files.get(path)));
  }
}, 120_000);

function searchIn(language: Language): InNode {
  const search = searches.get(language);
  if (!search) throw new Error(`No search in ${language}.`);
  return search;
}

const ask = (language: Language, q: string): Promise<Answer> => searchIn(language).searcher.answer(q);

async function urlsOf(language: Language, answer: Answer, count = 10): Promise<string[]> {
  const { index } = searchIn(language);
  return addressesOf(index, answer.hits.slice(0, count));
}

describe.each(languages)('every prefecture is found first by each of its names (%s)', (language) => {
  test.each(prefectures.map((prefecture) => [prefecture.ja, prefecture] as const))('%s', async (_, prefecture) => {
    for (const name of namesOfPrefecture(prefecture)) {
      const [first] = await urlsOf(language, await ask(language, name), 1);
      expect(first, name).toBe(`/${language}/prefectures/${prefecture.slug}/`);
    }
  });
});

describe.each(languages)('every theme and programme is found by its name and by two ways to ask for it (%s)', (language) => {
  test.each(
    (['themes', 'programmes'] as const).flatMap((type) =>
      library.written(type, language).map(({ slug, data }) => [`${type}/${slug}`, data.title] as const),
    ),
  )('%s', async (page, title) => {
    expect((await urlsOf(language, await ask(language, title), 1))[0]).toBe(`/${language}/${page}/`);
    const asked = phrasings[language][page] ?? [];
    expect(asked).toHaveLength(2);
    for (const phrase of asked) {
      const answer = await ask(language, phrase);
      expect(await urlsOf(language, answer), phrase).toContain(`/${language}/${page}/`);
    }
  });
});

describe('a query in one language finds the pages of the language that is read', () => {
  test.each([
    ['ja', 'Hiroshima', '/ja/prefectures/hiroshima/', 'name'],
    ['ja', 'sister cities', '/ja/themes/sister-cities/', 'name'],
    ['ja', 'reconstruction', '/ja/themes/reconstruction/', 'name'],
    ['ja', 'Thailand', '/ja/events/fukuoka-promotion-thailand-2014/', 'name'],
    ['en', '姉妹都市', '/en/glossary/#sister-city', 'name'],
    ['en', '広島', '/en/prefectures/hiroshima/', 'name'],
    ['en', 'タイ', '/en/events/fukuoka-promotion-thailand-2014/', 'name'],
    ['en', '復興', '/en/themes/reconstruction/', 'name'],
    ['en', 'こうやちょう', undefined, undefined],
  ] as const)('%s: %s', async (language, q, url, manner) => {
    const answer = await ask(language, q);
    if (url) expect(await urlsOf(language, answer)).toContain(url);
    if (manner) expect(answer.hits.some((hit) => hit.manner === manner)).toBe(true);
  });
});

describe('what is written exactly so comes first, and the rest says how it was found', () => {
  test('a title that is the query', async () => {
    for (const q of ['和歌山県', '復興', '地方連携フォーラム', '姉妹都市・友好都市']) {
      const { index } = searchIn('ja');
      const { hits } = await ask('ja', q);
      const first = hits[0];
      if (!first) throw new Error(q);
      const fragment = await index.fragment(first.shard, first.shard.table.ids[first.row] ?? '');
      expect(shownOf(fragment).title).toBe(q);
    }
  });

  test('manners never go back in a list by relevance, but for pages that are named', async () => {
    for (const q of ['取り組み', 'かんこう', 'visiting', 'ひろしま']) {
      const { hits } = await ask(/[a-z]/.test(q) ? 'en' : 'ja', q);
      expect(hits.length, q).toBeGreaterThan(0);
      const exact = hits.map(({ manner }) => manner === 'exact');
      expect(exact.lastIndexOf(true) <= exact.filter(Boolean).length, q).toBe(true);
    }
  });

  test.each([
    ['取り組み', 'spelling'],
    ['ちほうれんけい', 'reading'],
    ['chihorenkei', 'reading'],
    ['かんこ', 'reading'],
  ])('%s is found by its %s', async (q, manner) => {
    const { hits } = await ask('ja', q);
    expect(hits.length).toBeGreaterThan(3);
    expect(hits.some((hit) => hit.manner === manner)).toBe(true);
    expect(hits.every((hit) => hit.manner === 'exact' || hit.via.length > 0)).toBe(true);
  });
});

test.each([
  '都市姉妹',
  '鰻重箱',
  'zzzq',
  'tourizm',
  '市都妹姉',
  'フガホゲ',
  '観光案内所',
  '復興住宅展',
  '"observatory kangaroo"',
])('%s is answered by nothing', async (q) => {
  for (const language of languages) expect((await ask(language, q)).hits, language).toEqual([]);
});

describe('a query that finds nothing', () => {
  test.each([
    ['ja', '姉妹都氏', '姉妹都市'],
    ['en', 'tourizm', 'tourism'],
    ['en', 'reconstrution', 'reconstruction'],
    ['ja', 'ひろしな', '広島県'],
  ] as const)('in %s, %s, is offered %s', async (language, q, offer) => {
    expect((await searchIn(language).searcher.near(q)).map((text) => text.toLowerCase())).toContain(offer);
  });
});

test('facets count what each further choice would leave', async () => {
  const { hits } = await ask('ja', '復興');
  for (const search of [
    '?q=x',
    '?q=x&type=events',
    '?q=x&type=events&year=2015',
    '?q=x&type=events&type=articles&prefecture=fukushima',
  ]) {
    const question = questionOf(search);
    const { counts } = narrow(hits, question);
    for (const [facet, values] of Object.entries(counts)) {
      for (const [value, count] of values) {
        const already = question.chosen.get(facet as 'type') ?? [];
        const alone = { ...question, chosen: new Map(question.chosen).set(facet as 'type', [value]) };
        expect(narrow(hits, alone).hits.length, `${search} ${facet}=${value}`).toBe(count);
        // Several values of a facet are alternatives.
        const more = { ...question, chosen: new Map(question.chosen).set(facet as 'type', [...already, value]) };
        const wanted = hits.filter(
          (hit) =>
            narrow([hit], { ...question, chosen: new Map(question.chosen).set(facet as 'type', []) }).hits.length > 0 &&
            valuesOf(hit, facet as 'type').some((own) => own === value || already.includes(own)),
        );
        expect(narrow(hits, more).hits.length).toBe(wanted.length);
      }
    }
  }
});

test('dates known to the month or the year are within where any of their days is', async () => {
  const { hits } = await ask('ja', '');
  const within = (from: string, to: string) =>
    narrow(hits, questionOf(`?from=${from}&to=${to}`)).hits.map(({ shard, row }) => shard.table.dates[row] ?? '');
  const dates = within('2015-07-10', '2015-07-20');
  expect(dates).toContain('2015-07');
  expect(dates.every((date) => date.startsWith('2015'))).toBe(true);
  expect(dates.some((date) => date === '2015-11-12')).toBe(false);
});

test('an excerpt shows and marks what was found, and sections lead to headings', async () => {
  const { index } = searchIn('ja');
  const answer = await ask('ja', '地方連携フォーラム');
  for (const { shard, row } of answer.hits.slice(0, 20)) {
    const fragment = await index.fragment(shard, shard.table.ids[row] ?? '');
    const sections = sectionsOf(fragment);
    const texts = [shownOf(fragment).title, excerptOf(sections, answer.marks, 90)];
    const marked = texts.flatMap((text) => runsOf(text, answer.marks)).filter((run) => run.marked);
    expect(
      marked.map(({ text }) => text),
      fragment.url,
    ).toContain('地方連携フォーラム');
    for (const { id } of sectionsWith(sections, answer.marks)) expect(id).not.toBe('');
  }
});

test('京都 is not marked within 東京都', () => {
  expect(runsOf('東京都と京都', ['京都']).filter(({ marked }) => marked)).toEqual([{ text: '京都', marked: true }]);
  expect(runsOf('東京都と京都', ['京都'])[0]?.text).toBe('東京都と');
});

test('two builds are the same, file by file', async () => {
  const [first, second] = [await build('ja'), await build('ja')];
  expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
  for (const [path, content] of first) expect(Buffer.compare(content, second.get(path) ?? new Uint8Array()), path).toBe(0);
}, 60_000);

test.each([
  ['en', 'USA', '/en/partnerships/nagaoka-honolulu/', 3],
  ['en', 'which programmes pay for events abroad', '/en/programmes/regional-promotion-projects/', 1],
  ['en', 'funding for events overseas', '/en/programmes/regional-promotion-projects/', 1],
  ['en', 'sake', '/en/themes/farm-and-food-exports/', 1],
  ['en', 'Fukui tourism', '/en/prefectures/fukui/', 2],
  ['ja', '食品を輸出したい', '/ja/themes/farm-and-food-exports/', 1],
  ['ja', '日本酒', '/ja/themes/farm-and-food-exports/', 1],
  ['ja', '海外の催しに使える施策', '/ja/programmes/regional-promotion-projects/', 1],
  ['ja', '「地方創生」', '/ja/themes/regional-revitalisation/', 1],
] as const)('%s: %s leads to %s within the first %i', async (language, q, url, within) => {
  expect(await urlsOf(language, await ask(language, q), within)).toContain(url);
});

test('Japanese quotation marks ask for a phrase as others do', async () => {
  const counts = await Promise.all(
    ['「地方創生」', '『地方創生』', '"地方創生"'].map(async (q) => (await ask('ja', q)).hits.length),
  );
  expect(new Set(counts).size).toBe(1);
});
