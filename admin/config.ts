/** Decap's whole configuration, made from the model when the page loads: there is no second list of anything. */
import { defaultLanguage, languages, type Language } from '../src/i18n/languages.ts';
import { words } from '../src/i18n/words.ts';
import { contentTypes, typeNames } from '../src/model/content-types.ts';
import type { ContentType } from '../src/model/define-type.ts';
import { formOf, type Form, type LineUp } from '../src/model/form.ts';
import type { Newsroom } from './settings.ts';

/** The configuration, in the editor's language; `lineUps` are the numbers by which articles can be filtered. */
export function configOf(newsroom: Newsroom, language: Language, lineUps: readonly LineUp[]) {
  const portable = portableConfigOf(newsroom, language, lineUps);
  return {
    ...portable,
    collections: portable.collections.map((form) => ({ ...form, sortable_fields: sortings(form, language) })),
    locale: language,
    // The newsroom chooses pictures itself, so that each is checked and cleaned on its way in.
    media_library: { name: 'newsroom' },
  };
}

/** The configuration without what only this application knows: other editors that read Decap's read it too. */
export function portableConfigOf(
  { backend, options, workflow, siteUrl }: Newsroom,
  language: Language,
  lineUps: readonly LineUp[],
) {
  return {
    load_config_file: false,
    site_url: siteUrl,
    display_url: siteUrl,
    app_title: words[language].site.name,
    backend: { name: backend, ...options, commit_messages: commitMessages },
    publish_mode: workflow ? 'editorial_workflow' : 'simple',
    // Every picture lies beside its entry; Decap wants a folder for the others all the same.
    media_folder: 'content',
    public_folder: '',
    i18n: { structure: 'multiple_files', locales: [...languages], default_locale: defaultLanguage },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    show_preview_links: false,
    collections: typeNames.map((type) => formOf(type, language, type === 'articles' ? lineUps : [])),
  };
}

/** Ways to sort a list, by name without the mark of a field that is needed; the latest stand first where there are dates. */
function sortings({ name, sortable_fields }: Form, language: Language) {
  const { fields, dated }: ContentType = contentTypes[name];
  return sortable_fields.map((field) => ({
    field,
    label: fields[field]?.label[language] ?? field,
    ...(field === dated ? { default_sort: 'desc' } : {}),
  }));
}

const commitMessages = {
  create: '{{collection}}: add {{slug}}',
  update: '{{collection}}: change {{slug}}',
  delete: '{{collection}}: delete {{slug}}',
  uploadMedia: 'Add {{path}}',
  deleteMedia: 'Delete {{path}}',
};
