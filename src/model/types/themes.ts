import { defineType } from '../define-type.ts';
import * as f from '../fields.ts';
import * as shared from '../shared-fields.ts';

/** The editorial themes: an editor adds one without a developer. */
export const themes = defineType({
  name: 'themes',
  storage: 'file',
  fields: {
    slug: shared.slug,
    status: shared.status,
    original: shared.original,
    title: shared.title,
    reading: f.text({ label: { ja: 'よみ', en: 'Reading' }, hint: { ja: 'ひらがなで。', en: 'In hiragana.' } }),
    summary: shared.summary,
    searchedAs: shared.searchedAs,
    sources: shared.sources,
  },
});
