/** What holds for every input, tried on inputs that nobody chose. The seed makes a failure happen again. */
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { render } from '../src/body/render.ts';
import { meaning, readMaps, readValues, writeEntry, writeMaps } from '../src/entries/write.ts';
import { era, formatDate, formatRange, shortDate } from '../src/i18n/dates.ts';
import { languages } from '../src/i18n/languages.ts';
import { facets } from '../src/model/facets.ts';
import { invisible, isCalendarDate, isPictureFile, isSlug, printable } from '../src/model/spelling.ts';
import { entryPath, inLanguage } from '../src/queries/paths.ts';
import { inOrder, questionOf, searchOf, type Question } from '../src/search/state.ts';

const settings = { seed: 20261129, numRuns: 2000 };
const check = <T>(values: fc.Arbitrary<T>, holds: (value: T) => void, more = {}) =>
  fc.assert(
    // What an assertion gives back is no verdict.
    fc.property(values, (value) => void holds(value)),
    { ...settings, ...more },
  );

const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
const date = day.map((at) => at.toISOString().slice(0, 10));
const language = fc.constantFrom(...languages);

/** Pieces that mean something to a text's parser, between letters that mean nothing. */
const syntax = [
  ...[
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '```',
    '~~~',
    '|',
    '| - |',
    '---',
    '***',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    '](',
    ')',
    '![',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '<',
    '>',
    '</',
    '/>',
    '<Callout>',
    '</Callout>',
    '<Ruby reading="かな">',
    '</Ruby>',
    '<script>',
    '{',
    '}',
  ],
  ...[
    'import ',
    'export ',
    'javascript:',
    'data:text/html,',
    'https://example.jp',
    ' onclick="',
    'style=',
    '&lt;',
    '&#x3c;',
    '\\',
  ],
  ...['\n', '\n\n', '  ', '\t', '「', '」', '。', '漢字', 'かな', 'word', '0', ':', '\u3000'],
];
const markdown = fc.array(fc.oneof(fc.constantFrom(...syntax), fc.string({ unit: 'grapheme', maxLength: 4 })), {
  maxLength: 60,
});

describe('the text engine', () => {
  test('gives a text or findings with a place and words in both languages, and no other', () => {
    let rendered = 0;
    check(fc.tuple(markdown, language), ([pieces, written]) => {
      const source = pieces.join('');
      const { text, findings } = render(source, written);
      expect(Boolean(text)).not.toBe(findings.length > 0);
      const lines = source.split('\n').length;
      for (const { line, column, message, remedy } of findings) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
        for (const words of [message, remedy]) expect(words.ja && words.en).toBeTruthy();
      }
      rendered += Number(Boolean(text));
    });
    // Neither side is empty, or the other would prove nothing.
    expect(rendered).toBeGreaterThan(20);
    expect(rendered).toBeLessThan(settings.numRuns);
  });

  test('lets nothing through that runs', () => {
    check(fc.tuple(markdown, language), ([pieces, written]) => {
      const { text } = render(pieces.join(''), written);
      const root = parse((text?.parts ?? []).filter((part) => typeof part === 'string').join(''));
      expect(root.querySelectorAll('script, style, iframe, object, embed, base, meta, link, form, svg, math')).toEqual([]);
      for (const element of root.querySelectorAll('*'))
        for (const [name, value] of Object.entries(element.attributes)) {
          expect(name).not.toMatch(/^(on|style$|srcdoc$|formaction$)/i);
          if (/^(href|src)$/i.test(name)) expect(value).not.toMatch(/^\s*(javascript|data|vbscript|file):/i);
        }
    });
  });

  test('gives the same for the same', () => {
    check(markdown, (pieces) => expect(render(pieces.join(''), 'ja')).toEqual(render(pieces.join(''), 'ja')), { numRuns: 60 });
  });
});

describe('slugs', () => {
  test('are one part of a path, the same in every spelling of it', () => {
    const slug = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/), fc.webPath());
    check(slug, (name) => {
      if (!isSlug(name)) return;
      expect([encodeURIComponent(name), name.toLowerCase(), name.normalize('NFKC'), name.trim()]).toEqual(Array(4).fill(name));
      const path = entryPath('ja', 'events', name);
      expect(new URL(path, 'https://example.jp').pathname).toBe(path);
      expect(inLanguage(inLanguage(path, 'en'), 'ja')).toBe(path);
    });
  });

  test('and the names of pictures never leave their folder', () => {
    check(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('../a.png', 'a/b.png', '.png', 'con.png', 'a.svg')),
      (name) => {
        if (isPictureFile(name)) expect(name).toMatch(/^[a-z0-9][\w-]*\.\w+$/);
      },
    );
  });
});

describe('dates', () => {
  test('are those of the calendar and no others', () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }));
    check(
      parts,
      ([year, month, dayOfMonth]) => {
        const two = (number: number) => String(number).padStart(2, '0');
        const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
        const at = new Date(`${written}T00:00:00Z`);
        const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
        expect(isCalendarDate(written), written).toBe(exists);
      },
      { numRuns: 5000 },
    );
  });

  test('are shown as the day that they are, in both languages', () => {
    check(fc.tuple(date, language), ([written, shown]) => {
      const [year = 0, month = 0, dayOfMonth = 0] = written.split('-').map(Number);
      const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
      for (const text of [formatDate(written, shown), shortDate(written, shown)]) {
        expect(numbers(text)).toEqual(expect.arrayContaining(shown === 'ja' ? [year, month, dayOfMonth] : [dayOfMonth, year]));
      }
      if (written >= '1873-01-01') expect(era(written)).toMatch(/^(明治|大正|昭和|平成|令和)(元|\d+)年$/);
      expect(formatRange(written, written, shown)).toBe(formatDate(written, shown));
    });
  });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '2014',
    'no',
    ': #',
    "it's",
    '"x"',
    '- a',
    '{b}',
    '~',
    '!x',
    '&y',
    '*z',
    '@z',
    '|',
    '>',
    '%',
    '`',
    '---',
    '#',
  ),
  fc
    .array(fc.constantFrom('日本', ': ', ' #', '\n', "'", '"', '- ', 'a', ',', ']', '\t'), { maxLength: 12 })
    .map((all) => all.join('')),
);
/** As forms give them: no character that the check refuses, no carriage return. */
const typed = words.filter((text) => !invisible.test(text.replaceAll(/[\n\t]/g, '')));

describe('front matter', () => {
  const values = fc.record(
    { title: typed, summary: typed, note: typed, body: typed, sources: fc.array(fc.record({ title: typed, url: typed })) },
    { requiredKeys: [] },
  );

  test('is read as it was written, whatever stood there before', () => {
    check(fc.tuple(values, values), ([first, second]) => {
      const saved = writeEntry('events', undefined, first);
      expect(meaning(readValues(saved)) ?? {}).toEqual(meaning(first) ?? {});
      const again = writeEntry('events', saved, second);
      expect(meaning(readValues(again)) ?? {}).toEqual(meaning(second) ?? {});
      // Saving what is there changes no byte.
      expect(writeEntry('events', again, second)).toBe(again);
    });
  });

  test('of both languages in one file too', () => {
    check(fc.record({ ja: fc.record({ title: typed, summary: typed }), en: fc.record({ title: typed }) }), (maps) => {
      const saved = writeMaps('themes', undefined, maps);
      expect(meaning(readMaps(saved)) ?? {}).toEqual(meaning(maps) ?? {});
      expect(writeMaps('themes', saved, maps)).toBe(saved);
    });
  });
});

describe('the address of a search', () => {
  const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const someDay = fc.oneof(fc.constant(''), date);
  const question: fc.Arbitrary<Question> = fc
    .record({
      q: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
      values: fc.array(fc.uniqueArray(slug, { maxLength: 3 }), { minLength: facets.length, maxLength: facets.length }),
      days: fc.tuple(someDay, someDay).map(([from, to]) => inOrder(from, to)),
      isByDate: fc.boolean(),
      isByType: fc.boolean(),
    })
    .map(({ values, days: [from, to], ...rest }) => ({
      ...rest,
      from,
      to,
      chosen: new Map(facets.map((facet, index) => [facet, values[index] ?? []])),
    }));

  test('asks again what was asked', () => {
    check(question, (asked) => expect(questionOf(searchOf(asked))).toEqual(asked));
  });

  test('is read without a throw, and settles at once', () => {
    check(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (search) => {
      const once = searchOf(questionOf(search));
      expect(searchOf(questionOf(once))).toBe(once);
    });
  });
});

test('what is printed for a terminal cannot steer it', () => {
  check(fc.string({ unit: 'binary' }), (text) => expect(invisible.test(printable(text))).toBe(false));
});
