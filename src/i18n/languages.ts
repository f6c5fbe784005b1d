/** The languages of the site, the default one first. A language is added here; `words` then asks for its wording. */
export const languages = ['ja', 'en'] as const;

export type Language = (typeof languages)[number];

/** The language in which every entry exists, and whose file holds the facts that all languages share. */
export const defaultLanguage = 'ja' satisfies Language;

/** A phrase in every language of the site. */
export type Words = Readonly<Record<Language, string>>;

export function isLanguage(value: string | undefined): value is Language {
  return (languages as readonly (string | undefined)[]).includes(value);
}
