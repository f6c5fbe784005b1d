import { describe, expect, test } from 'vitest';
import { contentTypes, typeNames } from '../../src/model/content-types.ts';
import { complete, completeField } from '../../src/preview/complete.ts';
import { previewWords } from '../../src/preview/words.ts';

const neutral = { gap: previewWords.ja.gap, today: '2026-11-25' };
const { events, articles, partnerships } = contentTypes;

test.each(typeNames)('nothing at all becomes a whole entry of %s', (type) => {
  const { schema, fields } = contentTypes[type];
  expect(schema.safeParse(complete(fields, undefined, neutral)).error).toBeUndefined();
});

describe('a field', () => {
  test('that is missing is named in its place', () => {
    expect(completeField(articles.fields.title, undefined, neutral)).toBe('（題名）');
    expect(completeField(articles.fields.title, undefined, { ...neutral, gap: previewWords.en.gap })).toBe('(Title)');
    expect(completeField(partnerships.fields.home, { en: 'Kyoto' }, neutral)).toEqual({
      ja: '（日本側の自治体）',
      en: 'Kyoto',
    });
    expect(completeField(events.fields.kind, undefined, neutral)).toBe('reception');
    expect(completeField(events.fields.date, undefined, neutral)).toBe('2026-11-25');
  });

  test('that is wrong keeps what can be kept of it', () => {
    expect(completeField(articles.fields.title, ' 題 ', neutral)).toBe('題');
    expect(completeField(articles.fields.title, 'あ'.repeat(130), neutral)).toBe('あ'.repeat(120));
    expect(completeField(events.fields.date, 2014, neutral)).toBe('2014');
    expect(completeField(events.fields.end, '2014-13', neutral)).toBeUndefined();
    expect(completeField(events.fields.prefectures, ['kyoto', 'kyotoo', 'kyoto'], neutral)).toEqual(['kyoto']);
    expect(completeField(events.fields.attendance, [{ people: 3 }, 'x'], neutral)).toEqual([
      { people: 3, count: 'announced' },
      { people: 1, count: 'announced' },
    ]);
    expect(completeField(articles.fields.cover, { alt: { ja: '絵' } }, neutral)).toBeUndefined();
  });
});
