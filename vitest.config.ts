import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/{model,body,entries,search,preview,admin}/**/*.test.ts'],
        },
      },
      // What a reader gets: the whole site is built once, then looked at as files and in a browser.
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/{site,browser}/**/*.test.ts'],
          globalSetup: 'tests/build.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});
