/**
 * `npm run bench -- [entries …]`: what a build costs with so many entries in two languages, beside Eleventy and Hugo on the same
 * content; 100 and 1,000 unless told. Prints Markdown. Hugo is Debian's: `apt-get install hugo`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeTemplate, environment, forget, isInstalled, makeGlocal, makeOthers, type Builder } from './builders.ts';
import { addArticle, editText, editTitle, renameTheme } from './changes.ts';
import { writeContent, type Made } from './content.ts';
import { measureDev } from './dev.ts';
import { difference, snapshotOf, type Difference } from './files.ts';
import { measure, type Cost } from './measure.ts';
import { writePlain } from './plain.ts';
import { devTable, growthTable, partsTable, sizeTables, targetsTable, type Measured } from './tables.ts';

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 100)) {
  console.error('npm run bench -- [entries …]: numbers of entries, each 100 or more.');
  process.exit(2);
}
if (!isInstalled('hugo')) {
  console.error('There is no hugo. Install it: apt-get install hugo');
  process.exit(2);
}
const all: Measured[] = [];
for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const measured: Measured = { size, rows: [], dev: undefined };
  all.push(measured);
  try {
    await measureSize(measured, folder);
  } finally {
    // What was measured before a failure took long, too.
    console.log([...sizeTables(measured), partsTable(measured), devTable(measured)].join('\n\n'), '\n');
    rmSync(folder, { recursive: true });
  }
}
if (all.length > 1) console.log(growthTable(all), '\n');
console.log(targetsTable(all));

/** Fills in the figures as they come. */
async function measureSize(measured: Measured, folder: string): Promise<void> {
  const { size } = measured;
  const glocal = makeGlocal(folder);
  const made = writeContent(glocal.room, size);
  const builders = [glocal, ...makeOthers(folder, glocal.room)];
  for (const [name, change] of changesOf(glocal, builders, made)) {
    change();
    writePlain(glocal.room, join(folder, 'others', 'plain'));
    const of: Record<string, Cost & Difference> = {};
    measured.rows.push({ name, of });
    for (const builder of builders) {
      const figures = await build(builder);
      const { cpu, wall, memory, changed } = figures;
      const told = `${cpu.toFixed(1)} s of CPU, ${wall.toFixed(1)} s, ${Math.round(memory.largest / 1024 ** 2)} MB`;
      console.error(`${size}: ${name}: ${builder.name}: ${told}, ${changed} files changed`);
      of[builder.name] = figures;
    }
  }
  measured.dev = await measureDev(glocal, made);
}

/** What happens before each build, in their order. */
function changesOf(glocal: Builder, builders: readonly Builder[], made: Made): [name: string, change: () => void][] {
  return [
    ['cold', () => builders.forEach(forget)],
    ['no change', () => {}],
    ['one edited text', () => void editText(glocal.room, made, '測るために一文を足しました。', 'new')],
    ['one edited text, years old', () => void editText(glocal.room, made, '測るために一文を足しました。')],
    ['one edited title', () => editTitle(glocal.room, made)],
    ['one new article', () => addArticle(glocal.room, made)],
    ['a theme renamed', () => renameTheme(glocal.room)],
    ['a template changed', () => builders.forEach(changeTemplate)],
  ];
}

async function build({ room, output, command }: Builder): Promise<Cost & Difference> {
  const before = snapshotOf(join(room, output));
  const cost = await measure(command, room, environment);
  return { ...cost, ...difference(before, snapshotOf(join(room, output))) };
}
