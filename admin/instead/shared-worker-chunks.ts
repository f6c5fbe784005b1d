/** Builds the reader thread as one more entry of the application, so that page and thread fetch the parser once. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** How `text/reader.ts` names the thread. */
const written = "new URL('./reader.worker.ts', import.meta.url)";

export function readerFromSharedChunks(): Plugin {
  const reader = fileURLToPath(new URL('../text/reader.ts', import.meta.url));
  const worker = fileURLToPath(new URL('../text/reader.worker.ts', import.meta.url));
  return {
    name: 'newsroom-reader',
    // Before Vite, which would bundle the thread with a parser of its own.
    enforce: 'pre',
    transform(code, id) {
      if (id !== reader) return null;
      if (!code.includes(written)) throw new Error(`${id} no longer names its thread as ${written}.`);
      const chunk = this.emitFile({ type: 'chunk', id: worker });
      return { code: code.replace(written, `import.meta.ROLLUP_FILE_URL_${chunk}`), map: null };
    },
  };
}
