/** What each page of the last build had read, so that the next one makes only those again whose reads give something else. */
import { keepFile, keptFile } from '../kept.ts';
import { isQuestion } from '../queries/reads.ts';
import type { Tree } from './folder.ts';

/** A page as a build left it. */
interface Page {
  /** Its file, by its path from the folder of the site, and the digest of that. */
  readonly file: string;
  readonly digest: string;
  /** The files that it shows and that no other part of a build makes, by their paths: its pictures. */
  readonly shown: readonly string[];
  /** What it read, as places in the list of all reads, apart by spaces: as text, since with ten thousand entries they are millions. */
  readonly places: string;
}

/** A read with the digest of what it gave, and of a question what it was answered from besides front matter. */
type Known = readonly [read: string, gave: string, beside: readonly string[]];

interface Kept {
  /** Digest of the front matter of all entries. */
  readonly data: string;
  /** Every read in its place, which it keeps from build to build; undefined where no page holds it any more. */
  readonly reads: readonly (Known | undefined)[];
  /** The lines in which they stand. */
  readonly lines: readonly string[];
  readonly pages: ReadonlyMap<string, Page>;
}

/** What there is to read now. */
export interface Source {
  /** Digest of what a read gives; undefined where there is nothing to read any more. */
  gives(read: string): string | undefined;
  /** What a question was answered from besides front matter. */
  beside(read: string): readonly string[];
  /** Digest of the front matter of all entries. */
  readonly data: string;
}

/** What a page has read and shown while it was made. */
export interface Made {
  readonly reads: ReadonlySet<string>;
  readonly shown: readonly string[];
}

export interface Ledger {
  /** True where no page can stand. */
  readonly isEmpty: boolean;
  /** True for a page that would be made as it lies in the folder: its reads give the same, and its files are there. */
  stands(name: string, folder: Tree): boolean;
  made(name: string, made: Made): void;
  /** The files of the pages that there are, which stand or were made; what no page needs is not among them. */
  filesOf(pages: ReadonlyMap<string, string>): Set<string>;
  /** Writes what the next build asks, of the pages that there are, with the file of each. */
  keep(pages: ReadonlyMap<string, string>, folder: Tree): void;
}

/**
 * The ledger in a file. `ground` is a digest of what every page depends on. A file that is damaged, or of another ground, is as
 * good as none.
 */
export function openLedger(file: string, ground: string, source: Source): Ledger {
  const before = read(file, ground);
  const reads = before.reads.map((one) => one?.[0]);
  const places = new Map(reads.flatMap((own, place) => (own === undefined ? [] : [[own, place] as const])));
  const free = reads.flatMap((own, place) => (own === undefined ? [place] : []));
  const placeOf = (own: string): number => {
    const known = places.get(own);
    if (known !== undefined) return known;
    const place = free.pop() ?? reads.length;
    reads[place] = own;
    places.set(own, place);
    return place;
  };
  const known = new Map<number, Known | undefined>();
  /** What a read gives now. A question is not asked again where all that it can have been answered from is the same. */
  const now = (place: number): Known | undefined => {
    if (!known.has(place)) known.set(place, isAnsweredAlike(place) ? before.reads[place] : readAnew(place));
    return known.get(place);
  };
  const isAnsweredAlike = (place: number): boolean => {
    const [own, , beside] = before.reads[place] ?? [''];
    return (
      beside !== undefined && isQuestion(own) && source.data === before.data && beside.every((one) => isSame(placeOf(one)))
    );
  };
  const readAnew = (place: number): Known | undefined => {
    const own = reads[place] ?? '';
    const gave = source.gives(own);
    const former = before.reads[place];
    const beside = gave === undefined ? [] : source.beside(own);
    if (former?.[1] === gave && former?.[2].join() === beside.join()) return former;
    return gave === undefined ? undefined : [own, gave, beside];
  };
  const isSame = (place: number): boolean => {
    const gave = before.reads[place]?.[1];
    return gave !== undefined && now(place)?.[1] === gave;
  };
  /** What is known of each place, asked for every page: it gives the same, or something else. */
  const verdicts = new Uint8Array(before.reads.length);
  const isSameStill = (place: number) => (verdicts[place] ||= isSame(place) ? same : other) === same;
  const makes = new Map<string, Pick<Page, 'places' | 'shown'>>();
  const pageOf = (name: string) => makes.get(name) ?? before.pages.get(name);
  return {
    isEmpty: before.pages.size === 0,
    stands: (name, folder) => {
      const page = before.pages.get(name);
      return (
        page !== undefined &&
        folder.get(page.file)?.digest === page.digest &&
        page.shown.every((path) => folder.has(path)) &&
        everyPlace(page.places, isSameStill)
      );
    },
    made: (name, made) => {
      const held = [...made.reads].map(placeOf);
      // At once: a picture may be replaced while the rest is made.
      for (const place of held) if (!now(place)) nothing(reads[place]);
      makes.set(name, { places: held.join(' '), shown: made.shown });
    },
    filesOf: (pages) => new Set([...pages].flatMap(([name, own]) => [own, ...(pageOf(name)?.shown ?? [])])),
    keep: (pages, folder) => {
      const held = new Set<number>();
      const keptPages: string[] = [];
      for (const [name, own] of pages) {
        const page = pageOf(name);
        const digest = folder.get(own)?.digest;
        if (!page || digest === undefined) continue;
        everyPlace(page.places, (place) => held.add(place) !== undefined);
        keptPages.push(`${page.places}\t${JSON.stringify([name, own, digest, page.shown])}`);
      }
      // What answers came from has a place too, though no page holds it.
      for (const place of held) for (const own of now(place)?.[2] ?? []) held.add(placeOf(own));
      const lines = reads.map((_, place) => {
        const own = held.has(place) ? now(place) : undefined;
        return own && own === before.reads[place] ? (before.lines[place] ?? '') : own ? JSON.stringify(own) : '';
      });
      const head: Head = { ground, data: source.data, reads: lines.length };
      keepFile(file, [JSON.stringify(head), ...lines, ...keptPages].join('\n'));
    },
  };
}

function nothing(read = ''): never {
  throw new Error(`A page has just read ${read}, and there is nothing to read.`);
}

/** The first line of the file: what decides every page, so that with another ground none is as it was, and how many lines hold reads. */
interface Head {
  readonly ground: string;
  readonly data: string;
  readonly reads: number;
}

/** True where all places hold. Cut by hand: they are millions, of which most pages' are looked at in every build. */
function everyPlace(places: string, holds: (place: number) => boolean): boolean {
  let place = 0;
  for (let at = 0; at <= places.length && places !== ''; at += 1) {
    const code = at < places.length ? places.charCodeAt(at) : space;
    if (code !== space) place = place * 10 + code - zero;
    else if (holds(place)) place = 0;
    else return false;
  }
  return true;
}

const [same, other] = [1, 2];
const space = 32;
const zero = 48;

function read(file: string, ground: string): Kept {
  const [first = '', ...lines] = keptFile(file)?.toString('utf8').split('\n') ?? [];
  const head = first === '' ? undefined : (JSON.parse(first) as Head);
  if (head?.ground !== ground) return { data: '', reads: [], lines: [], pages: new Map() };
  const own = lines.slice(0, head.reads);
  return {
    data: head.data,
    reads: own.map((line) => (line === '' ? undefined : (JSON.parse(line) as Known))),
    lines: own,
    pages: new Map(lines.slice(head.reads).map(pageIn)),
  };
}

function pageIn(line: string): [string, Page] {
  const at = line.indexOf('\t');
  const [name, file, digest, shown] = JSON.parse(line.slice(at + 1)) as [string, string, string, string[]];
  return [name, { file, digest, shown, places: line.slice(0, at) }];
}
