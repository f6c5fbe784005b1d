/** Our own format under the names of Decap's, so that the configuration stays one that other editors read too. */
import { readMaps, readValues, writeEntry, writeMaps } from '../../src/entries/write.ts';
import type { Registry } from '../main.ts';

/** Reading and writing between Decap and the backend; the backend then makes the file that is saved (`guarded.ts`). */
export function registerFormats(cms: Registry): void {
  cms.registerCustomFormat('yaml-frontmatter', 'mdx', {
    // A list names what cannot be read; opening it is refused by the backend.
    fromFile: (content: string) => readValues(content) ?? unreadable,
    toFile: (values: object) => writeEntry('articles', undefined, values as Record<string, unknown>),
  });
  cms.registerCustomFormat('yaml', 'yaml', {
    fromFile: (content: string) => readMaps(content) ?? { ja: unreadable },
    toFile: (maps: object) => writeMaps('terms', undefined, maps as Record<string, unknown>),
  });
}

const unreadable = { title: '⚠ 読めないファイル / unreadable file' };
