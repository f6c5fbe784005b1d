import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.dist/', '.astro/', '.cache/']),
  ...ts.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Names that begin with an underscore are there for their place in a list of parameters.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Templates write text that the content check and this project's own code made.
      'astro/no-set-html-directive': 'off',
    },
  },
  {
    files: ['tools/**'],
    // Commands speak to a terminal.
    rules: { 'no-console': 'off' },
  },
);
