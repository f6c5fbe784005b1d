/** A program: builds the pages of the project in this folder. Without the search and the newsroom, which no page's reads decide. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type AstroUserConfig } from 'astro';

const apart = ['search', 'newsroom'];
const root = process.cwd();
const { default: config } = (await import(pathToFileURL(join(root, 'astro.config.ts')).href)) as { default: AstroUserConfig };
const integrations = (config.integrations ?? [])
  .flat()
  .filter((one) => typeof one === 'object' && one !== null && !apart.includes(one.name));
await build({ ...config, configFile: false, root, integrations });
