import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bench, refusedBy, valueOf, type Bench } from './harness/page.ts';

let at: Bench;
beforeAll(async () => {
  at = await bench();
}, 120_000);
afterAll(() => at.close());

const article = readFileSync('content/articles/a-residence-in-thailand/index.ja.mdx', 'utf8').replace(
  /^---[\s\S]*?\n---\n\n/,
  '',
);

/** Puts the cursor behind the first such words of the text. */
async function cursorBehind(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    const { editor } = window.harness;
    const before = editor.value.replace(/\r\n?/g, '\n').split(sought)[0] + sought;
    const lines = before.split('\n');
    editor.goTo({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  }, words);
}

/** Types as a Japanese input method does: each state of the composition, then what is chosen. */
async function compose(page: Page, states: readonly string[], chosen: string): Promise<void> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  for (const text of states) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    // Long enough for the check of the text to come due while the composition is open.
    await page.waitForTimeout(180);
  }
  await cdp.send('Input.insertText', { text: chosen });
  await page.waitForTimeout(120);
  await cdp.detach();
}

async function paste(page: Page, parts: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document
      .querySelector('.cm-content')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, parts);
}

describe('a text', () => {
  test('has the same bytes when it was opened, looked through and left', async () => {
    const text = `${article}\r\n\tか\u3099　\r\n  \n\n\n`;
    const page = await at.open(text);
    await page.click('.cm-content');
    await page.keyboard.press('End');
    await page.waitForTimeout(700);
    expect(await valueOf(page)).toBe(text);
    expect(await page.evaluate(() => window.harness.changes)).toEqual([]);
  });

  test('changes only where it is typed in, and tells its host', async () => {
    const page = await at.open('一\r\n二\n三  \r\n');
    await cursorBehind(page, '二');
    await page.keyboard.type('x');
    expect(await valueOf(page)).toBe('一\r\n二x\n三  \r\n');
    expect(await page.evaluate(() => window.harness.changes)).toEqual(['一\r\n二x\n三  \r\n']);
    await page.keyboard.press('Control+z');
    expect(await valueOf(page)).toBe('一\r\n二\n三  \r\n');
  });

  test('takes a value from outside and keeps the cursor and what can be undone', async () => {
    const page = await at.open('一\n二\n');
    await cursorBehind(page, '二');
    await page.keyboard.type('x');
    await page.evaluate(() => window.harness.editor.setValue('零\n一\n二x\n'));
    await page.keyboard.type('y');
    expect(await valueOf(page)).toBe('零\n一\n二xy\n');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await valueOf(page)).toBe('零\n一\n二\n');
  });

  test('is not put back by a host that echoes late', async () => {
    const page = await at.open('');
    await page.click('.cm-content');
    await page.keyboard.type('ab');
    await page.evaluate(() => window.harness.editor.setValue('a'));
    expect(await valueOf(page)).toBe('ab');
  });
});

describe('Japanese input', () => {
  test('is composed and chosen, and Enter then begins a paragraph', async () => {
    const page = await at.open('前後\n');
    await cursorBehind(page, '前');
    await compose(page, ['k', 'か', 'かん', 'かんじ', '漢字'], '漢字');
    expect(await valueOf(page)).toBe('前漢字後\n');
    await page.keyboard.press('Enter');
    expect(await valueOf(page)).toBe('前漢字\n\n後\n');
    await page.keyboard.press('Shift+Enter');
    expect(await valueOf(page)).toBe('前漢字\n\n\n後\n');
  });

  test('in a list goes on with the list', async () => {
    const page = await at.open('- 一');
    await cursorBehind(page, '一');
    await compose(page, ['に', '二'], '二');
    await page.keyboard.press('Enter');
    await compose(page, ['さん', '三'], '三');
    expect(await valueOf(page)).toBe('- 一二\n- 三');
  });

  test.each([
    ['right behind a tag and its button', '<PullQuote>言葉</PullQuote>', '<PullQuote>', '<PullQuote>試験言葉</PullQuote>'],
    ['right behind a block of one tag', '<EventCard event="a" />', '/>', '<EventCard event="a" />試験'],
    ['within bold', 'これは**「強調」**です', '**「', 'これは**「試験強調」**です'],
    ['beside an ideographic space', '　字下げ', '　', '　試験字下げ'],
    ['beside white space at the end', '行末  ', '行末  ', '行末  試験'],
    ['within a finding', '[x](javascript:a)', 'java', '[x](java試験script:a)'],
    ['within ruby', '文<Ruby rt="よ">語</Ruby>', 'rt="よ">', '文<Ruby rt="よ">試験語</Ruby>'],
  ])('%s', async (_where, text, words, expected) => {
    const page = await at.open(text);
    await cursorBehind(page, words);
    await page.waitForTimeout(500);
    await compose(page, ['し', 'しけ', 'しけん', '試験'], '試験');
    expect(await valueOf(page)).toBe(expected);
    const changes = await page.evaluate(() => window.harness.changes);
    // The host hears the chosen words, not the states on the way to them.
    expect(changes).toEqual([expected]);
  });

  test('a value from outside waits for the end of a composition', async () => {
    const page = await at.open('前');
    await cursorBehind(page, '前');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
    await page.evaluate(() => window.harness.editor.setValue('外から'));
    expect(await valueOf(page)).toBe('前か');
    await cdp.send('Input.insertText', { text: '化' });
    await expect.poll(() => valueOf(page)).toBe('外から');
  });
});

describe('the toolbar', () => {
  test('is one stop of Tab, and arrows move in it', async () => {
    const page = await at.open('本文');
    await page.focus('[data-action=undo]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['action'])).toBe('heading');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-content'))).toBeNull();
  });

  test('Tab indents in a list, and leaves the field elsewhere', async () => {
    const page = await at.open('- 一\n- 二\n\n本文');
    await cursorBehind(page, '二');
    await page.keyboard.press('Tab');
    expect(await valueOf(page)).toBe('- 一\n  - 二\n\n本文');
    await page.keyboard.press('Shift+Tab');
    expect(await valueOf(page)).toBe('- 一\n- 二\n\n本文');
  });

  test('Tab goes through the cells of a table, and after Escape it leaves the field', async () => {
    const page = await at.open('| 県 | 件 |\n|---|---|\n| 福岡 | 1 |\n\n後');
    await cursorBehind(page, '福');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('沖縄');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('3');
    expect(await valueOf(page)).toBe('| 県 | 件 |\n|---|---|\n| 福岡 | 3 |\n| 沖縄 |  |\n\n後');
    const description = await page.evaluate(
      () => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(description).toContain('Escキーを押してからTabキー');
    expect(await page.isVisible('.tx-hint')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-content'))).toBeNull();
    await cursorBehind(page, '後');
    expect(await page.isVisible('.tx-hint')).toBe(false);
  });

  test('shows what is on at the cursor', async () => {
    const page = await at.open('これは**「強調」**です\n\n- 項目');
    await cursorBehind(page, '強');
    expect(await page.getAttribute('[data-action=bold]', 'aria-pressed')).toBe('true');
    await cursorBehind(page, '項');
    expect(await page.getAttribute('[data-action=bold]', 'aria-pressed')).toBe('false');
    expect(await page.getAttribute('[data-action=bullets]', 'aria-pressed')).toBe('true');
  });

  test.each([
    ['Control+Alt+2', '## 本文'],
    ['Control+b', '本文****'],
    ['Control+Alt+f', '本文[^1]\n\n[^1]: '],
    ['Control+Shift+Digit8', '- 本文'],
  ])('%s works from the keyboard', async (key, expected) => {
    const page = await at.open('本文');
    await cursorBehind(page, '本文');
    await page.keyboard.press(key);
    expect(await valueOf(page)).toBe(expected);
  });

  test.each([
    ['Control+b', '**'],
    ['Control+i', '*'],
    ['Control+Shift+x', '~~'],
  ])('%s before and after a word marks that word alone', async (key, mark) => {
    const page = await at.open('');
    await page.click('.cm-content');
    for (const words of ['前', '「強調」', ' after']) {
      await page.keyboard.type(words);
      if (words !== ' after') await page.keyboard.press(key);
    }
    expect(await valueOf(page)).toBe(`前${mark}「強調」${mark} after`);
    expect(await page.locator('.tx-toolbar [aria-pressed=true]').count()).toBe(0);
  });

  test('Ctrl+S is left to the host', async () => {
    const page = await at.open('本文');
    await page.evaluate(() =>
      document.addEventListener(
        'keydown',
        (event) => event.key === 's' && document.body.setAttribute('data-heard', String(event.defaultPrevented)),
      ),
    );
    await page.click('.cm-content');
    await page.keyboard.press('Control+s');
    expect(await page.getAttribute('body', 'data-heard')).toBe('false');
  });
});

describe('forms', () => {
  test('a new block is asked for, refused while it lacks something, and put in', async () => {
    const page = await at.open('前\n');
    await cursorBehind(page, '前');
    await page.click('[data-action=blocks]');
    await page.click('role=menuitem[name=/^囲み/]');
    await page.click('dialog button.primary');
    expect(await page.locator('dialog .tx-fault').count()).toBe(2);
    await page.getByRole('textbox', { name: /^見出し/ }).fill('題"と<');
    await page.getByRole('textbox', { name: /^本文（/ }).fill('中身');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('前\n\n<Callout title="題&quot;と&lt;">\n\n中身\n\n</Callout>\n');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);
    await expect.poll(() => page.evaluate(() => window.harness.findings)).toEqual([]);
  });

  test('a block of the text opens by its button and by Ctrl+Enter, and unchanged changes nothing', async () => {
    const page = await at.open(article);
    await page.click('.tx-edit >> nth=0');
    await page.waitForSelector('dialog');
    expect(await page.textContent('dialog .tx-chosen')).toContain('福岡県のタイでの催し');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe(article);
    expect(await page.evaluate(() => window.harness.changes)).toEqual([]);

    await cursorBehind(page, '費用の分担');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: /^見出し/ }).fill('申し込みの前に');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe(article.replace('title="申し込む前に"', 'title="申し込みの前に"'));
  });

  test('parts of a block are added, moved and removed', async () => {
    const page = await at.open('<Timeline title="年表">\n<Moment date="2014">\n\n一\n\n</Moment>\n</Timeline>');
    await cursorBehind(page, 'title="');
    await page.keyboard.press('Control+Enter');
    await page.click('role=button[name=/加える/]');
    const second = page.getByRole('group', { name: '年表の一項 2' });
    await second.getByLabel(/^日付/).fill('2013-13');
    await second.getByLabel(/^本文/).fill('二');
    await page.click('dialog button.primary');
    expect(await page.textContent('dialog .tx-fault')).toContain('暦にある日付');
    await second.getByLabel(/^日付/).fill('2013');
    await second.getByRole('button', { name: /上へ/ }).click();
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe(
      '<Timeline title="年表">\n<Moment date="2013">\n\n二\n\n</Moment>\n\n<Moment date="2014">\n\n一\n\n</Moment>\n</Timeline>',
    );
  });

  test('a text that cannot be read says so, and leads to the place', async () => {
    const page = await at.open('<Callout title="a">\n\nb\n\n</Callout>\n\n{');
    await cursorBehind(page, 'title="');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.textContent('.tx-notice')).toContain('先に本文の誤りを直してください');
  });

  test('selected words become the words of a link to an entry', async () => {
    const page = await at.open('高野山の冬');
    await cursorBehind(page, '高野山');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('高野');
    await page.click('role=option[name=/十二月の高野山/]');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('[高野山](/ja/articles/koya-in-december/)の冬');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await page.getByLabel('外部のURL').check();
    await page.getByRole('textbox', { name: /^URL/ }).fill('javascript:alert(1)');
    await page.click('dialog button.primary');
    expect(await page.locator('dialog .tx-fault').count()).toBe(1);
    await page.getByRole('textbox', { name: /^URL/ }).fill('https://example.jp/a_(b)');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('[高野山](<https://example.jp/a_(b)>)の冬');
  });

  test('a page is found and chosen by the keyboard alone', async () => {
    const page = await at.open('前');
    await cursorBehind(page, '前');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=option]');
    const active = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant');
        return id ? document.getElementById(id)?.textContent : undefined;
      });
    // The search has the focus from the beginning; nothing is chosen for whoever asked for nothing.
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('combobox');
    expect(await active()).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('十二月の高野山');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toContain('九つ目の催し');
    const inSight = await page.locator('[aria-selected=true]').evaluate((option) => {
      const [inner, outer] = [option.getBoundingClientRect(), (option.parentElement as Element).getBoundingClientRect()];
      return inner.top >= outer.top && inner.bottom <= outer.bottom + 1;
    });
    expect(inSight).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=option]:visible').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('催し');
    await expect.poll(active).toContain('福岡県のタイでの催し');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // The next field has the focus, where Enter puts the link in.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Enter');
    expect(await valueOf(page)).toBe('前[沖縄県の米国での催し](/ja/events/okinawa-promotion-united-states-2014/)');

    await page.keyboard.type('後');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  test('a search while Japanese is composed is no choice', async () => {
    const page = await at.open('前');
    await cursorBehind(page, '前');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=option]');
    await compose(page, ['こ', 'こうや', '高野'], '高野');
    await expect.poll(() => page.locator('[role=option]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.textContent('.tx-chosen')).toContain('十二月の高野山');
  });

  test.each([
    [1280, 713, 8],
    [360, 640, 5],
  ])('its buttons are in sight at %i × %i, and %i of its entries', async (width, height, rows) => {
    const page = await at.open('前', { viewport: { width, height } });
    await cursorBehind(page, '前');
    for (const open of ['link', 'blocks']) {
      await page.click(`[data-action=${open}]`);
      if (open === 'blocks') await page.click('role=menuitem[name=/^行事の札/]');
      await page.waitForSelector('[role=option]');
      const places = await page.evaluate(() => {
        const box = (selector: string) => (document.querySelector(selector) as Element).getBoundingClientRect();
        const list = box('[role=listbox]');
        return {
          button: innerHeight - box('dialog .primary').bottom,
          dialog: box('dialog').height / innerHeight,
          rows: list.height / box('[role=option]').height,
          indent: box('[role=option]').left - list.left,
        };
      });
      expect(places.button).toBeGreaterThan(0);
      expect(places.dialog).toBeLessThanOrEqual(0.9);
      expect(places.rows).toBeCloseTo(rows, 0);
      expect(places.indent).toBeLessThan(3);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog').count()).toBe(0);
    }
  });

  test('what was filled in is not thrown away without a question', async () => {
    const page = await at.open('<Callout title="題">\n\n中身\n\n</Callout>');
    await cursorBehind(page, 'title="');
    await page.keyboard.press('Control+Enter');
    // Unchanged, it closes at once.
    await page.waitForSelector('dialog');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    const title = page.getByRole('textbox', { name: /^見出し/ });
    await title.fill('別の題');
    for (const leave of ['Escape', 'Escape', '×', 'Escape']) {
      if (leave === '×') await page.click('.dialog-close');
      else await page.keyboard.press(leave);
      await page.waitForTimeout(80);
      expect(await title.inputValue()).toBe('別の題');
    }
    await page.click('.dialog-close');
    expect(await page.textContent('.tx-leaving')).toContain('変更がまだ本文に入っていません。');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('編集に戻る');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.click('text=捨てて閉じる');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await valueOf(page)).toContain('title="題"');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);
  });

  test('the text of a block has six lines, and a choice left out says what it gives', async () => {
    const page = await at.open('');
    await page.click('.cm-content');
    await page.click('[data-action=blocks]');
    await page.click('role=menuitem[name=/^囲み/]');
    const field = page.getByRole('textbox', { name: /^本文（/ });
    const lines = await field.evaluate((area) => area.clientHeight / Number.parseFloat(getComputedStyle(area).lineHeight));
    expect(lines).toBeGreaterThanOrEqual(6);
    expect(await page.locator('dialog option').allTextContents()).toEqual(['補足（指定しないとき）', '補足', '重要']);
  });

  test('a picture needs its text alternative, and with a credit it is a figure', async () => {
    const page = await at.open('前');
    await cursorBehind(page, '前');
    await page.click('[data-action=picture]');
    await page.click('dialog button.primary');
    expect(await page.locator('dialog .tx-fault').count()).toBe(1);
    await page.getByLabel(/^代替テキスト/).fill('地図 [図]');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('前\n\n![地図 \\[図\\]](map.png)');
    await page.click('[data-action=picture]');
    await page.getByLabel(/^代替テキスト/).fill('地図');
    await page.getByLabel(/^クレジット/).fill('編集室');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toContain('\n\n<Figure src="map.png" alt="地図" credit="編集室" />');
  });

  test('a table is asked for and put in', async () => {
    const page = await at.open('');
    await page.click('.cm-content');
    await page.keyboard.press('Control+Alt+t');
    await page.getByLabel(/^列の数/).fill('2');
    await page.getByLabel(/^行の数/).fill('1');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('| 見出し1 | 見出し2 |\n|---|---|\n|  |  |');
    await page.keyboard.type('県');
    expect(await valueOf(page)).toBe('| 県 | 見出し2 |\n|---|---|\n|  |  |');
  });
});

describe('pasting', () => {
  test('formatted words become Markdown, notes go to the end, pictures are left out with a word', async () => {
    const page = await at.open('前\n\n後[^1]\n\n[^1]: 注\n');
    await cursorBehind(page, '前');
    await paste(page, {
      'text/html':
        '<h1>題</h1><p>これは<b>「強調」</b>です<a href="#_ftn1" name="_ftnref1">[1]</a>。<img src="x.png"><script>document.body.dataset.ran = "1"</script></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> 出典</p>',
      'text/plain': '題',
    });
    // What reads formatted words is loaded by the first paste.
    await expect
      .poll(() => valueOf(page), { timeout: 10_000 })
      .toBe('前\n\n## 題\n\nこれは**「強調」**です[^2]。\n\n後[^1]\n\n[^1]: 注\n[^2]: 出典\n');
    expect(await page.textContent('.tx-notice')).toContain('画像は貼り付けていません');
    expect(await page.getAttribute('body', 'data-ran')).toBeNull();
  });

  test('words within a sentence stay within it, and plain words are as they are', async () => {
    const page = await at.open('前後');
    await cursorBehind(page, '前');
    await paste(page, { 'text/html': '<p><b>中</b></p>', 'text/plain': '中' });
    await expect.poll(() => valueOf(page)).toBe('前**中**後');
    await paste(page, { 'text/plain': '<x>　\u0007a' });
    expect(await valueOf(page)).toBe('前**中**<x>　a後');
  });

  test('Ctrl+Shift+V pastes the words alone', async () => {
    const page = await at.open('');
    await page.click('.cm-content');
    await page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true });
      document.querySelector('.cm-content')?.dispatchEvent(key);
    });
    await paste(page, { 'text/html': '<p><b>太字</b></p>', 'text/plain': '太字' });
    expect(await valueOf(page)).toBe('太字');
  });

  test('a pasted picture goes to the entry, then asks for its text alternative', async () => {
    const page = await at.open('');
    await page.click('.cm-content');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['x'], 'shot.png', { type: 'image/png' }));
      document
        .querySelector('.cm-content')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByLabel(/^代替テキスト/).fill('画面');
    await page.click('dialog button.primary');
    expect(await valueOf(page)).toBe('![画面](pasted-1.png)');
    expect(await page.evaluate(() => window.harness.added)).toEqual(['shot.png']);
  });
});

describe('what is wrong', () => {
  test('is told in the words of the build, and leads to its place', async () => {
    const page = await at.open('本文\n\n[x](javascript:a)と\n\n２０１４年');
    await expect.poll(() => page.evaluate(() => window.harness.findings?.length)).toBe(1);
    expect(await page.textContent('.tx-summary')).toBe('直すところ 1件　助言 1件');
    await page.click('.tx-summary');
    const first = page.locator('.tx-findings button').first();
    // In the editor's language alone, with the words that it is about.
    expect(await first.locator('.tx-what').allTextContents()).toEqual([
      'リンク先「javascript:a」は使えません。http、https、mailto、tel、またはサイト内のパス（/ja/…）にしてください。',
    ]);
    expect(await first.locator('.tx-where').textContent()).toBe('[x](javascript:a)と');
    expect(await page.locator('.tx-findings [lang=en]').count()).toBe(0);
    await first.click();
    await page.keyboard.type('!');
    expect(await valueOf(page)).toContain('\n\n![x](javascript:a)');
  });
});

describe('room to write', () => {
  test.each([
    ['one line', '一'],
    ['many lines', '一\n\n'.repeat(100)],
  ])('a field of %s is 24 rem high at least, 70% of the window at most, findings shown or not', async (_name, text) => {
    const page = await at.open(`${text}\n\n[x](javascript:a)`, { viewport: { width: 620, height: 713 } });
    await expect.poll(() => page.evaluate(() => window.harness.findings?.length)).toBe(1);
    await page.click('.tx-summary');
    const height = await page.evaluate(() => document.querySelector('.cm-editor')?.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(384);
    expect(height).toBeLessThanOrEqual(713 * 0.7 + 1);
    // Below the last line there is still text to click into.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.locator('.cm-scroller').click({ position: { x: 300, y: 370 } });
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);
  });

  test('the field fills the window and goes back, and the cursor stays', async () => {
    const page = await at.open('一\n二');
    await cursorBehind(page, '一');
    const fills = () =>
      page.evaluate(() => {
        const { x, y, width, height } = (document.querySelector('.text-editor') as Element).getBoundingClientRect();
        return x === 0 && y === 0 && width === innerWidth && height === innerHeight;
      });
    expect(await fills()).toBe(false);
    const place = await page.locator('#after').boundingBox();
    await page.click('role=button[name="広い画面で書く"]');
    expect(await fills()).toBe(true);
    expect(await page.locator('#after').boundingBox()).toEqual(place);
    await page.keyboard.type('x');
    // What the editor opens within it closes first.
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Escape');
    expect(await fills()).toBe(true);
    await page.click('[data-action=heading]');
    await page.keyboard.press('Escape');
    expect(await fills()).toBe(true);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    expect(await fills()).toBe(true);
    await page.evaluate(() =>
      document.addEventListener('keydown', ({ key, defaultPrevented }) => {
        if (key === 's') document.body.dataset['heard'] = String(defaultPrevented);
      }),
    );
    await page.keyboard.press('Control+s');
    expect(await page.getAttribute('body', 'data-heard')).toBe('false');
    await page.keyboard.press('Escape');
    expect(await fills()).toBe(false);
    await page.keyboard.type('y');
    await page.click('role=button[name="広い画面で書く"]');
    await page.click('role=button[name="元の大きさに戻す"]');
    expect(await fills()).toBe(false);
    await page.keyboard.type('z');
    expect(await valueOf(page)).toBe('一xyz\n二');
  });

  test('whoever goes on behind it by Tab sees where they are', async () => {
    const page = await at.open('一');
    await page.click('role=button[name="広い画面で書く"]');
    for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab');
    expect(await page.locator('.tx-full').count()).toBe(0);
  });
});

describe('the length', () => {
  test('is what a reader reads, in the measure of the language', async () => {
    let page = await at.open('これは**「強調」**です');
    await expect.poll(() => page.textContent('.tx-length')).toBe('9文字');
    page = await at.open('Some **bold** words', { text: 'en', interface: 'en' });
    await expect.poll(() => page.textContent('.tx-length')).toBe('3 words');
  });
});

describe('without a thread of its own', () => {
  test('a text is looked through on the page', async () => {
    const page = await at.open('');
    await page.evaluate(() => {
      Object.assign(window, { Worker: undefined });
      window.harness.open('# 題');
    });
    await expect.poll(() => page.evaluate(() => window.harness.findings?.length)).toBe(1);
  });
});

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test.each([360, 1280])(
    'nothing is out of place or out of reach at %i px',
    async (width) => {
      const page = await at.open(`${article}\n\n[x](javascript:a)\n`, {
        interface: language,
        viewport: { width, height: 860 },
      });
      await expect.poll(() => page.evaluate(() => window.harness.findings?.length)).toBe(1);
      // Every rule of axe, best practices too, on the part itself; without a part, what WCAG asks for of the page.
      const faults = async (part?: string) => {
        const axe = new AxeBuilder({ page });
        if (part) axe.include(part);
        else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
        const { violations } = await axe.analyze();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        return [
          ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
          ...(wide > 0 ? [`${wide} px too wide`] : []),
        ];
      };
      const field = '.text-editor';
      expect(await faults(field)).toEqual([]);
      await page.click('.tx-summary');
      expect(await faults(field)).toEqual([]);
      expect(await faults()).toEqual([]);
      await page.click('[data-action=search]');
      expect(await faults(field)).toEqual([]);
      await page.click('[data-action=full]');
      expect(await faults(field)).toEqual([]);
      await page.click('[data-action=full]');
      await page.click('[data-action=blocks]');
      expect(await faults('[role=menu]')).toEqual([]);
      await page.click('[role=menuitem] >> nth=1');
      await page.waitForSelector('dialog');
      expect(await faults('dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.click('[data-action=blocks]');
      await page.click('[role=menuitem] >> nth=2');
      await page.click('dialog .primary');
      expect(await faults('dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.click('[data-action=picture]');
      await page.waitForSelector('dialog');
      expect(await faults('dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.click('[data-action=link]');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('ArrowDown');
      expect(await faults('dialog')).toEqual([]);
      expect(await faults()).toEqual([]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.tx-leaving');
      expect(await faults('dialog')).toEqual([]);
      expect(await refusedBy(page)).toEqual([]);
    },
    120_000,
  );
});

describe('a long text', () => {
  test('of 60 KB is typed in without waiting', async () => {
    const bytes = (source: string) => new TextEncoder().encode(source).length;
    let text = article;
    for (const part of article.split(/(?=\n## )/)) if (bytes(text + part) < 61_000) text += part;
    while (bytes(text + article) < 61_000) text += article;
    for (const part of article.split('\n\n')) if (bytes(text + part) < 61_000 && !/[<|[]/.test(part)) text += `\n${part}\n`;
    const page = await at.open(text);
    await page.waitForTimeout(1500);
    await cursorBehind(page, '- 大使公邸や総領事公邸');
    // What else the machine does can only add to the figures: the best of three rounds is the editor's own.
    const rounds: number[] = [];
    for (let round = 0; round < 3 && !rounds.some((figure) => figure <= 50); round += 1) {
      const times = await keystrokes(page, 72);
      const at95 = times[Math.floor(times.length * 0.95)] as number;
      rounds.push(at95);
      // eslint-disable-next-line no-console -- the figure is what this test is for
      console.log(
        `${(bytes(text) / 1024).toFixed(0)} KB, keystroke to second frame of ${times.length} keys: ` +
          `median ${times[times.length >> 1]?.toFixed(1)} ms, p95 ${at95.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`,
      );
    }
    expect(Math.min(...rounds)).toBeLessThanOrEqual(50);
  });
});

/** Milliseconds from `beforeinput` to the second frame after it, for each of so many keys, in order of size. */
async function keystrokes(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const measure = () => {
      const start = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - start)));
    };
    document.addEventListener('beforeinput', measure, true);
    Object.assign(window, { times, stop: () => document.removeEventListener('beforeinput', measure, true) });
  });
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.insertText('語');
    // Now and then a pause in which the text is looked through.
    await page.waitForTimeout(key % 8 === 7 ? 450 : 40);
  }
  const times = await page.evaluate(() => {
    const measured = window as unknown as { times: number[]; stop: () => void };
    measured.stop();
    return measured.times;
  });
  expect(times.length).toBeGreaterThanOrEqual(60);
  return times.sort((a, b) => a - b);
}
