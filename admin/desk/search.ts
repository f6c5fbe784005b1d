/** The search of all lists: any words of a title, a reading, a name or a date, in either language. */
import type { Map as ImmutableMap } from 'immutable';
import type { TypeName } from '../../src/model/content-types.ts';
import { interfaceLanguage } from '../parts/language.ts';
import { findEntries } from '../widgets/find-entries.ts';
import { refreshLedger } from './desk.ts';

type Collection = ImmutableMap<string, string>;

interface DecapBackend {
  listAllEntries(collection: Collection): Promise<readonly { readonly slug: string }[]>;
}

/** Entries of the collections, as Decap's own search gives them; that one finds no Japanese word of two characters. */
export async function search(this: DecapBackend, collections: readonly Collection[], query: string) {
  const ledger = (await refreshLedger()) ?? [];
  const found = await Promise.all(
    collections.map(async (collection) => {
      const hits = findEntries(ledger, query, interfaceLanguage, collection.get('name') as TypeName, Infinity);
      if (hits.length === 0) return [];
      const entries = await this.listAllEntries(collection);
      const bySlug = new Map(entries.map((entry) => [entry.slug.replace(/\/index$/, ''), entry]));
      return hits.flatMap(({ slug }) => bySlug.get(slug) ?? []);
    }),
  );
  return { entries: found.flat() };
}
