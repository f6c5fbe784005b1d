import { describe, expect, expectTypeOf, test } from 'vitest';
import { contentTypes, typeNames, type Data } from '../../src/model/content-types.ts';
import { fieldNames } from '../../src/model/define-type.ts';
import { explain } from '../../src/model/explain.ts';
import { facets } from '../../src/model/facets.ts';
import { isCountry } from '../../src/model/fields.ts';
import type { Field } from '../../src/model/fields.ts';
import { isCalendarDate } from '../../src/model/spelling.ts';
import { prefectures, prefecturesOf, regions } from '../../src/data/places.ts';

describe('dates', () => {
  test.each(['2014', '2014-02', '2014-02-04', '2016-02-29'])('%s is a date', (date) => expect(isCalendarDate(date)).toBe(true));
  test.each(['2026-13-45', '2015-02-29', '2014-2-4', '14', '2014-00', '2014-02-04T00:00', '', '２０１４'])(
    '%s is not a date',
    (date) => expect(isCalendarDate(date)).toBe(false),
  );
});

describe('countries', () => {
  test.each(['FR', 'TW', 'XK', 'EU', 'CD', 'GB'])('%s is accepted', (code) => expect(isCountry(code)).toBe(true));
  test.each(['DD', 'SU', 'UN', 'ZZ', 'fr', 'FRA', 'QO', 'XA', 'UK'])('%s is refused', (code) =>
    expect(isCountry(code)).toBe(false),
  );
});

describe('places', () => {
  test('there are 47 prefectures in eight regions, each with a cell of its own', () => {
    expect(prefectures).toHaveLength(47);
    expect(new Set(prefectures.map(({ tile }) => tile.join())).size).toBe(47);
    expect(regions.flatMap(({ slug }) => prefecturesOf(slug))).toHaveLength(47);
  });

  test('prefectures stand in the order of the JIS code', () => {
    expect(prefectures.map(({ jis }) => Number(jis))).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
  });
});

describe('types', () => {
  test('the type of an entry derives from its fields', () => {
    expectTypeOf<Data<'events'>['kind']>().toEqualTypeOf<
      'reception' | 'seminar' | 'study-tour' | 'forum' | 'symposium' | 'mission-event' | 'visit'
    >();
    expectTypeOf<Data<'events'>['end']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Data<'events'>['themes']>().toEqualTypeOf<string[]>();
    expectTypeOf<Data<'articles'>>().not.toHaveProperty('kind');
  });

  test.each(typeNames)('%s has slug and status, and every field a label in both languages', (name) => {
    const fields: Record<string, Field> = contentTypes[name].fields;
    expect(Object.keys(fields).slice(0, 2)).toEqual(['slug', 'status']);
    for (const field of Object.values(fields)) {
      expect(field.label.ja).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|URL/u);
      expect(field.label.en).toMatch(/[A-Za-z]/);
    }
  });

  test.each(typeNames)('%s: every key is either shared by the languages or translated', (name) => {
    const keys = Object.entries<Field>(contentTypes[name].fields).filter(([, { kind }]) => kind !== 'body');
    const both = [...fieldNames(contentTypes[name], 'shared'), ...fieldNames(contentTypes[name], 'translated')];
    expect(both.sort()).toEqual(keys.map(([key]) => key).sort());
  });

  test('every relation names a type that exists', () => {
    const relations = typeNames.flatMap((name) =>
      Object.values<Field>(contentTypes[name].fields).flatMap(({ relation }) => relation ?? []),
    );
    expect(relations.length).toBeGreaterThan(5);
    for (const relation of relations) expect(typeNames).toContain(relation);
  });

  test('every facet of the search is fed by a field, by the type or by a place', () => {
    const fed = new Set(typeNames.flatMap((name) => Object.values<Field>(contentTypes[name].fields).map(({ facet }) => facet)));
    expect(facets.filter((facet) => !fed.has(facet) && !['type', 'region'].includes(facet))).toEqual([]);
  });
});

describe('what an editor is told', () => {
  const told = (values: object) => {
    const { error } = contentTypes.events.schema.safeParse(values, { reportInput: true });
    return (error?.issues ?? []).map((issue) => ({
      path: issue.path.join('.'),
      ...explain(issue, contentTypes.events.fields),
    }));
  };
  const event = {
    slug: 'a',
    status: 'published',
    title: '題',
    summary: '要旨',
    kind: 'forum',
    date: '2014',
    body: '本文',
  };

  test('a complete entry is told nothing', () => expect(told(event)).toEqual([]));

  test('the values that may be chosen are told with their names in the form', () => {
    const [{ remedy } = { remedy: undefined }] = told({ ...event, kind: 'party' });
    expect(remedy?.ja).toMatch(/^次のいずれかにしてください：reception（レセプション）、seminar（セミナー）/);
    expect(remedy?.en).toMatch(/^Use one of: reception \(Reception\), seminar \(Seminar\)/);
  });

  test.each([
    ['a missing title', { ...event, title: undefined }, 'title', '「題名」がありません。'],
    ['a kind that nobody chose', { ...event, kind: undefined }, 'kind', '「種類」がありません。'],
    ['an unknown kind', { ...event, kind: 'party' }, 'kind', '「種類」に使えない値です。'],
    ['a day that does not exist', { ...event, date: '2026-13-45' }, 'date', '「開催日」の値が正しくありません。'],
    ['a number where words belong', { ...event, title: 12 }, 'title', '「題名」が文字列ではありません。'],
    ['a key that no field has', { ...event, layout: 'x' }, '', '「layout」という項目はありません。'],
    ['a prefecture that is none', { ...event, prefectures: ['atlantis'] }, 'prefectures.0', '「都道府県」に使えない値です。'],
    ['the same theme twice', { ...event, themes: ['a', 'a'] }, 'themes', '「テーマ」の値が正しくありません。'],
    ['a null', { ...event, venue: null }, 'venue', '「会場」が空です。'],
    ['a list that is none', { ...event, stops: 'x' }, 'stops', '「訪問先・分科会」の形が正しくありません。'],
    ['an invisible character in a title', { ...event, title: 'a\u202eb' }, 'title', '「題名」の値が正しくありません。'],
    [
      'a link that runs code',
      { ...event, sources: [{ title: { ja: 'a' }, publisher: { ja: 'b' }, url: 'javascript:x', standing: 'primary' }] },
      'sources.0.url',
      '「URL」の値が正しくありません。',
    ],
  ])('%s is refused with its place and a remedy in both languages', (_name, values, path, message) => {
    const [first, ...others] = told(values);
    expect(others).toEqual([]);
    expect(first?.path).toBe(path);
    expect(first?.message.ja).toBe(message);
    for (const phrase of [first?.message.en, first?.remedy.ja, first?.remedy.en]) expect(phrase).toMatch(/\S/);
  });
});
