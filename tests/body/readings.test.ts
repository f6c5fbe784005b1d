import { expect, test } from 'vitest';
import { withReadings, type Reading } from '../../src/body/readings.ts';
import { render } from '../../src/body/render.ts';

function shown(source: string, readings: readonly Reading[]): string {
  const { text } = render(source, 'ja');
  if (!text) throw new Error(source);
  return withReadings(text.parts, readings).join('');
}

const koya = { word: '高野', reading: 'こうや' };
const town = { word: '高野町', reading: 'こうやちょう' };

test('a word has its reading where the text first has it, and only there', () => {
  expect(shown('高野へ。また高野へ。', [koya])).toBe(
    '<p><ruby>高野<rp>（</rp><rt>こうや</rt><rp>）</rp></ruby>へ。また高野へ。</p>',
  );
});

test('a longer word comes before one that it holds', () => {
  expect(shown('高野町へ。高野へ。', [koya, town])).toContain('<rt>こうやちょう</rt>');
  expect(shown('高野町へ。高野へ。', [koya, town])).toContain('<rt>こうや</rt>');
});

test('a heading, a tag, code and a word that has its reading already are passed over', () => {
  const html = shown('## 高野\n\n`高野` <Ruby rt="たかの">高野</Ruby> 高野', [koya]);
  expect(html.match(/<rt>こうや<\/rt>/g)).toHaveLength(1);
  expect(html.trimEnd()).toMatch(/<rt>こうや<\/rt><rp>）<\/rp><\/ruby><\/p>$/);
  expect(shown('[町](/ja/themes/)とja', [{ word: 'ja', reading: 'じぇいえい' }])).toContain(
    '<a href="/ja/themes/">町</a>と<ruby>ja<rp>',
  );
});

test('what is no kana is not put into the page', () => {
  expect(shown('高野へ。', [{ word: '高野', reading: '<img src=x>' }])).toBe('<p>高野へ。</p>');
});

test('a word with signs is taken as it is written', () => {
  expect(shown('C++(仮)の話', [{ word: 'C++(仮)', reading: 'しーぷらぷら' }])).toContain('<ruby>C++(仮)<rp>');
});
