/** The cache does not grow for ever: of each kind of thing as many are kept as two sites have, those of use longest ago go first. */
import { join } from 'node:path';
import { fileName } from '../../src/body/store.ts';
import type { Entry } from '../../src/entries/entry.ts';
import { bound } from '../../src/kept.ts';

/** What a small site may have besides: things go and come back between builds. */
const spare = 200;

/** Removes from the cache of a project what was of no use for long. `paths` are the files of its site, of which every text stays. */
export function boundCache(cache: string, paths: readonly string[], entries: readonly Pick<Entry, 'text'>[]): void {
  const count = (form: RegExp) => paths.filter((path) => form.test(path)).length;
  const texts = new Set(entries.flatMap(({ text }) => (text === undefined ? [] : fileName(text))));
  const pictures = count(/^_astro\//);
  const shards = count(/^pagefind\/[^/]+\/tables\//);
  const indexed = count(/^pagefind\/.*\.(pf_fragment|webp)$/);
  const bounds: Readonly<Record<string, number>> = {
    'astro/assets': 2 * pictures + spare,
    pictures: 2 * pictures + spare,
    search: 2 * indexed + spare,
    // Some megabytes each.
    'search/shards': 2 * shards + 4,
    share: 2 * count(/^og\//) + spare,
    texts: 2 * texts.size + spare,
  };
  for (const [folder, most] of Object.entries(bounds)) bound(join(cache, folder), most, texts);
}
