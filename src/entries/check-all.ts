/** The whole check of what lies on disk: texts, entries, pictures, and what is wrong between entries. */
import { renderAhead } from '../body/renderers.ts';
import type { Advice, Problem } from '../model/refusal.ts';
import { adviseTogether } from './advice.ts';
import { checkTogether, type Files } from './check.ts';
import type { Entry } from './entry.ts';
import { pictureProblems } from './picture-files.ts';
import { filesBelow, readAll, textsBelow } from './read.ts';

/** What a check has found, and how many versions of entries it has read. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  readonly published: number;
  readonly drafts: number;
}

/** Checks the content below `root`, and where asked its style too, which takes long. Does not reject for what an editor wrote. */
export async function checkAll(root: string, { style = false } = {}): Promise<Findings> {
  await renderAhead(textsBelow(root));
  const pictures = pictureProblems(root);
  const reading = readAll(root);
  const files = filesBelow(root);
  return {
    problems: [...reading.problems, ...checkTogether(reading, files), ...(await pictures)],
    advice: [...adviseTogether(reading, files), ...(style ? await styleOf(reading.entries, files) : [])],
    published: reading.entries.length,
    drafts: reading.drafts.length,
  };
}

/** The rules and their dictionary are loaded for nobody who does not ask. */
async function styleOf(entries: readonly Entry[], files: Files): Promise<readonly Advice[]> {
  const { adviseOnStyle } = await import('./style.ts');
  return adviseOnStyle(entries, files.contentOf);
}
