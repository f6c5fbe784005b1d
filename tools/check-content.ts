/** The content check: every problem with its place and remedy, then a summary. */
import { checkTogether } from '../src/entries/check.ts';
import { filesBelow, readAll } from '../src/entries/read.ts';
import { describe } from '../src/model/refusal.ts';

/** Checks `content/` below the working directory and prints what it finds; true where nothing is wrong. */
export function checkContent(): boolean {
  const root = process.cwd();
  const reading = readAll(root);
  const problems = [...reading.problems, ...checkTogether(reading, filesBelow(root))];
  for (const problem of problems) console.error(`${describe(problem)}\n`);
  const published = reading.entries.length;
  const drafts = reading.drafts.length;
  if (problems.length === 0) {
    console.log(`公開${published}件、下書き${drafts}件、問題なし。 ${published} published, ${drafts} drafts, no problems.`);
    return true;
  }
  const count = problems.length;
  console.error(`問題${count}件。公開できません。 ${count} ${count === 1 ? 'problem' : 'problems'}: nothing can be published.`);
  return false;
}
