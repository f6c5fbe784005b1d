/** The search index of a language as files: Pagefind's index of pairs, in shards, with the dictionaries and names beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { createIndex, type PagefindIndex } from 'pagefind';
import sharp from 'sharp';
import { fileDigests } from '../entries/kept-entries.ts';
import { codeDigest, digest, keepFile, keptFile, touch } from '../kept.ts';
import { byUnits, inLeaves } from './chunks.ts';
import type { Fragment, Manifest } from './engine.ts';
import { packNames, type Name } from './names.ts';
import type { SearchRecord } from './records.ts';
import { encodeTable, type Row } from './table.ts';
import { carry, indexTokens } from './tokens.ts';
import { countsOf, dictionariesOf, vocabularyOf, type Counts, type Vocabulary } from './vocabulary.ts';

/**
 * Records of a shard at most. Each shard costs a query the bytes of its own pieces, which asks for few; an edited entry makes its
 * shard anew, which asks for small ones: 2 s for a thousand records, half a minute for five thousand. The newest, which are edited most, stand in
 * small ones until they are enough for a large one.
 */
const shardSize = { large: 5000, small: 1000 } as const;

/** Bytes of a piece of Pagefind's index, roughly: a quarter of its own choice makes a query a third as heavy. */
const chunkSize = '5000';

/** Pixels of a result's picture, twice of what is shown. */
const thumbnail = { width: 192, height: 128 };

/** What Pagefind writes that a reader may fetch; its own interfaces and the highlighter are not among it. */
const needed =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.(pf_meta|pf_index|pf_fragment|pf_filter))$/;

/** The index of a language, before it is made. */
export interface SearchIndex {
  /** Digest of all that it is made of. */
  readonly source: string;
  /**
   * Gives its files by path. What was cut and analysed once is kept in the cache's folder. Rejects where Pagefind refuses a record or a
   * picture cannot be read.
   */
  make(): Promise<Map<string, Uint8Array>>;
}

/** The index of records and names. */
export function searchIndex(
  records: readonly SearchRecord[],
  names: readonly Name[],
  cache = join(process.cwd(), '.cache', 'search'),
): SearchIndex {
  const shards = shardsOf(records, join(cache, 'shards'));
  const pictures = [...new Set(records.flatMap(({ picture }) => picture ?? []))];
  const packed = packNames(names);
  // They are of use even where nothing is made.
  for (const { file } of shards) if (existsSync(file)) touch(file);
  return {
    source: digest([
      maker,
      packed,
      ...shards.map(({ file }) => basename(file)),
      ...pictures.flatMap((path) => [path, digestOfPicture(path)]),
    ]),
    make: () => build(shards, pictures, packed, cache),
  };
}

async function build(
  shards: readonly Shard[],
  pictures: readonly string[],
  names: string,
  cache: string,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const manifest: Writable<Manifest> = { shards: [], words: [], readings: [], spellings: [] };
  const entries: PagefindEntry[] = [];
  const vocabularies: Counts[] = [];
  for (const shard of shards) {
    const { files: own, rows, counts } = await indexed(shard, cache);
    for (const [path, content] of own) if (path !== entryFile) files.set(path, content);
    entries.push(JSON.parse(new TextDecoder().decode(own.get(entryFile))) as PagefindEntry);
    files.set(`tables/${shard.name}.json`, bytes(encodeTable(rows)));
    manifest.shards.push({ name: shard.name, records: rows.length });
    vocabularies.push(counts);
  }
  files.set(entryFile, bytes(JSON.stringify(joinedEntry(entries))));
  const dictionaries = dictionariesOf(vocabularies);
  for (const dictionary of ['words', 'readings', 'spellings'] as const) {
    const { keys, leaves } = inLeaves(dictionaries[dictionary]);
    manifest[dictionary] = keys;
    for (const [number, leaf] of leaves.entries()) files.set(`${dictionary}/${number}.txt`, bytes(leaf));
  }
  files.set('names.json', bytes(names));
  files.set('search.json', bytes(JSON.stringify(manifest)));
  for (const picture of pictures) files.set(thumbnailPath(picture), await thumbnailOf(picture, cache));
  return files;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

interface Shard {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** Where its index is kept, under a digest of all that it is made of. */
  readonly file: string;
}

/** Shards of whole years, the newest first; what has no date stands with the newest. They are filled from the oldest on, so that what is new changes the newest alone. */
function shardsOf(records: readonly SearchRecord[], folder: string): Shard[] {
  const dateOf = ({ date }: SearchRecord) => date || '9999';
  const sorted = records.toSorted((a, b) => byUnits(dateOf(a), dateOf(b)) || byUnits(a.url, b.url));
  const years = [...Map.groupBy(sorted, (record) => dateOf(record).slice(0, 4)).values()];
  const large = filled(years, shardSize.large);
  const newest = large.pop() ?? [];
  return [...large, ...filled(newest, shardSize.small)]
    .map((own, number) => {
      const [name, all] = [`zxx-${number}`, own.flat()];
      return { name, records: all, file: join(folder, digest([indexer, name, ...all.map(sourceOf)])) };
    })
    .reverse();
}

/** What decides how a record is indexed. */
function sourceOf(record: SearchRecord): string {
  return record.made ? `${maker} ${record.made}` : JSON.stringify(record);
}

/** Years in groups of at most so many records; a year that is larger is cut. */
function filled(years: readonly (readonly SearchRecord[])[], size: number): (readonly SearchRecord[])[][] {
  const groups: (readonly SearchRecord[])[][] = [];
  let count = size;
  for (const year of years) {
    for (let at = 0; at < year.length; at += size) {
      const part = year.slice(at, at + size);
      if (count + part.length > size) {
        groups.push([]);
        count = 0;
      }
      groups.at(-1)?.push(part);
      count += part.length;
    }
  }
  return groups;
}

/** Where Pagefind says which "languages" a bundle has: here, which shards. */
const entryFile = 'pagefind-entry.json';

interface PagefindEntry {
  readonly languages: Readonly<Record<string, unknown>>;
}

/** One bundle out of those of the shards. */
function joinedEntry(entries: readonly PagefindEntry[]): PagefindEntry {
  return {
    ...entries[0],
    languages: Object.assign({}, ...entries.map(({ languages }) => languages)) as PagefindEntry['languages'],
  };
}

/** A shard that is indexed. */
interface Indexed {
  /** Pagefind's files. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly rows: readonly Row[];
  readonly counts: Counts;
}

/** Digest of what indexes, so that a change of it makes every shard anew. */
const indexer = digest([
  ...['build.ts', 'tokens.ts', 'vocabulary.ts', 'readings.ts', 'spellings.ts'].map((file) =>
    readFileSync(join(process.cwd(), 'src', 'search', file), 'utf8'),
  ),
  readFileSync(join(process.cwd(), 'package.json'), 'utf8'),
]);

/** Digest of the code that makes records of entries: of that which runs, so it is taken when this is loaded. */
const maker = codeDigest(['settings.ts', 'src']);

/** The index of a shard, made once for its records: an edited entry makes one shard anew. */
async function indexed(shard: Shard, cache: string): Promise<Indexed> {
  const kept = keptFile(shard.file);
  if (kept) return deserialize(kept) as Indexed;
  const made = await indexAnew(shard, cache);
  keepFile(shard.file, serialize(made));
  return made;
}

/** The index of a shard by Pagefind, as a "language" of a bundle. */
async function indexAnew({ name, records }: Shard, cache: string): Promise<Indexed> {
  // Read by Pagefind's process when it starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = chunkSize;
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('\n'));
  const vocabularies: Vocabulary[] = [];
  const rows: Omit<Row, 'id'>[] = [];
  for (const record of records) {
    const { content, titleLength, length, vocabulary } = await cut(record, cache);
    rows.push({ title: record.title, titleLength, length, date: record.date, facets: record.facets });
    vocabularies.push(vocabulary);
    await add(index, name, record, content);
  }
  const { files: made } = await index.getFiles();
  await index.deleteIndex();
  const files = new Map(made.filter(({ path }) => needed.test(path)).map(({ path, content }) => [path, content]));
  const ids = idsByUrl(files);
  return {
    files,
    rows: rows.map((row, at) => ({ ...row, id: ids.get(records[at]?.url ?? '') ?? '' })),
    counts: countsOf(vocabularies),
  };
}

async function add(index: PagefindIndex, name: string, record: SearchRecord, content: string): Promise<void> {
  const { url, title, kind, shownDate, place, picture, facets } = record;
  const shown = { title, kind, date: shownDate, place, ...(picture ? { picture: thumbnailPath(picture) } : {}) };
  const { errors } = await index.addCustomRecord({
    url,
    content,
    language: name,
    // One word that nobody can search for: the words of a kind or a place would be found otherwise.
    meta: { shown: carry('s', JSON.stringify(shown)) },
    filters: Object.fromEntries(
      Object.entries(facets).flatMap(([facet, values]) => (values.length > 0 ? [[facet, [...values]]] : [])),
    ),
  });
  if (errors.length > 0) throw new Error(`${url}: ${errors.join('\n')}`);
}

/** What of a record depends on its text alone. */
interface Cut {
  readonly content: string;
  readonly titleLength: number;
  readonly length: number;
  readonly vocabulary: Vocabulary;
}

/** The index words and the vocabulary of a record, cut once for its text. */
async function cut({ title, passages }: SearchRecord, cache: string): Promise<Cut> {
  const file = join(cache, `${digest([indexer, title, JSON.stringify(passages)])}.json`);
  const kept = keptFile(file);
  if (kept) {
    touch(file);
    return JSON.parse(kept.toString('utf8')) as Cut;
  }
  const words = (text: string) => indexTokens(text).split(/\s+/).filter(Boolean);
  const head = words(title);
  const content = [
    ...head,
    ...passages.flatMap(({ heading, text }) => [
      carry('h', JSON.stringify(heading ?? {})),
      ...words(heading?.text ?? ''),
      carry('t', ''),
      ...text.split('\n').flatMap((line) => [...words(line), carry('n', '')]),
    ]),
  ];
  const texts = [title, ...passages.flatMap(({ heading, text }) => [heading?.text ?? '', text])];
  const made: Cut = {
    content: content.join(' '),
    titleLength: head.length,
    length: content.length,
    vocabulary: await vocabularyOf(texts.join('\n')),
  };
  keepFile(file, JSON.stringify(made));
  return made;
}

/** The ids of a shard's records by address: they are in the names of the fragments. */
function idsByUrl(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [path, content] of files) {
    const [, id] = /^fragment\/.+_([0-9a-f]+)\.pf_fragment$/.exec(path) ?? [];
    if (id) ids.set(readFragment(gunzipSync(content)).url, id);
  }
  return ids;
}

/** A fragment from its bytes, without Pagefind's signature of twelve. */
function readFragment(content: Uint8Array): Fragment {
  return JSON.parse(new TextDecoder().decode(content.subarray(12))) as Fragment;
}

function thumbnailPath(picture: string): string {
  return `pictures/${digest([picture]).slice(0, 12)}.webp`;
}

function digestOfPicture(picture: string): string {
  return fileDigests.of(join(process.cwd(), picture))?.digest ?? '';
}

async function thumbnailOf(picture: string, cache: string): Promise<Uint8Array> {
  const file = join(cache, `${digest([digestOfPicture(picture), JSON.stringify(thumbnail)])}.webp`);
  const kept = keptFile(file);
  if (kept) return kept;
  const made = await sharp(join(process.cwd(), picture))
    .resize({ ...thumbnail, fit: 'cover' })
    .webp({ quality: 70 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new Error(`${picture} cannot be read as a picture.`, { cause });
    });
  keepFile(file, made);
  return made;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
