import type { Words } from '../../src/i18n/languages.ts';

export const newsroomName: Words = { ja: '編集室', en: 'Newsroom' };
