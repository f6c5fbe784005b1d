/**
 * A program: builds the pages of the project in this folder twice, once on what the last run has kept and once from nothing, each
 * into its folder, and prints the paths of those that the first made anew. Without the search and the newsroom, which are made
 * whole each time.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type AstroUserConfig } from 'astro';

const whole = ['search', 'newsroom'];
const root = process.cwd();

for (const [folder, cache] of [
  ['kept', '.cache/kept'],
  ['clean', '.cache/clean'],
] as const) {
  const from = pathToFileURL(join(root, 'astro.config.ts'));
  // Its integrations remember the build that they are part of.
  from.search = folder;
  const { default: config } = (await import(from.href)) as { default: AstroUserConfig };
  if (folder === 'clean') rmSync(join(root, cache), { recursive: true, force: true });
  const integrations = (config.integrations ?? [])
    .flat()
    .filter((one) => typeof one === 'object' && one !== null && !whole.includes(one.name));
  await build({ ...config, configFile: false, root, integrations, cacheDir: cache, outDir: folder, logLevel: 'info' });
}
