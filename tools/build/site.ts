/**
 * The child process of `npm run build`: checks the content, makes the site in the folder that it is given, beginning with what is
 * published in the second one, audits it, and notes in the third that it has passed. Ends with 1, having said why, where something is
 * wrong.
 */
import { join } from 'node:path';
import { build } from 'astro';
import { checkAll } from '../../src/entries/check-all.ts';
import { readOnce } from '../../src/entries/read.ts';
import { describe } from '../../src/model/refusal.ts';
import { output } from '../../src/rebuild/output.ts';
import { audit } from '../audit/audit.ts';
import { filesOf, noteIn, notePassed, notes, pastOf } from '../audit/past.ts';
import { tell } from '../check-content.ts';
import { boundCache } from './bounds.ts';
import { told } from './warnings.ts';

// Where the parent was killed, its child must not go on: the next build would share the cache with it.
process.once('disconnect', () => process.exit(1));
// Listening alone would keep this process alive after the build.
process.channel?.unref();

const [folder = '', published = '', cache = ''] = process.argv.slice(2);
const root = process.cwd();

const findings = await checkAll(root);
if (tell(findings)) await make();
else process.exitCode = 1;

async function make(): Promise<void> {
  const { entries, drafts } = readOnce(root, () => findings.reading);
  const note = noteIn(join(cache, notes.published));
  output.published = published;
  if (note) output.past = filesOf(note);
  await build({ outDir: folder });
  const { past: before, after } = output;
  const change = { folder: published, before, after };
  const problems = await audit(folder, root, [...after.keys()], pastOf(note, root, change, drafts, output.digests));
  if (problems.length > 0) {
    console.error(told(problems.map(describe)));
    process.exitCode = 1;
    return;
  }
  notePassed(join(cache, notes.passed), root, change, drafts);
  boundCache(join(root, '.cache'), [...after.keys()], entries);
}
