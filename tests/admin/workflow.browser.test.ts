import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../tools/browser.ts';
import { Editor, until } from '../browser/newsroom.ts';
import { startGitHost, type GitHost } from './workflow/host.ts';

const slug = 'a-residence-in-thailand';
const file = `content/articles/${slug}/index.ja.mdx`;

let host: GitHost;
let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  [host, browser] = await Promise.all([startGitHost(), launch()]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  editor = new Editor(await context.newPage(), host.origin);
  await editor.page.goto(`${host.origin}/admin/`);
  await editor.page.getByRole('button', { name: 'ログイン' }).click();
  await editor.page.locator('.newsroom-header').waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  host.stop();
});

/** As a hand does it, in many small moves: the board looks where the card is while it is on its way. */
async function drag(what: Locator, to: Locator): Promise<void> {
  await what.hover();
  await editor.page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error('There is nothing to drag to.');
  await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 20 });
  await to.hover();
  await editor.page.mouse.up();
}

/** The branches under review. */
function branches(): string[] {
  return host.git('branch', '--list', 'cms/*', '--format', '%(refname:short)').split('\n').filter(Boolean);
}

function branchOf(name: string): string {
  const [found = ''] = branches().filter((branch) => branch.startsWith(`cms/articles/${name}`));
  return found;
}

/** The files in which a branch differs from what is published. */
function changedIn(branch: string): string[] {
  return host.git('diff', '--name-only', `main...${branch}`).split('\n').filter(Boolean);
}

/** The lines that a branch would add to what is published. */
function addedIn(branch: string): string[] {
  return host
    .git('diff', '--unified=0', `main...${branch}`)
    .split('\n')
    .filter((line) => /^\+(?!\+)/.test(line))
    .map((line) => line.slice(1));
}

function statusOf(branch: string): string {
  return host.git('config', `branch.${branch}.description`).trim();
}

test('a changed title is one line on a branch of its own, and nothing else', async () => {
  await editor.openEntry('articles', `${slug}/index`);
  // Texts are read in a thread beside the page; one that cannot start is gone by now.
  await editor.page.waitForTimeout(500);
  expect(editor.page.workers()).toHaveLength(2);
  await editor.fill('題名', '大使公邸から、ふるさとへ');
  await editor.save();
  await until(async () => branchOf(slug) !== '', 10_000);
  const branch = branchOf(slug);
  expect(changedIn(branch)).toEqual([file]);
  const lines = host
    .git('diff', '--unified=0', `main...${branch}`)
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line));
  expect(lines).toEqual([
    '-title: 大使公邸を、ふるさとの舞台に――福岡県はタイで、沖縄県は米国で',
    '+title: 大使公邸から、ふるさとへ',
  ]);
  expect(statusOf(branch)).toMatch(/draft$/);
  expect(host.git('status', '--porcelain')).toBe('');
  expect(editor.faults).toEqual([]);
});

test('a second change goes to the same branch and nobody is asked about a conflict', async () => {
  await editor.fill('要旨', '公邸は、自治体が地元の魅力を伝える会場になります。');
  await editor.save();
  const [branch, ...others] = branches();
  expect(others).toEqual([]);
  await until(async () => addedIn(branch ?? '').length === 2, 10_000);
  expect(changedIn(branch ?? '')).toEqual([file]);
  expect(addedIn(branch ?? '')).toEqual([
    'title: 大使公邸から、ふるさとへ',
    'summary: 公邸は、自治体が地元の魅力を伝える会場になります。',
  ]);
});

test('a text under review opens with the translation that its branch does not change', async () => {
  await editor.page.reload();
  await editor.field('題名').waitFor();
  expect(await editor.field('題名').inputValue()).toBe('大使公邸から、ふるさとへ');
  expect(await editor.field('題名', 1).inputValue()).toMatch(/residence/i);
});

test('the draft beside its form has the text, the fields by their names, and the style of the site', async () => {
  await editor.page.getByTitle('ページを横に表示する').click();
  const draft = editor.page.frameLocator('iframe').first();
  await draft.getByRole('heading', { level: 1, name: '大使公邸から、ふるさとへ' }).waitFor();
  expect(await draft.locator('.prose h2').count()).toBeGreaterThan(0);
  const facts = await draft.locator('dl').textContent();
  expect(facts).toContain('国・地域アラブ首長国連邦中国');
  expect(facts).toContain('施策在外公館施設を活用した地方の魅力発信プロジェクト');
  expect(facts).toContain('外務省 / 2013年（平成25年） / 一次資料');
  const serif = await draft.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
  expect(serif).toMatch(/serif/i);
  await editor.page.getByTitle('二つの言語を並べる').click();
  await editor.field('題名', 1).waitFor();
});

test('a text goes through review to publication', async () => {
  const branch = branchOf(slug);
  const review = editor.page.locator('.toolbar').getByLabel(/^査読/);
  await review.selectOption('pending_review');
  await until(async () => /pending_review$/.test(statusOf(branch)), 10_000);
  await review.selectOption('pending_publish');
  await until(async () => /pending_publish$/.test(statusOf(branch)), 10_000);
  expect(host.git('show', `main:${file}`)).not.toContain('大使公邸から、ふるさとへ');
  await editor.page.getByRole('button', { name: '本番に入れる' }).click();
  await until(async () => branches().length === 0, 10_000);
  // The form is filled anew from what is published.
  await review.waitFor({ state: 'detached' });
  await editor.page.waitForLoadState('networkidle');
  expect(host.git('show', `main:${file}`)).toContain('\ntitle: 大使公邸から、ふるさとへ\n');
  expect(host.git('diff', '--name-only', 'HEAD~2', 'main').trim()).toBe(file);
  expect(editor.faults).toEqual([]);
});

test('a new article is one file, and its picture goes along', async () => {
  await editor.newEntry('articles');
  await editor.fill('スラッグ', 'gift-of-noto');
  await editor.fill('題名', '能登の漆器、海を渡る');
  await editor.type('これは**「強調」**です。');
  await editor.save();
  await until(async () => branchOf('gift-of-noto') !== '', 10_000);
  const branch = branchOf('gift-of-noto');
  expect(changedIn(branch)).toEqual(['content/articles/gift-of-noto/index.ja.mdx']);
  expect(host.git('show', `${branch}:content/articles/gift-of-noto/index.ja.mdx`)).toBe(
    '---\nslug: gift-of-noto\nstatus: draft\ntitle: 能登の漆器、海を渡る\n---\n\nこれは**「強調」**です。\n',
  );

  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  await editor.text().click();
  await editor.page.keyboard.press('Control+End');
  await editor.page.getByRole('button', { name: /^画像/ }).first().click();
  await editor.page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'bowl.png', mimeType: 'image/png', buffer: photo });
  await editor.dialog.getByLabel(/代替テキスト/).fill('朱塗りの椀');
  await editor.dialog.locator('button.primary').click();
  await editor.save();
  await until(async () => changedIn(branch).length === 2, 10_000);
  expect(changedIn(branch)).toEqual(['content/articles/gift-of-noto/bowl.png', 'content/articles/gift-of-noto/index.ja.mdx']);

  // The picture stays when the text alone is saved again.
  await editor.fill('題名', '能登の漆器');
  await editor.save();
  await until(
    async () => /title: 能登の漆器\n/.test(host.git('show', `${branch}:content/articles/gift-of-noto/index.ja.mdx`)),
    10_000,
  );
  expect(changedIn(branch)).toHaveLength(2);
  expect(editor.faults).toEqual([]);
});

test('the board shows what is under review, and a text is moved on by dragging', async () => {
  const branch = branchOf('gift-of-noto');
  await editor.open('/workflow');
  const card = editor.page.getByRole('link', { name: /能登の漆器/ });
  await card.waitFor();
  expect(statusOf(branch)).toMatch(/draft$/);
  await drag(card, editor.page.getByRole('heading', { name: '査読中' }));
  await until(async () => /pending_review$/.test(statusOf(branch)), 10_000);
  // Decap's board draws its columns anew while react-dnd 14 still looks at the old ones; what was dropped is moved all the same.
  expect(editor.faults.filter((fault) => !fault.includes('targetIds to be registered'))).toEqual([]);
});
