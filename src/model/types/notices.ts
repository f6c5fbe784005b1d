import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

export const noticeKinds = {
  'partner-wanted': { ja: '交流相手の募集', en: 'Partner wanted' },
  call: { ja: '募集', en: 'Call' },
} as const satisfies f.Options;

/** Calls and partner-wanted notices; an expired one leaves the open list and stays readable. */
export const notices = defineType({
  name: 'notices',
  storage: 'folder',
  dated: 'date',
  fields: {
    ...shared.opening,
    kind: f.choice(noticeKinds, { label: { ja: '種類', en: 'Kind' }, column: true }),
    date: f.date({ label: { ja: '掲載日', en: 'Posted' }, facet: 'year', column: true }),
    expires: f.date({ label: { ja: '締切', en: 'Closes' }, optional: true, column: true }),
    confirmed: f.date({
      label: { ja: '最終確認日', en: 'Last confirmed' },
      hint: { ja: '募集がまだ有効だと確かめた日。', en: 'The day on which it was last known to be open.' },
      column: true,
    }),
    ...shared.subjects,
    programme: shared.programme,
    sources: shared.sources,
    note: shared.note,
    aliases: shared.aliases,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: shared.body,
  },
});
