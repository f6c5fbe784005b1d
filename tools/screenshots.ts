/**
 * Pictures of pages for people to look at: `npm run screenshots -- FOLDER [PATH …]`.
 * Every page at 360 and 1280 px in both languages, from the last build; without paths, one page of each template.
 */
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages } from '../src/i18n/languages.ts';
import { findFonts, launch } from './browser.ts';
import { serve } from './serve.ts';
import { templates } from './templates.ts';

const [folder, ...paths] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder: npm run screenshots -- FOLDER');
mkdirSync(folder, { recursive: true });
findFonts();

const server = await serve(resolve('dist'), 0);
const browser = await launch();
for (const width of [360, 1280]) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  for (const language of languages) {
    for (const path of paths.length > 0 ? paths : templates) {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${language}${path}`);
      // Pictures below the fold are fetched only when they come near.
      await page.evaluate(() => document.querySelectorAll('img').forEach((image) => (image.loading = 'eager')));
      await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
      await page.waitForLoadState('networkidle');
      const name = `${path.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'}-${language}-${width}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
      console.log(join(folder, name));
    }
  }
}
await browser.close();
server.close();
