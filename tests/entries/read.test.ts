import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { redirectsOf } from '../../src/editions/redirects.ts';
import { checkTogether } from '../../src/entries/check.ts';
import type { Reading } from '../../src/entries/entry.ts';
import { filesBelow, readAll, type StoredEntry } from '../../src/entries/read.ts';
import { describe as tell } from '../../src/model/refusal.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A content folder with these files; gives what reading it finds. */
function read(files: Record<string, string>): Reading<StoredEntry> & { all: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const reading = readAll(root);
  const problems = [...reading.problems, ...checkTogether(reading, filesBelow(root))];
  return { ...reading, problems, all: problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`) };
}

const ja = (more = '', text = '本文。') =>
  `---\nslug: a\nstatus: published\ntitle: 題\nsummary: 要旨\nkind: forum\ndate: "2014-02"\n${more}---\n\n${text}\n`;
const notice = (more: string) => ja(more).replace('kind: forum', 'kind: call').replace('"2014-02"', '"2014-02-03"');
const en = (more = '', text = 'Text.') => `---\nstatus: published\ntitle: Title\nsummary: Summary\n${more}---\n\n${text}\n`;
const jaFile = 'events/a/index.ja.mdx';
const enFile = 'events/a/index.en.mdx';

describe('an entry', () => {
  test('is published in the languages that say so, and shares its facts', () => {
    const { entries, all } = read({ [jaFile]: ja(), [enFile]: en() });
    expect(all).toEqual([]);
    expect(entries.map(({ language, data }) => [language, data])).toMatchObject([
      ['ja', { title: '題', date: '2014-02', kind: 'forum' }],
      ['en', { title: 'Title', date: '2014-02', kind: 'forum' }],
    ]);
  });

  test('without a text is not published', () => {
    const { all } = read({ [jaFile]: ja('', ' '), [enFile]: en() });
    expect(all).toContainEqual(expect.stringMatching(/^content\/events\/a\/index\.ja\.mdx:\d+ 'Text' is missing/));
  });

  test('a draft is read but not published', () => {
    const { entries, drafts, all } = read({ [jaFile]: ja(), [enFile]: '---\nstatus: draft\n---\n' });
    expect(all).toEqual([]);
    expect(entries.map(({ language }) => language)).toEqual(['ja']);
    expect(drafts).toEqual([{ type: 'events', slug: 'a', language: 'en' }]);
  });

  test('may have a Japanese name in an English title', () => {
    expect(read({ [jaFile]: ja(), [enFile]: en().replace('title: Title', 'title: Iikura (飯倉)') }).all).toEqual([]);
  });

  test('without a status it is a draft', () => {
    expect(read({ [jaFile]: ja().replace('status: published\n', '') }).entries).toEqual([]);
  });

  test('of which only the text is written is a draft', () => {
    const { drafts, all } = read({ [jaFile]: ja(), [enFile]: '---\n---\n\nText.\n\n---\n\nMore.\n' });
    expect([all, drafts.map(({ language }) => language)]).toEqual([[], ['en']]);
  });

  test('in one YAML file has a map for each language', () => {
    const yaml =
      'ja:\n  slug: t\n  status: published\n  title: 題\n  reading: だい\n  summary: 要旨\nen:\n  status: published\n  title: T\n  summary: S\n';
    const { entries, all } = read({ 'themes/t.yaml': yaml });
    expect(all).toEqual([]);
    expect(entries).toHaveLength(2);
  });

  test('has a digest that changes with any byte of any language', () => {
    const digest = (files: Record<string, string>) => read(files).entries[0]?.digest;
    expect(digest({ [jaFile]: ja(), [enFile]: en() })).not.toBe(digest({ [jaFile]: ja(), [enFile]: `${en()} ` }));
  });
});

test('a broken original does not make its translation seem wrong', () => {
  const { all } = read({ [jaFile]: ja('venue: "開いたまま\n'), [enFile]: en() });
  expect(all.every((told) => told.startsWith(`content/${jaFile}`))).toBe(true);
});

test('a link leads to a need, and to no other place of the support page', () => {
  expect(read({ [jaFile]: ja('', '[x](/ja/support/find-partner/)') }).all).toEqual([]);
  expect(read({ [jaFile]: ja('', '[x](/ja/support/none/)') }).all[0]).toContain('There is no page');
});

test('a link may carry a search', () => {
  expect(read({ [jaFile]: ja('', '[x](/ja/search/?q=a)') }).all).toEqual([]);
});

test('a former address leads to the present one, in each language', () => {
  const { entries } = read({ [jaFile]: ja('aliases:\n  - slug: old\n'), [enFile]: en() });
  expect(redirectsOf(entries)).toEqual(['/ja/events/old/ /ja/events/a/ 301', '/en/events/old/ /en/events/a/ 301']);
});

describe('a problem is told with its file and line', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a missing summary', { [jaFile]: ja().replace('summary: 要旨\n', '') }, `${jaFile}:2 'Summary' is missing.`],
    ['a wrong date', { [jaFile]: ja().replace('"2014-02"', '"2014-13"') }, `${jaFile}:7 'Date' is not right.`],
    ['a date that YAML takes for a number', { [jaFile]: ja().replace('"2014-02"', '2014') }, `${jaFile}:7 'Date' is not text.`],
    ['a key that loads code in Astro', { [jaFile]: ja('layout: ../../x.astro\n') }, `${jaFile}:8 There is no field 'layout'.`],
    ['a key twice', { [jaFile]: ja('title: 二度\n') }, `${jaFile}:8 The same field stands twice.`],
    ['an alias', { [jaFile]: ja('venue: &v 会場\nnote: *v\n') }, `${jaFile}:8 YAML anchors`],
    ['broken YAML', { [jaFile]: ja('venue: "開いたまま\n') }, `${jaFile}:`],
    ['a text without front matter', { [jaFile]: '本文だけ' }, `${jaFile}:1 The file does not start with its fields`],
    ['a slug unlike its folder', { [jaFile]: ja().replace('slug: a', 'slug: b') }, `${jaFile}:2 The slug differs`],
    ['a shared fact in the translation', { [jaFile]: ja(), [enFile]: en('kind: seminar\n') }, `${enFile}:5 'kind' is shared`],
    ['a translation without its original', { [enFile]: en() }, `${enFile}:2 There is no Japanese version.`],
    [
      'a translation before its original',
      { [jaFile]: ja().replace('published', 'draft'), [enFile]: en() },
      `${enFile}:2 The Japanese version is not published.`,
    ],
    ['an expression in the text', { [jaFile]: ja('', '一\n\n二 {1+1}') }, `${jaFile}:12 Expressions`],
    ['a stray file', { [jaFile]: ja(), 'events/a/notes.txt': 'x' }, 'events/a/notes.txt:1 This file does not belong here.'],
    ['a folder with a capital', { 'events/Aa/index.ja.mdx': ja() }, 'events/Aa:1 This file or folder does not belong here.'],
    ['a draft without a slug', { [jaFile]: '---\nstatus: draft\ntitle: 題\n---\n' }, `${jaFile}:2 There is no slug.`],
    ['an unknown language', { 'themes/t.yaml': 'fr:\n  title: x\n' }, "themes/t.yaml:1 There is no language 'fr'."],
    ['a relation to nothing', { [jaFile]: ja('themes: [none]\n') }, `${jaFile}:8 'Themes' names 'none', which does not exist.`],
    ['a picture that is not there', { [jaFile]: ja('', '![絵](a.png)') }, `${jaFile}:10 The picture 'a.png' does not exist.`],
    [
      'a last day before the first',
      { [jaFile]: ja('end: "2014-01"\n') },
      `${jaFile}:8 The last day does not come after the first`,
    ],
    [
      'a last day less exact than the first (relation)',
      { [jaFile]: ja('end: "2014-03-05"\n') },
      `${jaFile}:8 The last day does not come`,
    ],
    [
      'a year as the slug of an event (relation)',
      { 'events/2014/index.ja.mdx': ja().replace('slug: a', 'slug: "2014"') },
      "events/2014/index.ja.mdx:2 The slug '2014'",
    ],
    [
      'a link to a country that no entry names',
      { [jaFile]: ja('', '[x](/ja/countries/zz/)') },
      `${jaFile}:10 There is no page`,
    ],
    ['a link to a list that is none', { [jaFile]: ja('', '[x](/ja/prefectures/)') }, `${jaFile}:10 There is no page`],
    ['a link with a broken encoding', { [jaFile]: ja('', '[x](#%)') }, `${jaFile}:10 There is no heading`],
    [
      'a cover that is not there (picture)',
      { [jaFile]: ja('cover:\n  file: a.png\n  alt: { ja: 絵 }\n') },
      `${jaFile}:8 The picture 'a.png' does not exist.`,
    ],
    [
      'a cover without words in English (picture)',
      { [jaFile]: ja('cover:\n  file: a.png\n  alt: { ja: 絵 }\n'), [enFile]: en(), 'events/a/a.png': 'x' },
      `${enFile}:2 The cover has no text alternative in 'en'.`,
    ],
    [
      'a notice that closes before it is posted (relation)',
      { 'notices/a/index.ja.mdx': notice('expires: "2014-01-31"\nconfirmed: "2014-02-04"\n') },
      "notices/a/index.ja.mdx:8 'Closes' is earlier than the day",
    ],
    [
      'a notice that was confirmed before it was posted (relation)',
      { 'notices/a/index.ja.mdx': notice('expires: "2014-02"\nconfirmed: "2013"\n') },
      "notices/a/index.ja.mdx:9 'Last confirmed' is earlier than the day",
    ],
    [
      'an attendance from more to fewer (relation)',
      { [jaFile]: ja('attendance:\n  - people: 100\n    most: 90\n    count: reported\n') },
      `${jaFile}:8 In 'Attendance', the most is not more`,
    ],
    [
      'an English title that was copied and not translated (relation)',
      { [jaFile]: ja(), [enFile]: en().replace('title: Title', 'title: 題') },
      `${enFile}:3 'Title' is still in Japanese.`,
    ],
    [
      'a title with a character that its picture cannot show',
      { [jaFile]: ja().replace('title: 題', 'title: 題🗾') },
      `${jaFile}:4 'Title' has the character 🗾 (U+1F5FE), which the font`,
    ],
    ['a YAML file without fields', { 'themes/t.yaml': 'hello\n' }, 'themes/t.yaml:1 The file holds no fields.'],
    ['an empty YAML file', { 'themes/t.yaml': '' }, 'themes/t.yaml:1 The file holds no fields.'],
    [
      'a direction of writing in a note',
      { [jaFile]: ja('note: "a\u202eb"\n') },
      `${jaFile}:8 There is an invisible character, U+202E.`,
    ],
    ['a link to nowhere', { [jaFile]: ja('', '[x](/ja/events/b/)') }, `${jaFile}:10 There is no page '/ja/events/b/'.`],
    [
      'a link to the other language',
      { [jaFile]: ja('', '[x](/en/events/)') },
      `${jaFile}:10 The link '/en/events/' leads to another language`,
    ],
    ['a link to a heading that is none', { [jaFile]: ja('', '[x](#無い)') }, `${jaFile}:10 There is no heading`],
    [
      'a former address that another entry has now (relation)',
      { [jaFile]: ja('aliases:\n  - slug: b\n'), 'events/b/index.ja.mdx': ja().replace('slug: a', 'slug: b') },
      `${jaFile}:8 The former URL 'b' is another page now.`,
    ],
  ])('%s', (_name, files, start) => {
    const { all, entries, problems } = read(files);
    expect(all[0]).toSatisfy(
      (told: string) => told?.startsWith(`content/${start}`),
      `starts with content/${start}; was ${all[0]}`,
    );
    // Problems between entries are found among published ones; every other problem keeps its entry from publication.
    if (!/relation|picture|last day|link/.test(_name))
      expect(entries.filter(({ file }) => file === problems[0]?.file)).toEqual([]);
    for (const problem of problems) expect(tell(problem)).toMatch(/[ぁ-ん].*\n.*[A-Za-z]/);
  });

  test('an alias bomb is refused at once', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`)
      .join('')}`;
    const start = performance.now();
    expect(read({ [jaFile]: ja(bomb) }).problems.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
