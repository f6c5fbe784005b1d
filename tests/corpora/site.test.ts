/** A real site whose titles, summaries, notes, sources and texts are strings that broke other programs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render } from '../../src/body/render.ts';
import { now } from '../../src/clock.ts';
import { characterProblems } from '../../src/entries/characters.ts';
import { checkerOf } from '../../src/entries/check.ts';
import { textPath } from '../../src/entries/entry.ts';
import { filesBelow, readAll } from '../../src/entries/read.ts';
import { writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { fieldNames } from '../../src/model/define-type.ts';
import type { Field, Fields } from '../../src/model/fields.ts';
import { entryPath } from '../../src/queries/paths.ts';
import { describe as tell } from '../../src/model/refusal.ts';
import { launch } from '../../tools/browser.ts';
import { serve } from '../../tools/serve.ts';
import { rowsOf } from '../editions/table.ts';
import { makeSmallSite, removeSmallSite } from '../small-site.ts';
import { corpora } from './corpora.ts';
import { filled, sample } from './filled.ts';

/** How many entries of each type there are beside those that the texts need. */
const entries = { articles: 60, events: 60, partnerships: 20, themes: 12, terms: 12 } as const satisfies Partial<
  Record<TypeName, number>
>;
const itemsOfAList = 12;

/** One of each list in turn, so that a few are of all kinds; those that have no odd character, each once. */
const strings = interleaved(Object.values(corpora())).filter(
  (string) => string === string.trim() && string !== '' && characterProblems('', string).length === 0,
);

function interleaved(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_item, index) => lists.flatMap((list) => list[index] ?? [])).flat())];
}

const isJapanese = (string: string) => /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(string);
const stringsIn = { ja: strings, en: strings.filter((string) => !isJapanese(string)) };

// --------------------------------------------------------------------------------------------------------------- content

/** Every string that a field has been given. */
const placed = new Set<string>();
const turns = new Map<string, number>();

/** The next string that a field accepts; of its own where it is a title, since no two titles are alike. */
function nextFor({ kind, schema }: Field, language: Language, isTitle: boolean): string | undefined {
  const turn = `${language} ${isTitle ? 'title' : kind}`;
  const pool = stringsIn[language];
  const from = turns.get(turn) ?? 0;
  for (let index = from; index < from + (isTitle ? pool.length - from : pool.length); index += 1) {
    const string = pool[index % pool.length] ?? '';
    if (!schema.safeParse(string).success) continue;
    turns.set(turn, index + 1);
    placed.add(string);
    return string;
  }
  return undefined;
}

/** What would lead to other entries or files, and flags, which have no words. */
const leftOut: ReadonlySet<string> = new Set(['relation', 'relations', 'file', 'fingerprint', 'flag']);

function valuesOf(type: TypeName, slug: string, language: Language, only?: readonly string[]): Values {
  const fields = Object.fromEntries(
    Object.entries<Field>(contentTypes[type].fields).filter(
      ([name]) => !['cover', 'aliases'].includes(name) && (!only || only.includes(name)),
    ),
  ) as Fields;
  return filled(
    fields,
    (path, field) => {
      if (leftOut.has(field.kind)) return undefined;
      if (path === 'slug') return slug;
      const words = path.endsWith('.en') ? 'en' : path.endsWith('.ja') ? 'ja' : language;
      const isText = ['text', 'longText', 'url'].includes(field.kind);
      return (isText ? nextFor(field, words, path === 'title') : undefined) ?? sample(field);
    },
    itemsOfAList,
  );
}

/** Groups of strings that make a text together, of those that make one alone and name no page and no picture of this site. */
function textsOf(pool: readonly string[], language: Language): string[] {
  const isText = (source: string) => {
    const { text } = render(source, language);
    return text !== undefined && text.links.length === 0 && text.pictures.length === 0 && text.events.length === 0;
  };
  const opening = language === 'ja' ? '本文です。' : 'The text of a test.';
  const joined = (group: readonly string[]) => [opening, ...group].join('\n\n');
  const grouped = (group: readonly string[]): string[][] => {
    if (isText(joined(group))) return [[...group]];
    const half = Math.ceil(group.length / 2);
    return group.length === 1 ? [] : [...grouped(group.slice(0, half)), ...grouped(group.slice(half))];
  };
  const alone = pool.filter((string) => isText(joined([string])));
  for (const string of alone) placed.add(string);
  const size = 40;
  return Array.from({ length: Math.ceil(alone.length / size) }, (_group, index) =>
    grouped(alone.slice(index * size, (index + 1) * size)),
  )
    .flat()
    .map(joined);
}

interface Written {
  readonly type: TypeName;
  readonly slug: string;
  readonly values: Record<Language, Record<string, unknown>>;
}

function content(): Written[] {
  const texts = { ja: textsOf(stringsIn.ja, 'ja'), en: textsOf(stringsIn.en, 'en') };
  const inTexts = Math.max(texts.ja.length, texts.en.length);
  return Object.entries(entries).flatMap(([name, least]) => {
    const type = name as TypeName;
    const isFolder = contentTypes[type].storage === 'folder';
    const count = type === 'articles' ? Math.max(least, inTexts - entries.events) : least;
    const before = type === 'events' ? Math.max(entries.articles, inTexts - entries.events) : 0;
    return Array.from({ length: count }, (_entry, index): Written => {
      const slug = `${type}-${index}`;
      const bodyIn = (language: Language) =>
        isFolder ? { body: texts[language][(before + index) % texts[language].length] } : {};
      const translated = fieldNames(contentTypes[type], 'translated');
      return {
        type,
        slug,
        values: {
          ja: { ...valuesOf(type, slug, 'ja'), ...bodyIn('ja') },
          en: { ...valuesOf(type, slug, 'en', translated), ...bodyIn('en') },
        },
      };
    });
  });
}

function write(root: string, { type, slug, values }: Written): void {
  const put = (path: string, file: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), file);
  };
  if (contentTypes[type].storage === 'file') put(textPath(type, slug, 'ja'), writeMaps(type, undefined, values));
  else for (const language of languages) put(textPath(type, slug, language), writeEntry(type, undefined, values[language]));
}

/** Writes the entries; what the check refuses of them makes way for plain words. Gives the entries, and how many values that were. */
function writeWhatTheCheckAccepts(root: string): { all: readonly Written[]; refused: number } {
  const all = content();
  let refused = 0;
  for (const entry of all) write(root, entry);
  for (let round = 1; ; round += 1) {
    const reading = readAll(root);
    const problems = [...reading.problems, ...reading.entries.flatMap(checkerOf(reading, filesBelow(root)))];
    if (problems.length === 0) return { all, refused };
    if (round > 4) throw new Error(problems.slice(0, 10).map(tell).join('\n'));
    const changed = new Set<Written>();
    for (const { file, field = 'body' } of problems) {
      const entry = all.find(({ type, slug }) => languages.some((language) => textPath(type, slug, language) === file));
      if (!entry) throw new Error(problems.map(tell).join('\n'));
      const [name = ''] = field.split('.');
      for (const language of languages) {
        const own = textPath(entry.type, entry.slug, language) === file;
        if (own && name in entry.values[language]) {
          refused += 1;
          entry.values[language][name] = plain(contentTypes[entry.type].fields as Fields, name, language, refused);
        }
      }
      changed.add(entry);
    }
    for (const entry of changed) write(root, entry);
  }
}

function plain(fields: Fields, name: string, language: Language, number: number): unknown {
  if (fields[name]?.optional || fields[name]?.kind === 'list') return undefined;
  return language === 'ja' ? `言葉の${number}` : `Words ${number}`;
}

// ------------------------------------------------------------------------------------------------------------- the site

let root = '';
let files: string[] = [];
let refused = 0;
/** The values of every version, by its path on the site. */
let values: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map();

beforeAll(async () => {
  root = await makeSmallSite();
  const written = writeWhatTheCheckAccepts(root);
  refused = written.refused;
  values = new Map(
    written.all.flatMap((entry) =>
      languages.map((language) => [entryPath(language, entry.type, entry.slug), entry.values[language]]),
    ),
  );
  const { status, stdout, stderr } = spawnSync(join(process.cwd(), 'node_modules/.bin/node'), ['tools/build.ts'], {
    cwd: root,
    env: { ...process.env, SOURCE_DATE_EPOCH: String(now().getTime() / 1000) },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(status, `${stdout}\n${stderr}`.slice(-4000)).toBe(0);
  files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'dist').length))
    .sort();
}, 900_000);

afterAll(() => {
  removeSmallSite(root);
});

const read = (file: string) => readFileSync(join(root, 'dist', file), 'utf8');
const ending = (end: string) => files.filter((file) => file.endsWith(end));
const pages = () => ending('.html').filter((file) => !file.startsWith('/admin/'));

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) => (defaultTreeAdapter.isElementNode(child) ? [child, ...elementsOf(child)] : []));
}

test('most of the strings are somewhere on it', () => {
  process.stdout.write(
    `On the site: ${strings.length} strings, ${placed.size} placed, ${refused} values refused by the check; ${pages().length} pages\n`,
  );
  expect(placed.size).toBeGreaterThan(strings.length * 0.9);
});

test('every page is HTML that a browser has nothing to mend in, and nothing on it executes', () => {
  expect(pages().length).toBeGreaterThan(500);
  const faults = pages().flatMap((file) => {
    const found: string[] = [];
    const document = parse(read(file), { onParseError: ({ code, startLine }) => found.push(`${code} in line ${startLine}`) });
    for (const element of elementsOf(document)) {
      const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
      const isData = attributes['type'] === 'application/ld+json';
      const [written] = element.childNodes;
      const words = written && defaultTreeAdapter.isTextNode(written) ? written.value : '';
      if (element.tagName === 'script' && isData) JSON.parse(words);
      else if (element.tagName === 'script' && words !== '') found.push(`script: ${words}`);
      if (['style', 'iframe', 'object', 'embed', 'base'].includes(element.tagName)) found.push(`<${element.tagName}>`);
      for (const [name, value] of Object.entries(attributes)) {
        const isAddress = ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name);
        if (name.startsWith('on') || name === 'style') found.push(`${name}="${value}"`);
        if (isAddress && /^\s*(?:javascript|data|vbscript):/i.test(value)) found.push(`${name}="${value}"`);
      }
    }
    return found.map((fault) => `${file}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

/** The words of an element, as a reader sees them. */
function wordsIn(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) =>
      defaultTreeAdapter.isTextNode(child) ? child.value : defaultTreeAdapter.isElementNode(child) ? wordsIn(child) : '',
    )
    .join('');
}

/** What HTML shows. */
const shownAs = (html = '') => wordsIn(parseFragment(html));

/** What a reader of feeds shows of a text that says whether it is HTML. */
const wordsOf = (text?: { value?: string; type?: string }) => (text?.type === 'html' ? shownAs(text.value) : text?.value);

/** What a reader of a format finds of an entry: its address, and the words of some of its fields. */
interface Read {
  readonly url: string | undefined;
  readonly [field: string]: string | undefined;
}

const pathIn = (url = '') => new URL(url, 'https://example.jp').pathname;

/** Every word that was read of an entry of the corpora is the one that was written; gives how many words those were. */
function expectWritten(read: readonly Read[]): number {
  let count = 0;
  const faults: string[] = [];
  for (const { url, ...fields } of read) {
    const written = values.get(pathIn(url));
    if (!written) continue;
    for (const [name, words] of Object.entries(fields)) {
      count += 1;
      if (words !== written[name]) faults.push(`${url} ${name}: ${JSON.stringify(words)} for ${JSON.stringify(written[name])}`);
    }
  }
  expect(faults).toEqual([]);
  return count;
}

test('pages, their metadata, feeds and calendars give back what was written, to other parsers', () => {
  const found: Record<string, Read[]> = { pages: [], metadata: [], Atom: [], RSS: [], 'JSON Feed': [], iCalendar: [] };
  for (const file of pages()) {
    const url = file.replace(/index\.html$/, '');
    if (!values.has(url)) continue;
    const elements = elementsOf(parse(read(file)));
    const title = elements.filter(({ tagName }) => tagName === 'h1').map(wordsIn);
    if (title.length > 0) found['pages']?.push({ url, title: title.join() });
    const [data = '{}'] = elements
      .filter(({ attrs }) => attrs.some(({ value }) => value === 'application/ld+json'))
      .map(wordsIn);
    const { '@graph': described = [] } = JSON.parse(data) as { '@graph'?: Record<string, string>[] };
    for (const { url: about, headline, name = headline, description: summary } of described) {
      if (pathIn(about) !== url) continue;
      found['metadata']?.push({ url, title: name, ...(summary === undefined ? {} : { summary }) });
    }
  }
  for (const file of ending('/feed.xml')) {
    for (const { id, title, summary } of parseAtomFeed(read(file)).entries ?? []) {
      found['Atom']?.push({ url: id, title: wordsOf(title), summary: wordsOf(summary) });
    }
  }
  for (const file of ending('/rss.xml')) {
    for (const { link, title, description } of parseRssFeed(read(file)).items ?? []) {
      found['RSS']?.push({ url: link, title, summary: shownAs(description) });
    }
  }
  for (const file of ending('/feed.json')) {
    for (const { id, title, content_html: html } of parseJsonFeed(read(file)).items ?? []) {
      found['JSON Feed']?.push({ url: id, title, summary: shownAs(html) });
    }
  }
  for (const file of ending('.ics')) {
    for (const event of new ICAL.Component(ICAL.parse(read(file)) as unknown[]).getAllSubcomponents('vevent')) {
      const [url, summary, description] = ['url', 'summary', 'description'].map((name) =>
        String(event.getFirstPropertyValue(name)),
      );
      // An anniversary has a title of its own.
      if (url?.includes('/events/')) found['iCalendar']?.push({ url, title: summary, summary: description });
    }
  }
  const counts = Object.fromEntries(Object.entries(found).map(([format, given]) => [format, expectWritten(given)]));
  process.stdout.write(`Words read back: ${JSON.stringify(counts)}\n`);
  for (const [format, count] of Object.entries(counts)) expect(count, format).toBeGreaterThan(100);
});

test('open data give back what was written, as JSON and as a table', () => {
  let compared = 0;
  for (const [type, { fields }] of Object.entries(contentTypes)) {
    const { records } = JSON.parse(read(`/data/${type}.json`)) as { records: Record<string, unknown>[] };
    const [names = [], ...rows] = rowsOf(read(`/data/${type}.csv`));
    expect(rows.filter(({ length }) => length !== names.length)).toEqual([]);
    expect(rows.length).toBe(records.length);
    const words = Object.entries<Field>(fields).filter(
      ([, field]) => field.column && field.translated && /text/i.test(field.kind),
    );
    for (const [index, record] of records.entries()) {
      for (const language of languages) {
        const written = values.get(pathIn(String(record[`url_${language}`])));
        for (const [name] of written ? words : []) {
          const column = `${name}_${language}`;
          // A quotation mark keeps a spreadsheet from running a cell.
          const cell = (rows[index]?.[names.indexOf(column)] ?? '').replace(/^'/, '');
          expect([record[column], cell], `${type} ${column}`).toEqual([written?.[name], written?.[name] ?? '']);
          compared += 1;
        }
      }
    }
  }
  process.stdout.write(`Words read back of open data: ${compared}, twice\n`);
  expect(compared).toBeGreaterThan(500);
});

test('every other file of data is whole', () => {
  for (const file of ending('.json')) expect(() => JSON.parse(read(file)) as unknown, file).not.toThrow();
});

test('Chromium opens fifty of its pages without a word, reads its XML, and finds three entries by their titles', async () => {
  const server = await serve(join(root, 'dist'), 0);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  try {
    const page = await (await browser.newContext()).newPage();
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(`${page.url()}: ${dialog.type()} ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    // What the policy forbids is told as an error too.
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
    });

    const readXml = (source: string) => {
      const document = new DOMParser().parseFromString(source, 'application/xml');
      return document.querySelector('parsererror')?.textContent ?? '';
    };
    const xml = [...ending('.xml'), ...ending('.svg')];
    expect(xml.length).toBeGreaterThan(5);
    for (const file of xml) expect(await page.evaluate(readXml, read(file)), file).toBe('');

    const paths = pages().map((file) => file.replace(/index\.html$/, ''));
    const lists = paths.filter((path) => /^\/(?:ja|en)\/(?:[a-z-]+\/)?$/.test(path));
    const others = paths.filter((path) => /\/(?:articles|events|themes|partnerships|glossary)\/./.test(path));
    const step = Math.ceil(others.length / (50 - Math.min(lists.length, 30)));
    for (const path of [...lists.slice(0, 30), ...others.filter((_path, index) => index % step === 0)]) {
      await page.goto(origin + path, { waitUntil: 'load' });
    }

    const titles = [...values]
      .filter(([path]) => path.startsWith('/ja/articles/'))
      .map(([, { title }]) => String(title))
      .filter((title) => /^[A-Za-z]{4,}(?: [A-Za-z]{4,})*$/.test(title))
      .slice(0, 3);
    expect(titles).toHaveLength(3);
    for (const title of titles) {
      await page.goto(`${origin}/ja/search/?q=${encodeURIComponent(title)}`);
      await expect.poll(() => page.locator('#results .title').allTextContents()).toContain(title);
    }
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    server.close();
  }
}, 300_000);
