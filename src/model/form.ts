/** A content type as Decap asks for it: the collection's configuration, in the words of one language of the editors. */
import { defaultLanguage, languages, type Language, type Words } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { contentTypes, type TypeName } from './content-types.ts';
import type { ContentType } from './define-type.ts';
import type { Field, Fields } from './fields.ts';

/** A widget with its settings, in the words of one language. */
interface FormWidget {
  readonly widget: string;
  readonly [setting: string]: unknown;
}

/** A field of Decap's configuration. */
export interface FormField extends FormWidget {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Whether it may not be empty; a hidden field has nobody to fill it. */
  readonly required?: boolean;
  /** Decap's own word for a value that each language has; a shared value is asked for in the default language alone. */
  readonly i18n: boolean;
  readonly fields?: readonly FormField[];
}

/** A way of narrowing or grouping a list: entries whose field matches the pattern. */
interface View {
  readonly label: string;
  readonly field: string;
  readonly pattern?: string;
}

/** A collection of Decap's configuration. */
export interface Form {
  readonly name: TypeName;
  readonly label: string;
  readonly folder: string;
  readonly create: true;
  readonly slug: string;
  readonly identifier_field: string;
  readonly summary: string;
  readonly i18n: {
    readonly structure: 'multiple_files' | 'single_file';
    readonly locales: readonly string[];
    readonly default_locale: string;
  };
  readonly fields: readonly FormField[];
  readonly sortable_fields: readonly string[];
  readonly view_filters: readonly View[];
  readonly view_groups: readonly View[];
  readonly [setting: string]: unknown;
}

/** A number of the magazine and the articles it holds: articles do not name their number, so the list has to be told. */
export interface LineUp {
  readonly number: number;
  readonly articles: readonly string[];
}

/** The form of a type, with labels and hints in the editors' language. */
export function formOf(type: TypeName, language: Language, lineUps: readonly LineUp[] = []): Form {
  const { fields, storage, dated }: ContentType = contentTypes[type];
  const inFolder = storage === 'folder';
  const title = 'title' in fields ? 'title' : 'slug';
  return {
    name: type,
    label: words[language].types[type],
    folder: `content/${type}`,
    create: true,
    slug: '{{fields.slug}}',
    // Decap saves nothing whose identifier is empty, and a draft may lack its title.
    identifier_field: 'slug',
    summary: dated ? `{{${title}}}（{{${dated}}}）` : `{{${title}}}`,
    extension: inFolder ? 'mdx' : 'yaml',
    format: inFolder ? 'yaml-frontmatter' : 'yaml',
    ...(inFolder ? { path: '{{slug}}/index', media_folder: '', public_folder: '' } : {}),
    i18n: { structure: inFolder ? 'multiple_files' : 'single_file', locales: languages, default_locale: defaultLanguage },
    sortable_fields: [title, ...(dated ? [dated] : [])],
    view_filters: [...statusViews(fields, language), ...lineUps.map((lineUp) => lineUpView(lineUp, language))],
    view_groups: groups(fields, dated, language),
    fields: formFields(fields, language),
  };
}

/** Names of the fields by which lists show, sort, filter and group the entries of a type. */
export function listFieldsOf(type: TypeName): string[] {
  const { identifier_field, sortable_fields, view_filters, view_groups } = formOf(type, defaultLanguage);
  return [identifier_field, 'status', ...sortable_fields, ...[...view_filters, ...view_groups].map(({ field }) => field)];
}

/** One filter for each value of the status, such as 公開 and 下書き. */
function statusViews(fields: Fields, language: Language): View[] {
  const options = (fields['status']?.widget['options'] ?? []) as { value: string; label: Words }[];
  return options.map(({ value, label }) => ({ label: label[language], field: 'status', pattern: `^${value}$` }));
}

function lineUpView({ number, articles }: LineUp, language: Language): View {
  return { label: words[language].issueNumber(number), field: 'slug', pattern: `^(${articles.join('|')})$` };
}

/** Lists are grouped by status, programme and kind, and by year where the type has dates. */
function groups(fields: Fields, dated: string | undefined, language: Language): View[] {
  const byValue = ['status', 'programme', 'kind'].flatMap((name) => {
    const field = fields[name];
    return field ? [{ label: field.label[language], field: name }] : [];
  });
  return dated ? [...byValue, { label: words[language].facets.year, field: dated, pattern: '^\\d{4}' }] : byValue;
}

function formFields(fields: Fields, language: Language): FormField[] {
  return Object.entries(fields).map(([name, field]) => formField(name, field, language));
}

/**
 * Decap must let a draft be saved while it is incomplete, so nothing but the slug is required of it: what publication
 * needs is checked when it is saved, by the same rules as in the build, and marked in the label.
 */
function formField(name: string, field: Field, language: Language): FormField {
  const { label, hint, optional, translated, widget, fields } = field;
  const needed = !optional && !isList(field);
  return {
    name,
    label: needed ? `${label[language]} ${words[language].needed}` : label[language],
    ...(hint ? { hint: hint[language] } : {}),
    ...inWords(widget, language),
    ...folded(field, language),
    ...(widget['widget'] === 'hidden' ? {} : { required: field.kind === 'slug' && name === 'slug' }),
    i18n: translated,
    ...(fields ? { fields: formFields(fields, language) } : {}),
  };
}

/** How a group is shown while it is folded: an optional one at first, the items of a list by their names. */
function folded({ kind, optional, fields }: Field, language: Language): object {
  if (kind === 'group' && optional) return { collapsed: true };
  if (kind !== 'list' || !fields) return {};
  const named = Object.entries(fields);
  const [name = '', first] = named.find(([, inner]) => inner.kind === 'phrase' && !inner.optional) ?? named[0] ?? [];
  // A translation may be missing, the original never is.
  const own = language === defaultLanguage ? '' : `{{fields.${name}.${language}}} `;
  return { summary: first?.kind === 'phrase' ? `${own}{{fields.${name}.${defaultLanguage}}}` : `{{fields.${name}}}` };
}

/** A widget with the labels of its options in one language. */
function inWords({ options, ...widget }: Field['widget'], language: Language): FormWidget {
  return options ? { ...widget, options: options.map(({ value, label }) => ({ value, label: label[language] })) } : widget;
}

/** A list that is left out is an empty list. */
function isList({ schema }: Field): boolean {
  return schema.safeParse(undefined).success;
}
