/** What axe looks for, in which looks of a page: said once for the tests and for the published results. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/i18n/languages.ts';

export const widths = [360, 1280] as const;

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

const light = { media: 'screen', colorScheme: 'light', forcedColors: 'none' } as const;

/** How a page may look without another element in it. */
export const looks = {
  light,
  dark: { ...light, colorScheme: 'dark' },
  forced: { ...light, forcedColors: 'active' },
  print: { ...light, media: 'print' },
} as const satisfies Readonly<Record<string, Media>>;

export type Look = keyof typeof looks;

/**
 * A look beside light for each walk: a page has the same elements in it and other colours, which do not hang on the language or
 * the width. A walk in every look would take an hour.
 */
export const lookBeside: Readonly<Record<`${Language} ${(typeof widths)[number]}`, Exclude<Look, 'light'>>> = {
  'ja 360': 'forced',
  'ja 1280': 'dark',
  'en 360': 'dark',
  'en 1280': 'print',
};

/** WCAG 2.2 at levels A and AA with all before it, and what is good practice beyond it. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer may differ with the colours alone. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

export interface AxeAnswer {
  /** Rules that found something to look at and nothing wrong in it. */
  readonly passes: number;
  /** Each broken rule with the first element that breaks it. */
  readonly faults: readonly string[];
  readonly version: string;
}

/** Axe over the page as it is: every rule in light, those of colour in any other look. */
export async function axe(page: Page, look: Look): Promise<AxeAnswer> {
  await page.emulateMedia(looks[look]);
  const builder = new AxeBuilder({ page });
  const { passes, violations, testEngine } = await (
    look === 'light' ? builder.withTags(standards) : builder.withRules(rulesOfColour)
  ).analyze();
  // The next page is to be loaded in light.
  await page.emulateMedia(light);
  return {
    passes: passes.length,
    faults: violations.map(({ id, nodes }) => `${look} ${id}: ${nodes[0]?.html.slice(0, 120)}`),
    version: testEngine.version,
  };
}

/** The looks of the published run: those in which readers see the site on a screen. */
export const colours = ['light', 'dark', 'forced'] as const satisfies readonly Look[];
