/** No regular expression that sees foreign text takes more than linear time: a long text must not stop the check or a browser. */
import { globSync, readFileSync } from 'node:fs';
import type { Diagnostics, Parameters } from 'recheck';
import ts from 'typescript';
import { beforeAll, expect, it } from 'vitest';

/** Regular expressions that are not checked, by file and pattern, with what bounds the text that they see. */
const bounded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'admin/integration.ts': {
    [String.raw`^\s+([A-Z][^:]+):\s*(.*)$`]: 'a line of `public/_headers`, a file of the project',
  },
  'src/body/parallel.ts': {
    [String.raw`<(\/?)([a-z][a-z0-9]*)([^>]*)>`]: 'HTML that the text engine wrote: each tag that begins there ends',
    [String.raw`(<[^>]*\s)id="`]: 'the same HTML',
    [String.raw`(<[^>]*\s)href="#`]: 'the same HTML',
    [String.raw`(<[^>]*\saria-(?:describedby|labelledby))="`]: 'the same HTML',
  },
  'src/body/readings.ts': {
    [String.raw`<(ruby|h[2-6]|code)\b[^]*?<\/\1>|<[^>]*>`]: 'HTML that the text engine wrote: each tag and element ends',
  },
  'src/components/EntryList.astro': {
    '（[^）]*）': 'a span of dates as `formatRange` writes it',
  },
  'src/drawing/share.ts': {
    [String.raw`<svg[^>]*>|<\/svg>|<rect[^>]*>`]: '`public/icon.svg`, a file of the project',
  },
  'src/i18n/dates.ts': {
    [String.raw`\s*–\s*`]: 'a span of dates as `Intl` writes it',
  },
  'src/search/excerpt.ts': {
    [String.raw`\s+\S*$`]: 'an excerpt, cut to its length before',
  },
  'src/styles/roles.ts': {
    [String.raw`\/\*[^]*?\*\/`]: 'the style sheets of the project and of the design tokens',
    [String.raw`:root:lang\([^}]*\}`]: 'the same style sheets',
    [String.raw`--([\w-]+):\s*([^;]+);`]: 'the same style sheets',
  },
  'src/terms/forms.ts': {
    [String.raw`\p{Lu}[\p{L}\p{M}]*\s$`]: 'as many characters as `longestName` says',
  },
  'tools/handbook.ts': {
    [String.raw`<Figure src="([^"]*)" alt="([^"]*)" caption="([^"]*)"`]: 'a text of `content/`, which the check caps at 64 KB',
  },
  'tools/headers.ts': {
    [String.raw`^\s+([\w-]+):\s*(.*)$`]: 'a line of `public/_headers`, a file of the project',
  },
  'tools/weigh.ts': {
    [String.raw`url\(["']?([^"')]+\.(?:woff2?|ttf|otf))`]: 'a style sheet that the build wrote',
  },
};

/** Files none of whose regular expressions are checked, with what bounds the texts that they see. */
const boundedFiles: Readonly<Record<string, string>> = {
  'tools/audit/content.ts': 'pages that the build wrote, read by a maintainer',
  'tools/audit/page.ts': 'pages that the build wrote, read by a maintainer',
  'tools/bench/measure.ts': 'what the shell says of times, a line for each',
  'tools/bench/phrases.ts': "the project's own texts, which the check caps at 64 KB",
  'tools/bench/plain.ts': 'texts that the bench wrote',
  'tools/bench-search/corpus.ts': 'manuals of packages that the bench installs',
  'tools/bench-search/queries.ts': 'the texts of that corpus',
};

/** Patterns that are put together, by file and the name that they are made for, with what they are made of. */
const composed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'admin/preview/follow.ts': { marks: 'literals that are checked each, and begin apart' },
  'admin/text/marks.ts': { begun: 'the sign of a mark; it begins at a run of the sign, and goes on to the next sign at most' },
  'admin/text/paste/clean.ts': {
    unseen: '`invisible`, see src/model/spelling.ts',
    brokenLine: 'a class of characters that holds no space of those that follow; it begins behind one',
  },
  'src/body/readings.ts': { either: 'the pattern of the list above, and words of the reading list, escaped' },
  'src/entries/characters.ts': { odd: '`invisible`, see src/model/spelling.ts, and single characters' },
  'src/entries/figures.ts': { figure: 'runs of numerals, each begun where no numeral stands before it' },
  'src/model/spelling.ts': {
    invisible: 'single characters and what may stand before them, eight at most',
    printable: '`invisible` with other flags',
  },
  'src/search/excerpt.ts': { japanesePlaces: 'characters of the query, escaped, with at most one between two' },
  'src/search/tokens.ts': {
    pair: 'a marker and so many digits',
    apart: 'a word of the list `straddled`',
    parts: 'two classes of characters, and every run of either is taken',
    besideJapanese: 'a class of characters; joiners before Japanese and behind it',
  },
  'src/terms/forms.ts': { place: 'one character of a class' },
  'src/terms/drift.ts': { others: 'literals that are checked each, and begin apart' },
  'tools/bench/measure.ts': { kilobytes: 'a name and digits, at the beginning of a line' },
  'tools/bench/plain.ts': { attribute: 'a name and what stands between two quotation marks' },
};

interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `file:line` of each place that has it. */
  readonly places: string[];
}

interface Found {
  readonly file: string;
  readonly line: number;
  /** The pattern where it is constant; else the name that it is made for. */
  readonly source: string;
  readonly flags: string;
  readonly isComposed: boolean;
}

/** The scripts of a component: its front matter and its `<script>` elements, all else blank so that lines stay. */
function scriptsOf(component: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  let scripts = '';
  for (const { 0: whole, 1: front, 2: script, index } of component.matchAll(
    /^---\n([^]*?)^---$|<script\b[^>]*>([^]*?)<\/script>/gm,
  )) {
    const words = front ?? script ?? '';
    const from = index + whole.indexOf(words);
    scripts += blank(component.slice(scripts.length, from)) + words;
  }
  return scripts;
}

/** The name of the nearest constant or function that a node stands in. */
function nameAbove(node: ts.Node): string {
  if ((ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name)) {
    return node.name.text;
  }
  return ts.isSourceFile(node) ? '' : nameAbove(node.parent);
}

/** All regular expressions of a source file, in its order. */
function expressionsIn(file: string): Found[] {
  const text = readFileSync(file, 'utf8');
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(
    file,
    file.endsWith('.astro') ? scriptsOf(text) : text,
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1), isComposed: false });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      if (pattern && ts.isStringLiteralLike(pattern) && (!flags || ts.isStringLiteralLike(flags))) {
        found.push({ file, line, source: pattern.text, flags: flags?.text ?? '', isComposed: false });
      } else {
        found.push({ file, line, source: nameAbove(node), flags: '', isComposed: true });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * True where it can be seen without a search: nothing repeats without an end; or it is tried at the beginning of a text only,
 * and one character alone repeats.
 */
function isPlainlyLinear({ source, flags }: Pattern): boolean {
  const atoms = source.replace(/\\[pPuk](?:\{[^}]*\}|<[^>]*>)|\\x..|\\[^]|\[(?:\\[^]|[^\\\]])*\]/g, 'x');
  const repeats = atoms.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  if (repeats === 0) return true;
  return repeats === 1 && /^\^[^|]*$/.test(atoms) && !flags.includes('m') && !/\)(?:[*+]|\{\d+,\})/.test(atoms);
}

// Bounded by characters read and not by time wherever that can be, so that the verdict is the same on a slow machine.
const parameters: Parameters = {
  randomSeed: 0,
  timeout: 60_000,
  incubationTimeout: null,
  attackTimeout: null,
  attackLimit: 20_000_000,
  recallTimeout: -1,
};

const sources = globSync(['{src,admin,tools}/**/*.{ts,tsx,js,mjs,astro}', 'settings.ts'])
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const found = sources.flatMap(expressionsIn);
const constant = found.filter(({ isComposed }) => !isComposed);
const put = found.filter(({ isComposed }) => isComposed);

/** Patterns of a list for which no file has them any more. */
function stale(list: typeof bounded, among: readonly Found[]): string[] {
  return Object.entries(list).flatMap(([file, patterns]) =>
    Object.keys(patterns)
      .filter((source) => !among.some((one) => one.file === file && one.source === source))
      .map((source) => `${file}: ${source}`),
  );
}

let checkSync: (source: string, flags: string, parameters: Parameters) => Diagnostics;
beforeAll(async () => {
  // Its other backends start Java or a native program.
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  ({ checkSync } = await import('recheck'));
});

/** What is wrong with a pattern; nothing where it takes linear time. */
function faultOf({ source, flags, places }: Pattern): string[] {
  const verdict = checkSync(source, flags, parameters);
  if (verdict.status === 'safe') return [];
  const where = `${places.join(', ')}\n  /${source}/${flags}`;
  return verdict.status === 'vulnerable'
    ? [`${where}\n  ${verdict.complexity.summary}, for instance with ${verdict.attack.pattern}`]
    : [`${where}\n  undecided: ${verdict.error.kind}`];
}

it('finds the expressions of scripts and of components', () => {
  expect(constant.length).toBeGreaterThan(500);
  expect(constant.filter(({ file }) => file.endsWith('.astro'))).not.toEqual([]);
});

it('knows an expression that takes too long', () => {
  const at = { flags: '', places: ['here:1'] };
  expect(faultOf({ ...at, source: '^(?:a|aa)+$' }).join('')).toMatch(
    /^here:1\n {2}\/\^\(\?:a\|aa\)\+\$\/\n {2}exponential, .*a/,
  );
  expect(faultOf({ ...at, source: '\\s*$' }).join('')).toContain('polynomial');
  expect(isPlainlyLinear({ ...at, source: '^(?:a|aa)+$' })).toBe(false);
  expect(isPlainlyLinear({ ...at, source: '\\s*$' })).toBe(false);
  expect(isPlainlyLinear({ ...at, source: '^(a{0,3})*$' })).toBe(false);
  expect(isPlainlyLinear({ ...at, source: '^[\\]*+]*a$' })).toBe(true);
});

it('every regular expression takes linear time, or sees a bounded text', { timeout: 600_000 }, () => {
  const patterns = new Map<string, Pattern>();
  for (const { file, line, source, flags } of constant) {
    if (file in boundedFiles || bounded[file]?.[source] !== undefined) continue;
    const key = `/${source}/${flags}`;
    const { places } = patterns.get(key) ?? { places: [] };
    patterns.set(key, { source, flags, places: [...places, `${file}:${line}`] });
  }
  expect(
    [...patterns.values()]
      .filter((pattern) => !isPlainlyLinear(pattern))
      .flatMap(faultOf)
      .join('\n\n'),
  ).toBe('');
});

it('every pattern that is put together is known', () => {
  const unknown = put.filter(({ file, source }) => !(file in boundedFiles) && composed[file]?.[source] === undefined);
  expect(unknown.map(({ file, line, source }) => `${file}:${line} ${source}`)).toEqual([]);
});

it('the lists name nothing that is gone', () => {
  expect([...stale(bounded, constant), ...stale(composed, put)]).toEqual([]);
  expect(Object.keys(boundedFiles).filter((file) => !sources.includes(file))).toEqual([]);
});
