/**
 * Pagefind's index in the browser: where words stand, in which records. Pagefind's own module chooses the index by the language
 * of the page and cannot be given another, so its worker is asked directly; the version is pinned, and a test plays it.
 */
import type { Leaves } from './chunks.ts';
import { decodeTable, type Table } from './table.ts';
import { isBeginning, isPair, neededOf, type Piece } from './tokens.ts';

/** What a bundle holds, as its file `search.json` says. */
export interface Manifest {
  /** The newest first. A record's id in Pagefind's index is the shard's name, an underscore and the id of its row. */
  readonly shards: readonly { readonly name: string; readonly records: number }[];
  /** The leaves of the dictionaries. */
  readonly words: Leaves;
  readonly readings: Leaves;
  readonly spellings: Leaves;
}

/** Where the pieces of a word stand in a shard: for each row the places of their last token. */
export type Places = ReadonlyMap<number, readonly number[]>;

/** The messages of Pagefind's worker, however it is reached. */
export interface PagefindWorker {
  call(instance: string, method: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** The files of a bundle. */
export interface Bundle {
  readonly base: string;
  text(path: string): Promise<string>;
  /** A file that Pagefind has compressed, without its signature. */
  fragment(id: string): Promise<Fragment>;
}

/** A record as Pagefind keeps it. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface PagefindAnswer {
  readonly results: readonly { readonly id: string; readonly words: readonly number[] }[];
}

/** Hits that the worker may remember before it is begun anew: it keeps something of each for good. */
const rememberedHits = 60_000;

/** A part of the index, and the table of its records. */
export class Shard {
  readonly name: string;
  readonly table: Table;
  readonly #worker: PagefindWorker;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #base: string;
  #ready: Promise<void> | undefined;
  #hits = 0;
  readonly #running = new Set<Promise<PagefindAnswer>>();
  readonly #kept = new Map<string, Promise<Places>>();

  constructor(worker: PagefindWorker, base: string, name: string, table: Table) {
    this.#worker = worker;
    this.#base = base;
    this.name = name;
    this.table = table;
    this.#rows = new Map(table.ids.map((id, row) => [`${name}_${id}`, row]));
  }

  /** Where the pieces stand one after the other. */
  async places(pieces: readonly Piece[]): Promise<Places> {
    // All are asked for at once: on a slow line the ways there and back cost more than a piece that turns out not to be needed.
    const asked = pieces.flatMap(({ tokens, isPrefix }) => {
      const last = tokens.length - 1;
      // Words of Latin letters side by side are Pagefind's own phrase: it tells records exactly, and the first place alone.
      if (tokens.length > 1 && !tokens.some(isPair)) return [{ distance: last + 1, own: this.#placesOfPhrase(tokens) }];
      const needed = isPrefix ? [last] : neededOf(tokens);
      return needed.map((at, index) => ({
        distance: at - (needed[index - 1] ?? -1),
        own: this.#placesOf(tokens[at] ?? ''),
      }));
    });
    const [first, ...others] = await Promise.all(asked.map(({ own }) => own));
    return others.reduce((places, own, index) => following(places, own, asked[index + 1]?.distance ?? 1), first ?? new Map());
  }

  /** Every place of a token: a pair, the beginning of pairs, or a Latin word. */
  async #placesOf(token: string): Promise<Places> {
    if (isPair(token)) return this.#found(token);
    // Without quotation marks a word is the beginning of others, with them only its first place is told.
    const [exact, begun] = await Promise.all([this.#found(`"${token}"`), this.#found(token)]);
    return new Map([...exact].map(([row, first]) => [row, begun.get(row) ?? first]));
  }

  async #placesOfPhrase(tokens: readonly string[]): Promise<Places> {
    const found = await this.#found(`"${tokens.join(' ')}"`);
    return new Map([...found].map(([row, places]) => [row, [Math.max(...places)]]));
  }

  /** Forgets the places that it has found: what is asked again is searched again. */
  forget(): void {
    this.#kept.clear();
  }

  #found(term: string): Promise<Places> {
    let places = this.#kept.get(term);
    if (!places) {
      places = this.#search(term);
      this.#kept.set(term, places);
      places.catch(() => this.#kept.delete(term));
    }
    return places;
  }

  async #search(term: string): Promise<Places> {
    await this.begin();
    const asked = this.#ask(term);
    this.#running.add(asked);
    const { results } = await asked.finally(() => this.#running.delete(asked));
    this.#hits += results.length;
    const places = new Map<number, readonly number[]>();
    for (const { id, words } of results) {
      const row = this.#rows.get(id);
      if (row !== undefined) places.set(row, words);
    }
    return places;
  }

  async #ask(term: string): Promise<PagefindAnswer> {
    // A beginning loads only the piece of the index that holds it itself: its continuations may lie in the next.
    if (isBeginning(term)) await this.#worker.call(this.name, 'preload', `${term}999999`, {});
    return (await this.#worker.call(this.name, 'search', term, {})) as PagefindAnswer;
  }

  /** Fetches what a search needs before its first word; begins anew when the worker has remembered enough. */
  begin(): Promise<void> {
    if (this.#hits > rememberedHits) {
      this.#hits = 0;
      return this.#beginWith(this.#startAnew());
    }
    return this.#ready ?? this.#beginWith(this.#start());
  }

  #beginWith(start: Promise<void>): Promise<void> {
    this.#ready = start;
    // What has failed is tried again with the next search.
    start.catch(() => (this.#ready = undefined));
    return start;
  }

  /** What is being searched is answered first: the worker forgets all of it. */
  async #startAnew(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#worker.call(this.name, 'destroy');
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.#worker.call(this.name, 'init', {
      basePath: this.#base,
      language: this.name,
      primary: true,
      // The table is read before, fresh: what it names does not change under one name.
      metaCacheTag: '',
    });
    // The worker says so before it has loaded anything; an empty search is answered when it has.
    await this.#worker.call(this.name, 'search', '', {});
  }
}

/** Of the places of a token those that stand so far after one of what comes before. */
function following(before: Places, own: Places, distance: number): Places {
  const found = new Map<number, readonly number[]>();
  const [fewer, other] = before.size < own.size ? [before, own] : [own, before];
  for (const row of fewer.keys()) {
    if (!other.has(row)) continue;
    const ends = new Set(before.get(row));
    const kept = (own.get(row) ?? []).filter((place) => ends.has(place - distance));
    if (kept.length > 0) found.set(row, kept);
  }
  return found;
}

/** An index that is open: its shards are fetched when they are first asked for. */
export class SearchIndex {
  readonly manifest: Manifest;
  readonly #bundle: Bundle;
  readonly #worker: PagefindWorker;
  readonly #shards: (Promise<Shard> | undefined)[] = [];
  readonly #texts = new Map<string, Promise<string>>();

  private constructor(bundle: Bundle, manifest: Manifest, worker: PagefindWorker) {
    this.#bundle = bundle;
    this.manifest = manifest;
    this.#worker = worker;
  }

  static async open(bundle: Bundle, worker: PagefindWorker): Promise<SearchIndex> {
    return new SearchIndex(bundle, JSON.parse(await bundle.text('search.json')) as Manifest, worker);
  }

  /** A shard by its number; 0 is the newest. */
  shard(number: number): Promise<Shard> {
    const { name = '' } = this.manifest.shards[number] ?? {};
    return (this.#shards[number] ??= this.#bundle
      .text(`tables/${name}.json`)
      .then((text) => new Shard(this.#worker, this.#bundle.base, name, decodeTable(text))));
  }

  /** A text file of the bundle, fetched once. */
  text(path: string): Promise<string> {
    let text = this.#texts.get(path);
    if (!text) {
      text = this.#bundle.text(path);
      this.#texts.set(path, text);
      text.catch(() => this.#texts.delete(path));
    }
    return text;
  }

  fragment({ name }: Shard, id: string): Promise<Fragment> {
    return this.#bundle.fragment(`${name}_${id}`);
  }
}
