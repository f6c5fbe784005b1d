/** The whole check of what lies on disk: texts, entries, pictures, and what is wrong between entries. */
import { renderAhead } from '../body/renderers.ts';
import { isRefused, keep, keyOf, type Source } from '../body/store.ts';
import { typeNames } from '../model/content-types.ts';
import type { Advice, Problem } from '../model/refusal.ts';
import { adviseOnPictures, adviseTogether } from './advice.ts';
import { checkTogether, type Files } from './check.ts';
import type { Entry, Keep, Reading } from './entry.ts';
import { pictureProblems, picturesBelow } from './picture-files.ts';
import { keepReadings } from './kept-entries.ts';
import { filesBelow, joined, partsBelow, type Part, type StoredEntry } from './read.ts';

/** What a check has found, and how many versions of entries it has read. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  readonly published: number;
  readonly drafts: number;
}

/** Checks the content below `root`, and where asked its style too, which takes long. Does not reject for what an editor wrote. */
export async function checkAll(root: string, { style = false } = {}): Promise<Findings> {
  const pictures = picturesBelow(root);
  const [reading, inPictures] = await Promise.all([readAhead(root), pictureProblems(root, pictures)]);
  const files = filesBelow(root);
  return {
    problems: [...reading.problems, ...checkTogether(reading, files), ...inPictures],
    advice: [
      ...adviseTogether(reading, files),
      ...adviseOnPictures(reading, pictures),
      ...(style ? await styleOf(reading.entries, files) : []),
    ],
    published: reading.entries.length,
    drafts: reading.drafts.length,
  };
}

/** Every entry below `root`. Texts that are new are rendered by other processes while this one reads on; none of them can end it. */
async function readAhead(root: string): Promise<Reading<StoredEntry>> {
  const parts = partsBelow(root);
  const readings: Reading<StoredEntry>[] = [];
  function* texts(): Generator<Source> {
    for (const part of parts) {
      const found: Source[] = [];
      const later: Keep = (source, language) => {
        found.push({ source, language });
        return { key: keyOf({ source, language }) };
      };
      readings.push(part(later));
      yield* found;
    }
  }
  await renderAhead(texts());
  // What is wrong with a text was not known when its entry was read.
  const reading = joined(readings.map((one, index) => (hasRefused(one) ? (parts[index] as Part)(keep) : one)));
  keepReadings(root, typeNames);
  return reading;
}

const hasRefused = ({ entries }: Reading) => entries.some(({ text }) => text !== undefined && isRefused(text));

/** The rules and their dictionary are loaded for nobody who does not ask. */
async function styleOf(entries: readonly Entry[], files: Files): Promise<readonly Advice[]> {
  const { adviseOnStyle } = await import('./style.ts');
  return adviseOnStyle(entries, files.contentOf);
}
