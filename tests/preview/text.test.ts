import { expect, test } from 'vitest';
import { show } from '../../src/preview/text.ts';

const html = (source: string, language: 'ja' | 'en' = 'ja') => show(source, language).text.parts.join('');

test('a refused passage is told in its place, with its line and the remedy; the rest is shown', () => {
  const shown = html('\n一つ目。\n\n二つ目 {1+1}。\n\n三つ目。\n');
  expect(shown).toMatch(
    /<p>一つ目。<\/p>\s*<div class="refused">.*本文3行目.*波括弧.*\\{ と \\} と書いてください。.*<\/div>\s*<p>三つ目。/s,
  );
  expect(html('One.\n\nTwo {1+1}.\n', 'en')).toMatch(/<p>One.*Line 3 of the text.*write \\{ and \\}/s);
});

test('every finding of the text as it is written is given', () => {
  expect(show('[x](ftp://a)\n\n<Nothing />\n', 'ja').findings.map(({ line }) => line)).toEqual([1, 3]);
});

test('a block that is not closed yet costs its tags alone', () => {
  expect(html('前。\n\n<Callout title="題">\n\n中。\n\n後。\n')).toMatch(/<p>前。.*本文3行目.*<p>中。.*<p>後。/s);
});

test('a text that cannot be read at all is told whole', () => {
  const shown = html('あ'.repeat(30_000));
  expect(shown).toContain('64 KB');
  expect(shown.match(/あ/g)?.length).toBeLessThan(200);
});

test('what is refused is shown as characters', () => {
  expect(html('<script>alert(1)</script>')).not.toContain('<script');
});
