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
    avoid: f.list(
      {
        name: f.text({ label: { ja: '言い方', en: 'Form' } }),
        language: f.language({ label: { ja: '言語', en: 'Language' } }),
      },
      {
        label: { ja: '使わない言い方', en: 'Forms to avoid' },
        hint: {
          ja: '本文で使われると、点検と編集画面が用語を勧めます。公開は妨げません。引用の中は数えません。',
          en: 'Where a text uses one, the check and the editor advise the term; nothing is stopped, and quotations are left alone.',
        },
        column: true,
      },
    ),
    note: f.longText({ label: { ja: '説明', en: 'Explanation' }, translated: true, column: true }),
    sources: shared.sources,
  },
});
