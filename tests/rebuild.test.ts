import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Entry } from '../src/entries/entry.ts';
import { today } from '../src/clock.ts';
import { makeLibrary } from '../src/queries/library.ts';
import { askAgain, question } from '../src/queries/questions.ts';
import { recording, written } from '../src/queries/reads.ts';
import { openLedger } from '../src/rebuild/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const event = (slug: string, data: object) =>
  ({
    type: 'events',
    slug,
    language: 'ja',
    textLine: 1,
    text: `text of ${slug}`,
    data: { title: slug, ...data },
  }) as unknown as Entry;

const library = makeLibrary([event('a', { date: '2014' }), event('b', { date: '2015' }), event('c', { date: '2015' })]);

const titles = question('titles in a test', (asked, language: 'ja', year: string) =>
  asked
    .listed('events', language)
    .filter(({ data }) => data.date === year)
    .map(({ data }) => data.title),
);

async function readsOf(make: () => unknown): Promise<string[]> {
  const { reads } = await recording(async () => Promise.resolve(make()));
  return [...reads].map((read) => (JSON.parse(read) as string[]).join(' ')).sort();
}

describe('what a page reads', () => {
  test('is what it asks of the library, and the entries of which it shows something', async () => {
    const reads = await readsOf(() => library.find('events', 'a', 'ja')?.data.title);
    expect(reads).toEqual(['asked find events a ja', 'data events/a/ja']);
  });

  test('is the text of an entry where it shows that', async () => {
    const reads = await readsOf(() => library.listed('events', 'ja').map(({ text }) => text));
    expect(reads).toEqual(['asked listed events ja', 'text events/a/ja', 'text events/b/ja', 'text events/c/ja']);
  });

  test('is a question and not what was read to answer it, the first time as every other', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await readsOf(() => titles(library, 'ja', '2015'))).toEqual(['asked titles in a test ja 2015']);
    }
  });

  test('is the day', async () => {
    expect(await readsOf(() => today())).toEqual(['today']);
  });

  test('is told of one page at a time', async () => {
    await expect(recording(() => recording(() => Promise.resolve(1)))).rejects.toThrow('at the same time');
  });
});

describe('a question that is asked again', () => {
  test('is answered, by the library or by its own name', () => {
    expect(askAgain(library, 'titles in a test', ['ja', '2015'])).toEqual(['b', 'c']);
    expect(written(askAgain(library, 'listed', ['events', 'ja']))).toBe('["events/b/ja","events/c/ja","events/a/ja"]');
    expect(written(askAgain(library, 'values', ['year']))).toBe('[["2014",1],["2015",2]]');
  });

  test('is refused where it is unknown, and where its answer cannot be compared', () => {
    expect(() => askAgain(library, 'nothing', [])).toThrow("no question 'nothing'");
    expect(() => written({ find: () => 1 })).toThrow('plain data');
  });
});

describe('the ledger of a build', () => {
  const file = join(folder, 'reads.json');
  const open = (build: string, gives: Record<string, string>, ground = 'g') =>
    openLedger(file, build, ground, (read) => gives[read]);

  test('names the build that made a page for as long as its reads give the same', () => {
    const first = open('one', { x: '1', y: '1' });
    expect(first.madeIn('p')).toBe('one');
    first.made('p', new Set(['x']));
    first.made('q', new Set(['x', 'y']));
    first.keep(['p', 'q']);

    const second = open('two', { x: '1', y: '2' });
    expect([second.madeIn('p'), second.madeIn('q'), second.madeIn('new')]).toEqual(['one', 'two', 'two']);
    second.made('q', new Set(['y']));
    second.keep(['p', 'q']);

    const third = open('three', { x: '2', y: '2' });
    expect([third.madeIn('p'), third.madeIn('q')]).toEqual(['three', 'two']);
  });

  test('makes a page again whose template alone has changed under the name that it has', () => {
    const ledger = open('four', { x: '1', y: '2' });
    expect(ledger.madeIn('p')).toBe('one');
    ledger.made('p', new Set(['x', 'y']));
    ledger.keep(['p']);
    const next = open('five', { x: '1', y: '2' });
    expect([next.madeIn('p'), next.madeIn('q')]).toEqual(['one', 'five']);
  });

  test('makes a page again when what it read is gone, and all when the ground is another', () => {
    expect(open('six', { x: '1' }).madeIn('p')).toBe('six');
    expect(open('six', { x: '1', y: '2' }, 'h').madeIn('p')).toBe('six');
    expect(open('six', { x: '1', y: '2' }).madeIn('p')).toBe('one');
  });

  test('refuses to keep a page whose reads cannot be read', () => {
    const ledger = open('seven', {});
    ledger.made('p', new Set(['z']));
    expect(() => ledger.keep(['p'])).toThrow('nothing to read');
  });

  test('is as good as none when its file is damaged', () => {
    writeFileSync(file, readFileSync(file).subarray(0, -4));
    expect(open('eight', { x: '1', y: '2' }).madeIn('p')).toBe('eight');
  });
});
