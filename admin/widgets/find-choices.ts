/** Finds choices of the model's own: prefectures and countries also by what the label does not say. */
import { prefectures } from '../../src/data/places.ts';
import { languages } from '../../src/i18n/languages.ts';
import { countryName } from '../../src/i18n/names.ts';
import { normal } from './find-entries.ts';
import type { Choice } from './Picker.tsx';

/** The choices that hold the words, those of which a name begins with them first: きょうと is 京都 before 東京都. */
export function findChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = normal(query).trim();
  const begins = (choice: Choice) => namesOf(choice).some((name) => name.startsWith(words));
  return choices
    .filter((choice) => namesOf(choice).some((name) => name.includes(words)))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)));
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
