/** The whole check of what lies on disk: texts, entries, pictures, and what is wrong between entries. */
import { dirname } from 'node:path';
import { renderAhead } from '../body/renderers.ts';
import { isRefused, keep, keepStates, keyOf, type Source } from '../body/store.ts';
import { typeNames } from '../model/content-types.ts';
import type { Advice, Problem } from '../model/refusal.ts';
import { adviseOnPictures, adviserOf } from './advice.ts';
import { checkerOf, type Files } from './check.ts';
import { pathOf, type Entry, type Keep, type Reading } from './entry.ts';
import { pictureProblems, picturesBelow } from './picture-files.ts';
import { fileDigests, isKeptOf, keepReadings } from './kept-entries.ts';
import { quietOf } from './quiet.ts';
import { filesBelow, joined, partsBelow, type Part, type StoredEntry } from './read.ts';

/** What a check has found, and how many versions of entries it has read. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  readonly published: number;
  readonly drafts: number;
  /** What was read. */
  readonly reading: Reading<StoredEntry>;
}

/** Checks the content below `root`, and where asked its style too, which takes long. Does not reject for what an editor wrote. */
export async function checkAll(root: string, { style = false } = {}): Promise<Findings> {
  const pictures = picturesBelow(root);
  const [reading, inPictures] = await Promise.all([readAhead(root), pictureProblems(root, pictures)]);
  const { problems, advice } = together(root, reading, pictures);
  if (isKeptOf(root)) {
    fileDigests.keep();
    keepStates();
  }
  return {
    problems: [...reading.problems, ...problems, ...inPictures],
    advice: [...advice, ...(style ? await styleOf(reading.entries, filesBelow(root)) : [])],
    published: reading.entries.length,
    drafts: reading.drafts.length,
    reading,
  };
}

/** What is wrong between entries, and what is advised: of those alone that are not known to be quiet. */
function together(root: string, reading: Reading<StoredEntry>, pictures: readonly string[]) {
  const quiet = isKeptOf(root) ? quietOf(reading, pictures) : undefined;
  const loud = reading.entries.filter((entry) => !quiet?.has(entry));
  const problems: Problem[] = [];
  const advice: Advice[] = [];
  const seen = new Set<string>();
  const files = seeing(filesBelow(root), seen);
  if (loud.length > 0) {
    const [check, advise] = [checkerOf(reading, files), adviserOf(reading, files)];
    const loudly = new Set(loud.map(({ type, slug }) => pathOf(type, slug)));
    const idle = adviseOnPictures(
      reading,
      pictures.filter((path) => loudly.has(dirname(path))),
    );
    const idleIn = new Set(idle.map(({ file }) => dirname(file)));
    for (const entry of loud) {
      seen.clear();
      const found = { problems: check(entry), advice: advise(entry) };
      problems.push(...found.problems);
      advice.push(...found.advice);
      const isQuiet = found.problems.length + found.advice.length === 0 && !idleIn.has(pathOf(entry.type, entry.slug));
      if (isQuiet) quiet?.note(entry, seen);
    }
    advice.push(...idle);
  }
  quiet?.keep();
  return { problems, advice };
}

/** The files, noting the keys of the texts that are looked into. */
function seeing(files: Files, seen: Set<string>): Files {
  return {
    contentOf: files.contentOf,
    has: files.has,
    textOf: (key) => {
      seen.add(key);
      return files.textOf(key);
    },
    get letters() {
      return files.letters;
    },
    today: files.today,
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
