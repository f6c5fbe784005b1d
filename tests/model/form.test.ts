import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { contentTypes, typeNames } from '../../src/model/content-types.ts';
import { formOf, type FormField } from '../../src/model/form.ts';

/** Decap's own widgets, and the one of this project. */
const widgets = ['string', 'text', 'number', 'boolean', 'select', 'relation', 'object', 'list', 'image', 'hidden', 'mdx'];

function flat(fields: readonly FormField[]): FormField[] {
  return fields.flatMap((field) => [field, ...flat(field.fields ?? [])]);
}

describe.each(typeNames)('the form of %s', (type) => {
  const form = formOf(type, 'ja');

  test('asks for every field of the model, in its order', () => {
    expect(form.fields.map(({ name }) => name)).toEqual(Object.keys(contentTypes[type].fields));
  });

  test('asks with widgets that exist, each complete', () => {
    for (const field of flat(form.fields)) {
      expect(widgets).toContain(field.widget);
      if (field.widget === 'select') expect(field['options']).toSatisfy((options: unknown[]) => options.length > 1);
      if (field.widget === 'relation') expect(typeNames).toContain(field['collection']);
      if (field.widget === 'object' || field.widget === 'list') expect(field.fields?.length).toBeGreaterThan(0);
    }
  });

  // Decap refuses a list or an object whose i18n is anything but true or false.
  test('says of each field whether languages share it', () => {
    for (const field of flat(form.fields)) expect(field.i18n).toBeTypeOf('boolean');
  });

  test('has a label in both languages', () => {
    for (const language of languages) {
      expect(formOf(type, language).label).toMatch(/\S/);
      for (const field of flat(formOf(type, language).fields)) expect(field.label).toMatch(/\S/);
    }
  });
});
