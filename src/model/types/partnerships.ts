import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

export const partnershipKinds = {
  sister: { ja: '姉妹都市・姉妹州省', en: 'Sister city or state' },
  friendship: { ja: '友好都市', en: 'Friendship city' },
  'host-town': { ja: 'ホストタウン', en: 'Host town' },
} as const satisfies f.Options;

/** Dated links between a place in Japan and one abroad: sister and friendship cities, host towns. */
export const partnerships = defineType({
  name: 'partnerships',
  storage: 'file',
  dated: 'date',
  fields: {
    slug: shared.slug,
    status: shared.status,
    original: shared.original,
    title: shared.title,
    kind: f.choice(partnershipKinds, { label: { ja: '種類', en: 'Kind' }, optional: true, column: true }),
    date: f.date({
      label: { ja: '提携日', en: 'Date of the agreement' },
      hint: { ja: '資料に日付がないときは空欄にします。', en: 'Left empty where no source gives it.' },
      facet: 'year',
      column: true,
      optional: true,
    }),
    prefectures: shared.prefectures,
    home: f.phrase({ label: { ja: '日本側の自治体', en: 'Partner in Japan' }, column: true }),
    partner: f.phrase({ label: { ja: '相手側', en: 'Partner abroad' }, column: true }),
    countries: shared.countries,
    themes: shared.themes,
    sources: shared.sources,
    note: shared.note,
  },
});
