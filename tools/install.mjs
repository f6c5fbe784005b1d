/**
 * Installs what is missing, Node itself included, before a command runs; quick where nothing is. Plain JavaScript that
 * any Node from 20 reads, because the project's own Node may not be there yet.
 */
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256')
  .update(readFileSync('package.json'))
  .update(readFileSync('package-lock.json'))
  .digest('hex');

if (!existsSync('node_modules/.bin/astro') || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('必要なものを入れています（初回のみ、数分）。 Installing what is missing (once, a few minutes).');
  execSync('npm install --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 'inherit', 'inherit'] });
  const after = createHash('sha256')
    .update(readFileSync('package.json'))
    .update(readFileSync('package-lock.json'))
    .digest('hex');
  writeFileSync(stamp, after);
}
