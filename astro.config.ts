import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { newsroom } from './admin/integration.ts';
import { settings } from './settings.ts';
import { redirects } from './src/editions/redirects.ts';
import { defaultLanguage, languages } from './src/i18n/languages.ts';
import { preview } from './src/preview/integration.ts';
import { inLanguage } from './src/queries/paths.ts';
import { rebuild } from './src/rebuild/integration.ts';
import { search } from './src/search/integration.ts';

/** The address of every page, filled by a build. */
const addresses: string[] = [];

/** Those that the sitemap lists, filled while it asks about each and read when it writes their translations. */
const pages = new Set<string>();

export default defineConfig({
  site: settings.baseUrl,
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  i18n: {
    locales: [...languages],
    defaultLocale: defaultLanguage,
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [
    mdx(),
    sitemap({
      filter: (page) => {
        const { pathname } = new URL(page);
        // The same text again is no page of its own to a search engine.
        if (pathname.endsWith('/parallel/')) return false;
        pages.add(pathname);
        return true;
      },
      entryLimit: 10_000,
      // Astro tells it only of those that are made again.
      customPages: addresses,
      serialize: (page) => {
        const { pathname } = new URL(page.url);
        const versions = languages.filter((language) => pathname !== '/' && pages.has(inLanguage(pathname, language)));
        return {
          url: page.url,
          links: versions.map((lang) => ({ lang, url: new URL(inLanguage(pathname, lang), page.url).href })),
        };
      },
    }),
    search(),
    redirects(),
    newsroom(),
    preview(),
    rebuild(addresses),
  ],
  // Nothing is inlined, however small: the policy allows no inline code. One style sheet for all pages: ten small ones cost
  // a first page ten requests before it shows anything, and each next page some more.
  build: { inlineStylesheets: 'never' },
  vite: {
    // How long plugins took on a busy machine is no fault, and every warning fails the build.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, rolldownOptions: { checks: { bundlerTimings: false } } },
    // They are a hundred thousand files with ten thousand entries, and no page's source. Astro adds `dist/`.
    server: { watch: { ignored: ['**/.cache/**', '**/.dist/**'] } },
  },
  // For the maintainers' own pages; quotes and dashes stay as written, since SmartyPants damages Japanese.
  markdown: { processor: unified({ remarkPlugins: [remarkCjkFriendly], smartypants: false }), syntaxHighlight: false },
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
});
