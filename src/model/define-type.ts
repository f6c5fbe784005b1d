/** A content type: a list of fields, from which the Zod schemas and the TypeScript type derive. */
import { z } from 'zod';
import { shapeOf, type Fields } from './fields.ts';

/** How an entry lies on disk: a folder with a text for each language, or one YAML file with a map for each language. */
export type Storage = 'folder' | 'file';

export interface ContentType<Name extends string = string, F extends Fields = Fields> {
  /** Its folder under `content/` and its path in URLs. */
  readonly name: Name;
  readonly storage: Storage;
  readonly fields: F;
  /** Checks a published entry: the values that all languages share and those of one language together. */
  readonly schema: z.ZodObject<{ [Key in keyof F]: F[Key]['schema'] }, z.core.$strict>;
  /** The field by whose date entries are ordered and placed in a year, if the type has dates. */
  readonly dated: Extract<keyof F, string> | undefined;
}

/**
 * Declares a content type. Every type has `slug` and `status`; a type stored in folders has a `body`.
 * The order of the fields is the order of the keys in the saved file.
 */
export function defineType<const Name extends string, const F extends Fields>(declared: {
  name: Name;
  storage: Storage;
  fields: F;
  dated?: Extract<keyof F, string>;
}): ContentType<Name, F> {
  return {
    ...declared,
    dated: declared.dated,
    schema: z.strictObject(shapeOf(declared.fields)) as ContentType<Name, F>['schema'],
  };
}

/** The names of a type's fields that each language has for itself, or that all share. The body is neither: it is no key. */
export function fieldNames(type: ContentType, which: 'translated' | 'shared'): string[] {
  return Object.entries(type.fields)
    .filter(([, field]) => field.kind !== 'body' && field.translated === (which === 'translated'))
    .map(([name]) => name);
}
