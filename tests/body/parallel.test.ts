import { describe, expect, test } from 'vitest';
import { align, blocksOf, withPrefix } from '../../src/body/parallel.ts';
import { render } from '../../src/body/render.ts';
import type { Language } from '../../src/i18n/languages.ts';

const source = `導入の段落です。\n\n## 見出し\n\n一つ目。**強調**[^1]。\n\n<Callout title="補足">\n\n囲みの中。\n\n</Callout>\n\n![地図](map.png)\n\n| 年 | 数 |\n|---|---|\n| 2014 | 3 |\n\n- 一\n- 二\n\n<EventCard event="koya" />\n\n[^1]: 注。\n`;

function partsOf(text: string, language: Language = 'ja') {
  const { text: rendered } = render(text, language);
  if (!rendered) throw new Error('The text is refused.');
  return rendered.parts;
}

const kinds = (text: string) => blocksOf(partsOf(text)).map(({ kind }) => kind);

describe('the blocks of a text', () => {
  test('are its elements and the inserts that stand by themselves', () => {
    expect(kinds(source)).toEqual(['p', 'h2', 'p', 'div.callout', 'figure', 'div.table', 'ul', 'insert', 'section.footnotes']);
  });

  test('hold all of it', () => {
    const plain = (parts: readonly unknown[]) =>
      parts
        .filter((part) => typeof part === 'string')
        .join('')
        .replace(/\s/g, '');
    const parts = partsOf(source);
    expect(plain(blocksOf(parts).flatMap((block) => block.parts))).toBe(plain(parts));
    expect(blocksOf(parts).flatMap((block) => block.parts.filter((part) => typeof part !== 'string'))).toHaveLength(2);
  });
});

describe('two texts', () => {
  const pairsOf = (one: string, other: string) =>
    align(blocksOf(partsOf(one)), blocksOf(partsOf(other, 'en'))).map((pair) =>
      pair.map(
        (block) =>
          block &&
          `${block.kind} ${block.parts
            .join('')
            .replace(/<[^>]+>/g, '')
            .trim()}`,
      ),
    );

  test('of one structure are paired block by block', () => {
    expect(pairsOf('一。\n\n## 二\n\n三。', 'One.\n\n## Two\n\nThree.')).toEqual([
      ['p 一。', 'p One.'],
      ['h2 二', 'h2 Two'],
      ['p 三。', 'p Three.'],
    ]);
  });

  test('keep their headings together where a paragraph is missing', () => {
    expect(
      pairsOf('一。\n\n二。\n\n## 三\n\n四。', 'One.\n\n## Three\n\nFour.\n\nFive has no counterpart and says more.'),
    ).toEqual([
      ['p 一。', 'p One.'],
      ['p 二。', undefined],
      ['h2 三', 'h2 Three'],
      ['p 四。', 'p Four.'],
      [undefined, 'p Five has no counterpart and says more.'],
    ]);
  });

  test('of different lengths are paired by length', () => {
    const long = 'ながい段落です。'.repeat(20);
    const [first, second] = pairsOf(`短い。\n\n${long}`, 'This is a long paragraph. '.repeat(10));
    expect(first).toEqual(['p 短い。', undefined]);
    expect(second?.[1]).toContain('This is');
  });

  test('share no anchor on one page', () => {
    const [, , note] = blocksOf(partsOf('## 見出し\n\n本文。\n\n注[^1]。\n\n[^1]: 出典。')).map((block) =>
      withPrefix(block, 'ja-'),
    );
    const html = note?.parts.join('') ?? '';
    expect(html).toContain('id="ja-fnref-1"');
    expect(html).toContain('href="#ja-fn-1"');
    expect(html).not.toMatch(/(?:id="|href="#|aria-describedby=")(?!ja-)/);
  });
});
