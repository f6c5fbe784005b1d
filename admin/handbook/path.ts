import type { Language } from '../../src/i18n/languages.ts';

/** Where the newsroom has the handbook. */
export const handbookPath = (language: Language) => `/admin/handbook/${language}/`;

/** The chapter that tells what each message means, by the fragment of its heading. */
export const messagesChapter = {
  ja: '#10-メッセージの意味と直し方',
  en: '#10-what-each-message-means',
} as const satisfies Record<Language, string>;
