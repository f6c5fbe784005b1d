/** The data dictionary: what a reader is told of each column of the open data. */
import type { Language, Words } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { columnsOf, type Column } from '../model/columns.ts';
import type { TypeName } from '../model/content-types.ts';

export interface DictionaryRow {
  /** The columns that say it: one, or one for each language. */
  readonly names: readonly string[];
  readonly label: string;
  readonly hint: string | undefined;
  /** What a value looks like, in words. */
  readonly kind: string;
  /** The type whose slugs the values are. */
  readonly relation: TypeName | undefined;
  /** The values that there are, where they are few. */
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  readonly need: string;
}

/** The rows of a type in the order of its columns, those of one field in several languages as one. */
export function dictionaryOf(type: TypeName, language: Language): DictionaryRow[] {
  const columns = columnsOf(type);
  return columns.flatMap((column, index) => {
    const { field } = column.property;
    if (columns[index - 1]?.property.field === field) return [];
    const t = words[language];
    const relation = field.relation as TypeName | undefined;
    const kind = t.data.kinds[field.kind] ?? field.kind;
    return [
      {
        names: columns.filter(({ property }) => property.field === field).map(({ name }) => name),
        label: column.label[language],
        hint: column.hint?.[language],
        kind: relation ? t.data.of(kind, t.types[relation]) : kind,
        relation,
        codes: codesOf(column, language),
        need: needOf(column, language),
      },
    ];
  });
}

function codesOf({ property: { field } }: Column, language: Language): DictionaryRow['codes'] {
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  const options = field.widget['options'] as { value: string; label: Words }[];
  return options.map(({ value, label }) => ({ code: value, name: label[language] }));
}

function needOf({ property, list }: Column, language: Language): string {
  const t = words[language].data;
  if (!property.needed) return t.optional;
  if (list) return property.language ? t.neededInMemberInJapanese : t.neededInMember;
  return property.language ? t.neededInJapanese : t.needed;
}
