import type { Language } from '../../src/i18n/languages.ts';

/** Where the newsroom has the handbook. */
export const handbookPath = (language: Language) => `/admin/handbook/${language}/`;

/** The chapter that tells what each message means, by the fragment of its heading. */
export const messagesChapter = {
  ja: '#10-メッセージの意味と直し方',
  en: '#10-what-each-message-means',
} as const satisfies Record<Language, string>;

/** The handbook's text and the folder of its pictures, from the project's root. */
export const handbookText = (language: Language) => `docs/handbook.${language}.md`;
export const handbookPictures = 'docs/pictures/handbook';
