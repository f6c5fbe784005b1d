import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** The numbers of the magazine: a line-up and an editorial. */
export const issues = defineType({
  name: 'issues',
  storage: 'folder',
  dated: 'date',
  fields: {
    slug: shared.slug,
    status: shared.status,
    original: shared.original,
    number: f.number({ label: { ja: '号数', en: 'Number' }, min: 1, column: true }),
    title: shared.title,
    summary: shared.summary,
    date: f.date({ label: { ja: '発行日', en: 'Date of issue' }, facet: 'year', column: true }),
    cover: shared.cover,
    lineUp: f.relations('articles', {
      label: { ja: '目次', en: 'Line-up' },
      hint: { ja: '最初の記事が巻頭になります。', en: 'The first article leads the number.' },
      column: true,
    }),
    themes: shared.themes,
    sources: shared.sources,
    aliases: shared.aliases,
    readings: shared.readings,
    withoutTermLinks: shared.withoutTermLinks,
    body: { ...shared.body, label: { ja: '巻頭言', en: 'Editorial' } },
  },
});
