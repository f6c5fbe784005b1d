import { syntaxTree } from '@codemirror/language';
import { describe, expect, test } from 'vitest';
import { advise } from '../../../admin/text/advice.ts';
import { isAllowedLink } from '../../../admin/text/allowed.ts';
import { escapeAddress, escapePhrase } from '../../../admin/text/phrase.ts';
import { answers } from '../../../admin/text/reading.ts';
import { tagAt } from '../../../admin/text/tags.ts';
import { parse } from '../../../src/body/parse.ts';
import { render } from '../../../src/body/render.ts';
import { dice, stateOf } from './state.ts';

describe('what is found in a text', () => {
  test.each(['{1}', '# 題', '[x](javascript:a)', '<Callout>', '3 <5', '<br>', '本文', 'a'.repeat(70_000)])(
    'in %j it is what the build says',
    (source) => {
      expect(answers.text({ source, language: 'ja', terms: [] }).findings).toEqual(render(source, 'ja').findings);
    },
  );

  test('a broken text has no block to change, but says why', () => {
    expect(answers.block({ source: '<Callout title="a">\n\nb\n\n</Callout>\n\n{', at: 3 })).toHaveProperty('finding.line', 7);
  });
});

describe('the length of a text', () => {
  test.each([
    ['これは**「強調」**です', 'ja', 9],
    ['## 見出し\n\n本文*斜体*~~消~~\n', 'ja', 8],
    ['[高野山](/ja/articles/koya-in-december/)と![地図](map.png)', 'ja', 4],
    ['<Callout title="題">\n\n中身\n\n</Callout>', 'ja', 2],
    ['<Ruby rt="こうや">高野</Ruby>　𠮷', 'ja', 3],
    ['か\u3099', 'ja', 1],
    ['| 県 | 件 |\n|---|---|\n| 福岡 | 1 |', 'ja', 5],
    ['本文[^1]\n\n[^1]: 注', 'ja', 3],
    ['', 'ja', 0],
    ['**Two** words — and\\\nmore.', 'en', 4],
    ['One\n\n- two\n- three', 'en', 3],
    ['| a | b |\n|---|---|\n| c | d |', 'en', 4],
    ['un**bold**ed', 'en', 1],
    // What cannot be parsed is counted roughly.
    ['**太字**と<Callout title="', 'ja', 3],
    ['- **One** [two](/en/)\n\n{', 'en', 2],
  ] as const)('%j in %s: %i', (source, language, expected) =>
    expect(answers.text({ source, language, terms: [] }).length).toBe(expected),
  );

  test('of a long text is what its reading time is reckoned from', () => {
    const source = 'これは**「強調」**です。\n\n'.repeat(150);
    expect(answers.text({ source, language: 'ja', terms: [] }).length).toBe(1500);
    expect(render(source, 'ja').text?.minutes).toBe(3);
  });
});

describe('advice', () => {
  test.each([
    ['ｶﾀｶﾅです', 'ja', '1:1+4'],
    ['行\n２０１４年', 'ja', '2:1+4'],
    ['詳細はhttp://example.jp/。', 'ja', '1:4+18'],
    ['[x](http://example.jp/)', 'en', '1:5+18'],
    ['そして...', 'ja', '1:4+3'],
    ['そして・・・', 'ja', '1:4+3'],
  ] as const)('%j in %s', (source, language, expected) => {
    expect(advise(source, language).map(({ line, column, length }) => `${line}:${column}+${length}`)).toEqual([expected]);
  });

  test.each([
    ['and so on...', 'en'],
    ['https://example.jp/ と……', 'ja'],
    ['カタカナと2014年', 'ja'],
  ] as const)('%j in %s is well written', (source, language) => expect(advise(source, language)).toEqual([]));

  test('a habit is told of five times, not five hundred', () => {
    expect(advise('２０１４年 '.repeat(500), 'ja')).toHaveLength(5);
  });
});

describe('tags', () => {
  test('are read with their attributes, over several lines too', () => {
    const source = '文<Callout  title="a>b"\n kind=\'note\' flag>';
    const tag = tagAt(source, 1);
    expect(tag).toMatchObject({ kind: 'opening', name: 'Callout', to: source.length });
    expect(
      tag?.attributes.map(({ name, from, to, value }) => [
        name,
        source.slice(from, to),
        value && source.slice(value.from, value.to),
      ]),
    ).toEqual([
      ['title', 'title="a>b"', '"a>b"'],
      ['kind', "kind='note'", "'note'"],
      ['flag', 'flag', undefined],
    ]);
    expect(tagAt('</Callout >', 0)?.kind).toBe('closing');
    expect(tagAt('<Figure/>', 0)?.kind).toBe('alone');
  });

  test.each(['<a>', '<', '< 5', '<Callout', '<Callout title="a', '<Callout {...x}>'])('%j is none', (source) =>
    expect(tagAt(source, 0)).toBeUndefined(),
  );
});

describe('the colours of a text', () => {
  const names = (source: string) =>
    [
      ...syntaxTree(stateOf(source))
        .toString()
        .matchAll(/StrongEmphasis|Emphasis(?=\()|Strikethrough(?=\()|FootnoteMark|BlockTag/g),
    ].map(([name]) => name);

  test.each([
    ['これは**「強調」**です', ['StrongEmphasis']],
    ['**重要（かっこ）**です', ['StrongEmphasis']],
    ['彼は**重要。**と言った', ['StrongEmphasis']],
    ['~~「消し」~~も', ['Strikethrough']],
    ['***両方***', ['StrongEmphasis', 'Emphasis']],
    ['snake_case_name', []],
    ['2 * 3 * 4', []],
    ['注[^1]と<Ruby rt="よ">語</Ruby>', ['FootnoteMark', 'BlockTag', 'BlockTag']],
  ])('%j is seen as the site reads it', (source, expected) => expect(names(source)).toEqual(expected));
});

describe('words that a form puts into a text', () => {
  test('read back as they were', () => {
    const random = dice(5);
    const awkward = [
      '[',
      ']',
      '*',
      '_',
      '`',
      '~~',
      '<',
      '{',
      '}',
      '\\',
      '&amp;',
      '&',
      '|',
      '!',
      '語',
      ' ',
      'a',
      '(',
      ')',
      '"',
      '「',
    ];
    for (let round = 0; round < 400; round += 1) {
      const words = `x${Array.from({ length: random(7) }, () => awkward[random(awkward.length)]).join('')}x`;
      const [paragraph] = parse(
        `![${escapePhrase(words)}](a.png)と[${escapePhrase(words)}](${escapeAddress('https://example.jp/a_(b)')})`,
      ).children;
      expect(paragraph, words).toMatchObject({
        children: [
          { type: 'image', alt: words, url: 'a.png' },
          { value: 'と' },
          { type: 'link', url: 'https://example.jp/a_(b)', children: [{ value: words }] },
        ],
      });
    }
  });

  test.each([
    ['https://example.jp/', true],
    ['/ja/articles/x/', true],
    ['mailto:a@example.jp', true],
    ['javascript:alert(1)', false],
    ['//example.jp', false],
    ['a.html', false],
    ['', false],
  ])('a link to %j: %s', (url, allowed) => expect(isAllowedLink(url)).toBe(allowed));
});
