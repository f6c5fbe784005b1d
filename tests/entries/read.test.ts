import { describe, expect, test } from 'vitest';
import { redirectsOf } from '../../src/editions/redirects.ts';
import { checkerOf } from '../../src/entries/check.ts';
import { filesBelow, readAll } from '../../src/entries/read.ts';
import { en, enFile, ja, jaFile, onDisk, type FilesOnDisk } from './on-disk.ts';

const read = (files: FilesOnDisk) => {
  const root = onDisk(files);
  const reading = readAll(root);
  const problems = [...reading.problems, ...reading.entries.flatMap(checkerOf(reading, filesBelow(root)))];
  return { ...reading, problems, all: problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`) };
};

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
