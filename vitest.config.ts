import { defineConfig } from 'vitest/config';

// What is waited for may take long on a busy machine; a second, which is the default, is no sign of a fault.
const shared = { testTimeout: 60_000, hookTimeout: 300_000, expect: { poll: { timeout: 15_000 } } };

/** Tests that open Chromium, beside the others of their subject. */
const browser = 'tests/**/*.browser.test.ts';

/** The corpora through a whole build. */
const corporaOnTheSite = 'tests/corpora/site.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'tests/*.test.ts',
            'tests/{model,body,charts,drawing,entries,terms,editions,search,styles,preview,admin,corpora}/**/*.test.ts',
          ],
          exclude: [browser, corporaOnTheSite],
        },
      },
      // What a reader gets: the whole site is built once, then looked at as files and in a browser.
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts', browser, corporaOnTheSite],
          globalSetup: 'tests/build.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});
