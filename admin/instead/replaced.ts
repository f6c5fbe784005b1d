/** What of Decap the newsroom puts its own in place of, or does without: by the file or package that Decap imports. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Files of Decap's packages. */
const files: Readonly<Record<string, string>> = {
  // Its ajv needs 'unsafe-eval'; tests/admin/config.test.ts runs the real one over our configuration.
  'core/dist/esm/constants/configSchema': './no-validator.ts',
  'core/dist/esm/formats/frontmatter': './no-formats.ts',
  'core/dist/esm/formats/json': './no-formats.ts',
  'core/dist/esm/formats/toml': './no-formats.ts',
  'core/dist/esm/formats/yaml': './no-formats.ts',
  'core/dist/esm/integrations': './no-integrations.ts',
  'core/dist/esm/lib/imageTransformations': './no-media-processing.ts',
  'core/dist/esm/lib/polyfill': './no-polyfill.ts',
  'core/dist/esm/lib/stega': './no-stega.ts',
  'lib-util/dist/esm/getBlobSHA': './blob-digest.ts',
  // Only what is opened is fetched.
  'core/dist/esm/components/Editor/Editor': './Editor.tsx',
  'core/dist/esm/components/Workflow/Workflow': './Workflow.tsx',
  'core/dist/esm/components/App/NotFoundPage': './NotFoundPage.tsx',
  // A late answer does not fill another entry's form.
  'core/dist/esm/reducers/entryDraft': './entry-draft.ts',
  'core/dist/esm/components/Editor/EditorToolbar': '../desk/Toolbar.tsx',
  'core/dist/esm/components/App/Header': '../desk/Header.tsx',
  // Quick with thousands, titles in the editor's language, and how each language stands; one way to look at a list.
  'core/dist/esm/components/Collection/Entries/EntryListing': '../desk/EntryList.tsx',
  'core/dist/esm/components/Collection/ViewStyleControl': './nothing.ts',
  // Pictures are chosen in the newsroom's own dialog.
  'core/dist/esm/components/MediaLibrary/MediaLibrary': './nothing.ts',
  // The notes of Decap are comments at GitHub, for one backend alone.
  'core/dist/esm/components/Editor/EditorNotesPane': './nothing.ts',
  'ui-default/dist/esm/ListItemTopBar': './ListItemTopBar.tsx',
  // No collection of the model has folders within folders.
  'core/dist/esm/components/Collection/NestedCollection': './nothing.ts',
};

/** Packages, as Decap's own and those of its interface import them. */
const packages: Readonly<Record<string, string>> = {
  'react-markdown': './Hint.tsx',
  'remark-gfm': './nothing.ts',
  '@vercel/stega': './no-stega.ts',
  'lodash/fp': './list-functions.ts',
  // It looks at the types of properties, which a production build does not.
  'react-style-proptype': './nothing.ts',
};

/** Its form for browsers asks a document for the names of characters, which the reader thread has none of. */
export const withoutDocument = {
  'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
};

export function inPlaceOfDecaps(): Plugin {
  const own = (part: string) => fileURLToPath(new URL(part, import.meta.url));
  return {
    name: 'newsroom-parts',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes('/node_modules/')) return null;
      const part = Object.hasOwn(packages, source) ? packages[source] : undefined;
      if (part) return own(part);
      if (!source.startsWith('.') || !importer.includes('/node_modules/decap-cms-')) return null;
      const target = new URL(source, `file://${importer}`).pathname.replace(/(\/index)?(\.js)?$/, '');
      const name = Object.keys(files).find((file) => target.endsWith(`/decap-cms-${file}`));
      return name ? own(files[name] as string) : null;
    },
  };
}
