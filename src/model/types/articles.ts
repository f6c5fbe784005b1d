import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** The magazine's articles. Their number is not a field: a number names its line-up. */
export const articles = defineType({
  name: 'articles',
  storage: 'folder',
  dated: 'date',
  fields: {
    ...shared.opening,
    plain: shared.plain,
    date: f.date({ label: { ja: '公開日', en: 'Date of publication' }, facet: 'year', column: true }),
    updated: f.date({ label: { ja: '更新日', en: 'Last revised' }, optional: true, column: true }),
    cover: shared.cover,
    ...shared.subjects,
    programme: shared.programme,
    events: f.relations('events', { label: { ja: '関連する行事', en: 'Events it is about' }, column: true }),
    sources: shared.sources,
    note: shared.note,
    aliases: shared.aliases,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: shared.body,
  },
});
