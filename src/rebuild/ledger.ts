/** What each page of the last build had read, so that the next one makes only those again whose reads give something else. */
import { keepFile, keptFile } from '../kept.ts';

/** A page as the last build left it. */
interface Page {
  /** The name of the build that made it. */
  readonly made: string;
  /** What it read, as places in the list of all reads. */
  readonly reads: readonly number[];
}

interface Kept {
  /** What decides every page: with another ground no page is as it was. */
  readonly ground: string;
  /** Every read with the digest of what it gave. */
  readonly reads: readonly (readonly [read: string, gave: string])[];
  readonly pages: Readonly<Record<string, Page>>;
}

export interface Ledger {
  /** The name of the build in which a page was made that is still what its reads give; of this build where it is to be made. */
  madeIn(path: string): string;
  /** Takes what a page has read that was made in this build. */
  made(path: string, reads: ReadonlySet<string>): void;
  /** Writes what the next build asks, of the pages that there are. */
  keep(paths: readonly string[]): void;
}

/**
 * The ledger in a file. `build` is a name that no other build has, `ground` a digest of what every page depends on, `gives` tells
 * the digest of what a read gives now, undefined where there is nothing to read any more. A file that is damaged, or of another ground, is as good as none.
 */
export function openLedger(file: string, build: string, ground: string, gives: (read: string) => string | undefined): Ledger {
  const before = read(file, ground);
  const givesNow = new Map<string, string | undefined>();
  const now = (read: string) => {
    if (!givesNow.has(read)) givesNow.set(read, gives(read));
    return givesNow.get(read);
  };
  const same = before.reads.map(([read, gave]) => now(read) === gave);
  const pages = new Map<string, { readonly made: string; readonly reads: readonly string[] }>();
  for (const [path, { made, reads }] of Object.entries(before.pages)) {
    if (reads.every((place) => same[place]))
      pages.set(path, { made, reads: reads.map((place) => before.reads[place]?.[0] ?? '') });
  }
  return {
    madeIn: (path) => pages.get(path)?.made ?? build,
    made: (path, reads) => void pages.set(path, { made: pages.get(path)?.made ?? build, reads: [...reads] }),
    keep: (paths) => {
      const places = new Map<string, number>();
      const placeOf = (read: string) => {
        const place = places.get(read) ?? places.size;
        places.set(read, place);
        return place;
      };
      const kept = paths.flatMap((path) => {
        const page = pages.get(path);
        return page ? [[path, { made: page.made, reads: page.reads.map(placeOf) }] as const] : [];
      });
      const content: Kept = {
        ground,
        reads: [...places.keys()].map((read) => [read, now(read) ?? nothing(read)] as const),
        pages: Object.fromEntries(kept),
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
  return kept?.ground === ground ? kept : { ground, reads: [], pages: {} };
}
