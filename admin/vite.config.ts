/** The editors' application as its own build: `dist/admin/` of the site, the same files in `npm start`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { handbook, pagesOf } from './handbook/handbook.ts';
import { inPlaceOfDecaps, withoutDocument } from './instead/replaced.ts';
import { readerFromSharedChunks } from './instead/shared-worker-chunks.ts';
import { font } from '../src/drawing/font.ts';
import { packLetters } from '../src/drawing/letters.ts';
import { newsroomOf } from './settings.ts';

const newsroom = newsroomOf(process.env);
const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: here,
  base: '/admin/',
  publicDir: false,
  plugins: [inPlaceOfDecaps(), readerFromSharedChunks(), handbook(project)],
  define: {
    NEWSROOM: JSON.stringify(newsroom),
    LETTERS: JSON.stringify(packLetters(font().letters.keys())),
    // By themselves too, so that what another backend would need is not built.
    'NEWSROOM.backend': JSON.stringify(newsroom.backend),
    'NEWSROOM.workflow': JSON.stringify(newsroom.workflow),
    // React and Decap ask for it in their own code.
    'process.env.NODE_ENV': JSON.stringify('production'),
    global: 'globalThis',
    // Where zod makes no functions out of text, it does not try to either, which the policy would report.
    'globalThis.__zod_globalConfig': '({ jitless: true })',
  },
  resolve: {
    dedupe: ['react', 'react-dom', 'immutable', 'lodash', 'yaml'],
    alias: withoutDocument,
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // 'use client', in packages for React, speaks to servers that render; there is none here. How long plugins took on a busy
    // machine is no fault either, and every warning fails the site's build.
    rolldownOptions: {
      input: [join(here, 'index.html'), ...pagesOf(project)],
      checks: { moduleLevelDirective: false, bundlerTimings: false },
    },
  },
  logLevel: 'warn',
});
