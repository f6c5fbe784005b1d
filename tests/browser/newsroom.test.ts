import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Request } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { prefectureOf } from '../../src/data/places.ts';
import { readAll } from '../../src/entries/read.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { withoutBreaks } from './dev-server.ts';
import { Editor, newsroom, until } from './newsroom.ts';
import { articleOf, keystrokes } from './typing.ts';

const room = newsroom();
const koya = 'content/articles/koya-in-december/index.ja.mdx';

describe('an editor', () => {
  test(
    'writes an article with everything, translates and publishes it, and readers find it',
    { timeout: 240_000 },
    async () => {
      const editor = await room.sit();
      await editor.newEntry('articles');
      await editor.fill('スラッグ', 'gift-of-noto');
      await editor.fill('題名', '能登の漆器、海を渡る');
      await editor.fill('要旨', '輪島の漆器が渡った先を、五つの年からたどります。');
      await editor.fill('公開日', '2026-11-25');
      await editor.relate('テーマ', '観光');
      await editor.choose('都道府県', '石川県');

      await editor.type('これは**「強調」**です。海を渡った器[^1]の話をします。\n\n');
      await editor.page.keyboard.insertText(
        '## 五つの年\n\n| 年 | 行き先 |\n|---|---|\n| 初年 | パリ |\n\n[^1]: 輪島塗のこと。\n\n',
      );

      // A block as a form.
      await editor.page.getByRole('button', { name: /^部品/ }).first().click();
      await editor.page.getByRole('menuitem', { name: /囲み/ }).click();
      await editor.dialog.getByLabel(/見出し/).fill('輪島塗とは');
      await editor.dialog.getByLabel(/^本文/).fill('漆を重ねた器です。');
      await editor.dialog.locator('button.primary').click();

      // A picture, straight from a camera: too large, with a place in it.
      const photo = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#a33' } })
        .jpeg()
        .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 23/1 0/1' }, IFD0: { Make: 'Camera' } })
        .toBuffer();
      await editor.text().click();
      await editor.page.keyboard.press('Control+End');
      await editor.page.getByRole('button', { name: /^画像/ }).first().click();
      await editor.page
        .locator('dialog input[type=file]')
        .setInputFiles({ name: '漆器 1.JPG', mimeType: 'image/jpeg', buffer: photo });
      await editor.dialog.getByLabel(/代替テキスト/).fill('朱塗りの椀');
      await editor.dialog.getByLabel(/説明文/).fill('輪島の椀');
      await editor.dialog.locator('button.primary').click();

      await editor.save();
      const folder = 'content/articles/gift-of-noto';
      expect(room.exists(`${folder}/index.en.mdx`)).toBe(false);
      expect(room.read(`${folder}/index.ja.mdx`)).toBe(`---
slug: gift-of-noto
status: draft
title: 能登の漆器、海を渡る
summary: 輪島の漆器が渡った先を、五つの年からたどります。
date: "2026-11-25"
themes: [tourism]
prefectures: [ishikawa]
---

これは**「強調」**です。海を渡った器[^1]の話をします。

## 五つの年

| 年 | 行き先 |
|---|---|
| 初年 | パリ |

[^1]: 輪島塗のこと。

<Callout title="輪島塗とは">

漆を重ねた器です。

</Callout>

<Figure src="picture-1.jpg" alt="朱塗りの椀" caption="輪島の椀" />
`);
      const picture = await sharp(room.path(`${folder}/picture-1.jpg`)).metadata();
      expect(picture).toMatchObject({ width: 2560, height: 1920, format: 'jpeg' });
      expect(picture.exif).toBeUndefined();

      // English beside it, then both are published.
      await editor.fill('題名', 'Noto lacquer crosses the sea', 1);
      await editor.fill('要旨', 'Where the lacquerware of Wajima went, in five years.', 1);
      await editor.type('This is **bold**.\n\n## Five years\n\nThey crossed the sea.', 1);
      await editor.choose('公開状態', '公開', 0);
      await editor.choose('公開状態', '公開', 1);
      await editor.save();
      expect(room.read(`${folder}/index.ja.mdx`)).toContain('status: published');
      expect(room.read(`${folder}/index.en.mdx`)).toMatch(
        /^---\nstatus: published\noriginal: [\w: ]+\ntitle: Noto lacquer crosses the sea\nsummary: Where the lacquerware of Wajima went, in five years\.\n---\n\nThis is \*\*bold\*\*\./,
      );
      expect(editor.faults).toEqual([]);

      // Its number of the magazine.
      await editor.openEntry('issues', 'no-1/index');
      await editor.relate('目次', '能登の漆器');
      await editor.save();
      await editor.leave();
      await until(async () => (await room.get('/ja/articles/gift-of-noto/')).includes('<strong>「強調」</strong>'), 10_000);

      const { stderr } = await room.run('tools/build.ts');
      expect(stderr).not.toMatch(/error/i);
      const built = (path: string) => withoutBreaks(room.read(`dist${path}index.html`));
      expect(built('/ja/articles/gift-of-noto/')).toContain('朱塗りの椀');
      expect(built('/en/articles/gift-of-noto/')).toContain('Noto lacquer crosses the sea');
      expect(built('/ja/issues/no-1/')).toContain('能登の漆器');
      expect(built('/ja/prefectures/ishikawa/')).toContain('能登の漆器');
      expect(built('/en/themes/tourism/')).toContain('Noto lacquer');
    },
  );

  test('finds what was just published by search, in both languages', async () => {
    for (const [language, query] of [
      ['ja', '漆器'],
      ['en', 'lacquer'],
    ] as const) {
      const editor = await room.sit();
      await editor.page.goto(`${room.origin}/${language}/search/?q=${query}`);
      await editor.page.locator(`a[href="/${language}/articles/gift-of-noto/"]`).first().waitFor({ timeout: 20_000 });
      await editor.leave();
    }
  });

  test('sees the real page of an unsaved draft within a second of a pause', async () => {
    const editor = await room.sit();
    await editor.openEntry('articles', 'koya-in-december/index');
    await editor.page.getByTitle('ページを横に表示する').click();
    const page = editor.page.frameLocator('#preview-pane').frameLocator('iframe >> nth=-1');
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 20_000 });
    await editor.fill('題名', '書きかけの題名');
    const shown = Date.now();
    await page.getByRole('heading', { level: 1, name: '書きかけの題名' }).waitFor({ timeout: 10_000 });
    const took = Date.now() - shown;
    // The figure is wanted, not only the bound.
    process.stdout.write(`draft to page: ${took} ms, the pause of 250 ms included\n`);
    expect(took).toBeLessThan(2500);
    expect(room.read(koya)).not.toContain('書きかけの題名');
    expect(await room.get('/ja/articles/koya-in-december/')).not.toContain('書きかけの題名');
    await editor.leave();
  });

  test('has the passage that is being written in view on the page beside it', async () => {
    const editor = await room.sit();
    await editor.openEntry('articles', 'koya-in-december/index');
    await editor.page.getByTitle('ページを横に表示する').click();
    const page = editor.page.frameLocator('#preview-pane').frameLocator('iframe >> nth=-1');
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 20_000 });
    const inView = (words: string) =>
      page
        .getByText(words)
        .last()
        .evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
    await editor.type('\n\n終わりに書いた段落。');
    await expect.poll(() => inView('終わりに書いた段落。'), { timeout: 10_000 }).toBe(true);
    // A cursor that only moves takes the page along too.
    await editor.page.keyboard.press('Control+Home');
    const first = (await editor.text().locator('.cm-line').first().textContent()) ?? '';
    await expect.poll(() => inView(first.slice(0, 12))).toBe(true);
    await editor.leave();
  });

  test('types through a composition, and exactly what was composed is in the file', async () => {
    const editor = await room.sit();
    await editor.openEntry('articles', 'four-rooms-in-february/index');
    const before = room.read('content/articles/four-rooms-in-february/index.ja.mdx');
    await editor.text().click();
    await editor.page.keyboard.press('Control+End');
    const input = await editor.page.context().newCDPSession(editor.page);
    for (const step of ['ｋ', 'か', 'かん', 'かんこう', '観光']) {
      await input.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
      // Longer than any pause after which something is checked or drawn anew.
      if (step === 'かん') await editor.page.waitForTimeout(700);
    }
    await input.send('Input.insertText', { text: '観光' });
    await editor.page.keyboard.insertText('の年。');
    await editor.save();
    expect(room.read('content/articles/four-rooms-in-february/index.ja.mdx')).toBe(before.replace(/\n$/, '観光の年。\n'));
    await editor.leave();
  });
});

describe('a saved file', () => {
  /** Changes the title of an entry, saves, takes it back, saves; gives the file after each. */
  async function roundTrip(editor: Editor, type: TypeName, slug: string, file: string): Promise<[string, string]> {
    const route = `#/collections/${type}/entries/${slug}${contentTypes[type].storage === 'folder' ? '/index' : ''}`;
    await editor.page.evaluate((hash) => void (location.hash = hash), route);
    // A prefecture is chosen, not typed: its field shows the name.
    if (type === 'prefectures') await editor.page.getByText(prefectureOf(slug).ja, { exact: true }).first().waitFor();
    else
      await editor.page.waitForFunction(
        (own) => [...document.querySelectorAll('input')].some(({ value }) => value === own),
        slug,
      );
    const label = { prefectures: '要旨', terms: '用語' }[type as string] ?? '題名';
    const title = await editor.field(label).inputValue();
    await editor.fill(label, `${title}改`);
    await editor.save();
    const changed = room.read(file);
    await editor.fill(label, title);
    await editor.save();
    return [changed, room.read(file)];
  }

  const changedLines = (before: string, after: string) => {
    const lines = before.split('\n');
    return after.split('\n').filter((line, index) => line !== lines[index]).length;
  };

  test(
    'of every entry changes one line with its title, and no byte once that is taken back',
    { timeout: 1_800_000 },
    async () => {
      const editor = await room.sit();
      await editor.open('/collections/articles');
      const entries = readAll(process.cwd()).entries.filter(({ language }) => language === 'ja');
      expect(entries.length).toBeGreaterThan(260);
      for (const { type, slug, file } of entries) {
        const english = file.replace('index.ja', 'index.en');
        const [before, translation] = [room.read(file), room.read(english)];
        const [changed, after] = await roundTrip(editor, type, slug, file);
        expect(changedLines(before, changed), file).toBe(1);
        expect(after, file).toBe(before);
        expect(room.read(english), english).toBe(translation);
      }
      expect(editor.faults).toEqual([]);
      await editor.leave();
    },
  );

  const wholeSyntax = readFileSync('tests/browser/whole-syntax.txt', 'utf8');

  test.each([
    ['as it is', wholeSyntax],
    ['with Windows line breaks', wholeSyntax.replaceAll('\n', '\r\n')],
    ['with more line breaks at its end', `${wholeSyntax}\n\n\n`],
  ])('keeps every byte of a text that uses the whole syntax, %s', async (_how, written) => {
    const folder = 'content/articles/whole-syntax';
    const file = `${folder}/index.ja.mdx`;
    mkdirSync(room.path(folder), { recursive: true });
    for (const name of ['a.png', 'b.png']) cpSync(room.path('content/issues/no-1/cover.png'), room.path(`${folder}/${name}`));
    room.write(file, written);
    const editor = await room.sit();
    await editor.open('/collections/articles');
    const [changed, after] = await roundTrip(editor, 'articles', 'whole-syntax', file);
    expect(changedLines(written, changed)).toBe(1);
    expect(after).toBe(written);
    // A letter at the end changes nothing before it.
    await editor.type('末');
    await editor.save();
    expect(room.read(file)).toBe(written.replace(/(\r?\n)?$/, '末$1'));
    await editor.leave();
    rmSync(room.path(folder), { recursive: true });
  });
});

test('a long list is shown in portions, and goes on where it was', async () => {
  const editor = await room.sit();
  await editor.open('/collections/events');
  const cards = editor.page.locator('.entry-card');
  const count = readdirSync(room.path('content/events')).length;
  expect(count).toBeGreaterThan(100);
  await until(async () => (await cards.count()) === 100, 5000);
  await editor.page.getByRole('button', { name: `さらに表示（残り${count - 100}件）` }).click();
  await until(async () => (await cards.count()) === count, 5000);
  expect(await cards.nth(100).locator('a:focus').count()).toBe(1);
  expect(await editor.page.getByRole('button', { name: /さらに表示/ }).count()).toBe(0);
  await editor.page.keyboard.press('Enter');
  await editor.text().waitFor();
  await editor.page.goBack();
  await until(async () => (await cards.count()) === count, 5000);
  await editor.leave();
});

test('a change that is taken back is none, though the list arrives after the entry; a text that is deleted is one', async () => {
  const editor = await room.sit();
  const isList = (request: Request) => request.postData()?.includes('entriesByFolder') ?? false;
  // As one of thousands is.
  await editor.page.route('**/api/v1', async (route) => {
    if (isList(route.request())) await editor.page.waitForTimeout(3000);
    await route.continue();
  });
  const list = editor.page.waitForEvent('requestfinished', isList);
  await editor.openEntry('events', 'koya-study-tour-2014/index');
  await list;
  await editor.page.waitForTimeout(500);
  const title = await editor.field('題名').inputValue();
  await editor.fill('題名', `${title}改`);
  await until(async () => (await editor.saved.textContent()) === '未保存', 5000);
  await editor.fill('題名', title);
  await until(async () => (await editor.saved.textContent()) !== '未保存', 5000);
  await editor.text().click();
  await editor.page.keyboard.press('Control+a');
  await editor.page.keyboard.press('Delete');
  await until(async () => (await editor.saved.textContent()) === '未保存', 5000);
  await editor.page.keyboard.press('Control+z');
  await until(async () => (await editor.saved.textContent()) !== '未保存', 5000);
  await editor.leave();
});

test(
  'a text of 60 KB is as quick to type in as a short one, its form, checks and page beside it',
  { timeout: 240_000 },
  async () => {
    const lengths = { 'short-text': 1000, 'long-text': 29_000 };
    const best = new Map<string, number>();
    const editor = await room.sit();
    for (const [slug, length] of Object.entries(lengths)) {
      mkdirSync(room.path(`content/articles/${slug}`), { recursive: true });
      room.write(`content/articles/${slug}/index.ja.mdx`, articleOf(slug, length));
    }
    expect(Buffer.byteLength(room.read('content/articles/long-text/index.ja.mdx'))).toBeGreaterThan(56_000);
    // The best of three: other work on the machine can only make a round slower, and the first warms the engine up.
    for (let round = 0; round < 3; round += 1) {
      for (const slug of Object.keys(lengths)) {
        await editor.openEntry('articles', `${slug}/index`);
        if (round === 0 && slug === 'short-text') await editor.page.getByTitle('ページを横に表示する').click();
        await editor.text().click();
        await editor.page.keyboard.press('Control+End');
        const times = await keystrokes(editor.page, 32);
        best.set(slug, Math.min(best.get(slug) ?? Infinity, times[times.length >> 1] ?? Infinity));
        await editor.save();
      }
    }
    const [short, long] = Object.keys(lengths).map((slug) => best.get(slug) ?? Infinity) as [number, number];
    // Two frames are quick whatever the short one takes; `npm run bench:newsroom` tells both.
    expect(long).toBeLessThanOrEqual(Math.max(2 * short, 34));
    await editor.leave();
    for (const slug of Object.keys(lengths)) rmSync(room.path(`content/articles/${slug}`), { recursive: true });
  },
);

describe('two people on one entry', () => {
  const file = 'content/articles/mayors-at-iikura/index.ja.mdx';

  test('are told of each other, and both changes can be kept', async () => {
    const editor = await room.sit();
    const before = room.read(file);
    await editor.openEntry('articles', 'mayors-at-iikura/index');
    room.write(file, `${before}\n別の人の段落。\n`);
    const title = await editor.field('題名').inputValue();
    await editor.fill('題名', `${title}（改）`);
    await editor.page.keyboard.press('Control+s');
    await editor.dialog.getByText('別の人の段落。').waitFor();
    expect(room.read(file)).not.toContain('（改）');
    await editor.dialog.getByRole('button', { name: /両方の変更/ }).click();
    await expect.poll(() => room.read(file)).toContain('（改）');
    expect(room.read(file)).toContain('別の人の段落。');
    // What was saved is what the editor goes on from: the next save takes nothing of it away.
    await editor.text().click();
    await editor.page.keyboard.press('Control+End');
    await expect.poll(() => editor.text().textContent()).toContain('別の人の段落。');
    await editor.fill('題名', `${title}（再改）`);
    await editor.save();
    expect(room.read(file)).toContain('（再改）');
    expect(room.read(file)).toContain('別の人の段落。');
    await editor.leave();
    room.write(file, before);
  });

  test('lose nothing where the second one goes back', async () => {
    const editor = await room.sit();
    const before = room.read(file);
    await editor.openEntry('articles', 'mayors-at-iikura/index');
    room.write(file, before.replace(/^title: .*/m, 'title: 別の人の題名'));
    await editor.fill('題名', '私の題名');
    await editor.page.keyboard.press('Control+s');
    await editor.dialog.waitFor();
    expect(await editor.dialog.getByRole('button', { name: /両方の変更/ }).count()).toBe(0);
    await editor.page.keyboard.press('Escape');
    await expect.poll(() => editor.saved.textContent()).toBe('未保存');
    expect(room.read(file)).toContain('別の人の題名');
    expect(await editor.field('題名').inputValue()).toBe('私の題名');
    await editor.leave();
    room.write(file, before);
  });
});

test('what was written in a tab that was closed is offered again, and is really restored', async () => {
  const editor = await room.sit();
  await editor.openEntry('articles', 'tohoku-at-the-table/index');
  await editor.fill('題名', '消えては困る題名');
  await editor.type('\n\n消えては困る段落。');
  await editor.fill('題名', 'An English title not to lose', 1);
  await editor.page.waitForTimeout(900);
  const again = await editor.page.context().newPage();
  await editor.page.close({ runBeforeUnload: false });
  const second = new Editor(again, room.origin);
  await second.open('/collections/articles/entries/tohoku-at-the-table/index');
  // A key that is pressed without reading restores; what is discarded is asked twice.
  const restore = second.dialog.getByRole('button', { name: '下書きを復元する' });
  await restore.waitFor();
  expect(await restore.evaluate((button) => button === document.activeElement)).toBe(true);
  await second.dialog.getByRole('button', { name: '下書きを破棄する' }).click();
  await second.dialog.getByRole('button', { name: '破棄を確定する' }).waitFor();
  await restore.click();
  await expect.poll(() => second.field('題名').inputValue()).toBe('消えては困る題名');
  expect(await second.field('題名', 1).inputValue()).toBe('An English title not to lose');
  await second.save();
  const saved = room.read('content/articles/tohoku-at-the-table/index.ja.mdx');
  expect(saved).toContain('title: 消えては困る題名');
  expect(saved).toContain('消えては困る段落。');
  expect(room.read('content/articles/tohoku-at-the-table/index.en.mdx')).toContain('An English title not to lose');
  // Once saved it is not offered a second time.
  await second.open('/collections/articles');
  await second.openEntry('articles', 'tohoku-at-the-table/index');
  await second.page.waitForTimeout(800);
  expect(await second.dialog.count()).toBe(0);
  await second.leave();
});

describe('a text that would be refused', () => {
  test('cannot be saved as published, and the message is that of the build', async () => {
    const file = 'content/articles/what-a-sister-city-is/index.ja.mdx';
    const editor = await room.sit();
    const before = room.read(file);
    await editor.openEntry('articles', 'what-a-sister-city-is/index');
    await editor.type('\n\n{1+1}');
    await editor.page.keyboard.press('Control+s');
    await editor.dialog
      .getByText(/波括弧/)
      .first()
      .waitFor();
    expect(room.read(file)).toBe(before);
    expect(await editor.saved.textContent()).toBe('未保存');
    await editor.leave();
  });

  test('may wait as a draft', async () => {
    const editor = await room.sit();
    await editor.newEntry('articles');
    await editor.fill('スラッグ', 'half-done');
    await editor.type('{1+1}');
    await editor.save();
    expect(room.read('content/articles/half-done/index.ja.mdx')).toContain('{1+1}');
    await editor.leave();
  });
});

test('a form that the glossary avoids is advice in the text, and stops neither saving nor publishing', async () => {
  const editor = await room.sit();
  await editor.openEntry('articles', 'tohoku-at-the-table/index');
  await editor.type('\n\n詳しくは外交白書による。\n');
  const summary = editor.page.locator('.tx-summary').first();
  await expect.poll(() => summary.textContent()).toMatch(/助言 1件/);
  await summary.click();
  await expect.poll(() => editor.page.locator('.tx-findings').first().textContent()).toContain('「外交青書」と書いてください');
  await editor.save();
  expect(room.read('content/articles/tohoku-at-the-table/index.ja.mdx')).toContain('status: published');
  await until(async () => (await room.get('/ja/articles/tohoku-at-the-table/')).includes('外交白書'), 30_000);
  await editor.leave();
});

test('a date may be written in the Japanese way or taken from the calendar, and is saved as the files have it', async () => {
  const file = 'content/events/iizuka-study-tour-2019/index.ja.mdx';
  const before = room.read(file);
  const editor = await room.sit();
  await editor.openEntry('events', 'iizuka-study-tour-2019/index');
  const date = editor.page.locator('.date-line').first();
  await date.locator('input[type=text]').fill('平成３１年４月２１日（日）');
  await date.locator('input[type=text]').blur();
  expect(await date.locator('input[type=text]').inputValue()).toBe('2019-04-21');
  expect(await date.locator('output').textContent()).toBe('2019年（平成31年）4月21日');
  await editor.save();
  expect(room.read(file)).toBe(before.replace('"2019-04-22"', '"2019-04-21"'));
  // What the browser's own calendar answers: it cannot be driven itself.
  await date.locator('input[type=date]').fill('2019-04-22');
  await editor.save();
  expect(room.read(file)).toBe(before);
  await editor.leave();
});

describe('a translation', () => {
  test('that is incomplete cannot be published, and says what it lacks', async () => {
    mkdirSync(room.path('content/articles/half-translated'), { recursive: true });
    room.write(
      'content/articles/half-translated/index.ja.mdx',
      '---\nslug: half-translated\nstatus: draft\ntitle: 半ば\n---\n\n書きかけ。\n',
    );
    const editor = await room.sit();
    await editor.openEntry('articles', 'half-translated/index');
    await editor.fill('題名', 'Half translated', 1);
    await editor.choose('公開状態', '公開', 1);
    await editor.page.keyboard.press('Control+s');
    await editor.page
      .getByText(/日本語版が公開されていません|「要旨」がありません/)
      .first()
      .waitFor();
    expect(room.exists('content/articles/half-translated/index.en.mdx')).toBe(false);
    await editor.leave();
  });

  test('is deleted by itself, and only on the editor’s word', async () => {
    const editor = await room.sit();
    await editor.openEntry('events', 'akita-visit-2023/index');
    await editor.more(/翻訳を削除/);
    await editor.page.keyboard.press('Escape');
    expect(room.exists('content/events/akita-visit-2023/index.en.mdx')).toBe(true);
    await editor.more(/翻訳を削除/);
    await editor.dialog.getByRole('button', { name: '削除する' }).click();
    await expect.poll(() => room.exists('content/events/akita-visit-2023/index.en.mdx')).toBe(false);
    expect(room.exists('content/events/akita-visit-2023/index.ja.mdx')).toBe(true);
    await editor.leave();
  });

  test('is shown on the board as older than its original, with what changed there', async () => {
    const editor = await room.sit();
    const file = 'content/articles/mayors-at-iikura/index.ja.mdx';
    const before = room.read(file);
    await editor.openEntry('articles', 'mayors-at-iikura/index');
    await editor.fill('題名', '市長たちは飯倉公館に');
    await editor.save();
    await editor.open('/translations');
    const row = editor.page.getByRole('row', { name: /市長たちは飯倉公館に/ });
    await row.getByText('原文より古い').waitFor();
    expect(await row.textContent()).toContain('題名');
    // The way back from the entry leads to the same rows.
    await editor.page.getByRole('combobox', { name: 'English' }).selectOption('behind');
    await editor.page.getByRole('combobox', { name: '種類' }).selectOption('articles');
    const rows = editor.page.locator('tbody tr');
    await expect.poll(() => rows.filter({ hasNotText: '原文より古い' }).count()).toBe(0);
    expect(await rows.filter({ hasNotText: '記事' }).count()).toBe(0);
    const narrowed = await rows.allTextContents();
    await row.getByRole('link').click();
    await editor.saved.waitFor();
    await editor.page.goBack();
    await row.waitFor();
    expect(await rows.allTextContents()).toEqual(narrowed);
    await editor.leave();
    room.write(file, before);
  });
});

describe('an entry', () => {
  test('that is not there says so, and leads back to its list', async () => {
    const editor = await room.sit();
    await editor.page.goto(`${room.origin}/admin/#/collections/articles/entries/not-there/index`);
    await editor.page.getByRole('heading', { name: 'この項目は開けません' }).waitFor();
    await editor.page.getByRole('link', { name: '一覧へ' }).click();
    await editor.page.getByRole('link', { name: /12月の高野町へ/ }).waitFor();
    await editor.page.context().close();
  });

  test('that would take the name of another is not saved', async () => {
    const editor = await room.sit();
    const before = room.read(koya);
    await editor.open('/collections/articles/new');
    await editor.fill('スラッグ', 'koya-in-december');
    await editor.fill('題名', '同じ名前の記事');
    await editor.page.keyboard.press('Control+s');
    await editor.page.getByText('スラッグ「koya-in-december」はすでに使われています').waitFor();
    expect(room.read(koya)).toBe(before);
    await editor.fill('スラッグ', '');
    await editor.fill('題名', '');
    await editor.leave();
  });

  test('that others name is not deleted, and they are named', async () => {
    const editor = await room.sit();
    await editor.openEntry('articles', 'koya-in-december/index');
    await editor.more(/この項目を削除/);
    await editor.dialog.getByText('2014年を読み直す').waitFor();
    await editor.dialog.getByRole('button', { name: '閉じる' }).last().click();
    expect(room.exists(koya)).toBe(true);
    await editor.leave();
  });

  test('that nobody names is deleted with all its languages and pictures', async () => {
    const folder = 'content/articles/named-by-nobody';
    cpSync(room.path('content/articles/mayors-at-iikura'), room.path(folder), { recursive: true });
    const file = `${folder}/index.ja.mdx`;
    room.write(file, room.read(file).replace('slug: mayors-at-iikura', 'slug: named-by-nobody'));
    const editor = await room.sit();
    await editor.openEntry('articles', 'named-by-nobody/index');
    await editor.more(/この項目を削除/);
    await expect.poll(() => room.exists(folder)).toBe(false);
    await editor.leave();
  });

  test('is duplicated with its translation and its pictures', async () => {
    const editor = await room.sit();
    await editor.openEntry('articles', 'koya-in-december/index');
    await editor.more(/複製/);
    await editor.page.getByText('複製しました').waitFor();
    await editor.fill('スラッグ', 'koya-again');
    await editor.save();
    const copy = room.read('content/articles/koya-again/index.ja.mdx');
    expect(copy).toContain('status: draft');
    expect(copy.split('---\n').slice(2).join()).toBe(room.read(koya).split('---\n').slice(2).join());
    expect(room.read('content/articles/koya-again/index.en.mdx')).toContain('To Koya in December');
    expect(room.exists('content/articles/koya-again/cover.png')).toBe(true);
    await editor.leave();
  });
});

describe('what is written while a save is under way', () => {
  /** A server that takes its time to save. */
  const slow = (editor: Editor) =>
    editor.page.route('**/api/v1', async (route) => {
      if (route.request().postData()?.includes('"persistEntry"')) await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });

  test('is not counted as saved', async () => {
    const editor = await room.sit();
    await slow(editor);
    await editor.openEntry('articles', 'four-rooms-in-february/index');
    await editor.fill('題名', '先に書いた題名');
    await editor.page.keyboard.press('Control+s');
    await editor.fill('題名', '後から書いた題名');
    await editor.page.getByText('保存しました').first().waitFor();
    await expect.poll(() => editor.saved.textContent()).toBe('未保存');
    expect(await editor.field('題名').inputValue()).toBe('後から書いた題名');
    await editor.save();
    await editor.leave();
  });

  test('is not lost from a new entry', async () => {
    const editor = await room.sit();
    await slow(editor);
    await editor.newEntry('articles');
    await editor.fill('スラッグ', 'typed-on');
    await editor.type('先に書いた。');
    await editor.page.keyboard.press('Control+s');
    await editor.type('後から書いた。');
    await editor.page.waitForURL(/entries\/typed-on/);
    await expect.poll(() => editor.text().textContent()).toContain('先に書いた。後から書いた。');
    await editor.save();
    expect(room.read('content/articles/typed-on/index.ja.mdx')).toContain('先に書いた。後から書いた。');
    await editor.leave();
  });
});

test('an editor who is led from one entry straight to another writes into the second', async () => {
  const editor = await room.sit();
  const before = room.read(koya);
  await editor.openEntry('articles', 'koya-in-december/index');
  await editor.page.goto(`${room.origin}/admin/#/collections/programmes/entries/jet-programme/index`);
  await expect.poll(() => editor.field('スラッグ').inputValue()).toBe('jet-programme');
  await editor.fill('要旨', '書き換えた要旨。');
  await editor.save();
  expect(room.read('content/programmes/jet-programme/index.ja.mdx')).toContain('書き換えた要旨。');
  expect(room.read(koya)).toBe(before);
  await editor.leave();
});

describe('a list', () => {
  test('is narrowed by status and by number, and grouped by year', async () => {
    const editor = await room.sit();
    await editor.open('/collections/articles');
    await editor.page.getByText('12月の高野町へ').first().waitFor();
    await editor.page.getByRole('button', { name: '絞り込み' }).click();
    await editor.page.getByRole('menuitem', { name: '下書き' }).click();
    await expect.poll(() => editor.page.getByText('飯倉公館に市長が集う').count()).toBe(0);
    await editor.page.getByText('12月の高野町へ').first().waitFor();
    await editor.page.getByRole('menuitem', { name: '下書き' }).click();
    await editor.page.getByRole('menuitem', { name: '第1号' }).click();
    await editor.page.getByText('飯倉公館に市長が集う').waitFor();
    // The copy that was made of an article belongs to no number.
    await expect.poll(() => editor.page.getByText('12月の高野町へ').count()).toBe(1);
    await editor.page.keyboard.press('Escape');
    await editor.open('/collections/events');
    await editor.page.getByRole('button', { name: 'まとめる' }).click();
    await editor.page.getByRole('menuitem', { name: '年', exact: true }).click();
    await editor.page.getByRole('heading', { name: '年 2014' }).waitFor();
    await editor.leave();
  });
});

describe.each([
  ['ja', 1280],
  ['en', 360],
] as const)('the newsroom in %s at %i px', (language, width) => {
  test.each([
    '/collections/articles',
    '/collections/events/entries/koya-study-tour-2014/index',
    '/translations',
    '/search/京都',
  ])('has no barrier that axe finds, nor room that is missing: %s', async (route) => {
    const editor = await room.sit({ width });
    await editor.page.addInitScript((chosen) => localStorage.setItem('glocal.language', chosen), language);
    await editor.open(route);
    await editor.page.waitForLoadState('networkidle');
    // Decap's bar of progress stands outside every landmark while a list is fetched.
    await editor.page.locator('body > canvas').waitFor({ state: 'hidden' });
    const { violations } = await new AxeBuilder({ page: editor.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    expect(await editor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await editor.leave();
  });
});

test.each([
  ['ja', 1280, '手引き', '編集の手引き'],
  ['en', 360, 'Handbook', 'The editors’ handbook'],
] as const)(
  'the handbook is at hand in %s, under the same policy and without a barrier',
  async (language, width, link, title) => {
    const editor = await room.sit({ width });
    await editor.page.addInitScript((chosen) => localStorage.setItem('glocal.language', chosen), language);
    await editor.open('/collections/articles');
    const address = await editor.page.getByRole('link', { name: link, exact: true }).getAttribute('href');
    const page = await editor.page.context().newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const response = await page.goto(`${room.origin}${address}`, { waitUntil: 'networkidle' });
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect(await page.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await editor.leave();
  },
);

describe('the file API over HTTP', () => {
  const body = JSON.stringify({ action: 'info', params: {} });

  function ask(headers: Record<string, string>, method = 'POST', path = '/api/v1'): Promise<number> {
    const { port } = new URL(room.origin);
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end(method === 'POST' ? body : undefined);
    });
  }

  test('answers the page that it served', async () => {
    expect(await ask({ 'Content-Type': 'application/json', Origin: room.origin })).toBe(200);
  });

  test.each([
    ['another site', { 'Content-Type': 'application/json', Origin: 'https://evil.example' }],
    ['another port of this machine', { 'Content-Type': 'application/json', Origin: 'http://localhost:1' }],
    ['a name that was pointed at this machine', { 'Content-Type': 'application/json', Host: 'evil.example' }],
    ['an address of the network', { 'Content-Type': 'application/json', Host: '192.168.1.5:4321' }],
    ['a form', { 'Content-Type': 'text/plain' }],
    ['a page elsewhere, by what the browser says', { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site' }],
    ['no origin', { 'Content-Type': 'application/json', Origin: 'null' }],
  ])('refuses %s', async (_who, headers) => {
    expect(await ask(headers)).toBe(403);
  });

  test('has nothing to GET', async () => {
    expect(await ask({ 'Content-Type': 'application/json' }, 'GET')).toBe(405);
  });
});

test('the application runs under its own policy, without a fault and without another origin', async () => {
  const editor = await room.sit();
  const asked: string[] = [];
  const complaints: string[] = [];
  editor.page.on('request', (made) => asked.push(made.url()));
  editor.page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  const response = await editor.page.goto(`${room.origin}/admin/`);
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(response?.headers()['x-robots-tag']).toBe('noindex');
  await editor.page.locator('.newsroom-header').waitFor();
  await editor.openEntry('articles', 'koya-in-december/index');
  await editor.page.waitForTimeout(500);
  expect(asked.filter((url) => !url.startsWith(room.origin) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(readFileSync('admin/index.html', 'utf8')).not.toMatch(/https?:/);
  await editor.leave();
});
