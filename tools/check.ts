/** The content check: `npm run check`. Tells every problem with its place and remedy; exits 1 where there is any. */
import { checkTogether } from '../src/entries/check.ts';
import { readAll } from '../src/entries/read.ts';
import { describe } from '../src/model/refusal.ts';

const root = process.cwd();
const reading = readAll(root);
const problems = [...reading.problems, ...checkTogether(root, reading)];

for (const problem of problems) console.error(`${describe(problem)}\n`);

const published = reading.entries.length;
const drafts = reading.drafts.length;
if (problems.length > 0) {
  console.error(`問題${problems.length}件。何も公開していません。 ${problems.length} problems: nothing was published.`);
  process.exitCode = 1;
} else {
  console.log(`公開${published}件、下書き${drafts}件、問題なし。 ${published} published, ${drafts} drafts, no problems.`);
}
