/** What each page of the last build had read, so that the next one makes only those again whose reads give something else. */
import { keepFile, keptFile } from '../kept.ts';
import { isQuestion } from '../queries/reads.ts';
import type { Tree } from './folder.ts';

/** A page as the last build left it. */
interface Page {
  /** Its file, by its path from the folder of the site, and the digest of that. */
  readonly file: string;
  readonly digest: string;
  /** What it read, as places in the list of all reads. */
  readonly reads: readonly number[];
  /** The files that it shows and that no other part of a build makes, by their paths: its pictures. */
  readonly shown: readonly string[];
}

interface Kept {
  /** What decides every page: with another ground no page is as it was. */
  readonly ground: string;
  /** Digest of the front matter of all entries. */
  readonly data: string;
  /** Every read with the digest of what it gave, and of a question what it was answered from besides front matter. */
  readonly reads: readonly Known[];
  readonly pages: Readonly<Record<string, Page>>;
}

type Known = readonly [read: string, gave: string, beside: readonly string[]];

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
  /** Every read once, those of before first: pages hold their places alone. */
  const reads = before.reads.map(([own]) => own);
  const places = new Map(reads.map((own, place) => [own, place]));
  const placeOf = (own: string): number => {
    const place = places.get(own) ?? reads.push(own) - 1;
    places.set(own, place);
    return place;
  };
  const known = new Map<number, Known | undefined>();
  /** What a read gives now. A question is not asked again where all that it can have been answered from is the same. */
  const now = (place: number): Known | undefined => {
    if (!known.has(place)) known.set(place, isAnsweredAlike(place) ? before.reads[place] : readAnew(reads[place] ?? ''));
    return known.get(place);
  };
  const isAnsweredAlike = (place: number): boolean => {
    const [own, , beside] = before.reads[place] ?? [''];
    return (
      beside !== undefined && isQuestion(own) && source.data === before.data && beside.every((one) => isSame(placeOf(one)))
    );
  };
  const readAnew = (own: string): Known | undefined => {
    const gave = source.gives(own);
    return gave === undefined ? undefined : [own, gave, source.beside(own)];
  };
  const isSame = (place: number): boolean => {
    const gave = before.reads[place]?.[1];
    return gave !== undefined && now(place)?.[1] === gave;
  };
  const makes = new Map<string, Pick<Page, 'reads' | 'shown'>>();
  const pageOf = (name: string) => makes.get(name) ?? before.pages[name];
  return {
    isEmpty: Object.keys(before.pages).length === 0,
    stands: (name, folder) => {
      const page = before.pages[name];
      return (
        page !== undefined &&
        folder.get(page.file)?.digest === page.digest &&
        page.shown.every((path) => folder.has(path)) &&
        page.reads.every(isSame)
      );
    },
    made: (name, made) => void makes.set(name, { reads: [...made.reads].map(placeOf), shown: made.shown }),
    filesOf: (pages) => new Set([...pages].flatMap(([name, own]) => [own, ...(pageOf(name)?.shown ?? [])])),
    keep: (pages, folder) => {
      const kept = new Map<number, number>();
      const keptPlace = (place: number) => {
        const own = kept.get(place) ?? kept.size;
        kept.set(place, own);
        return own;
      };
      const keptPages = [...pages].flatMap(([name, own]): [string, Page][] => {
        const page = pageOf(name);
        const digest = folder.get(own)?.digest;
        if (!page || digest === undefined) return [];
        return [[name, { file: own, digest, reads: page.reads.map(keptPlace), shown: page.shown }]];
      });
      const content: Kept = {
        ground,
        data: source.data,
        reads: [...kept.keys()].map((place) => now(place) ?? nothing(reads[place] ?? '')),
        pages: Object.fromEntries(keptPages),
      };
      keepFile(file, JSON.stringify(content));
    },
  };
}

function nothing(read: string): never {
  throw new Error(`A page has just read ${read}, and there is nothing to read.`);
}

function read(file: string, ground: string): Kept {
  const found = keptFile(file);
  const kept = found && (JSON.parse(found.toString('utf8')) as Kept);
  return kept?.ground === ground ? kept : { ground, data: '', reads: [], pages: {} };
}
