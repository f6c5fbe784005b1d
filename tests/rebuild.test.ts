import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { today } from '../src/clock.ts';
import { openDigests } from '../src/digests.ts';
import type { Entry } from '../src/entries/entry.ts';
import { makeLibrary } from '../src/queries/library.ts';
import { askAgain, question } from '../src/queries/questions.ts';
import { readBeside, recording, written } from '../src/queries/reads.ts';
import { digestOfTree, makeAlike, openToAll, treeOf, type Tree } from '../src/rebuild/folder.ts';
import { openLedger, type Ledger } from '../src/rebuild/ledger.ts';

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

describe('what a question was answered from besides front matter', () => {
  const texts = question('texts in a test', (asked) => asked.listed('events', 'ja').map(({ text }) => text));
  const both = question('texts and titles in a test', (asked) => [texts(asked), titles(asked, 'ja', '2015'), today()]);

  test('is known, through every question that it asked in turn, whoever asked first', () => {
    texts(library);
    both(library);
    const besides = readBeside(library, '["asked","texts and titles in a test"]').map((read) => read.replace(/[^a-z/]+/g, ' '));
    expect(besides.sort()).toEqual([' text events/a/ja ', ' text events/b/ja ', ' text events/c/ja ', ' today ']);
    expect(readBeside(library, '["asked","titles in a test","ja","2015"]')).toEqual([]);
  });
});

describe('the ledger of a build', () => {
  const file = join(folder, 'reads.txt');
  const asked: string[] = [];
  /** A ledger for which reads give these; of front matter all that is `data`. */
  const open = (gives: Record<string, string>, { ground = 'g', data = 'd', beside = [] as string[] } = {}) => {
    asked.length = 0;
    return openLedger(file, ground, {
      gives: (read) => {
        asked.push(read);
        return gives[read];
      },
      beside: () => beside,
      data,
    });
  };
  const site = new Map(['p', 'q'].map((name) => [name, `${name}/index.html`]));
  const tree = (digests: Record<string, string>) =>
    new Map(Object.entries(digests).map(([path, digest]) => [path, { digest, stamp: '' }]));
  const whole = tree({ 'p/index.html': 'P', 'q/index.html': 'Q', '_astro/a.webp': 'A' });
  const question = '["asked","x"]';
  const text = '["text","y"]';

  function fill(gives: Record<string, string>, options?: Parameters<typeof open>[1]): void {
    const ledger = open(gives, options);
    ledger.made('p', { reads: new Set([question]), shown: ['_astro/a.webp'] });
    ledger.made('q', { reads: new Set([question, text]), shown: [] });
    ledger.keep(site, whole);
  }
  const standing = (ledger: Ledger, files = whole) => ['p', 'q', 'new'].filter((name) => ledger.stands(name, files));

  test('lets a page stand for as long as its reads give the same', () => {
    expect(open({}).isEmpty).toBe(true);
    fill({ [question]: '1', [text]: '1' });
    expect(standing(open({ [question]: '1', [text]: '1' }))).toEqual(['p', 'q']);
    expect(standing(open({ [question]: '1', [text]: '2' }))).toEqual(['p']);
    expect(standing(open({ [question]: '2', [text]: '1' }, { data: 'other' }))).toEqual([]);
    expect(standing(open({ [question]: '1' }))).toEqual(['p']);
  });

  test('asks a question again only where front matter or what else it was answered from is another', () => {
    fill({ [question]: '1', [text]: '1' }, { beside: [text] });
    expect(standing(open({ [text]: '1' }))).toEqual(['p', 'q']);
    expect(asked).toEqual([text]);
    expect(standing(open({ [question]: '1', [text]: '2' }))).toEqual(['p']);
    expect(standing(open({ [question]: '1', [text]: '1' }, { data: 'other' }))).toEqual(['p', 'q']);
    expect(asked).toEqual([question, text]);
  });

  test('lets no page stand whose file is another, or whose pictures are not there', () => {
    fill({ [question]: '1', [text]: '1' });
    const gives = { [question]: '1', [text]: '1' };
    expect(standing(open(gives), tree({ 'p/index.html': 'P', 'q/index.html': 'other' }))).toEqual([]);
  });

  test('lets none stand on another ground, or where its file is damaged', () => {
    fill({ [question]: '1', [text]: '1' });
    expect(open({}, { ground: 'h' }).isEmpty).toBe(true);
    writeFileSync(file, readFileSync(file).subarray(0, -4));
    expect(open({}).isEmpty).toBe(true);
  });

  test('keeps those that stand beside those that were made, and tells the files of both', () => {
    fill({ [question]: '1', [text]: '1' });
    const second = open({ [question]: '1', [text]: '2' });
    expect(standing(second)).toEqual(['p']);
    second.made('q', { reads: new Set([text]), shown: [] });
    expect([...second.filesOf(site)]).toEqual(['p/index.html', '_astro/a.webp', 'q/index.html']);
    second.keep(site, whole);
    expect(standing(open({ [text]: '2' }))).toEqual(['p', 'q']);
  });

  test('forgets what no page has read', () => {
    fill({ [question]: '1', [text]: '1' });
    open({ [question]: '1', [text]: '1' }).keep(new Map([...site].slice(0, 1)), whole);
    expect(readFileSync(file, 'utf8')).not.toContain('text');
    expect(standing(open({ [question]: '1' }))).toEqual(['p']);
  });

  test('knows of a page what its reads gave when it was made', () => {
    const gives = { [text]: '1' };
    const ledger = open(gives);
    ledger.made('q', { reads: new Set([text]), shown: [] });
    gives[text] = '2';
    ledger.keep(site, whole);
    expect(standing(open({ [text]: '2' }))).not.toContain('q');
    expect(standing(open({ [text]: '1' }))).toContain('q');
  });

  test('refuses to keep a page whose reads cannot be read', () => {
    expect(() => open({}).made('p', { reads: new Set(['z']), shown: [] })).toThrow('z, and there is nothing to read');
  });
});

describe('a folder', () => {
  const digests = () => openDigests(join(folder, 'files.json'));
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const textsIn = (tree: Tree, below: string) =>
    Object.fromEntries([...tree.keys()].map((path) => [path, readFileSync(join(folder, below, path), 'utf8')]));

  test('is made like another, with the times of its files', () => {
    write({
      'from/a': '1',
      'from/b/c': '2',
      'from/d': '3',
      'to/a': '1',
      'to/b': 'was a file',
      'to/e/f/g': 'gone',
      'to/e/h': 'gone',
      'to/d': 'other',
    });
    const [known, from, to] = [digests(), join(folder, 'from'), join(folder, 'to')];
    utimesSync(join(from, 'd'), 1_000_000, 1_000_000);
    const { ino } = statSync(join(to, 'a'));
    const made = makeAlike(from, treeOf(from, known), to, known);
    expect(textsIn(made, 'to')).toEqual({ a: '1', 'b/c': '2', d: '3' });
    expect(digestOfTree(treeOf(to, known))).toBe(digestOfTree(treeOf(from, known)));
    expect(statSync(join(to, 'd')).mtimeMs).toBe(1_000_000_000);
    expect(statSync(join(to, 'a')).ino).toBe(ino);
    expect(readdirSync(to).sort()).toEqual(['a', 'b', 'd']);
  });

  test('is not made like one that holds something else than is said', () => {
    write({ 'half/a': 'whole', 'half/b': 'whole' });
    const [known, from, to] = [digests(), join(folder, 'half'), join(folder, 'copy')];
    const said = treeOf(from, known);
    write({ 'half/a': 'ha' });
    expect(textsIn(makeAlike(from, said, to, known), 'copy')).toEqual({ b: 'whole' });
    expect(readdirSync(to)).toEqual(['b']);
  });

  test('is known by its files, which are read again where they were written since', async () => {
    write({ 'kept/a': '1', 'kept/b': '2' });
    await setTimeout(80);
    const place = (name: string) => join(folder, 'kept', name);
    let reads = 0;
    const open = () =>
      openDigests(join(folder, 'counted.json'), (path) => {
        reads += 1;
        return readFileSync(path, 'utf8');
      });
    const first = open();
    expect(['a', 'b', 'none'].map((name) => first.of(place(name))?.digest)).toEqual(['1', '2', undefined]);
    first.keep();
    writeFileSync(place('b'), '3');
    const second = open();
    expect(['a', 'b'].map((name) => second.of(place(name))?.digest)).toEqual(['1', '3']);
    expect(reads).toBe(3);
    symlinkSync(place('a'), place('link'));
    expect(second.of(place('link'))).toBeUndefined();
  });

  test('is let be read by everyone', () => {
    write({ 'private/inner/a': 'x' });
    chmodSync(join(folder, 'private/inner/a'), 0o600);
    chmodSync(join(folder, 'private/inner'), 0o700);
    openToAll(join(folder, 'private'), ['inner/a']);
    expect(['inner', 'inner/a'].map((path) => statSync(join(folder, 'private', path)).mode & 0o777)).toEqual([0o755, 0o644]);
  });
});
