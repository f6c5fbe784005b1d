/**
 * `npm run bench:check`: seconds that the content check takes for 2,000 entries in two languages: with nothing kept, with
 * everything kept, and after one edit. The entries are those of the project, over and over under other names.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../src/i18n/languages.ts';
import { textName } from '../src/entries/entry.ts';
import { contentTypes, typeNames } from '../src/model/content-types.ts';
import { linkProject } from './project-elsewhere.ts';

const entries = 2000;
const root = mkdtempSync(join(tmpdir(), 'bench-check-'));
try {
  linkProject(root);
  cpSync('content', join(root, 'content'), { recursive: true });
  const made = multiply(join(root, 'content'));
  console.log(`${made} entries in ${languages.length} languages; seconds of the whole command:`);
  console.log(`  nothing kept   ${secondsOfCheck()}`);
  console.log(`  everything kept ${secondsOfCheck()}`);
  appendFileSync(join(root, 'content/events/kyoto-reception-2015-copy-2/index.en.mdx'), '\nOne more sentence.\n');
  console.log(`  one text edited ${secondsOfCheck()}`);
} finally {
  rmSync(root, { recursive: true });
}

/** Copies articles and events, each text with a sentence of its own, until there are enough entries; gives their number. */
function multiply(content: string): number {
  let count = typeNames.flatMap((type) => readdirSync(join(content, type))).length;
  const originals = (['articles', 'events'] as const).flatMap((type) =>
    readdirSync(join(content, type)).map((slug) => ({ type, slug })),
  );
  for (let copy = 2; count < entries; copy += 1) {
    for (const { type, slug } of originals.slice(0, entries - count)) {
      const name = `${slug}-copy-${copy}`;
      const folder = join(content, contentTypes[type].name, name);
      cpSync(join(content, type, slug), folder, { recursive: true });
      for (const language of languages) {
        const file = join(folder, textName(language));
        const written = readFileSync(file, 'utf8').replace(`slug: ${slug}\n`, `slug: ${name}\n`);
        writeFileSync(file, `${written}\n${language === 'ja' ? `写しの${copy}。` : `Copy ${copy}.`}\n`);
      }
      count += 1;
    }
  }
  return count;
}

function secondsOfCheck(): string {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'tools/check.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return ((performance.now() - start) / 1000).toFixed(1);
}
