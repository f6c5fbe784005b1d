/**
 * Pictures of pages for people to look at: `npm run screenshots -- FOLDER [PATH …]`.
 * Every page in both languages from the last build, light and dark at 360, 768 and 1280 px, and as it is printed; without
 * paths, one page of each template.
 */
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { languages } from '../src/i18n/languages.ts';
import { findFonts, launch } from './browser.ts';
import { serve } from './serve.ts';
import { templates } from './templates.ts';

const [folder, ...paths] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder: npm run screenshots -- FOLDER');
mkdirSync(folder, { recursive: true });
findFonts();

/** An A4 sheet less its margins, at 96 px an inch. */
const sheet = 688;

const looks = [
  ...[360, 768, 1280].flatMap((width) => [
    { name: String(width), width, media: { media: 'screen', colorScheme: 'light' } } as const,
    { name: `${width}-dark`, width, media: { media: 'screen', colorScheme: 'dark' } } as const,
  ]),
  { name: 'print', width: sheet, media: { media: 'print', colorScheme: 'dark' } } as const,
];

const server = await serve(resolve('dist'), 0);
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launch();
const page = await browser.newPage();
for (const language of languages) {
  for (const path of paths.length > 0 ? paths : templates) {
    await page.goto(`${origin}/${language}${path}`);
    const name = path.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia(look.media);
      await settle(page);
      const file = join(folder, `${name}-${language}-${look.name}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
  }
}
await browser.close();
server.close();

/** Waits until every picture is there: those below the fold are fetched only when they come near. */
async function settle(shown: Page): Promise<void> {
  await shown.evaluate(() => document.querySelectorAll('img').forEach((image) => (image.loading = 'eager')));
  // A picture that is complete may not yet have been drawn.
  await shown.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await shown.waitForLoadState('networkidle');
}
