/**
 * The published entries of the site that is built or served; in development as they are on disk now. Astro's store hands a change
 * to pages half a second later, and a page that is asked for at that moment keeps the old one for good: its modules and its paths
 * are kept anew while they are thrown away.
 */
import { lasting } from '../lasting.ts';
import { typeNames, type TypeName } from '../model/content-types.ts';
import type { Entry } from './entry.ts';

const live = lasting('entries of the running site', () => ({
  types: new Map<TypeName, Map<string, readonly Entry[]>>(),
  /** All of them, until one changes. */
  all: undefined as readonly Entry[] | undefined,
}));

/** Takes every entry of a type in place of those it had. */
export function keepType(type: TypeName, entries: readonly Entry[]): void {
  live.types.set(type, new Map(Map.groupBy(entries, ({ slug }) => slug)));
  live.all = undefined;
}

/** Takes an entry, in the languages in which it is published now, in place of what it was. */
export function keepEntry(type: TypeName, slug: string, versions: readonly Entry[]): void {
  live.types.get(type)?.set(slug, versions);
  live.all = undefined;
}

/** The versions of an entry that are published now; none where there is no such entry. */
export function liveVersions(type: TypeName, slug: string): readonly Entry[] {
  return live.types.get(type)?.get(slug) ?? [];
}

/** Lets all that was made of the list of entries be made anew: the code that did so has changed. */
export function renewList(): void {
  live.all = undefined;
}

/** Every entry, in the order of the types; the same list as long as none changes. */
export function liveEntries(): readonly Entry[] {
  return (live.all ??= typeNames.flatMap((type) => [...(live.types.get(type)?.values() ?? [])].flat()));
}

/** An entry as it is now, or as it was where it is no longer published: its path may still be known. */
export function liveEntry<T extends TypeName>(known: Entry<T>): Entry<T> {
  const versions = liveVersions(known.type, known.slug) as readonly Entry<T>[];
  return versions.find(({ language }) => language === known.language) ?? known;
}
