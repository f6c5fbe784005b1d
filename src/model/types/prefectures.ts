import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** A prefecture's own introduction. Its name, code, capital and region are reference facts, in `src/data/places.ts`. */
export const prefectures = defineType({
  name: 'prefectures',
  storage: 'folder',
  fields: {
    slug: f.prefectureField({ label: { ja: '都道府県', en: 'Prefecture' }, column: true }),
    status: shared.status,
    original: shared.original,
    summary: shared.summary,
    sources: shared.sources,
    note: shared.note,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: shared.body,
  },
});
