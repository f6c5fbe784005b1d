/**
 * `npm run accessibility`: every check of accessibility over `dist/`, and its outcome into the file that the accessibility
 * policy shows. A quarter of an hour and more; what has been found so far stands in `.cache/accessibility.json`, from which
 * `npm run accessibility -- --continue` goes on where a run broke off, and looks again where axe found a fault.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { glob } from 'node:fs/promises';
import { languages } from '../../src/i18n/languages.ts';
import { pairs } from '../../src/styles/pairs.ts';
import { contrast, themes } from '../../src/styles/roles.ts';
import { resultsFile, type Results, type Walked } from '../../src/standing/accessibility-results.ts';
import { findBrowser, findFonts, launch } from '../browser.ts';
import { serve } from '../serve.ts';
import { templates } from '../templates.ts';
import { axe, colours, widths } from './axe.ts';
import { visitor, walkByKeyboard, walks } from './keyboard.ts';
import { checkHtml, nuVersion } from './nu.ts';
import { movements, reflowFaults, settings } from './reflow.ts';
import { visit, visits } from './visit.ts';

const draft = '.cache/accessibility.json';

findBrowser();
findFonts();
mkdirSync('.cache', { recursive: true });
const server = await serve(resolve('dist'), 0);
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launch();

type Check = keyof Results['checks'];

const found = (process.argv.includes('--continue') ? JSON.parse(readFileSync(draft, 'utf8')) : {}) as Partial<
  Record<Check, Walked>
>;
let axeVersion = '';

/** Keeps the outcome of a check as far as it has come. */
function keep(check: Check, walked: Walked): void {
  found[check] = walked;
  writeFileSync(draft, JSON.stringify(found, null, 2));
}

async function readHtml(): Promise<void> {
  const files = await Array.fromAsync(glob('dist/**/*.html', { exclude: ['dist/admin/**'] }));
  keep('html', { pages: files.length, checks: files.length, faults: checkHtml(files) });
}

function compareColours(): void {
  const rows = Object.entries(themes).flatMap(([theme, roles]) => pairs.map((pair) => ({ theme, roles, ...pair })));
  const faults = rows
    .filter(({ roles, role, ground, least }) => contrast(roles, role, ground) < least)
    .map(({ theme, role, ground }) => `${theme}: ${role} on ${ground}`);
  keep('contrast', { pages: 0, checks: rows.length, faults });
}

async function walkKeyboard(): Promise<void> {
  const faults: string[] = [];
  let [pages, checks] = [0, 0];
  for (const { language, width } of walks) {
    const page = await browser.newPage(visitor(width));
    for (const path of templates) {
      await visit(page, origin, language, path);
      const walked = await walkByKeyboard(page);
      pages += 1;
      checks += walked.stops;
      faults.push(...walked.faults.map((fault) => `/${language}${path} ${fault}`));
      keep('keyboard', { pages, checks, faults });
    }
    await page.close();
  }
}

async function reflow(): Promise<void> {
  const faults: string[] = [];
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  for (const [index, { language, path }] of visits.entries()) {
    await visit(page, origin, language, path);
    const broken = [...(await movements(page)), ...(await reflowFaults(page))];
    faults.push(...broken.map((fault) => `/${language}${path} ${fault}`));
    // The settings, and that nothing moves.
    keep('reflow', { pages: index + 1, checks: (index + 1) * (settings.length + 1), faults });
  }
  await page.close();
}

/** The widths beside each other: axe takes one core for each. After a whole walk, only where it found a fault. */
async function walkAxe(): Promise<void> {
  const earlier = found.axe?.pages === visits.length * widths.length ? found.axe : undefined;
  const faults: string[] = [];
  let { pages, checks } = earlier ?? { pages: 0, checks: 0 };
  const walk = async (width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const { language, path } of visits) {
      const name = `/${language}${path} ${width} `;
      if (earlier && !earlier.faults.some((fault) => fault.startsWith(name))) continue;
      await visit(page, origin, language, path);
      for (const look of colours) {
        const answer = await axe(page, look);
        axeVersion = answer.version;
        if (!earlier) checks += answer.passes + answer.faults.length;
        faults.push(...answer.faults.map((fault) => name + fault));
      }
      if (!earlier) pages += 1;
      keep('axe', { pages, checks, faults });
    }
    await context.close();
  };
  await Promise.all(widths.map(walk));
}

/** Each check, unless an earlier run has come to its end. */
const checks: Readonly<Record<Check, { whole: number; run: () => void | Promise<void> }>> = {
  html: { whole: 1, run: readHtml },
  contrast: { whole: 0, run: compareColours },
  keyboard: { whole: walks.length * templates.length, run: walkKeyboard },
  reflow: { whole: visits.length, run: reflow },
  axe: { whole: Infinity, run: walkAxe },
};
for (const [check, { whole, run }] of Object.entries(checks)) {
  const before = found[check as Check];
  if (!before || before.pages < whole) await run();
}

const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  versions: { axe: axeVersion, nu: nuVersion, chromium: browser.version() },
  languages,
  widths,
  templates,
  checks: found as Results['checks'],
};
await browser.close();
server.close();
writeFileSync(resultsFile, await format(JSON.stringify(results), { parser: 'json', printWidth: 128 }));
const faults = Object.entries(results.checks).flatMap(([check, walked]) => walked.faults.map((fault) => `${check}: ${fault}`));
console.log(faults.length > 0 ? faults.join('\n') : `No fault. ${resultsFile} is written.`);
process.exitCode = faults.length > 0 ? 1 : 0;
