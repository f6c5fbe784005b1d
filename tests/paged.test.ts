import { describe, expect, test } from 'vitest';
import type { Entry } from '../src/entries/entry.ts';
import { anniversaries } from '../src/queries/anniversaries.ts';
import { casesOf, chartOfCases } from '../src/queries/cases.ts';
import {
  articlesOnEvent,
  calendarCounts,
  comingEvents,
  mostInRegister,
  pastEvents,
  sameProgramme,
} from '../src/queries/events.ts';
import { gathered, mostOfType } from '../src/queries/gathered.ts';
import { makeLibrary } from '../src/queries/library.ts';
import { anniversariesOf, linkedWith, mostAnniversaries } from '../src/queries/links.ts';
import { anniversariesPage, listPage, mostOnPage, noticesPage, shownPages } from '../src/queries/paged.ts';
import { isFurtherPage, listPagePath } from '../src/queries/paths.ts';
import { askAgain } from '../src/queries/questions.ts';
import { recording, written } from '../src/queries/reads.ts';

/** `count` entries of a type, the first the oldest, each of a day of its own. */
const made = (type: 'articles' | 'events' | 'notices' | 'partnerships', count: number, data: object = {}) =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      type,
      slug: `no-${index}`,
      language: 'ja',
      data: { title: `第${index}`, date, prefectures: [], municipalities: [], ...data },
    } as unknown as Entry;
  });

describe('a list of 120 articles', () => {
  const articles = made('articles', 120);
  const library = makeLibrary(articles);

  test('is cut into pages, which hold each article once, the newest first', () => {
    const pages = [1, 2, 3].map((page) => listPage(library, 'articles', 'ja', page));
    expect(pages.map((page) => [page.pages, page.items.length])).toEqual([
      [3, mostOnPage],
      [3, mostOnPage],
      [3, 120 - 2 * mostOnPage],
    ]);
    expect(pages.flatMap(({ items }) => items)).toEqual(library.listed('articles', 'ja'));
  });

  test('has as many pages in the language in which nothing is written', () => {
    expect(listPage(library, 'articles', 'en', 3)).toEqual(listPage(library, 'articles', 'ja', 3));
  });

  test('gives a page the same answer when an article of another page is another', async () => {
    const { reads } = await recording(() => Promise.resolve(listPage(library, 'articles', 'ja', 1)));
    expect(reads.size).toBe(1);
    const [, name, ...args] = JSON.parse([...reads][0] ?? '') as [string, string, ...unknown[]];
    const answer = (entries: readonly Entry[]) => written(askAgain(makeLibrary(entries), name, args));
    const before = answer(articles);
    const oldest = { ...articles[0], slug: 'another' } as Entry;
    expect(answer([oldest, ...articles.slice(1)])).toBe(before);
    const newest = { ...articles[119], slug: 'another' } as Entry;
    expect(answer([...articles.slice(0, 119), newest])).not.toBe(before);
  });
});

test('a list that is empty or fits has one page', () => {
  expect(listPage(makeLibrary([]), 'articles', 'ja', 1)).toEqual({ items: [], pages: 1 });
  expect(listPage(makeLibrary(made('articles', mostOnPage)), 'articles', 'ja', 1).pages).toBe(1);
  expect(listPage(makeLibrary(made('articles', mostOnPage + 1)), 'articles', 'ja', 2).items).toHaveLength(1);
});

test('open notices stand together on the first page, whatever their number; past ones are cut', () => {
  const open = made('notices', 60, { expires: '2026-12-24' }).map((entry) => ({ ...entry, slug: `open-${entry.slug}` }));
  const library = makeLibrary([...open, ...made('notices', 60, { expires: '2001-01-01' })]);
  const shape = (page: number) => {
    const found = noticesPage(library, 'ja', '2026-11-20', page);
    return [found.pages, found.open.length, found.items.length];
  };
  expect([1, 2].map(shape)).toEqual([
    [2, 60, mostOnPage],
    [2, 0, 60 - mostOnPage],
  ]);
});

test('the first page of a list has the address of the list', () => {
  expect(listPagePath('/ja/articles/', 1)).toBe('/ja/articles/');
  expect(listPagePath('/en/articles/', 2)).toBe('/en/articles/page/2/');
  expect([1, 2].map((page) => isFurtherPage(listPagePath('/ja/articles/', page)))).toEqual([false, true]);
});

test.each([
  [1, 2, '1 2'],
  [1, 5, '1 2 … 5'],
  [3, 5, '1 2 3 4 5'],
  [4, 7, '1 2 3 4 5 6 7'],
  [5, 9, '1 … 4 5 6 … 9'],
  [9, 9, '1 … 8 9'],
])('page %i of %i shows %s', (page, pages, shown) =>
  expect(
    shownPages(page, pages)
      .map((number) => number ?? '…')
      .join(' '),
  ).toBe(shown),
);

describe('a register of 130 events', () => {
  const events = made('events', 130, { programme: 'tours', prefectures: ['chiba'], themes: [], countries: [] });
  const library = makeLibrary(events);

  test('shows the newest past ones and says how many there are; the coming ones stand apart', () => {
    const today = '2000-05-09';
    expect(comingEvents(library, 'ja', today).map(({ slug }) => slug)).toEqual(['no-129']);
    const { count, events: shown } = pastEvents(library, 'ja', today);
    expect([count, shown.length, shown[0]?.slug]).toEqual([129, mostInRegister, 'no-128']);
  });

  test('is that of a programme too, whose chart counts them all', () => {
    const { count, events: shown } = casesOf(library, 'tours', 'ja');
    expect([count, shown.length]).toEqual([130, mostInRegister]);
    expect(chartOfCases(library, 'tours', 'ja')).toBeUndefined();
    const older = { ...events[0], slug: 'older', data: { ...events[0]?.data, date: '1999' } } as Entry;
    const chart = chartOfCases(makeLibrary([...events, older]), 'tours', 'ja');
    expect(chart?.form === 'units' && chart.rows.map(({ units }) => units.length)).toEqual([1, 130]);
  });

  test('leads from an event to the newest others of its programme and to the articles about it', () => {
    expect(sameProgramme(library, 'no-129', 'ja', 2).map(({ slug }) => slug)).toEqual(['no-128', 'no-127']);
    const alone = made('events', 2, { themes: [] });
    expect(sameProgramme(makeLibrary(alone), 'no-1', 'ja', 2)).toEqual([]);
    const articles = made('articles', 1, { events: ['no-1'] });
    expect(articlesOnEvent(makeLibrary([...alone, ...articles]), 'no-1', 'ja')).toHaveLength(1);
    expect(articlesOnEvent(makeLibrary([...alone, ...articles]), 'no-0', 'ja')).toHaveLength(0);
  });

  test('is in the calendar where its language has it and its days are known', () => {
    const month = { ...events[0], slug: 'month', data: { ...events[0]?.data, date: '1999-04', prefectures: [] } } as Entry;
    const all = makeLibrary([...events, month]);
    expect(calendarCounts(all, 'ja')).toEqual({ held: 130, left: 1 });
    expect(calendarCounts(all, 'ja', 'prefecture', 'chiba')).toEqual({ held: 130, left: 0 });
    expect(calendarCounts(all, 'en')).toEqual({ held: 0, left: 0 });
  });

  test('is gathered by a place as the newest of each type and their number', () => {
    const found = gathered(library, 'prefecture', 'chiba', 'ja');
    expect(found.map(({ type, count, entries }) => [type, count, entries.length])).toEqual([['events', 130, mostOfType]]);
    expect(found[0]?.entries[0]?.slug).toBe('no-129');
  });
});

test('the anniversaries are cut into pages, each once, the nearest first, with what the calendar holds of all', () => {
  const days = made('partnerships', 100, { sources: [] });
  const month = made('partnerships', 1, { sources: [], date: '2000-05' }).map((entry) => ({ ...entry, slug: 'month' }));
  const library = makeLibrary([...days, ...month]);
  const pages = [1, 2, 3].map((page) => anniversariesPage(library, 'ja', '2026-11-20', page));
  expect(pages.map(({ pages: all, counts, items }) => [all, counts, items.length])).toEqual([
    [3, { all: 101, held: 100, left: 1 }, mostOnPage],
    [3, undefined, mostOnPage],
    [3, undefined, 101 - 2 * mostOnPage],
  ]);
  expect(pages.flatMap(({ items }) => items)).toEqual(anniversaries(library, 'ja', '2026-11-20'));
});

test('a place shows with how many entries it is linked to the other side, and no more than its nearest anniversaries', () => {
  const link = { prefectures: ['chiba'], countries: ['FR'] };
  const library = makeLibrary([
    ...made('partnerships', 20, { ...link, sources: [] }),
    ...made('events', 2, { ...link, countries: ['TH', 'FR'] }),
    ...made('events', 1, { ...link, cancelled: true }).map((entry) => ({ ...entry, slug: 'cancelled' })),
  ]);
  expect(linkedWith(library, 'prefecture', 'chiba', 'ja')).toEqual([
    ['TH', 2],
    ['FR', 2],
  ]);
  expect(linkedWith(library, 'country', 'FR', 'ja')).toEqual([['chiba', 23]]);
  const { count, coming } = anniversariesOf(library, 'country', 'FR', 'ja', '2026-11-20');
  expect([count, coming.length, coming[0]?.date]).toEqual([20, mostAnniversaries, '2030-01-01']);
});
