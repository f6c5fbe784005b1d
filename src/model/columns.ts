/**
 * What leaves as open data, from the fields that are marked as columns: the record of an entry with the words of every
 * language in it, and the same record as one row of a table.
 */
import { z } from 'zod';
import { defaultLanguage, languages, type Language, type Words } from '../i18n/languages.ts';
import { contentTypes, type TypeName } from './content-types.ts';
import * as f from './fields.ts';
import type { Field, Fields } from './fields.ts';

/** The values of an entry's languages, as the reader gave them; undefined where one is not published. */
export type Versions = (language: Language) => Readonly<Record<string, unknown>> | undefined;

/** A key of a record. */
export interface Property {
  /** The field's name; with `_ja`, `_en` where each language has its own words. */
  readonly key: string;
  readonly language: Language | undefined;
  readonly field: Field;
  readonly needed: boolean;
  readonly schema: z.ZodType;
  /** The keys of each member, where the value is a list of groups. */
  readonly members: readonly Property[] | undefined;
  /** The value, undefined where it is left out. */
  readonly valueIn: (versions: Versions) => unknown;
}

/** A column of a table: a property, or one key of the members of a list. */
export interface Column {
  readonly name: string;
  /** What `name` belongs to, the same for its languages: the label of the field, after that of the list around it. */
  readonly label: Words;
  readonly hint: Words | undefined;
  readonly property: Property;
  /** The list of which it is a part. */
  readonly list: Property | undefined;
}

/** What a record says beside the entry's own fields. */
const beside = {
  languages: {
    ...f.choices(f.languageOptions, {
      label: { ja: '公開している言語', en: 'Languages in which it is published' },
      column: true,
    }),
    schema: z.array(z.enum(languages)).min(1),
  },
  url: f.url({ label: { ja: 'ページのURL', en: 'Address of its page' }, translated: true, column: true }),
} as const satisfies Fields;

/** The keys of a record of the type, in their order. */
export function propertiesOf(type: TypeName): Property[] {
  const { slug, ...others }: Fields = contentTypes[type].fields;
  const all: Fields = { ...(slug ? { slug } : {}), ...beside, ...others };
  return expanded(Object.fromEntries(Object.entries(all).filter(([, { column }]) => column)));
}

/** The columns of the type's table, in their order. */
export function columnsOf(type: TypeName): Column[] {
  return propertiesOf(type).flatMap((property): Column[] => {
    const { key, field, members } = property;
    if (!members) return [{ name: key, label: field.label, hint: field.hint, property, list: undefined }];
    return members.map((member) => ({
      name: `${key}_${member.key}`,
      label: {
        ja: `${field.label.ja}：${member.field.label.ja}`,
        en: `${field.label.en}: ${member.field.label.en}`,
      },
      hint: member.field.hint ?? field.hint,
      property: member,
      list: property,
    }));
  });
}

/** The schema of a record: the schemas of its fields, with the names and hints that editors see. */
export function recordSchema(type: TypeName): z.ZodType {
  return schemaOf(propertiesOf(type));
}

/** The record of an entry; keys without a value are left out. */
export function recordOf(properties: readonly Property[], versions: Versions): Record<string, unknown> {
  return Object.fromEntries(
    properties.flatMap(({ key, valueIn }) => {
      const value = valueIn(versions);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function expanded(fields: Fields): Property[] {
  return Object.entries(fields).flatMap(([name, field]): Property[] => {
    const plain = { field, language: undefined, members: undefined };
    const shared = (versions: Versions) => versions(defaultLanguage)?.[name];
    if (field.kind === 'phrase') {
      const { shape } = inside(field.schema) as z.ZodObject<Record<Language, z.ZodType>>;
      return languages.map((language) => ({
        ...plain,
        key: `${name}_${language}`,
        language,
        needed: !field.optional && language === defaultLanguage,
        schema: field.optional ? shape[language].optional() : shape[language],
        valueIn: (versions) => (shared(versions) as Partial<Words> | undefined)?.[language],
      }));
    }
    if (field.kind === 'list') {
      const members = expanded(field.fields ?? {});
      return [
        {
          ...plain,
          key: name,
          needed: false,
          schema: z.array(schemaOf(members)),
          members,
          valueIn: (versions) =>
            ((shared(versions) ?? []) as Record<string, unknown>[]).map((member) => recordOf(members, () => member)),
        },
      ];
    }
    if (field.kind === 'group') {
      return expanded(field.fields ?? {}).map((inner) => ({
        ...inner,
        key: `${name}_${inner.key}`,
        needed: inner.needed && !field.optional,
        schema: field.optional ? inner.schema.optional() : inner.schema,
        valueIn: (versions) => inner.valueIn((language) => versions(language)?.[name] as Record<string, unknown> | undefined),
      }));
    }
    if (field.translated) {
      return languages.map((language) => ({
        ...plain,
        key: `${name}_${language}`,
        language,
        needed: !field.optional && language === defaultLanguage,
        // Another language may not be published.
        schema: language === defaultLanguage ? field.schema : field.schema.optional(),
        valueIn: (versions) => versions(language)?.[name],
      }));
    }
    return [{ ...plain, key: name, needed: !field.optional && !isList(field), schema: field.schema, valueIn: shared }];
  });
}

function schemaOf(properties: readonly Property[]): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      properties.map(({ key, language, field: { label, hint }, schema }) => [
        key,
        schema.meta({
          title: [label.ja, label.en].join(' / ') + (language ? ` (${language})` : ''),
          ...(hint ? { description: `${hint.ja} / ${hint.en}` } : {}),
        }),
      ]),
    ),
  );
}

/** The schema that an optional one wraps. */
function inside(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}

/** True where a value that is left out is an empty list. */
function isList({ schema }: Field): boolean {
  return Array.isArray(schema.safeParse(undefined).data);
}
