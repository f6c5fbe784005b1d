import { describe, expect, test } from 'vitest';
import { charts, formOf } from '../../src/charts/charts.ts';
import { nameOf, tableOf } from '../../src/charts/table.ts';
import { chartTitles, type ChartName } from '../../src/charts/titles.ts';
import type { Entry } from '../../src/entries/entry.ts';
import { readAll } from '../../src/entries/read.ts';
import { makeLibrary } from '../../src/queries/library.ts';

let made = 0;
const event = (data: object) => {
  made += 1;
  const empty = { themes: [], prefectures: [], municipalities: [], countries: [], attendance: [], sources: [] };
  return { type: 'events', slug: `event-${made}`, language: 'ja', data: { ...empty, ...data } } as unknown as Entry<'events'>;
};
const primary = [{ standing: 'primary' }];
const secondary = [{ standing: 'secondary' }];
const count = (name: ChartName, entries: readonly Entry[]) => tableOf(charts[name](makeLibrary(entries)), 'en');

describe('receptions', () => {
  const reception = { kind: 'reception', programme: 'iikura-receptions', venue: '外務省飯倉公館', sources: primary };
  const receptions = [
    event({ ...reception, date: '2015-02-03', number: 1, attendance: [{ people: 240, approximate: true, count: 'reported' }] }),
    event({ ...reception, date: '2017-03-23', number: 10, attendance: [{ people: 300, count: 'announced' }] }),
    event({ ...reception, date: '2017-07', number: 11, numberInferred: true }),
    event({
      ...reception,
      date: '2018-12-07',
      prefectures: ['fukushima'],
      sources: secondary,
      attendance: [{ people: 200, most: 250, count: 'reported' }],
    }),
    event({ ...reception, date: '2020', cancelled: true, venue: undefined }),
    event({ ...reception, date: '2022-07-25', venue: '八芳園（東京）' }),
    event({ kind: 'reception', date: '2016-02-12', venue: '外務省飯倉公館' }),
  ];

  test('are told apart by what is known of their number and by where they were held; years without one are said', () => {
    expect(count('iikura-receptions', receptions)).toEqual({
      head: [
        'Item',
        'Number given by a source',
        'Number inferred',
        'Number not known',
        'Held elsewhere (number not known)',
        'Total',
      ],
      rows: [
        ['2015', '1', '0', '0', '0', '1'],
        ['2016', 'none found'],
        ['2017', '1', '1', '0', '0', '2'],
        ['2018', '0', '0', '1', '0', '1'],
        ['2019', 'none found'],
        ['2020', 'cancelled'],
        ['2021', 'none found'],
        ['2022', '0', '0', '0', '1', '1'],
      ],
    });
  });

  test('show their own number where they have one', () => {
    const chart = charts['iikura-receptions'](makeLibrary(receptions));
    expect(chart.form === 'units' && chart.rows[2]?.units.map(({ text }) => text)).toEqual(['10', '11']);
  });

  test('show attendance with its kind, its exactness and a secondary source; none where none is known', () => {
    expect(count('iikura-attendance', receptions).rows).toEqual([
      ['3 Feb 2015, ', 'about 240', 'reported afterwards'],
      ['23 Mar 2017, ', '300', 'announced beforehand'],
      ['7 Dec 2018, Fukushima', '200–250', 'reported afterwards, secondary source'],
    ]);
  });
});

describe('tours', () => {
  const tours = [
    event({ kind: 'study-tour', programme: 'diplomats-study-tours', date: '2016', prefectures: ['nagasaki', 'fukuoka'] }),
    event({ kind: 'study-tour', programme: 'ambassadors-tours', date: '2016', municipalities: [{ prefecture: 'fukuoka' }] }),
    event({ kind: 'visit', programme: 'local-to-the-world', date: '2016', prefectures: ['fukuoka'] }),
  ];

  test('stand with each prefecture they went to, the two programmes never added together', () => {
    expect(count('tours-by-prefecture', tours)).toEqual({
      head: ['Item', 'Study tours for the diplomatic corps', "Ambassadors' tours of the regions"],
      rows: [
        ['Fukuoka', '1', '1'],
        ['Nagasaki', '1', '0'],
      ],
    });
    expect(charts['tours-by-prefecture'](makeLibrary(tours)).note.en).toContain('45 prefectures (Hokkaido, Aomori');
  });

  test('by year', () => {
    expect(count('tours-by-year', tours).rows).toEqual([['2016', '1', '1']]);
  });
});

describe('countries on the lists of tours', () => {
  const tour = { kind: 'study-tour', programme: 'diplomats-study-tours' };
  const on = (date: string, countries: readonly string[], more: object = {}) => event({ ...tour, date, countries, ...more });
  const lists = [
    on('2011', ['PH', 'SG'], { programme: 'ambassadors-tours' }),
    on('2013', ['PH', 'SG']),
    on('2014', ['PH', 'SG']),
    on('2015', ['PH', 'SG', 'EU']),
    on('2016', ['PH', 'SG']),
    on('2018', ['PH'], {
      attendance: [
        { people: 30, count: 'announced' },
        { people: 28, count: 'reported' },
      ],
    }),
    on('2019', []),
  ];

  test('stand from five lists on, the most often named first, each list with its year and with what it tells', () => {
    const chart = charts['countries-on-tours'](makeLibrary(lists));
    expect(tableOf(chart, 'en').rows).toEqual([
      ['Philippines', '4', '1', '1', '6'],
      ['Singapore', '4', '0', '1', '5'],
    ]);
    expect(chart.form === 'units' && chart.rows[0]?.units.map(({ text }) => text)).toEqual([
      '11',
      '13',
      '14',
      '15',
      '16',
      '18',
    ]);
    expect(chart.note.en).toContain('6 of the 7 tours in the register: 3 countries and bodies');
  });
});

test('events stand with each region that they concern, and those without a place are told of', () => {
  const chart = charts['events-by-region'](
    makeLibrary([
      event({ kind: 'seminar', date: '2016', prefectures: ['miyagi', 'fukushima', 'nara'] }),
      event({ kind: 'visit', date: '2017', municipalities: [{ prefecture: 'miyagi' }] }),
      event({ kind: 'forum', date: '2018' }),
      event({ kind: 'reception', date: '2021', prefectures: ['nara'], cancelled: true }),
    ]),
  );
  const { head, rows } = tableOf(chart, 'en');
  expect(head).toEqual(['Item', 'Seminar', 'Visit']);
  expect(rows.filter((row) => row.length === head.length)).toEqual([
    ['Tohoku', '1', '1'],
    ['Kinki (Kansai)', '1', '0'],
  ]);
  expect(chart.note.en).toContain('Entries whose prefectures are not known (1) are left out');
});

test('an event stands with the best figure that it has', () => {
  const figures = (...kinds: string[]) => ({ attendance: kinds.map((count) => ({ people: 9, count })) });
  expect(
    count('figures-by-kind', [
      event({ kind: 'study-tour', date: '2018', ...figures('announced', 'reported') }),
      event({ kind: 'study-tour', date: '2019', ...figures('announced') }),
      event({ kind: 'study-tour', date: '2022' }),
      event({ kind: 'reception', date: '2015', ...figures('reported') }),
      event({ kind: 'forum', date: '2021', ...figures('registered') }),
    ]),
  ).toEqual({
    head: [
      'Item',
      'reported afterwards',
      'announced and reported',
      'announced beforehand',
      'registered',
      'no figure in the sources',
      'Total',
    ],
    rows: [
      ['Receptions', '1', '0', '0', '0', '0', '1'],
      ['Tours', '0', '1', '1', '0', '1', '3'],
      ['Forums', '0', '0', '0', '1', '0', '1'],
    ],
  });
});

test('the form of a seminar is read from its venue', () => {
  expect(['外務省', 'オンライン', '都内の会場とオンライン', undefined].map((venue) => formOf(event({ venue })))).toEqual([
    'hall',
    'online',
    'both',
    'unsaid',
  ]);
});

test('partnerships stand by decade, those known from secondary sources alone apart', () => {
  const link = (slug: string, date: string, sources: object) =>
    ({ type: 'partnerships', slug, language: 'ja', data: { date, sources } }) as unknown as Entry;
  expect(
    count('partnerships-by-decade', [
      link('a', '1955-12-07', [...primary, ...secondary]),
      link('b', '1959', secondary),
      link('c', '1960', secondary),
    ]).rows,
  ).toEqual([
    ['1950s', '1', '1', '2'],
    ['1960s', '0', '1', '1'],
  ]);
});

describe('every chart of the content', () => {
  const library = makeLibrary(readAll(process.cwd()).entries);

  test.each(Object.keys(chartTitles) as ChartName[])('%s has rows, a name and a table in both languages', (name) => {
    const chart = charts[name](library);
    for (const language of ['ja', 'en'] as const) {
      const table = tableOf(chart, language);
      expect(table.rows.length).toBeGreaterThan(1);
      expect(table.rows.every((row) => row.length === table.head.length || row.length === 2)).toBe(true);
      expect(nameOf(chart, chartTitles[name][language], language)).toContain(chartTitles[name][language]);
    }
  });

  test('no event is lost or counted twice', () => {
    const chart = charts['events-by-year'](library);
    const held = library.listed('events', 'ja').filter(({ data }) => !data.cancelled);
    const units = chart.form === 'units' ? chart.rows.flatMap((row) => row.units) : [];
    expect(units.length).toBe(held.length);
  });
});
