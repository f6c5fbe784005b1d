import type { Dictionary } from '../words.ts';

export const en: Dictionary = {
  footnotes: { title: 'Notes', back: (number: number) => `Back to note ${number} in the text` },
  types: {
    issues: 'Numbers',
    articles: 'Articles',
    programmes: 'Programmes',
    events: 'Events',
    notices: 'Notices',
    prefectures: 'Prefectures',
    partnerships: 'Partnerships',
    themes: 'Themes',
    terms: 'Terms',
  },
};
