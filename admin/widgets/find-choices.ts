/** Finds choices of the model's own: prefectures and countries also by what the label does not say. */
import { prefectures } from '../../src/data/places.ts';
import { languages } from '../../src/i18n/languages.ts';
import { countryName } from '../../src/i18n/names.ts';
import { normal } from './find-entries.ts';
import type { Choice } from './Picker.tsx';

/** The choices that hold the words, those of which a name begins with them first: きょうと is 京都 before 東京都. */
export function findChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = normal(query).trim();
  return choices
    .map((choice) => ({ choice, names: namesOf(choice) }))
    .filter(({ names }) => names.some((name) => name.includes(words)))
    .map(({ choice, names }) => ({ choice, begins: names.some((name) => name.startsWith(words)) }))
    .sort((a, b) => Number(b.begins) - Number(a.begins))
    .map(({ choice }) => choice);
}

/** The label and the value, the reading of a prefecture, and what it or a country is called in each language. */
function namesOf({ value, label }: Choice): string[] {
  const prefecture = prefectures.find(({ slug }) => slug === value);
  const others = prefecture
    ? [prefecture.ja, prefecture.en, prefecture.kana]
    : /^[A-Z]{2}$/.test(value)
      ? languages.map((language) => countryName(value, language))
      : [];
  return [label, value, ...others].map(normal);
}
