import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** The term base: the agreed Japanese and English for each term. */
export const terms = defineType({
  name: 'terms',
  storage: 'file',
  fields: {
    slug: shared.slug,
    status: shared.status,
    original: shared.original,
    title: { ...shared.title, label: { ja: '用語', en: 'Term' } },
    reading: f.text({ label: { ja: 'よみ', en: 'Reading' }, hint: { ja: 'ひらがなで。', en: 'In hiragana.' }, column: true }),
    also: f.list(
      { name: f.phrase({ label: { ja: '別の言い方', en: 'Other form' } }) },
      { label: { ja: '別の言い方', en: 'Other forms in use' }, column: true },
    ),
    note: f.longText({ label: { ja: '説明', en: 'Explanation' }, translated: true, column: true }),
    sources: shared.sources,
  },
});
