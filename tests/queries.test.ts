import { describe, expect, test } from 'vitest';
import { carried } from '../src/body/store.ts';
import { render } from '../src/body/render.ts';
import { prefectures } from '../src/data/places.ts';
import type { Entry } from '../src/entries/entry.ts';
import { attendanceOf } from '../src/queries/attendance.ts';
import { eventsOfYear, eventYears, upcomingEvents } from '../src/queries/events.ts';
import { filterAttributes, filtersOf } from '../src/queries/event-filters.ts';
import { facetsOf } from '../src/queries/facets.ts';
import { makeLibrary } from '../src/queries/library.ts';
import { nearest, nearness } from '../src/queries/nearest.ts';
import { issueCounts, issueWith } from '../src/queries/issues.ts';
import { noticesByState, noticeState } from '../src/queries/notices.ts';
import { entryPath, inLanguage } from '../src/queries/paths.ts';
import { placesAbout } from '../src/queries/place-counts.ts';
import { placeLine } from '../src/queries/place-line.ts';
import { programmeCounts } from '../src/queries/programme-counts.ts';
import { relatedArticles } from '../src/queries/related.ts';
import { audienceSlugs, nearToSomebody } from '../src/queries/support.ts';

const event = (slug: string, data: object, language: 'ja' | 'en' = 'ja') =>
  ({
    type: 'events',
    slug,
    language,
    data: { themes: [], prefectures: [], municipalities: [], countries: [], attendance: [], ...data },
  }) as unknown as Entry<'events'>;

describe('the library', () => {
  const library = makeLibrary([
    event('a', { title: '甲', date: '2014', prefectures: ['chiba'] }),
    event('a', { title: 'A', date: '2014', prefectures: ['chiba'] }, 'en'),
    event('b', { title: '乙', date: '2014-02-04', country: 'TH' }),
    { type: 'prefectures', slug: 'chiba', language: 'ja', data: {} } as unknown as Entry,
  ]);

  test('lists each entry once, in the language or in the one that it has, newest first', () => {
    expect(library.listed('events', 'en').map(({ slug, language }) => `${slug} ${language}`)).toEqual(['b ja', 'a en']);
    expect(library.written('events', 'en').map(({ slug }) => slug)).toEqual(['a']);
  });

  test('gathers what concerns a place, but not the place itself', () => {
    expect(library.about('prefecture', 'chiba', 'ja').map(({ type, entries }) => [type, entries.length])).toEqual([
      ['events', 1],
    ]);
    expect(library.values('prefecture').get('chiba')).toBe(1);
    expect(library.about('country', 'TH', 'ja')[0]?.entries[0]?.slug).toBe('b');
  });

  test('puts what was done at a place before what is written about it, and what is written on a theme first', () => {
    const article = { ...event('c', { date: '2026', prefectures: ['chiba'], themes: ['food'] }), type: 'articles' } as Entry;
    const both = makeLibrary([article, event('a', { date: '2014', prefectures: ['chiba'], themes: ['food'] })]);
    const types = (facet: 'prefecture' | 'theme', value: string) => both.about(facet, value, 'ja').map(({ type }) => type);
    expect(types('prefecture', 'chiba')).toEqual(['events', 'articles']);
    expect(types('theme', 'food')).toEqual(['articles', 'events']);
  });

  test('knows the languages of an entry in the order of the site', () => {
    expect(library.languagesOf('events', 'a')).toEqual(['ja', 'en']);
    expect(library.languagesOf('events', 'none')).toEqual([]);
  });
});

test('regions follow from prefectures and from those of municipalities, years from dates', () => {
  const { region, prefecture, year } = facetsOf(
    event('a', { date: '2014-02', prefectures: ['chiba'], municipalities: [{ prefecture: 'osaka' }] }),
  );
  expect([region, prefecture, year]).toEqual([['kanto', 'kinki'], ['chiba', 'osaka'], ['2014']]);
});

test('an event lasts to the end of its last day, month or year', () => {
  const slugs = (today: string) =>
    upcomingEvents(
      [
        event('year', { date: '2026' }),
        event('month', { date: '2026-12' }),
        event('days', { date: '2026-12-04', end: '2026-12-05' }),
      ],
      today,
    ).map(({ slug }) => slug);
  expect(slugs('2026-12-05')).toEqual(['days', 'month', 'year']);
  expect(slugs('2026-12-06')).toEqual(['month', 'year']);
  expect(slugs('2027-01-01')).toEqual([]);
});

test('years run from the latest', () => {
  const events = [event('a', { date: '2014' }), event('b', { date: '2026-01-29' }), event('c', { date: '2014-02' })];
  const library = makeLibrary(events.map((one) => ({ ...one, data: { ...one.data, title: one.slug } })));
  expect(eventYears(library, 'ja')).toEqual([
    { year: '2026', events: 1 },
    { year: '2014', events: 2 },
  ]);
  expect(eventsOfYear(library, 'ja', '2014').map(({ slug }) => slug)).toEqual(['c', 'a']);
});

describe('a notice', () => {
  const notice = (slug: string, data: object) => ({ slug, data }) as unknown as Entry<'notices'>;

  test.each([
    ['closes today', { expires: '2026-11-20', confirmed: '2026-01-10' }, '2026-11-20', 'open'],
    ['closed yesterday', { expires: '2026-11-20', confirmed: '2026-11-19' }, '2026-11-21', 'closed'],
    ['closes with this month', { expires: '2026-11', confirmed: '2026-01' }, '2026-11-30', 'open'],
    ['closed with the last month', { expires: '2026-11', confirmed: '2026-01' }, '2026-12-01', 'closed'],
    ['has no closing date and was confirmed this year', { confirmed: '2026-01' }, '2026-11-20', 'open'],
    ['was confirmed a year ago to the day', { confirmed: '2025-11-20' }, '2026-11-20', 'open'],
    ['was confirmed longer ago', { confirmed: '2025-11-19' }, '2026-11-20', 'unconfirmed'],
    ['was confirmed in 2019', { confirmed: '2019-06-11' }, '2026-11-20', 'unconfirmed'],
  ] as const)('that %s', (_name, data, today, state) => expect(noticeState(notice('a', data), today)).toBe(state));

  test('leaves the open list by itself when its day has come, and stays among the past ones', () => {
    const notices = [
      notice('later', { expires: '2026-12-24', confirmed: '2026-11-01' }),
      notice('none', { confirmed: '2026-11-01' }),
      notice('sooner', { expires: '2026-11-30', confirmed: '2026-11-01' }),
    ];
    const slugs = (today: string) =>
      Object.values(noticesByState(notices, today)).map((group) => group.map(({ slug }) => slug).join(' '));
    expect(slugs('2026-11-30')).toEqual(['sooner later none', '']);
    expect(slugs('2026-12-01')).toEqual(['later none', 'sooner']);
    expect(slugs('2027-12-01')).toEqual(['', 'later none sooner']);
  });
});

test('a number of people says whom it counts and how', () => {
  const attendance = [
    { people: 1230, approximate: true, count: 'reported', who: { ja: '参加者', en: 'guests' } },
    { people: 200, most: 250, count: 'announced' },
  ];
  expect(attendanceOf(event('a', { attendance }))).toEqual(['参加者約1,230人（実績の報告）', '200～250人（事前の発表）']);
  expect(attendanceOf(event('a', { attendance }, 'en'))).toEqual([
    'about 1,230 guests (reported afterwards)',
    '200–250 people (announced beforehand)',
  ]);
});

describe('the nearest past cases', () => {
  const past = (name: string, prefectures: string[], regions: string[], municipal = false) => ({
    name,
    prefectures,
    regions,
    municipal,
  });
  const cases = [
    past('abroad', [], []),
    past('far prefecture', ['chiba'], ['kanto']),
    past('far town', ['aomori'], ['tohoku'], true),
    past('own region', ['tottori'], ['chugoku'], true),
    past('own prefecture', ['shimane'], ['chugoku']),
    past('own prefecture among others', ['chiba', 'shimane'], ['kanto', 'chugoku']),
  ];
  const order = (asker: Parameters<typeof nearest>[1]) => nearest(cases, asker).map(({ name }) => name);
  const own = ['own prefecture', 'own prefecture among others', 'own region'];

  test('are those of the own prefecture, then of the own region, then of the own kind of body', () => {
    const place = { prefecture: 'shimane', region: 'chugoku' };
    expect(order({ ...place, audience: 'municipality' })).toEqual([...own, 'far town', 'abroad', 'far prefecture']);
    expect(order({ ...place, audience: 'designated-city' })).toEqual([...own, 'far town', 'abroad', 'far prefecture']);
    expect(order({ ...place, audience: 'prefecture' })).toEqual([...own, 'far prefecture', 'abroad', 'far town']);
    expect(order({ ...place, audience: 'embassy' })).toEqual([...own, 'abroad', 'far prefecture', 'far town']);
  });

  test('say what they have in common with who asks', () => {
    const asker = { prefecture: 'shimane', region: 'chugoku', audience: 'municipality' };
    expect(cases.map((known) => nearness(known, asker))).toEqual([
      undefined,
      undefined,
      'audience',
      'region',
      'prefecture',
      'prefecture',
    ]);
    expect(cases.map((known) => nearness(known, { audience: 'prefecture' })).indexOf('audience')).toBe(1);
  });

  test('stay in their order for who says nothing, and the list that was given is left alone', () => {
    const before = cases.map(({ name }) => name);
    expect(order({})).toEqual(before);
    order({ prefecture: 'shimane' });
    expect(cases.map(({ name }) => name)).toEqual(before);
  });

  test('however many there are, a few hold the nearest of whoever asks', () => {
    const every = Array.from({ length: 3000 }, (_, number) => {
      const own =
        number % 11 === 0
          ? []
          : [prefectures[(number * 7 + (number >> 4)) % 47], ...(number % 5 ? [] : [prefectures[number % 13]])];
      const known = own.flatMap((place) => place ?? []);
      return {
        number,
        prefectures: known.map(({ slug }) => slug),
        regions: known.map(({ region }) => region),
        municipal: known.length > 0 && number % 3 === 0,
      };
    });
    const few = nearToSomebody(every, (known) => known, 5);
    expect(few.length).toBeLessThanOrEqual(5 * (47 + 8 + 3 + 1));
    const audiences = [undefined, ...audienceSlugs];
    for (const { slug: prefecture, region } of [{ slug: undefined, region: undefined }, ...prefectures]) {
      for (const audience of audiences) {
        const shown = (cases: typeof every) => nearest(cases, { prefecture, region, audience }).slice(0, 5);
        expect(shown(few)).toEqual(shown(every));
      }
    }
    expect(nearToSomebody(every.slice(0, 5), (known) => known, 5)).toHaveLength(5);
  });
});

test('a case counts once in each of its prefectures, unless it was cancelled or names no place in Japan', () => {
  const programme = (slug: string) =>
    ({ type: 'programmes', slug, language: 'ja', data: { title: slug } }) as unknown as Entry<'programmes'>;
  const library = makeLibrary([
    programme('abroad'),
    programme('tours'),
    programme('receptions'),
    event('a', { date: '2014', programme: 'tours', prefectures: ['chiba'] }),
    event('b', { date: '2015', programme: 'receptions', prefectures: ['chiba', 'osaka'] }),
    event('c', { date: '2016', programme: 'receptions', municipalities: [{ prefecture: 'osaka' }, { prefecture: 'osaka' }] }),
    event('d', { date: '2020', programme: 'receptions', prefectures: ['chiba'], cancelled: true }),
    event('e', { date: '2017', programme: 'abroad', country: 'FR' }),
    event('f', { date: '2018', prefectures: ['chiba'] }),
  ]);
  const counts = programmeCounts(library, 'ja').map(({ programme: { slug }, cases, counts }) => [
    slug,
    cases,
    Object.fromEntries(counts),
  ]);
  expect(counts).toEqual([
    ['receptions', 2, { chiba: 1, osaka: 2 }],
    ['tours', 1, { chiba: 1 }],
  ]);
});

test('events are narrowed by what tells them apart: years from the latest, kinds and prefectures in their order', () => {
  const tour = event('a', { kind: 'study-tour', date: '2019-12', end: '2020-01', prefectures: ['osaka', 'chiba'] });
  const reception = event('b', { kind: 'reception', date: '2014', municipalities: [{ prefecture: 'chiba' }] });
  expect(filtersOf([tour, reception])).toEqual([
    { facet: 'year', values: ['2019', '2014'] },
    { facet: 'event', values: ['reception', 'study-tour'] },
    { facet: 'prefecture', values: ['chiba', 'osaka'] },
  ]);
  expect(filtersOf([tour, { ...tour, slug: 'c' }]).map(({ facet }) => facet)).toEqual(['prefecture']);
  expect(filterAttributes(reception)).toEqual({ 'data-year': '2014', 'data-event': 'reception', 'data-prefecture': 'chiba' });
});

test('the same page in another language differs in its first segment alone', () => {
  expect(inLanguage('/ja/events/ja-en/', 'en')).toBe('/en/events/ja-en/');
  expect(entryPath('en', 'terms', 'clair')).toBe('/en/glossary/#clair');
});

describe('an article', () => {
  const article = (slug: string, data: object, language: 'ja' | 'en' = 'ja') =>
    ({ ...event(slug, { date: '2026', title: slug, ...data }, language), type: 'articles' }) as unknown as Entry<'articles'>;

  test('leads to those that share what few others have, and says what that is', () => {
    const own = article('own', { prefectures: ['chiba', 'nara'], countries: ['TH'] });
    const all = makeLibrary([
      own,
      article('common', { prefectures: ['chiba'] }),
      article('another', { prefectures: ['chiba'] }),
      article('rare', { prefectures: ['nara'], countries: ['TH'] }),
      article('none', { prefectures: ['osaka'] }),
    ]);
    const found = relatedArticles(all, 'own', 'ja', { limit: 3, without: ['another'] });
    expect(found.map(({ article: { slug } }) => slug)).toEqual(['rare', 'common']);
    expect(found[0]?.shared.map(({ label }) => label)).toEqual(['奈良県', 'タイ']);
  });

  test('does not lead to those that share only what all have', () => {
    const own = article('own', { prefectures: ['chiba'] });
    expect(
      relatedArticles(makeLibrary([own, article('b', { prefectures: ['chiba'] })]), 'own', 'ja', { limit: 3, without: [] }),
    ).toEqual([]);
  });

  test('names its towns with their prefectures and the other prefectures from north to south, and counts many', () => {
    const data = {
      prefectures: ['miyazaki', 'ibaraki', 'wakayama'],
      municipalities: [{ prefecture: 'wakayama', name: { ja: '高野町', en: 'Koya Town' } }],
    };
    expect(placeLine(article('a', data))).toBe('茨城県、和歌山県高野町、宮崎県');
    expect(placeLine(article('a', data, 'en'))).toBe('Ibaraki Prefecture; Koya Town, Wakayama Prefecture; Miyazaki Prefecture');
    expect(placeLine(article('a', { prefectures: ['chiba', 'nara', 'osaka', 'kyoto', 'shiga', 'mie'] }))).toBe('6都道府県');
    expect(placeLine(article('a', {}))).toBeUndefined();
  });

  test('is found in its number, which counts its events and places once', () => {
    const { text } = render('本文。', 'ja');
    if (!text) throw new Error('The text is refused.');
    const written = (slug: string, data: object) => ({ ...article(slug, data), text: carried(text) });
    const issue = {
      ...event('no-1', { title: '号', date: '2026', number: 1, lineUp: ['a', 'b'] }),
      type: 'issues',
      text: carried(text),
    } as unknown as Entry<'issues'>;
    const all = makeLibrary([
      issue,
      written('a', { events: ['seminar'], prefectures: ['chiba'] }),
      written('b', { events: ['seminar'] }),
      event('seminar', { title: '会', date: '2014', prefectures: ['chiba', 'nara'] }),
    ]);
    expect(issueWith(all, 'b', 'ja')?.slug).toBe('no-1');
    expect(issueWith(all, 'c', 'ja')).toBeUndefined();
    expect(issueCounts(all, 'no-1', 'ja')).toEqual({ articles: 2, events: 1, prefectures: 2, minutes: 3 });
  });
});

test('the places of a gathering are counted from north to south', () => {
  const all = makeLibrary([
    event('a', { title: '甲', date: '2014', themes: ['food'], prefectures: ['nara', 'chiba'] }),
    event('b', { title: '乙', date: '2015', themes: ['food'], prefectures: ['nara'] }),
  ]);
  expect([...placesAbout(all, 'theme', 'food', 'ja')]).toEqual([
    ['chiba', 1],
    ['nara', 2],
  ]);
});
