/** Builds the bare page of the text editor, serves it on this machine, and opens it in Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { withoutDocument } from '../../../admin/instead/replaced.ts';
import { launch } from '../../../tools/browser.ts';
import type { Harness } from './main.ts';

export interface Bench {
  /** The folder of the built page. */
  readonly folder: string;
  /** A fresh page whose editor holds the text; the page before it is closed. */
  open(value: string, options?: BrowserContextOptions & { interface?: 'ja' | 'en'; text?: 'ja' | 'en' }): Promise<Page>;
  close(): Promise<void>;
}

export async function bench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'text-editor-'));
  const root = fileURLToPath(new URL('.', import.meta.url));
  const settings = {
    root,
    configFile: false,
    base: '/',
    publicDir: false,
    logLevel: 'warn',
    // Vitest's NODE_ENV would have React's development calls written, which its production build lacks.
    resolve: { alias: withoutDocument },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir: folder, emptyOutDir: false, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  } as const;
  await build(settings);
  const server: PreviewServer = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as AddressInfo;
  const browser: Browser = await launch();
  let context: BrowserContext | undefined;
  return {
    folder,
    async open(value, { interface: shown = 'ja', text = 'ja', ...options } = {}) {
      await context?.close();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      await context.addInitScript((language) => localStorage.setItem('glocal.language', language), shown);
      await context.addInitScript(() => {
        const refused: string[] = [];
        Object.assign(window, { refused });
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          refused.push(`${violatedDirective} ${blockedURI}`),
        );
      });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => 'harness' in window);
      await page.evaluate(([source, language]) => window.harness.open(source, language), [value, text] as const);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the newsroom's Content-Security-Policy, which the page has too, has refused. */
export function refusedBy(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

/** The text of the page's editor. */
export function valueOf(page: Page): Promise<string> {
  return page.evaluate(() => window.harness.editor.value);
}

export type { Harness };
