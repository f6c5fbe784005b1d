import { describe, expect, test } from 'vitest';
import { readingMinutes, render } from '../../src/body/render.ts';
import type { Language } from '../../src/i18n/languages.ts';

function html(source: string, language: Language = 'ja'): string {
  const { text, findings } = render(source, language);
  if (!text) throw new Error(JSON.stringify(findings));
  return text.parts.map((part) => (typeof part === 'string' ? part : `[${JSON.stringify(part)}]`)).join('');
}

function refused(source: string) {
  const { findings } = render(source, 'ja');
  return findings.map(({ line, message }) => `${line}: ${message.en}`);
}

describe('Japanese Markdown', () => {
  test.each([
    ['これは**「強調」**です', 'これは<strong>「強調」</strong>です'],
    ['**重要（かっこ）**です', '<strong>重要（かっこ）</strong>です'],
    ['**注意。**を', '<strong>注意。</strong>を'],
    ['彼は**重要。**と言った', '彼は<strong>重要。</strong>と言った'],
    ['~~「消し」~~も', '<del>「消し」</del>も'],
    ['約3~5日', '約3~5日'],
    ['"引用"と...', '"引用"と...'],
  ])('%s', (source, expected) => expect(html(source)).toBe(`<p>${expected}</p>`));

  test('a bare URL ends at the first Japanese character, even right after one', () => {
    expect(html('詳細はhttps://example.jp/a。次は**「太字」**です')).toBe(
      '<p>詳細は<a href="https://example.jp/a">https://example.jp/a</a>。次は<strong>「太字」</strong>です</p>',
    );
  });

  test('a bare URL keeps the brackets that it opens', () => {
    expect(html('(https://example.jp/Kyoto_(city))')).toContain('href="https://example.jp/Kyoto_(city)"');
  });

  test('a link holds no link', () => {
    expect(html('[**https://a.example**](/ja/)').match(/<a /g)).toHaveLength(1);
  });

  test('a bare URL leaves the full stop of the sentence outside', () => {
    expect(html('See https://example.jp/a.')).toBe('<p>See <a href="https://example.jp/a">https://example.jp/a</a>.</p>');
  });
});

describe('what is refused', () => {
  test.each([
    ['{1+1}', '1: Expressions'],
    ['文\n\n{1+1}', '3: Expressions'],
    ['{/* 覚え書き */}', '1: Expressions'],
    ['import x from "y"', '1: import and export'],
    ['export const a = 1', '1: import and export'],
    ['<script>alert(1)</script>', '1: The HTML tag <script> cannot be used'],
    ['本文\n\n<iframe src="https://example.jp" />', '3: The HTML tag <iframe> cannot be used'],
    ['<a href="x" onclick="y">z</a>', '1: The HTML tag <a> cannot be used'],
    ['[x](javascript:alert(1))', "1: The link to 'javascript:alert(1)'"],
    ['[x](JaVaScRiPt:alert(1))', '1: The link to'],
    ['[x](data:text/html,x)', '1: The link to'],
    ['[x](vbscript:x)', '1: The link to'],
    ['[x](//evil.example)', '1: The link to'],
    ['[x](a.html)', '1: The link to'],
    ['[x]: javascript:alert(1)\n\n[x]', '1: The link to'],
    ['<Callout {...x}>\n\na\n\n</Callout>', '1: Braces'],
    ['<Callout title={1}>\n\na\n\n</Callout>', '1: Braces'],
    ['<Callout title="a" style="x">\n\na\n\n</Callout>', "1: <Callout> has no attribute 'style'"],
    ['<Callout>\n\na\n\n</Callout>', "1: <Callout> needs 'title'"],
    ['<Callout title="a" kind="loud">\n\na\n\n</Callout>', '1: <Callout> cannot have kind="loud"'],
    ['<Gallery>\n\n文字\n\n</Gallery>', '3: <Gallery> holds only <Figure>'],
    ['<Moment date="2014">\n\na\n\n</Moment>', '1: <Moment> may stand only inside <Timeline>'],
    ['<Timeline title="a">\n<Moment date="2026-13-45">\n\na\n\n</Moment>\n</Timeline>', '2: <Moment> cannot have date'],
    ['文の<Callout title="a">途中</Callout>に', '1: <Callout> cannot stand within a line'],
    ['<Unknown.Thing />', '1: <Unknown.Thing> is not allowed'],
    ['<>a</>', '1: <> is not allowed'],
    ['![](a.png)', "1: The picture 'a.png' has no text alternative"],
    ['![x](https://evil.example/a.png)', "1: The picture 'https://evil.example/a.png' is not allowed"],
    ['![x](../a.png)', '1: The picture'],
    ['![x](a.svg)', '1: The picture'],
    ['# 題', '1: A heading of level 1'],
    ['## a\n\n#### b', '3: A heading of level 4'],
    ['<br>', '1: The HTML tag <br> cannot be used'],
    ['<div>', '1: The HTML tag <div> cannot be used'],
    ['一行目\n<!-- 覚え書き -->', '2: HTML comments'],
    ['<https://example.jp>', '1: Links written'],
    ['3 <5 です', "1: A '<' cannot be read"],
    ['閉じない { です', '1: Braces'],
    ['<Callout title="a">\n\n閉じない', '1: The opening and closing tags of <Callout>'],
    ['一\n\n<Callout title="a">\n\n閉じない', '3: The opening and closing tags of <Callout>'],
    ['</Callout>', '1: '],
    ['<PullQuote>[リンク](/ja/)</PullQuote>', '1: <PullQuote> holds words alone'],
    ['<PullQuote>\n\n## 見出し\n\n</PullQuote>', '1: <PullQuote> holds words alone'],
    ['##', '1: The heading is empty'],
    ['![絵](a.png "題")', "1: The picture 'a.png' cannot have a title"],
    ['文 &#xE000;5&#xE001;', '1: There is an invisible character, U+E000'],
    ['[x](/ja/ "&#x202E;")', '1: There is an invisible character, U+202E'],
    ['<Callout title="&#x200B;a">\n\na\n\n</Callout>', '1: There is an invisible character, U+200B'],
    ['見えない\u202e文字', '1: There is an invisible character, U+202E'],
  ])('%j is refused at its line', (source, start) => {
    const [first] = refused(source);
    expect(first).toSatisfy((told: string) => told.startsWith(start), `starts with ${start}`);
  });

  test('every refusal is told in both languages, with a remedy', () => {
    for (const { message, remedy } of render('{1}\n\n<b>x</b>\n\n[x](javascript:1)\n\n![](x)', 'ja').findings) {
      for (const phrase of [message.ja, message.en, remedy.ja, remedy.en]) expect(phrase).toMatch(/\S/);
      expect(message.ja).toMatch(/[ぁ-ん]/);
    }
  });

  test('a tag of HTML is told how to do without, an unknown block which there are', () => {
    const remedy = (source: string) => render(source, 'ja').findings[0]?.remedy;
    for (const source of ['<div>\n\nx\n\n</div>', '<div>', 'x <b>y</b>']) {
      expect(remedy(source)?.ja).toBe('タグを消すか、「部品」から図版・囲みなどを入れてください。');
    }
    for (const source of ['<br>', '<br />', '<img src="a.png" />']) expect(remedy(source)?.ja).toContain('改行は行末に');
    for (const source of ['<Box />', '<Box>', '<></>']) expect(remedy(source)?.ja).toContain('使える部品は Figure, ');
  });

  test('all that is wrong is told at once', () => {
    expect(refused('{1}\n\n<b>x</b>\n\n[x](javascript:1)')).toHaveLength(3);
  });

  test.each([
    ['too many marks', '*a_ '.repeat(5000)],
    ['too deep a quote', '>'.repeat(5000)],
    ['too long a text', `${'あ'.repeat(80)}\n`.repeat(400)],
    ['too many marks over many lines', `${'*a_ '.repeat(190)}\n`.repeat(80)],
    ['too wide a table', `${'|a'.repeat(1300)}\n${'|-'.repeat(1300)}\n${'|b\n'.repeat(9000)}`],
    ['too many references', `[a]: /ja/\n\n${'[a] \n\n'.repeat(5000)}`],
    ['too long a line', 'あ'.repeat(2000)],
    ['too deep a list', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('%s is refused within a second', (_name, source) => {
    // Time of work, not of the clock: what else the machine does is not the engine's.
    const start = process.cpuUsage();
    expect(render(source, 'ja').findings.length).toBeGreaterThan(0);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

describe('blocks', () => {
  test('a figure leaves its picture to whoever serves it', () => {
    expect(html('<Figure src="a.png" alt="絵" caption="説明" credit="作図" />')).toBe(
      '<figure>[{"picture":{"file":"a.png","alt":"絵"}}]<figcaption>説明 <span class="credit">作図</span></figcaption></figure>',
    );
  });

  test('a picture on a line of its own is a figure', () => {
    expect(html('![絵](a.png)')).toBe('<figure>[{"picture":{"file":"a.png","alt":"絵"}}]</figure>');
  });

  test('a reading stands above its word, and in brackets where ruby is unknown', () => {
    expect(html('<Ruby rt="こうや">高野</Ruby>町')).toBe('<p><ruby>高野<rp>（</rp><rt>こうや</rt><rp>）</rp></ruby>町</p>');
  });

  test('a block on one line stands on its own', () => {
    expect(html('<PullQuote>一文。</PullQuote>')).toBe('<p class="pull-quote" aria-hidden="true">一文。</p>');
  });

  test('a timeline shows its dates in the language of the text', () => {
    const source = '<Timeline title="年表">\n<Moment date="2014-02">\n\n文\n\n</Moment>\n</Timeline>';
    expect(html(source)).toContain('<time datetime="2014-02">2014年（平成26年）2月</time>');
    expect(html(source, 'en')).toContain('<time datetime="2014-02">February 2014</time>');
  });

  test('what an editor writes in an attribute is text', () => {
    expect(html('<Callout title="<b>&quot;x">\n\na\n\n</Callout>')).toContain('<p class="callout-title">&#x3C;b>"x</p>');
  });

  test('an event card names its event', () => {
    expect(render('<EventCard event="koya" />', 'ja').text?.events).toEqual(['koya']);
  });
});

describe('what is known of a text', () => {
  const source =
    '前文。\n\n## 一つ目\n\n本文[^1]と[リンク](/ja/events/)。\n\n<PullQuote>本文と</PullQuote>\n\n### 細目\n\n- 甲\n- 乙\n\n[^1]: 注の文。';
  const text = render(source, 'ja').text;

  test('its headings, with anchors', () => {
    expect(text?.headings).toEqual([
      { depth: 2, id: '一つ目', text: '一つ目' },
      { depth: 3, id: '細目', text: '細目' },
    ]);
  });

  test('its plain words under their headings, pull quotes once', () => {
    expect(text?.passages.map(({ text }) => text)).toEqual(['前文。', '本文とリンク。', '甲\n乙\n注の文。']);
  });

  test('its links to pages of this site, with their places', () => {
    expect(text?.links).toEqual([{ url: '/ja/events/', line: 5, column: 8 }]);
  });

  test('notes stand at the end and lead back', () => {
    const shown = html(source);
    expect(shown).toContain('<h2 id="footnote-label">注</h2>');
    expect(shown).toContain('aria-label="本文の注1の位置に戻る"');
  });

  test('reading time counts characters in Japanese and words in English', () => {
    expect(readingMinutes('あ'.repeat(1500), 'ja')).toBe(3);
    expect(readingMinutes('word '.repeat(714), 'en')).toBe(3);
    expect(readingMinutes('', 'en')).toBe(1);
  });
});
