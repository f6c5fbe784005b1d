/** Strings that broke other programs, through everything that an editor can write: accepted or refused, never a throw. */
import { isDeepStrictEqual } from 'node:util';
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/body/render.ts';
import { carried, textOf } from '../../src/body/store.ts';
import { characterProblems } from '../../src/entries/characters.ts';
import { readFiles, readWritten, textPath, writtenIn, type Keep, type Written } from '../../src/entries/entry.ts';
import { readAll } from '../../src/entries/read.ts';
import { meaning, readMaps, readValues, writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import { defaultLanguage } from '../../src/i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import type { Field } from '../../src/model/fields.ts';
import { describe as tell, type Problem } from '../../src/model/refusal.ts';
import { onDisk } from '../entries/on-disk.ts';
import { corpora, yamlDocuments } from './corpora.ts';
import { filled, sample } from './filled.ts';

const lists = Object.entries(corpora());
const all = [...new Set(lists.flatMap(([, strings]) => strings))];

/** As `keep` of the store, without its files. */
const keep: Keep = (source, language) => {
  const { text, findings } = render(source, language);
  return text ? { key: carried(text) } : { findings };
};

/** Every problem has its place, and words in Japanese and in English that a terminal can print. */
function expectTold(problems: readonly Problem[], input: string): void {
  const untold = problems.filter(
    ({ line, column, message, remedy, ...problem }) =>
      !(line >= 1 && column >= 1) ||
      [message, remedy].some(({ ja, en }) => !/[\p{sc=Hiragana}\p{sc=Han}]/u.test(ja) || !/[a-z]/i.test(en)) ||
      /[^\P{C}\n\p{Cf}\p{Cn}]|[\u202a-\u202e\u2066-\u2069]/u.test(tell({ line, column, message, remedy, ...problem })),
  );
  if (untold.length > 0) expect(untold, JSON.stringify(input)).toEqual([]);
}

const outcome = { accepted: 'accepted', refused: 'refused' } as const;
type Outcome = keyof typeof outcome;

/** Prints how many of the inputs had which outcome, and gives the counts. */
function counted(name: string, outcomes: readonly Outcome[]): Record<Outcome, number> {
  const accepted = outcomes.filter((found) => found === outcome.accepted).length;
  const refused = outcomes.filter((found) => found === outcome.refused).length;
  process.stdout.write(`${name}: ${outcomes.length} inputs, ${accepted} accepted, ${refused} refused\n`);
  return { accepted, refused };
}

// ------------------------------------------------------------------------------------------------------------------ text

/** What Markdown and the blocks may become, with the attributes of each. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'id', 'data-footnote-ref', 'data-footnote-backref', 'aria-describedby', 'aria-label', 'class'],
  blockquote: [],
  br: [],
  code: ['class'],
  del: [],
  div: ['class', 'role', 'aria-labelledby', 'tabindex', 'data-kind'],
  em: [],
  figcaption: [],
  figure: ['class'],
  h2: ['id', 'class'],
  h3: ['id'],
  h4: ['id'],
  hr: [],
  li: ['id'],
  ol: ['start'],
  p: ['class', 'aria-hidden'],
  pre: [],
  rp: [],
  rt: [],
  ruby: [],
  section: ['class', 'data-footnotes'],
  span: ['lang', 'class'],
  strong: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['class'],
  th: ['class', 'scope'],
  thead: ['id'],
  time: ['datetime'],
  tr: [],
  ul: [],
};

const allowedUrl = /^(https?:\/\/[^/]|mailto:|tel:|#|\/(?!\/))/i;

/** Whatever a browser would find in a run of HTML that no text may hold. */
function strange(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if (defaultTreeAdapter.isTextNode(child)) continue;
      if (!defaultTreeAdapter.isElementNode(child)) {
        found.push(child.nodeName);
        continue;
      }
      const { tagName, attrs } = child;
      if (!Object.hasOwn(allowed, tagName)) found.push(`<${tagName}>`);
      for (const { name, value } of attrs) {
        if (!allowed[tagName]?.includes(name)) found.push(`<${tagName} ${name}="${value}">`);
        else if (name === 'href' && !allowedUrl.test(value)) found.push(`<${tagName} href="${value}">`);
      }
      visit(child);
    }
  };
  visit(parseFragment(html, { onParseError: ({ code }) => found.push(code) }));
  return found;
}

test('what would execute is found strange', () => {
  for (const html of [
    '<script></script>',
    '<a href="javascript:x">x</a>',
    '<a href="//evil.example">x</a>',
    '<p onclick="x">x</p>',
    '<iframe></iframe>',
    '<p style="x">x</p>',
    '<b>x',
    '<!-- x -->',
  ]) {
    expect(strange(html), html).not.toEqual([]);
  }
});

const article = (body: string): Values => ({
  slug: 'a',
  status: 'published',
  title: '題',
  summary: '要旨',
  date: '2024-05-01',
  body,
});

describe('as the text of an article', () => {
  /** The spec's cap for one text. */
  const cap = 10_000;

  test.each(lists)('%s', (name, strings) => {
    const file = textPath('articles', 'a', defaultLanguage);
    const outcomes = strings.map((string): Outcome => {
      const contents = { [file]: writeEntry('articles', undefined, article(string)) };
      const start = performance.now();
      const { entries, problems } = readFiles('articles', 'a', { contents, beside: [] }, keep);
      expect(performance.now() - start, JSON.stringify(string)).toBeLessThan(cap);
      expectTold(problems, string);
      const [entry] = entries;
      if (!entry) {
        expect(problems, JSON.stringify(string)).not.toEqual([]);
        return 'refused';
      }
      expect(problems, JSON.stringify(string)).toEqual([]);
      const html = textOf(entry.text ?? '')
        .parts.map((part) => (typeof part === 'string' ? part : ''))
        .join('');
      expect(strange(html), JSON.stringify(string)).toEqual([]);
      return 'accepted';
    });
    const { accepted, refused } = counted(`As a text, ${name}`, outcomes);
    expect(accepted + refused).toBe(strings.length);
    expect(refused).toBeGreaterThan(0);
  });
});

// ---------------------------------------------------------------------------------------------------------------- fields

const holdsString = ({ kind }: Field) => !['number', 'flag', 'status'].includes(kind);

function pathsOf(type: TypeName): string[] {
  const paths: string[] = [];
  filled(contentTypes[type].fields, (path, field) => paths.push(...(holdsString(field) ? [path] : [])));
  return paths;
}

function written(type: TypeName, values: Values): Written {
  const isFile = contentTypes[type].storage === 'file';
  const content = isFile
    ? writeMaps(type, undefined, { [defaultLanguage]: values })
    : writeEntry(type, undefined, { ...values, body: '本文。' });
  return writtenIn(type, 'a', { contents: { [textPath(type, 'a', defaultLanguage)]: content }, beside: [] });
}

/** The outcome for each field of a type when all of them hold one string; throws where a value was changed on its way. */
function outcomesOf(type: TypeName, string: string): Outcome[] {
  const { fields } = contentTypes[type];
  const paths = pathsOf(type);
  const values = filled(fields, (_path, field) => (holdsString(field) ? string : sample(field)));
  const file = written(type, values);
  expectTold(file.problems, string);
  const [version] = file.versions;
  if (!version) {
    // What the newsroom writes is YAML, whatever the value: only its characters can be refused.
    expect(file.problems, JSON.stringify(string)).not.toEqual([]);
    expect(characterProblems('', string), `${type}: ${JSON.stringify(string)}`).not.toEqual([]);
    return paths.map(() => outcome.refused);
  }
  // The white space around a value goes as it is saved, and with it a value that is nothing else.
  if (!isDeepStrictEqual(version.values, meaning(values) ?? {})) {
    expect(version.values, `${type}: ${JSON.stringify(string)}`).toEqual(meaning(values));
  }
  const { problems } = readWritten(type, 'a', file, keep);
  expectTold(problems, string);
  const isRefused = (path: string) => problems.some(({ field = '' }) => path === field || path.startsWith(`${field}.`));
  const outcomes = paths.map((path): Outcome => (isRefused(path) ? 'refused' : 'accepted'));
  if (string.trim() === '') return outcomes;

  const kept = filled(fields, (path, field) => (holdsString(field) && !isRefused(path) ? string.trim() : sample(field)));
  const slug = String(kept['slug']);
  const { entries, problems: others } = readWritten(type, slug, { ...file, versions: [{ ...version, values: kept }] }, keep);
  expect(others, `${type}: ${JSON.stringify(string)}`).toEqual([]);
  const { body: _body, ...data } = entries[0]?.data as Values;
  if (!isDeepStrictEqual(data, kept)) expect(data, `${type}: ${JSON.stringify(string)}`).toEqual(kept);
  return outcomes;
}

describe('as the value of every field', () => {
  test.each(typeNames)('of %s', { timeout: 300_000 }, (type) => {
    const outcomes = all.flatMap((string) => outcomesOf(type, string));
    const fields = pathsOf(type).length;
    expect(fields).toBeGreaterThan(5);
    const { accepted, refused } = counted(`In ${fields} fields of ${type}, ${all.length} strings`, outcomes);
    expect(accepted + refused).toBe(all.length * fields);
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

// ----------------------------------------------------------------------------------------------------------------- names

describe('as a name', () => {
  /** As the design states the rules, not as the code does. */
  const slugRule = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const pictureRule = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)(?=.{1,80}$)[a-z0-9][a-z0-9_-]*\.(?:jpg|jpeg|png|webp|avif)$/;

  test.each(lists)('%s', (name, strings) => {
    const outcomes = strings.flatMap((string): Outcome[] => {
      const slug = contentTypes.articles.fields.slug.schema.safeParse(string).success;
      expect(slug, JSON.stringify(string)).toBe(slugRule.test(string));
      const contents = { [textPath('articles', 'a', defaultLanguage)]: writeEntry('articles', undefined, article('本文。')) };
      const { problems } = readFiles('articles', 'a', { contents, beside: [string] }, keep);
      expectTold(problems, string);
      expect(problems.length === 0, JSON.stringify(string)).toBe(pictureRule.test(string));
      return [slug ? 'accepted' : 'refused', problems.length === 0 ? 'accepted' : 'refused'];
    });
    const { accepted, refused } = counted(`As a slug and as a picture's name, ${name}`, outcomes);
    expect(accepted + refused).toBe(2 * strings.length);
  });

  test('of a folder that lies on disk', () => {
    const names = all.filter(
      (string) => !/^\.{0,2}$|[/\0]/.test(string) && Buffer.byteLength(string) < 256 && string.isWellFormed(),
    );
    expect(names.length).toBeGreaterThan(300);
    const { entries, problems } = readAll(
      onDisk(
        Object.fromEntries(
          names.map((slug) => [
            `articles/${slug}/index.ja.mdx`,
            writeEntry('articles', undefined, { ...article('本文。'), slug }),
          ]),
        ),
      ),
    );
    for (const problem of problems) expectTold([problem], problem.file);
    const good = new Set(entries.map(({ slug }) => slug));
    const bad = (name: string) =>
      problems.some(({ file }) => [name, `${name}/index.ja.mdx`].some((path) => file === `content/articles/${path}`));
    const outcomes = names.flatMap((name): Outcome[] => [
      ...(good.has(name) ? [outcome.accepted] : []),
      ...(bad(name) ? [outcome.refused] : []),
    ]);
    const { accepted, refused } = counted('As a folder of articles', outcomes);
    expect(accepted + refused).toBe(names.length);
    expect([...good].sort()).toEqual(names.filter((name) => slugRule.test(name)).sort());
  });
});

// ------------------------------------------------------------------------------------------------------------------ YAML

describe('the YAML test suite', () => {
  test('as front matter and as whole files', () => {
    expect(yamlDocuments.length).toBeGreaterThan(300);
    const outcomes = yamlDocuments.flatMap((yaml): Outcome[] =>
      (['articles', 'themes'] as const).map((type) => {
        const isFile = contentTypes[type].storage === 'file';
        const content = isFile ? yaml : `---\n${yaml}---\n\n本文。\n`;
        const contents = { [textPath(type, 'a', defaultLanguage)]: content };
        const file = writtenIn(type, 'a', { contents, beside: [] });
        const { entries, problems } = readWritten(type, 'a', file, keep);
        expect(entries).toEqual([]);
        expectTold(problems, yaml);
        // What the newsroom does with such a file: it opens it, and saves it with another title.
        if (isFile) readMaps(content);
        else readValues(content);
        const saved = isFile
          ? writeMaps(type, content, { [defaultLanguage]: { title: '題' } })
          : writeEntry(type, content, { title: '題', body: '本文。' });
        expect(meaning(isFile ? readMaps(saved) : readValues(saved)), JSON.stringify(yaml)).toEqual(
          isFile ? { [defaultLanguage]: { title: '題' } } : { title: '題', body: '本文。' },
        );
        expect(file.versions.length > 0 || problems.length > 0, JSON.stringify(yaml)).toBe(true);
        return file.problems.length === 0 ? 'accepted' : 'refused';
      }),
    );
    const { accepted, refused } = counted('YAML test suite, as front matter and as a file', outcomes);
    expect(accepted + refused).toBe(2 * yamlDocuments.length);
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});
