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

/** The name of a country or region by its two letters of ISO 3166-1, from the Unicode CLDR. */
export function countryName(code: string, language: Language): string {
  let names = countries.get(language);
  if (!names)
    countries.set(language, (names = new Intl.DisplayNames(language === 'en' ? 'en-GB' : language, { type: 'region' })));
  return names.of(code) ?? code;
}

/** The name of a language of the site in another: 英語, "Japanese". */
export function languageName(name: Language, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(name) ?? name;
}
