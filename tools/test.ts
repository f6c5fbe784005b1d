/**
 * `npm test`: types, format and lint, then every test, in a browser too. What is missing, the browser included, is
 * installed first. The last line counts: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser, findFonts } from './browser.ts';
import { findJava } from './java.ts';

const report = '.cache/tests.json';

console.log(`Chromium: ${findBrowser()}`);
findFonts();
findJava();

let passed = 0;
let failed = 0;

/** Runs an npm script and counts it as one test. */
function step(name: string): void {
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? '✓' : '×'} npm run ${name}`);
  if (status === 0) passed += 1;
  else failed += 1;
}

step('typecheck');
step('lint');

mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
try {
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numTotalTests: number;
    success: boolean;
  };
  passed += numPassedTests;
  // A file that cannot be run fails without a failed test of its own.
  failed += success ? 0 : Math.max(1, numFailedTests, numTotalTests - numPassedTests);
} catch {
  failed += 1;
}
if (status !== 0 && failed === 0) failed = 1;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
