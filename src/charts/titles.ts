/** The charts that a text may show, by the name under which it asks for them. Words alone, so that the model may know them. */
import type { Words } from '../i18n/languages.ts';

export const chartTitles = {
  'events-by-year': { ja: 'できごとの数（年と種類別）', en: 'Events by year and kind' },
  'iikura-receptions': { ja: '共催レセプションの数（年別）', en: 'Co-hosted receptions by year' },
  'iikura-attendance': { ja: '共催レセプションの出席者数', en: 'Attendance at the co-hosted receptions' },
  'tours-by-year': { ja: '外交団・大使の地方視察の数（年別）', en: 'Tours of diplomats and ambassadors by year' },
  'tours-by-prefecture': {
    ja: '外交団・大使の地方視察の数（都道府県別）',
    en: 'Tours of diplomats and ambassadors by prefecture',
  },
  'countries-on-tours': { ja: '視察の名簿に5回以上名のある国', en: 'Countries on five or more lists of a tour' },
  'events-by-region': { ja: 'できごとの数（地方と種類別）', en: 'Events by region and kind' },
  'figures-by-kind': { ja: '人数の種類（できごとの種類別）', en: 'Which figure of people an event has' },
  'seminars-by-year': { ja: '地域の魅力発信セミナーの記録（年と形別）', en: 'Regional Promotion Seminars by year and form' },
  'visits-by-year': { ja: '「地方を世界へ」の訪問の数（年別）', en: '“Local to the World” visits by year' },
  'partnerships-by-decade': { ja: '年の分かる提携の数（十年ごと）', en: 'Dated partnerships by decade' },
} as const satisfies Record<string, Words>;

export type ChartName = keyof typeof chartTitles;
