import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { movements, reflowFaults } from '../../tools/accessibility/reflow.ts';
import { visit } from '../../tools/accessibility/visit.ts';
import { templates } from '../../tools/templates.ts';
import { site } from './site.ts';

const { open, at } = site();

/** Charts, tables and two texts beside each other: what a template's one page may not have. */
const articles = readdirSync('content/articles').flatMap((slug) => [`/articles/${slug}/`, `/articles/${slug}/parallel/`]);

describe.each(languages)('%s', (language) => {
  test(
    'every template and article keeps its text within a narrow page, enlarged and spaced, and stands still where that is wished',
    { timeout: 900_000 },
    async () => {
      const page = await open(`/${language}/`, { reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const path of new Set([...templates, ...articles])) {
        await visit(page, at(''), language, path);
        const found = [...(await movements(page)), ...(await reflowFaults(page))];
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
