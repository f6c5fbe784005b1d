import type { Page } from 'playwright-core';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { templates } from '../templates.ts';

/** What a page must hold before it is looked at: these two are filled by their scripts. */
const filled: Readonly<Record<string, string>> = { '/search/': '#results li', '/support/?': '#fits section' };

/** Every template in every language: what each check of accessibility walks through. */
export const visits: readonly { language: Language; path: string }[] = languages.flatMap((language) =>
  templates.map((path) => ({ language, path })),
);

/** Goes to a template and waits until its scripts have filled it. */
export async function visit(page: Page, origin: string, language: Language, path: string): Promise<void> {
  await page.goto(`${origin}/${language}${path}`);
  const [, awaited] = Object.entries(filled).find(([start]) => path.startsWith(start)) ?? [];
  if (awaited) await page.waitForSelector(awaited);
}
