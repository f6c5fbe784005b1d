import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { withoutControls } from '../../../admin/text/paste/pasting.ts';
import { markdownFrom } from '../../../admin/text/paste/convert.ts';
import { guard } from '../../../src/body/guard.ts';
import { parse } from '../../../src/body/parse.ts';
import { render } from '../../../src/body/render.ts';
import { samples, type Sample } from './samples.ts';

const pasted = (html: string, taken: readonly string[] = ['1', '2']) => markdownFrom(fromHtml(html), new Set(taken));

describe('formatted words that are pasted', () => {
  test.each(Object.entries<Sample>(samples))('%s', (_name, { html, markdown, notes = '' }) => {
    const made = pasted(html);
    expect(made.markdown).toBe(markdown);
    expect(made.notes).toBe(notes);
    expect(guard(parse(`${made.markdown}\n\n${made.notes}`))).toEqual([]);
  });

  test('pictures are counted, so that the editor can be told', () => {
    expect(pasted('<p>a<img src="x.png"><picture><img src="y.png"></picture></p>').pictures).toBe(2);
  });

  test('Japanese bold is bold to the parser of the site', () => {
    const { markdown } = pasted(
      '<p>これは<b>「強調」</b>です。<b>重要（かっこ）</b>で<b>注意。</b>を<i>「斜体」</i>と<s>「消し」</s>も</p>',
    );
    const { text } = render(markdown, 'ja');
    const html = text?.parts.join('');
    for (const expected of [
      '<strong>「強調」</strong>',
      '<strong>重要（かっこ）</strong>',
      '<strong>注意。</strong>',
      '<em>「斜体」</em>',
      '<del>「消し」</del>',
    ]) {
      expect(html).toContain(expected);
    }
  });

  test('whatever words are pasted, the guard finds nothing in them', () => {
    const awkward = [
      '{',
      '}',
      '<',
      '>',
      '&',
      '*',
      '_',
      '~',
      '`',
      '[',
      ']',
      '(',
      '!',
      '#',
      '|',
      '\\',
      '「',
      'あ',
      'a',
      ' ',
      '　',
      '1.',
      '-',
      '+',
      '=',
      '---',
      'import ',
      '^',
      ':',
      'https://x.jp/',
      '<!--',
      '&lt;',
      '"',
      "'",
      '\n',
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 400; round += 1) {
      const words = Array.from({ length: 1 + random(9) }, () => awkward[random(awkward.length)]).join('');
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const { markdown } = pasted(
        `<p>${escaped}</p><ul><li>${escaped}</li></ul><table><tr><th>${escaped}</th><th>x</th></tr></table><h2>あ${escaped}</h2><p><b>${escaped}</b>い</p>`,
      );
      let found: unknown;
      try {
        found = guard(parse(markdown));
      } catch (error) {
        found = error;
      }
      expect(found, `${JSON.stringify(words)}\n${markdown}`).toEqual([]);
    }
  });

  test('plain words keep everything but characters of control', () => {
    expect(withoutControls('　字下げ\t\u0007**x**\u202e\r\n  a  ')).toBe('　字下げ\t**x**\r\n  a  ');
  });
});
