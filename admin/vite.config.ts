/** The editors' application as its own build: `dist/admin/` of the site, the same files in `npm start`. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { newsroomOf } from './settings.ts';

/** Parts of decap-cms-core that the newsroom puts its own in place of, or does without. */
const replaced: Readonly<Record<string, string>> = {
  // Its ajv needs 'unsafe-eval'; tests/admin/config.test.ts runs the real one over our configuration.
  'constants/configSchema': './parts/no-validator.ts',
  'components/Editor/EditorToolbar': './desk/Toolbar.tsx',
  'components/App/Header': './desk/Header.tsx',
  'components/App/NotFoundPage': './desk/Pages.tsx',
  // Pictures are chosen in the newsroom's own dialog.
  'components/MediaLibrary/MediaLibrary': './parts/nothing.ts',
  'components/Editor/EditorNotesPane': './parts/nothing.ts',
  // Entries are YAML; TOML and its two parsers are not needed.
  'formats/toml': './parts/nothing.ts',
};

function inPlaceOfDecaps(): Plugin {
  const root = fileURLToPath(new URL('.', import.meta.url));
  return {
    name: 'newsroom-parts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer?.includes('/decap-cms-core/dist/esm/') || !source.startsWith('.')) return null;
      const target = new URL(source, `file://${importer}`).pathname.replace(/(\/index)?(\.js)?$/, '');
      const part = Object.keys(replaced).find((name) => target.endsWith(`/decap-cms-core/dist/esm/${name}`));
      return part ? fileURLToPath(new URL(replaced[part] as string, `file://${root}`)) : null;
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  publicDir: false,
  plugins: [inPlaceOfDecaps()],
  define: {
    NEWSROOM: JSON.stringify(newsroomOf(process.env)),
    // React and Decap ask for it in their own code.
    'process.env.NODE_ENV': JSON.stringify('production'),
    global: 'globalThis',
  },
  resolve: { dedupe: ['react', 'react-dom', 'immutable', 'lodash'] },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  logLevel: 'warn',
});
