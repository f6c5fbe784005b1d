/** Digests of what entries say beside their texts. */
import { digest } from '../kept.ts';
import { idOf, written } from '../queries/reads.ts';
import type { Entry } from './entry.ts';
import type { StoredEntry } from './read.ts';

/** A digest of the front matter of an entry. */
export function factsOf({ data }: Entry): string {
  return digest([written(data)]);
}

/** A digest of the front matter of all entries, and of which there are. */
export function factsOfAll(entries: readonly StoredEntry[]): string {
  return digest(entries.map((entry) => `${idOf(entry)} ${entry.facts}`));
}
