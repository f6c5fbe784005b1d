/** Values for every field of a content type, whatever kinds it has. */
import type { Values } from '../../src/entries/write.ts';
import type { Field, Fields } from '../../src/model/fields.ts';

const several: ReadonlySet<string> = new Set(['choices', 'prefectures', 'countries', 'relations']);

/** A value for each field but the text: what `put` gives for each part that holds one, by its path; lists of so many items. */
export function filled(fields: Fields, put: (path: string, field: Field) => unknown, items = 1, above = ''): Values {
  const valueOf = (path: string, field: Field): unknown => {
    const inner = (prefix: string) => filled(field.fields ?? {}, put, items, prefix);
    if (field.kind === 'list') return Array.from({ length: items }, (_item, index) => inner(`${path}.${index}.`));
    if (field.fields) return inner(`${path}.`);
    return several.has(field.kind) ? [put(`${path}.0`, field)] : put(path, field);
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { kind }]) => kind !== 'body')
      .map(([name, field]) => [name, valueOf(above + name, field)]),
  );
}

/** A value that the field accepts, of the kinds that hold one. */
export function sample({ kind, widget, relation }: Field): string | number | boolean {
  const [option] = widget.options ?? [];
  if (kind === 'status') return 'published';
  if (option) return option.value;
  if (relation) return 'a';
  const samples: Record<string, string | number | boolean> = {
    number: 1,
    flag: true,
    slug: 'a',
    date: '2024-05-01',
    url: 'https://example.jp/',
    file: 'a.png',
    fingerprint: 'a',
  };
  return samples[kind] ?? 'かな';
}
