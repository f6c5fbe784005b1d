import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { movements, reflowFaults } from '../../tools/accessibility/reflow.ts';
import { visit } from '../../tools/accessibility/visit.ts';
import { templates } from '../../tools/templates.ts';
import { site } from './site.ts';

const { open, at } = site();

describe.each(languages)('%s', (language) => {
  test(
    'every template keeps its text within a narrow page, enlarged and spaced, and stands still where that is wished',
    { timeout: 600_000 },
    async () => {
      const page = await open(`/${language}/`, { reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const path of templates) {
        await visit(page, at(''), language, path);
        const found = [...(await movements(page)), ...(await reflowFaults(page))];
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
