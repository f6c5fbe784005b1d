/** A content type as Decap asks for it: the collection's configuration, in the words of one language of the editors. */
import { defaultLanguage, languages, type Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { contentTypes, type TypeName } from './content-types.ts';
import type { Field, Fields } from './fields.ts';

/** A field of Decap's configuration. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly widget: string;
  readonly required: boolean;
  /** Decap's own word for a value that each language has; a shared value is asked for in the default language alone. */
  readonly i18n: boolean;
  readonly fields?: readonly FormField[];
  readonly [setting: string]: unknown;
}

/** A collection of Decap's configuration. */
export interface Form {
  readonly name: TypeName;
  readonly label: string;
  readonly folder: string;
  readonly create: true;
  readonly slug: string;
  readonly identifier_field: string;
  readonly i18n: {
    readonly structure: 'multiple_files' | 'single_file';
    readonly locales: readonly string[];
    readonly default_locale: string;
  };
  readonly fields: readonly FormField[];
  readonly [setting: string]: unknown;
}

/** The form of a type, with labels and hints in the editors' language. */
export function formOf(type: TypeName, language: Language): Form {
  const { fields, storage } = contentTypes[type];
  const inFolder = storage === 'folder';
  return {
    name: type,
    label: words[language].types[type],
    folder: `content/${type}`,
    create: true,
    slug: '{{fields.slug}}',
    identifier_field: 'slug' in fields ? 'slug' : 'title',
    extension: inFolder ? 'mdx' : 'yaml',
    ...(inFolder ? { path: '{{slug}}/index', media_folder: '', public_folder: '' } : {}),
    i18n: { structure: inFolder ? 'multiple_files' : 'single_file', locales: languages, default_locale: defaultLanguage },
    fields: formFields(fields, language),
  };
}

function formFields(fields: Fields, language: Language): FormField[] {
  return Object.entries(fields).map(([name, field]) => formField(name, field, language));
}

function formField(name: string, field: Field, language: Language): FormField {
  const { label, hint, optional, translated, widget, fields } = field;
  return {
    name,
    label: label[language],
    ...(hint ? { hint: hint[language] } : {}),
    ...widget,
    required: !optional && !isList(field),
    i18n: translated,
    ...(fields ? { fields: formFields(fields, language) } : {}),
  };
}

/** A list that is left out is an empty list. */
function isList({ schema }: Field): boolean {
  return schema.safeParse(undefined).success;
}
