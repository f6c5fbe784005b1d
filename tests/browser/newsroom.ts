import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { startDevServer, until, type DevServer } from './dev-server.ts';

/** The newsroom on a copy of the project, in Chromium, as an editor has it after `npm start`. */
export function newsroom() {
  let server: DevServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDevServer(), launch()]);
    // The first visit builds the application.
    await fetch(`${server.origin}/admin/`);
  });

  afterAll(async () => {
    await browser.close();
    server.stop();
  });

  return {
    get origin() {
      return server.origin;
    },
    path: (file: string) => join(server.root, file),
    read: (file: string) => readFileSync(join(server.root, file), 'utf8'),
    write: (file: string, content: string) => writeFileSync(join(server.root, file), content),
    exists: (file: string) => existsSync(join(server.root, file)),
    get: (path: string) => server.get(path),
    run: (...command: string[]) => {
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
      return promisify(execFile)(process.execPath, command, { cwd: server.root, env, maxBuffer: 1e8 });
    },
    /** An editor at a screen of their own. */
    async sit(options: { width?: number; height?: number } = {}): Promise<Editor> {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      return new Editor(await context.newPage(), server.origin);
    },
  };
}

/** What an editor does, by the words on the screen. */
export class Editor {
  readonly page: Page;
  readonly origin: string;
  readonly faults: string[] = [];

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('dialog', (dialog) => void dialog.accept());
  }

  async open(route: string): Promise<void> {
    await this.page.goto(`${this.origin}/admin/#${route}`);
    await this.page.locator('.toolbar, .newsroom-header').first().waitFor();
  }

  async openEntry(type: string, slug: string): Promise<void> {
    await this.open(`/collections/${type}/entries/${slug}`);
    await this.page
      .getByLabel(/公開状態/)
      .first()
      .waitFor();
  }

  async newEntry(type: string): Promise<void> {
    await this.open(`/collections/${type}/new`);
    await this.page
      .getByLabel(/スラッグ/)
      .first()
      .waitFor();
  }

  /** A field by the beginning of its label; the Japanese pane is the first, the English one the second. */
  field(label: string, pane = 0): Locator {
    return this.page.getByLabel(new RegExp(`^${label}`)).nth(pane);
  }

  async fill(label: string, value: string, pane = 0): Promise<void> {
    await this.field(label, pane).fill(value);
  }

  /** Chooses a value by its name. */
  async choose(label: string, option: string, pane = 0): Promise<void> {
    const field = this.field(label, pane);
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') {
      await field.selectOption({ label: option });
      return;
    }
    await field.fill(option);
    await this.page.getByRole('option', { name: option, exact: true }).first().click();
  }

  /** Chooses an entry by its title. */
  async relate(label: string, title: string): Promise<void> {
    const field = this.field(label);
    await field.fill(title);
    await this.page
      .getByRole('option', { name: new RegExp(title) })
      .first()
      .click();
  }

  text(pane = 0): Locator {
    return this.page.locator('.cm-content').nth(pane);
  }

  /** Writes at the end of the text. */
  async type(words: string, pane = 0): Promise<void> {
    await this.text(pane).click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.insertText(words);
  }

  get saved(): Locator {
    return this.page.locator('.toolbar-saved');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    try {
      await expect.poll(() => this.saved.textContent(), { timeout: 10_000 }).toMatch(/^(保存済み|Saved)$/);
    } catch (cause) {
      const told = await this.page.locator('dialog[open], .Toastify__toast').allTextContents();
      throw new Error(`Not saved: ${told.join(' | ')}`, { cause });
    }
  }

  async more(name: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /^(その他|More)/ }).click();
    await this.page.locator('.menu-panel').getByRole('button', { name }).click();
  }

  get dialog(): Locator {
    return this.page.locator('dialog.dialog[open]');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

export { until };
