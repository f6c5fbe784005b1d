import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { serve } from '../../tools/serve.ts';

/** The built site in Chromium, under the headers of production, for the tests of one file. */
export function site() {
  let browser: Browser;
  let origin = '';
  let stop = () => {};

  beforeAll(async () => {
    const server = await serve(resolve('dist'), 0);
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => server.close();
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    stop();
  });

  return {
    /** A fresh visitor at a path. */
    async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      await page.goto(origin + path);
      return page;
    },
    at: (path: string) => origin + path,
  };
}
