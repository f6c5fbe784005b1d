import { expect, test } from 'vitest';
import { render } from '../../src/body/render.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages } from '../../src/i18n/languages.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { shownParts, termGroups } from '../../src/queries/terms.ts';
import { entryPath } from '../../src/queries/paths.ts';

const { entries } = readAll(process.cwd());
const library = makeLibrary(entries);

test.each(languages)('the glossary in %s has every term once, in the order of its index', (language) => {
  const groups = termGroups(library, language);
  const slugs = groups.flatMap(({ terms }) => terms.map(({ slug }) => slug));
  expect(slugs.length).toBeGreaterThanOrEqual(80);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(groups.map(({ sign }) => sign)).toEqual(groups.map(({ sign }) => sign).sort());
  for (const { sign, id, terms } of groups) {
    expect(id).toMatch(/^index_[a-z]+$/);
    for (const { data } of terms) {
      if (language === 'en') expect(data.title.toUpperCase().startsWith(sign)).toBe(true);
      else expect(data.reading >= sign).toBe(true);
    }
  }
});

test('a term with a voiced sound stands in the row of the plain one', () => {
  const group = termGroups(library, 'ja').find(({ terms }) => terms.some(({ slug }) => slug === 'glocal'));
  expect(group).toMatchObject({ sign: 'か', id: 'index_ka' });
});

test('an entry may be without links to the glossary', () => {
  const entry = entries.find(({ slug, language }) => slug === 'jet-programme' && language === 'en');
  const { text } = render('The ministry sends an ambassador.', 'en');
  if (!entry || !text) throw new Error('There is nothing to look at.');
  expect(shownParts(entry, text, library).join('')).toContain(entryPath('en', 'terms', 'ambassador'));
  const plain = { ...entry, data: { ...entry.data, withoutTermLinks: true } };
  expect(shownParts(plain, text, library)).toEqual(text.parts);
});
