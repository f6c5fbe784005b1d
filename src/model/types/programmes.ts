import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** Who may come to the ministry with a plan. */
export const audiences = {
  prefecture: { ja: '都道府県', en: 'Prefecture' },
  'designated-city': { ja: '政令指定都市', en: 'Designated city' },
  municipality: { ja: '市区町村', en: 'Municipality' },
  association: { ja: '団体・協議会', en: 'Association' },
  embassy: { ja: '駐日外交団', en: 'Embassy in Japan' },
} as const satisfies f.Options;

/** What they come for: the ways into the support finder. */
export const needs = {
  'sell-products': { ja: '地域の産品を海外に売り込みたい', en: 'Sell local products abroad' },
  'attract-visitors': { ja: '海外から旅行者を呼びたい', en: 'Attract visitors' },
  'attract-investment': { ja: '企業や投資を呼び込みたい', en: 'Attract investment' },
  'show-region': { ja: '外交団に地域を見てもらいたい', en: 'Show the region to diplomats' },
  'find-partner': { ja: '姉妹都市など交流の相手を見つけたい', en: 'Find a partner city' },
  'host-event': { ja: '海外の賓客を迎える催しを開きたい', en: 'Host an event' },
  'recover-from-disaster': { ja: '災害からの復興を伝えたい', en: 'Recover from disaster' },
  'train-staff': { ja: '職員を育てたい', en: 'Train staff' },
  'bring-young-people': { ja: '若い世代を迎えたい', en: 'Bring in young people' },
  'learn-policy': { ja: '外交政策を知りたい', en: 'Learn of policy' },
} as const satisfies f.Options;

export type Audience = keyof typeof audiences;
export type Need = keyof typeof needs;

const unstated = {
  ja: '資料に書かれていなければ空けておきます。ページには「資料に記載がありません」と出ます。',
  en: 'Leave empty where no source says so: the page then states that the sources do not say.',
};

/** The ministry's measures: what they offer, to whom, how to apply. */
export const programmes = defineType({
  name: 'programmes',
  storage: 'folder',
  fields: {
    ...shared.opening,
    plain: shared.plain,
    since: f.date({ label: { ja: '開始', en: 'Since' }, optional: true, column: true }),
    sinceFiscal: f.flag({
      label: { ja: '開始は年度', en: 'Since a fiscal year' },
      hint: {
        ja: '資料が「年度」（4月から翌年3月）で書いているとき。',
        en: 'Where the source gives a fiscal year, April to March.',
      },
      optional: true,
      column: true,
    }),
    audiences: f.choices(audiences, { label: { ja: '利用できる人', en: 'Who may use it' }, column: true }),
    needs: f.choices(needs, { label: { ja: '目的', en: 'Needs it serves' }, column: true }),
    offers: f.longText({ label: { ja: '内容', en: 'What it offers' }, hint: unstated, optional: true, translated: true }),
    conditions: f.longText({
      label: { ja: '対象・条件', en: 'Who may apply' },
      hint: unstated,
      optional: true,
      translated: true,
    }),
    application: f.longText({
      label: { ja: '申込み方法', en: 'How to apply' },
      hint: unstated,
      optional: true,
      translated: true,
    }),
    leadTime: f.longText({
      label: { ja: '準備に要する期間', en: 'Lead time' },
      hint: unstated,
      optional: true,
      translated: true,
    }),
    searchedAs: shared.searchedAs,
    themes: shared.themes,
    prefectures: shared.prefectures,
    countries: shared.countries,
    sources: shared.sources,
    note: shared.note,
    aliases: shared.aliases,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: shared.body,
  },
});
