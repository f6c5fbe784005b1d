import { phrasesOf } from '../src/i18n/phrases.ts';
import { describe, expect, test } from 'vitest';
import { era, formatDate, formatRange, shortDate } from '../src/i18n/dates.ts';
import { languages } from '../src/i18n/languages.ts';
import { byCountryName, countryInText, countryName, placeName, shortPlaceName } from '../src/i18n/names.ts';
import { words } from '../src/i18n/words.ts';
import { nextRoundYear } from '../src/queries/anniversaries.ts';

test('countries take their article within an English sentence', () => {
  expect(words.en.worldWith(countryInText('US', 'en'))).toBe('Japan and the United States');
  expect(words.en.countryAndJapan(countryInText('US', 'en'))).toBe('The United States and Japan’s regions');
  expect(words.en.countryAndJapan(countryInText('FR', 'en'))).toBe('France and Japan’s regions');
  expect(words.ja.worldWith(countryInText('US', 'ja'))).toBe('日本とアメリカ合衆国');
});

describe('dates are shown as exactly as their source gives them', () => {
  test.each([
    ['2014-02-04', '2014年（平成26年）2月4日', '4 February 2014'],
    ['2014-02', '2014年（平成26年）2月', 'February 2014'],
    ['2014', '2014年（平成26年）', '2014'],
    ['1955-12-07', '1955年（昭和30年）12月7日', '7 December 1955'],
  ])('%s', (date, ja, en) => {
    expect(formatDate(date, 'ja')).toBe(ja);
    expect(formatDate(date, 'en')).toBe(en);
  });

  test.each([
    ['2019-04-30', '平成31年'],
    ['2019-05-01', '令和元年'],
    ['2019', '令和元年'],
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
    ['2026-11-20', '令和8年'],
  ])('%s is %s', (date, expected) => expect(era(date)).toBe(expected));

  test.each([
    ['2014-12-04', '2014-12-05', '2014年（平成26年）12月4日～5日', '4–5 December 2014'],
    ['2015-01-31', '2015-02-02', '2015年（平成27年）1月31日～2月2日', '31 January–2 February 2015'],
    ['2014-07', undefined, '2014年（平成26年）7月', 'July 2014'],
  ])('%s to %s', (start, end, ja, en) => {
    expect(formatRange(start, end, 'ja')).toBe(ja);
    expect(formatRange(start, end, 'en')).toBe(en);
  });

  test('short dates carry no era', () => {
    expect(shortDate('2014-02-04', 'ja')).toBe('2014年2月4日');
    expect(shortDate('2014-02-04', 'en')).toBe('4 Feb 2014');
    expect(shortDate('2014', 'en')).toBe('2014');
  });
});

describe('names', () => {
  test('a prefecture is named as its language does', () => {
    expect(placeName('aomori', 'ja')).toBe('青森県');
    expect(placeName('aomori', 'en')).toBe('Aomori Prefecture');
    expect(placeName('hokkaido', 'en')).toBe('Hokkaido');
    expect(shortPlaceName('kyoto', 'ja')).toBe('京都');
    expect(shortPlaceName('hokkaido', 'ja')).toBe('北海道');
  });

  test('a country is named by the Unicode CLDR, unless the ministry names it otherwise', () => {
    expect(countryName('FR', 'ja')).toBe('フランス');
    expect(countryName('BA', 'en')).toBe('Bosnia & Herzegovina');
    expect(countryName('MM', 'ja')).toBe('ミャンマー');
    expect(countryName('CD', 'en')).toBe('Democratic Republic of the Congo');
  });

  test('countries are sorted by their names, in Japanese by their readings', () => {
    const sorted = (language: 'ja' | 'en') => ['ZA', 'CN', 'CL', 'KR', 'KH', 'EU', 'IT', 'MG'].sort(byCountryName(language));
    expect(sorted('ja')).toEqual(['IT', 'EU', 'KR', 'KH', 'CN', 'CL', 'MG', 'ZA']);
    expect(sorted('en')).toEqual(['KH', 'CL', 'CN', 'EU', 'IT', 'MG', 'ZA', 'KR']);
  });
});

test('every language has the same words, none of them empty', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  for (const language of languages) expect(shape(words[language])).toEqual(shape(words.ja));
});

describe('anniversaries', () => {
  test.each([
    ['2016', '2026-11-20', '2026', 10],
    ['1955-12-07', '2026-11-20', '2030-12-07', 75],
    ['1996-11-20', '2026-11-20', '2026-11-20', 30],
    ['1996-11-19', '2026-11-20', '2031-11-19', 35],
    ['2026-01', '2026-11-20', '2031-01', 5],
    ['2016-02-29', '2026-11-20', '2031-02-28', 15],
  ])('of %s on %s is %s', (date, today, next, years) => {
    expect(nextRoundYear(date, today)).toEqual({ date: next, years });
  });
});

test('a dash ends the phrase before it', () => {
  expect(phrasesOf('12月の高野町へ――外交団が旅した2014年')).toEqual(['12月の', '高野町へ――', '外交団が', '旅した', '2014年']);
  expect(phrasesOf('数えて読む――')).toEqual(['数えて', '読む――']);
});
