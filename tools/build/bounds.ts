/** The cache does not grow for ever: of each kind of thing as many are kept as two sites have, those of use longest ago go first. */
import { join } from 'node:path';
import { bound } from '../../src/kept.ts';

/** What a small site may have besides: things go and come back between builds. */
const spare = 200;

/** Removes from the cache of a project what was of no use for long. `paths` are the files of its site, `texts` the number of its texts. */
export function boundCache(cache: string, paths: readonly string[], texts: number): void {
  const count = (form: RegExp) => paths.filter((path) => form.test(path)).length;
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
    texts: 2 * texts + spare,
  };
  for (const [folder, most] of Object.entries(bounds)) bound(join(cache, folder), most);
}
