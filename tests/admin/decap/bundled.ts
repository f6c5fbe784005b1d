import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as Validator from './validator.ts';

/** Decap's validator, bundled as for a browser: its packages import each other in ways that Node does not know. */
export async function decapsValidator(): Promise<typeof Validator> {
  const folder = mkdtempSync(join(tmpdir(), 'decap-validator-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: {
        outDir: folder,
        target: 'es2022',
        minify: false,
        lib: {
          entry: fileURLToPath(new URL('./validator.ts', import.meta.url)),
          formats: ['es'],
          fileName: () => 'validator.mjs',
        },
        rolldownOptions: {
          output: { codeSplitting: false },
          // What the validator does not name would look for a window.
          treeshake: { moduleSideEffects: (id) => id.includes('/tests/') },
        },
      },
    });
    return (await import(pathToFileURL(join(folder, 'validator.mjs')).href)) as typeof Validator;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
