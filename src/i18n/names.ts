/** Names of places and countries in the language of the page. */
import { prefectureOf, regionOf, type Prefecture } from '../data/places.ts';
import type { Language } from './languages.ts';

/** A prefecture as running text names it: 青森県, "Aomori Prefecture"; Hokkaido and Tokyo need no "Prefecture". */
export function placeName(place: string | Prefecture, language: Language): string {
  const prefecture = typeof place === 'string' ? prefectureOf(place) : place;
  if (language === 'ja') return prefecture.ja;
  return ['hokkaido', 'tokyo'].includes(prefecture.slug) ? prefecture.en : `${prefecture.en} Prefecture`;
}

/** The shortest name, for maps and chips: 青森, "Aomori". */
export function shortPlaceName(place: string | Prefecture, language: Language): string {
  const prefecture = typeof place === 'string' ? prefectureOf(place) : place;
  if (language !== 'ja') return prefecture.en;
  return prefecture.slug === 'hokkaido' ? prefecture.ja : prefecture.ja.slice(0, -1);
}

export function regionName(slug: string, language: Language): string {
  return regionOf(slug)[language === 'ja' ? 'ja' : 'en'];
}

const countries = new Map<Language, Intl.DisplayNames>();

/** How the Japanese name of a country or region is read, where it is not kana itself; in katakana. */
export function countryReading(code: string): string | undefined {
  return countryReadings.get(code);
}

/** What the ministry calls otherwise than the CLDR does. */
const ministryNames: ReadonlyMap<string, Record<Language, string>> = new Map([
  ['CD', { ja: 'コンゴ民主共和国', en: 'Democratic Republic of the Congo' }],
  ['CG', { ja: 'コンゴ共和国', en: 'Republic of the Congo' }],
  ['MM', { ja: 'ミャンマー', en: 'Myanmar' }],
]);

/** The readings of the names that begin with a kanji: sorted as they are written, they would all follow the kana. */
const countryReadings: ReadonlyMap<string, string> = new Map([
  ['CF', 'チュウオウアフリカ'],
  ['CN', 'チュウゴク'],
  ['EH', 'ニシサハラ'],
  ['EU', 'オウシュウレンゴウ'],
  ['GQ', 'セキドウギニア'],
  ['HK', 'ホンコン'],
  ['JP', 'ニホン'],
  ['KP', 'キタチョウセン'],
  ['KR', 'カンコク'],
  ['MK', 'キタマケドニア'],
  ['SS', 'ミナミスーダン'],
  ['TL', 'ヒガシティモール'],
  ['TW', 'タイワン'],
  ['ZA', 'ミナミアフリカ'],
]);

/** The name of a country or region by its two letters of ISO 3166-1: the ministry's where it has its own, or the Unicode CLDR's. */
export function countryName(code: string, language: Language): string {
  let names = countries.get(language);
  if (!names)
    countries.set(language, (names = new Intl.DisplayNames(language === 'en' ? 'en-GB' : language, { type: 'region' })));
  return ministryNames.get(code)?.[language] ?? names.of(code) ?? code;
}

/** Countries and regions whose English names take the article within a sentence. */
const withArticle = 'AE BS CD CF CG CK DO EU FK FO GB GM KM KY MH MP MV NL PH SB SC TC US VG VI'.split(' ');

/** The name of a country or region as it stands within a sentence: "the Philippines", 「フィリピン」. */
export function countryInText(code: string, language: Language): string {
  const article = language === 'en' && withArticle.includes(code) ? 'the ' : '';
  return article + countryName(code, language);
}

/** Sorts the codes of countries by their names, those in Japanese by their readings. */
export function byCountryName(language: Language): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language);
  const key = (code: string) => (language === 'ja' && countryReadings.get(code)) || countryName(code, language);
  return (a, b) => compare(key(a), key(b));
}

/** The name of a language of the site in another: 英語, "Japanese". */
export function languageName(name: Language, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(name) ?? name;
}
