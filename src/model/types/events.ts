import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

export const eventKinds = {
  reception: { ja: 'レセプション', en: 'Reception' },
  seminar: { ja: 'セミナー', en: 'Seminar' },
  'study-tour': { ja: '視察ツアー', en: 'Study tour' },
  forum: { ja: 'フォーラム', en: 'Forum' },
  symposium: { ja: 'シンポジウム', en: 'Symposium' },
  'mission-event': { ja: '在外公館での催し', en: 'Event at a mission abroad' },
  visit: { ja: '地方訪問', en: 'Visit' },
} as const satisfies f.Options;

/** What kind of count an attendance is: the releases before a tour announce, the reports after a reception count. */
export const counts = {
  announced: { ja: '事前の発表', en: 'announced beforehand' },
  reported: { ja: '実績の報告', en: 'reported afterwards' },
  registered: { ja: '登録者数', en: 'registered' },
} as const satisfies f.Options;

/** What happened or will: receptions, seminars, study tours, forums, symposia, events at missions, visits. */
export const events = defineType({
  name: 'events',
  storage: 'folder',
  dated: 'date',
  fields: {
    ...shared.opening,
    kind: f.choice(eventKinds, { label: { ja: '種類', en: 'Kind' }, facet: 'event', column: true }),
    programme: shared.programme,
    number: f.number({ label: { ja: '回', en: 'Number in its series' }, min: 1, optional: true, column: true }),
    numberInferred: f.flag({
      label: { ja: '回数は推定', en: 'The number is inferred' },
      optional: true,
      column: true,
    }),
    date: f.date({ label: { ja: '開催日', en: 'Date' }, facet: 'year', column: true }),
    end: f.date({ label: { ja: '最終日', en: 'Last day' }, optional: true, column: true }),
    cancelled: f.flag({ label: { ja: '中止', en: 'Cancelled' }, optional: true, column: true }),
    venue: f.text({ label: { ja: '会場', en: 'Venue' }, optional: true, translated: true, column: true }),
    country: f.country({
      label: { ja: '開催国（日本以外）', en: 'Country where it was held, if not Japan' },
      optional: true,
      facet: 'country',
      column: true,
    }),
    ...shared.subjects,
    attendance: f.list(
      {
        people: f.number({ label: { ja: '人数', en: 'People' }, min: 1 }),
        most: f.number({
          label: { ja: '上限（幅で示すとき）', en: 'At the most, where a range is given' },
          min: 1,
          optional: true,
        }),
        approximate: f.flag({ label: { ja: 'およその数', en: 'Approximate' }, optional: true }),
        count: f.choice(counts, { label: { ja: '数え方', en: 'Kind of count' } }),
        who: f.phrase({ label: { ja: '誰の数か', en: 'Whom it counts' }, optional: true }),
      },
      { label: { ja: '参加者数', en: 'Attendance' }, column: true },
    ),
    stops: f.list(
      { name: f.phrase({ label: { ja: '訪問先・演目', en: 'Stop or session' } }) },
      { label: { ja: '訪問先・分科会', en: 'Stops or sessions' }, column: true },
    ),
    cover: shared.cover,
    sources: shared.sources,
    note: shared.note,
    aliases: shared.aliases,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: shared.body,
  },
});
