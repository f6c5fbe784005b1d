import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { meaning, readValues, readByName, writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import type { TypeName } from '../../src/model/content-types.ts';

const files = globSync('content/**/*.{mdx,yaml}').sort();
const typeOf = (file: string) => file.split('/')[1] as TypeName;

function write(file: string, original: string | undefined, values: Values): string {
  const save = file.endsWith('.yaml') ? writeMaps : writeEntry;
  return save(typeOf(file), original, values);
}

function values(file: string, content: string): Values {
  const read = readByName(file, content);
  if (!read) throw new Error(`${file} cannot be read:\n${content.slice(0, 3000)}`);
  return structuredClone(read);
}

/** The lines that a change took away or put in place of others. */
function changedLines(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return Math.abs(a.length - b.length) + a.filter((line, index) => index < b.length && line !== b[index]).length;
}

describe('comments', () => {
  const article = (fields: string) => `---\nslug: a\n${fields}---\n\n本文。\n`;
  const saved = (fields: string, change: object) =>
    writeEntry('articles', article(fields), { ...readValues(article(fields)), ...change });

  test('beside a value stay when it takes several lines', () => {
    const text = saved('title: 題\nnote: "一行" # 覚え\n', { note: '一行\n二行' });
    expect(text).toContain('# 覚え\n');
    expect(readValues(text)?.['note']).toBe('一行\n二行');
  });

  test('beside a value stay when it is removed', () => {
    expect(saved('title: 題\nnote: "一行" # 覚え\n', { note: '' })).toContain('# 覚え\n');
  });

  test('are none in a block of text, and nothing of it is left', () => {
    const text = saved('title: 題\nnote: |\n  # 見出しのような行\n  二行\n', { note: '新しい' });
    expect(text).not.toContain('見出し');
    expect(readValues(text)?.['note']).toBe('新しい');
  });
});

test.each(['...と続く', '--- 区切り', '...'])('a value that begins as a YAML document ends is read back: %s', (words) => {
  const long = 'x'.repeat(100);
  const entry = { title: words, sources: [{ title: { ja: words, en: long }, publisher: { ja: words } }] };
  const saved = writeEntry('articles', undefined, { ...entry, body: '本文。' });
  expect(readValues(saved)).toEqual({ ...entry, body: '本文。' });
  expect(readValues(writeEntry('articles', saved, { ...entry, title: long, note: words, body: '' }))).toMatchObject({
    note: words,
  });
});

describe('every entry of the content', () => {
  test('is saved byte for byte where nothing has changed', () => {
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) {
      const content = readFileSync(file, 'utf8');
      expect(write(file, content, values(file, content)), file).toBe(content);
    }
  });

  test('is saved byte for byte with the nulls, empty lists and falses that a form adds', () => {
    for (const file of files.filter((name) => name.endsWith('.mdx'))) {
      const content = readFileSync(file, 'utf8');
      const noise = { note: null, updated: '', cover: null, countries: [], cancelled: false, aliases: null };
      expect(write(file, content, { ...noise, ...values(file, content) }), file).toBe(content);
    }
  });

  test('changes one line where its title changes', () => {
    for (const file of files) {
      const content = readFileSync(file, 'utf8');
      const changed = values(file, content);
      const owner = (file.endsWith('.yaml') ? changed['ja'] : changed) as Record<string, unknown>;
      if (typeof owner['title'] !== 'string') continue;
      owner['title'] = `${owner['title']}：改`;
      const saved = write(file, content, changed);
      expect(changedLines(content, saved), file).toBe(1);
      expect(meaning(values(file, saved)), file).toEqual(meaning(changed));
    }
  });

  test('can be written anew and means the same', () => {
    for (const file of files) {
      const content = readFileSync(file, 'utf8');
      const read = values(file, content);
      expect(meaning(values(file, write(file, undefined, read))), file).toEqual(meaning(read));
    }
  });

  // A walk over random changes; the seed makes a failure happen again.
  test('means what was meant after any change, and keeps its comments', () => {
    let seed = 20261125;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const awkward = [
      '',
      '2014',
      'no',
      ': #',
      "it's",
      '"x"',
      '- a',
      '{b}',
      '日本：語',
      'a, b',
      '[c]',
      '1:30',
      '~',
      'はい\n改行',
      '!x',
      '&y',
      '@z',
    ];
    const change = (value: unknown): unknown => {
      if (typeof value === 'string') return awkward[random(awkward.length)];
      if (typeof value === 'number') return random(100);
      if (Array.isArray(value)) {
        const list = value.map((item) => (random(3) === 0 ? change(item) : item)) as unknown[];
        if (random(2) === 0 && list.length > 0) list.splice(random(list.length), 1);
        if (random(2) === 0 && list.length > 0)
          list.splice(random(list.length + 1), 0, structuredClone(list[random(list.length)]));
        return list;
      }
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, inner]) =>
          random(8) === 0 ? [] : [[key, random(3) === 0 ? change(inner) : inner]],
        ),
      );
    };
    for (const file of files) {
      const content = readFileSync(file, 'utf8');
      const at = content.indexOf('\n', content.indexOf('title:')) + 1;
      const commented = `${content.slice(0, at)}${file.endsWith('.yaml') ? '  ' : ''}# 編集部の覚え\n${content.slice(at)}`;
      const changed = change(values(file, commented)) as Values;
      const saved = write(file, commented, changed);
      expect(meaning(values(file, saved)) ?? {}, file).toEqual(meaning(changed) ?? {});
      expect(saved, file).toContain('# 編集部の覚え');
    }
  });
});

describe('a new file', () => {
  const article = writeEntry('articles', undefined, {
    body: '本文。',
    date: '2026-11-20',
    themes: ['tourism'],
    title: '題名: "引用"',
    slug: 'x',
    status: 'draft',
    summary: 'とても長い要旨'.repeat(40),
    cover: null,
    countries: [],
    sources: [{ standing: 'primary', title: { en: 'T', ja: '題' }, date: '2015', publisher: { ja: '外務省' } }],
  });

  test('has its keys in the order of the model, and none that is empty', () => {
    expect([...article.matchAll(/^(\w+):/gm)].map(([, key]) => key)).toEqual([
      'slug',
      'status',
      'title',
      'summary',
      'date',
      'themes',
      'sources',
    ]);
  });

  test('quotes dates, folds no line and ends with a line break', () => {
    expect(article).toContain('date: "2026-11-20"');
    expect(article).toContain('date: "2015"');
    expect(article).toMatch(/^summary: (とても長い要旨){40}$/m);
    expect(article.endsWith('---\n\n本文。\n')).toBe(true);
  });
});

describe('an existing file', () => {
  const original = '---\n# first\nslug: a # beside\ntitle:   "A"\n\ntags: [ x,y ]\ndate: "2014"\n---\n\n本文\n';

  test('keeps comments, spacing and quotation marks of what is not changed', () => {
    const saved = writeEntry('articles', original, { ...readValues(original), title: 'B' });
    expect(saved).toBe(original.replace('"A"', '"B"'));
  });

  test('takes a new key where the model has it', () => {
    const saved = writeEntry('articles', original, { ...readValues(original), summary: '要旨' });
    expect(saved).toBe(original.replace('"A"\n', '"A"\nsummary: 要旨\n'));
  });

  test('loses a key that was emptied, and nothing else', () => {
    const saved = writeEntry('articles', original, { ...readValues(original), date: '' });
    expect(saved).toBe(original.replace('date: "2014"\n', ''));
  });

  test('keeps its Windows line breaks', () => {
    const windows = original.replaceAll('\n', '\r\n');
    expect(writeEntry('articles', windows, { ...readValues(windows) })).toBe(windows);
    const saved = writeEntry('articles', windows, { ...readValues(windows), summary: '要旨' });
    expect(saved).toContain('summary: 要旨\r\n');
    expect(saved.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each(['', '\n', '本文', '本文\n', '\n本文', '\n\n\n本文\n\n\n', '　全角空白\t\n'])(
    'keeps the bytes of the text %j',
    (text) => {
      const content = `---\nslug: a\n---\n${text}`;
      expect(writeEntry('articles', content, { ...readValues(content) })).toBe(content);
    },
  );
});
