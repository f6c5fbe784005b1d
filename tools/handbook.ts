/**
 * The pictures of the editors' handbook: `npm run handbook -- [STEP …]`.
 * The newsroom runs on a copy of the project, where some translations are set back so that the board has all states to
 * show. Every picture is taken in both interface languages, each in a window that remembers nothing of the one before.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { handbookPictures } from '../admin/handbook/path.ts';
import { words as textWords } from '../admin/text/words.ts';
import { textPath } from '../src/entries/entry.ts';
import { languages, type Language, type Words } from '../src/i18n/languages.ts';
import { blocks } from '../src/model/blocks.ts';
import { articles } from '../src/model/types/articles.ts';
import { startDevServer, type DevServer } from '../tests/browser/dev-server.ts';
import { findFonts, launch } from './browser.ts';

/** Bytes that a picture should not exceed: the handbook is read on a Git host, often far from it. */
const enough = 80 * 1024;

/** The entries that the pictures show. */
const koya = '/collections/articles/entries/koya-in-december/index';
const mayors = '/collections/articles/entries/mayors-at-iikura/index';
const tohoku = '/collections/articles/entries/tohoku-at-the-table/index';

/** What is written in the pictures: placeholders, plainly so, and never a fact. */
const example = {
  title: { ja: '記事の題名（記入例）', en: 'Title of the article (example)' },
  heading: { ja: '囲みの見出し（記入例）', en: 'Heading of the callout (example)' },
  text: { ja: 'ここに、読者に気を付けてほしいことを書きます。', en: 'What the reader should notice is written here.' },
  paragraph: { ja: '別の人が加えた段落（記入例）。', en: 'A paragraph that someone else added (example).' },
} as const satisfies Record<string, Words>;

/** A window in which one picture is made. */
interface Desk {
  readonly page: Page;
  readonly language: Language;
  readonly server: DevServer;
}

const steps: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  list: async (desk) => {
    await open(desk, '/collections/articles');
    await desk.page.locator(`a[href*="${koya.replace('/index', '')}"]`).waitFor();
  },

  'new-entry': async (desk) => {
    await beginArticle(desk);
    await field(desk, articles.fields.title.label).focus();
  },

  text: async (desk) => {
    await open(desk, koya);
    await inText(desk, 0);
  },

  'blocks-menu': async (desk) => {
    await open(desk, koya);
    await inText(desk, 0);
    await desk.page.keyboard.press('Control+Alt+b');
    await desk.page.getByRole('menuitem').last().waitFor();
  },

  'block-form': async (desk) => {
    await open(desk, koya);
    await inText(desk, 0);
    await desk.page.keyboard.press('Control+Alt+b');
    await desk.page.getByRole('menuitem', { name: blocks.Callout.label[desk.language] }).click();
    const { title } = blocks.Callout.attributes;
    await dialog(desk).getByLabel(title.label[desk.language]).fill(example.heading[desk.language]);
    await dialog(desk).getByLabel(textWords.form.text[desk.language]).fill(example.text[desk.language]);
  },

  picture: async (desk) => {
    await open(desk, koya);
    const pane = languages.indexOf(desk.language);
    await inText(desk, pane);
    const figure = figureIn(desk, textPath('articles', 'koya-in-december', desk.language));
    await desk.page.keyboard.press('Control+Alt+p');
    await dialog(desk).getByRole('button', { name: figure.src }).click();
    await dialog(desk).getByLabel(textWords.picture.alt[desk.language]).fill(figure.alt);
    await dialog(desk).getByLabel(textWords.picture.caption[desk.language]).fill(figure.caption);
  },

  preview: async (desk) => {
    const { page, language } = desk;
    await open(desk, koya);
    await page.getByTitle(/ページを横に表示する|preview/i).click();
    // One pane is left, and the page is that of its language.
    await page.getByRole('button', { name: /JA$/ }).click();
    await page.getByRole('menuitem', { name: language.toUpperCase() }).click();
    const site = page.frameLocator('#preview-pane').locator('iframe').last();
    await site.contentFrame().locator(`html[lang="${language}"] h1`).waitFor();
    await site.waitFor();
    await inText(desk, 0);
  },

  check: async (desk) => {
    await beginArticle(desk);
    await field(desk, articles.fields.date.label).fill('2026-13-01');
    const { page } = desk;
    await page.locator('.toolbar-count').first().click();
    // The panel follows the form after a moment: the date is the last of what it lists.
    await page.locator('.check-panel').getByText('2014-02-04').waitFor();
  },

  board: async (desk) => {
    await open(desk, '/translations');
    await desk.page.locator('.board tbody tr').first().waitFor();
  },

  conflict: async (desk) => {
    await open(desk, mayors);
    const file = join(desk.server.root, 'content/articles/mayors-at-iikura/index.ja.mdx');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\n${example.paragraph[desk.language]}\n`);
    const title = field(desk, articles.fields.title.label);
    await title.fill(`${await title.inputValue()}（改）`);
    await desk.page.keyboard.press('Control+s');
    await dialog(desk).getByText(example.paragraph[desk.language]).waitFor();
    writeFileSync(file, before);
  },

  restore: async (desk) => {
    await open(desk, tohoku);
    await field(desk, articles.fields.title.label).fill(example.title.ja);
    await inText(desk, 0);
    await desk.page.keyboard.insertText(example.text.ja);
    // Whoever leaves without saving is asked; what was written is kept all the same.
    await desk.page.locator('.toolbar-back').click();
    await desk.page.locator('.newsroom-header').waitFor();
    await desk.page.evaluate((route) => void (location.hash = route), tohoku);
    await dialog(desk).waitFor();
  },
};

async function open({ page, server }: Desk, route: string): Promise<void> {
  await page.goto(`${server.origin}/admin/#${route}`);
  await page.locator('.toolbar, .newsroom-header').first().waitFor();
  if (/entries|new$/.test(route)) await page.locator('.cm-content').nth(1).waitFor();
}

/** A field of the form by its label; the Japanese pane is the first, the English one the second. */
function field({ page, language }: Desk, label: Words, pane = 0): Locator {
  return page.getByLabel(label[language]).nth(pane);
}

function dialog({ page }: Desk): Locator {
  return page.locator('dialog.dialog[open]').last();
}

/** A new article with a name and titles, and nothing else. */
async function beginArticle(desk: Desk): Promise<void> {
  await open(desk, '/collections/articles/new');
  await field(desk, articles.fields.slug.label).fill('example-article');
  await field(desk, articles.fields.title.label).fill(example.title.ja);
  await field(desk, articles.fields.title.label, 1).fill(example.title.en);
  // What is missing is counted when the writer rests.
  await desk.page.locator('.toolbar-count').nth(1).waitFor();
}

/** Puts the cursor at the start of a text and the text into the middle of the window. */
async function inText({ page }: Desk, pane: number): Promise<void> {
  const text = page.locator('.cm-content').nth(pane);
  await text.scrollIntoViewIfNeeded();
  await text.focus();
  await page.keyboard.press('Control+Home');
}

/** The first figure of a text, as its editor wrote it. */
function figureIn({ server }: Desk, file: string): { src: string; alt: string; caption: string } {
  const [, src = '', alt = '', caption = ''] =
    /<Figure src="([^"]*)" alt="([^"]*)" caption="([^"]*)"/.exec(readFileSync(join(server.root, file), 'utf8')) ?? [];
  return { src, alt, caption };
}

/** Sets translations of the copy back: one behind its original, one missing, one a draft, one never compared. */
function setBack(root: string): void {
  const english = (slug: string) => join(root, `content/articles/${slug}/index.en.mdx`);
  const change = (slug: string, from: RegExp, to: string) =>
    writeFileSync(english(slug), readFileSync(english(slug), 'utf8').replace(from, to));
  change('a-residence-in-thailand', /title:[0-9a-f]{8}/, 'title:00000000');
  rmSync(english('four-rooms-in-february'));
  change('how-the-network-began', /^status: published$/m, 'status: draft');
  change('what-a-sister-city-is', /^original: .*\n/m, '');
}

/** Takes one picture, in as few colours as keep it small. */
async function take(browser: Browser, server: DevServer, name: string, language: Language): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => localStorage.setItem('glocal.language', chosen), language);
  const page = await context.newPage();
  page.on('dialog', (asked) => void asked.accept());
  await steps[name]?.({ page, language, server });
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  const file = join(handbookPictures, `${name}-${language}.png`);
  for (const quality of [100, 60, 30]) {
    const { size } = await sharp(picture).png({ palette: true, quality, dither: 0, effort: 10 }).toFile(file);
    if (size > enough && quality > 30) continue;
    console.log(`${file} ${Math.round(size / 1024)} KB`);
    return;
  }
}

const chosen = process.argv.slice(2);
mkdirSync(handbookPictures, { recursive: true });
findFonts();
const browser = await launch();
const server = await startDevServer(setBack).catch(async (error: unknown) => {
  await browser.close();
  throw error;
});
try {
  // The first visit builds the application.
  await fetch(`${server.origin}/admin/`);
  for (const name of Object.keys(steps).filter((step) => chosen.length === 0 || chosen.includes(step))) {
    for (const language of languages) await take(browser, server, name, language);
  }
} finally {
  await browser.close();
  server.stop();
}
