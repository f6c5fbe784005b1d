/** The content check: every problem with its place and remedy, then advice, then a summary. */
import { adviseTogether } from '../src/entries/advice.ts';
import { checkTogether } from '../src/entries/check.ts';
import { filesBelow, readAll } from '../src/entries/read.ts';
import { describe } from '../src/model/refusal.ts';

/** Checks `content/` below the working directory and prints what it finds; true where nothing is wrong, advice or not. */
export function checkContent(): boolean {
  const root = process.cwd();
  const reading = readAll(root);
  const files = filesBelow(root);
  const problems = [...reading.problems, ...checkTogether(reading, files)];
  const advice = adviseTogether(reading, files);
  for (const problem of problems) console.error(`${describe(problem)}\n`);
  if (advice.length > 0) console.warn('助言（公開は妨げません）  Advice, which stops nothing:\n');
  for (const hint of advice) console.warn(`${describe(hint)}\n`);
  const published = reading.entries.length;
  const drafts = reading.drafts.length;
  const hints = advice.length;
  if (problems.length === 0) {
    console.log(
      `公開${published}件、下書き${drafts}件、問題なし、助言${hints}件。 ` +
        `${published} published, ${drafts} drafts, no problems, advice: ${hints}.`,
    );
    return true;
  }
  const count = problems.length;
  console.error(
    `問題${count}件、助言${hints}件。公開できません。 ` +
      `${count} ${count === 1 ? 'problem' : 'problems'}, advice: ${hints}. Nothing can be published.`,
  );
  return false;
}
