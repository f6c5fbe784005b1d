import { describe, expect, test } from 'vitest';
import { insertFootnote, nextFootnote } from '../../../admin/text/footnotes.ts';
import { insertOnOwnLines } from '../../../admin/text/insertion.ts';
import {
  beginParagraph,
  continueList,
  indentItems,
  outdentItems,
  setHeading,
  toggleList,
  toggleQuote,
} from '../../../admin/text/lines.ts';
import { isMarked, toggleMark } from '../../../admin/text/marks.ts';
import {
  addColumn,
  addRow,
  alignColumn,
  deleteColumn,
  deleteRow,
  lineUpBars,
  nextCell,
  previousCell,
} from '../../../admin/text/tables.ts';
import { after, stateOf } from './state.ts';

describe('Enter within a list', () => {
  test.each([
    ['- 一‸', '- 一\n- ‸'],
    ['- 一‸二', '- 一\n- ‸二'],
    ['1. 一‸\n2. 二\n3. 三', '1. 一\n2. ‸\n3. 二\n4. 三'],
    ['1. 一‸\n1. 二', '1. 一\n2. ‸\n1. 二'],
    ['9) 一‸', '9) 一\n10) ‸'],
    ['- 一\n- ‸', '- 一\n\n‸'],
    ['- ‸', '‸'],
    ['- 一\n  - ‸', '- 一\n- ‸'],
    ['1. 一\n   - ‸', '1. 一\n2. ‸'],
    ['> - 一‸', '> - 一\n> - ‸'],
    ['> 引用‸', '> 引用\n> ‸'],
    ['> 引用\n> ‸', '> 引用\n\n‸'],
    ['*   一‸', '*   一\n*   ‸'],
  ])('%j goes on as %j', (before, expected) => expect(after(before, continueList)).toBe(expected));

  test.each(['本文‸', '　字下げ‸　', '```\n- a‸\n```', '‸- 一', '**太字**‸'])('%j is no list to go on with', (before) =>
    expect(after(before, continueList)).toBeUndefined(),
  );
});

describe('Enter in a paragraph', () => {
  test.each([
    ['一つ目の段落です。‸', '一つ目の段落です。\n\n‸'],
    ['一つ目。‸二つ目。', '一つ目。\n\n‸二つ目。'],
    ['## 見出し‸', '## 見出し\n\n‸'],
    ['　字下げ‸', '　字下げ\n\n‸'],
    ['**太字**‸', '**太字**\n\n‸'],
    ['[^1]: 注‸', '[^1]: 注\n\n‸'],
  ])('%j goes on as %j', (before, expected) => expect(after(before, beginParagraph)).toBe(expected));

  test.each(['‸', '‸本文', '| 表 |‸', '<Callout title="a">‸', '  字下げ‸', '```\na‸\n```', '> 引用‸'])(
    'in %j it breaks the line alone',
    (before) => expect(after(before, beginParagraph)).toBeUndefined(),
  );
});

describe('Tab within a list', () => {
  test.each([
    ['- 一\n- 二‸', '- 一\n  - 二‸'],
    ['1. 一\n2. 二‸', '1. 一\n   2. 二‸'],
    ['- 一\n- 二‸\n  - 三\n- 四', '- 一\n  - 二‸\n    - 三\n- 四'],
  ])('%j goes under the item above', (before, expected) => expect(after(before, indentItems)).toBe(expected));

  test.each(['- 一‸', '本文‸', '- 一\n\n本文‸'])('in %j it leaves the field', (before) =>
    expect(after(before, indentItems)).toBeUndefined(),
  );

  test('Shift-Tab goes up a level, with what stands beneath', () => {
    expect(after('- 一\n  - 二‸\n    - 三', outdentItems)).toBe('- 一\n- 二‸\n  - 三');
    expect(after('- 一‸', outdentItems)).toBeUndefined();
  });
});

describe('marks and lines', () => {
  test.each([
    ['これは⟦「強調」⟧です', 'これは**⟦「強調」⟧**です'],
    ['⟦ 語 ⟧', ' **⟦語⟧** '],
    ['これは**「強‸調」**です', 'これは「強‸調」です'],
    ['a‸b', 'a**‸**b'],
    ['a**‸**b', 'a‸b'],
    ['- ⟦一\n- 二⟧', '- **⟦一**\n- **二⟧**'],
  ])('bold: %j becomes %j', (before, expected) => expect(after(before, (state) => toggleMark(state, 'bold'))).toBe(expected));

  test.each([
    ['bold', '**bold‸**', '**bold**‸'],
    ['bold', 'これは**「強調」‸**です', 'これは**「強調」**‸です'],
    ['bold', '**「強調」‸**', '**「強調」**‸'],
    ['italic', '前*「斜体」‸*後', '前*「斜体」*‸後'],
    ['strikethrough', '~~「消し」‸~~も', '~~「消し」~~‸も'],
    ['bold', '**bold ‸**', '**bold** ‸'],
    ['bold', '**強調　‸**後', '**強調**　‸後'],
    ['italic', '**a *b‸***', '**a *b*‸**'],
    ['bold', '***both‸***', '***both**‸*'],
    ['italic', '***both**‸*', '***both***‸'],
    ['italic', '***both‸***', '***both*‸**'],
    ['bold', '***both*‸**', '***both***‸'],
    ['bold', '**bold**‸', '**bold‸**'],
    ['bold', '‸**bold**', '**‸bold**'],
    ['bold', 'a**‸**b', 'a‸b'],
    ['italic', '**‸**', '***‸***'],
    ['italic', '***‸***', '**‸**'],
    ['bold', '***‸***', '*‸*'],
    ['strikethrough', '~~‸~~', '‸'],
    ['bold', '**bo⟦ld⟧**', 'bo⟦ld⟧'],
  ] as const)('%s at the edge of its marks: %j becomes %j', (name, before, expected) =>
    expect(after(before, (state) => toggleMark(state, name))).toBe(expected),
  );

  test.each([
    ['**bold‸**', true],
    ['**bold**‸', false],
    ['‸**bold**', false],
    ['**b‸old**', true],
    ['⟦**bold**⟧', true],
    ['a **‸** b', true],
    ['a *‸* b', false],
  ])('bold is on in %j: %s', (written, expected) => expect(isMarked(stateOf(written), 'bold')).toBe(expected));

  test('a heading takes the place of another mark, and goes at the second press', () => {
    expect(after('- 題‸', (state) => setHeading(state, 2))).toBe('## 題‸');
    expect(after('## 題‸', (state) => setHeading(state, 3))).toBe('### 題‸');
    expect(after('### 題‸', (state) => setHeading(state, 3))).toBe('題‸');
    expect(after('‸', (state) => setHeading(state, 2))).toBe('## ‸');
  });

  test('lists and quotations are put on and taken off', () => {
    expect(after('⟦一\n二⟧', (state) => toggleList(state, 'numbers'))).toBe('1. ⟦一\n2. 二⟧');
    expect(after('⟦1. 一\n2. 二⟧', (state) => toggleList(state, 'bullets'))).toBe('⟦- 一\n- 二⟧');
    expect(after('- 一‸', (state) => toggleList(state, 'bullets'))).toBe('一‸');
    expect(after('⟦一\n\n二⟧', toggleQuote)).toBe('> ⟦一\n>\n> 二⟧');
    expect(after('> 一‸', toggleQuote)).toBe('一‸');
  });
});

describe('footnotes', () => {
  test.each([
    ['本文‸', '本文[^1]\n\n[^1]: ‸'],
    ['本‸文\n', '本[^1]文\n\n[^1]: ‸\n'],
    ['一[^1]二‸\n\n[^1]: 注\n', '一[^1]二[^2]\n\n[^1]: 注\n[^2]: ‸\n'],
    ['⟦語⟧です', '語[^1]です\n\n[^1]: ‸'],
    ['‸', '[^1]\n\n[^1]: ‸'],
  ])('%j becomes %j', (before, expected) => expect(after(before, insertFootnote)).toBe(expected));

  test('the next number is above all that the text mentions', () => {
    expect(nextFootnote('a[^2] b[^note] [^10]: c')).toBe(11);
    expect(nextFootnote('')).toBe(1);
  });
});

describe('tables', () => {
  const table = '| 県 | 件 |\n|---|---|\n| 福‸岡 | 1\\|2 |\n| 沖縄 |';
  test.each([
    ['a row below', (state) => addRow(state, 'below'), '| 県 | 件 |\n|---|---|\n| 福岡 | 1\\|2 |\n| ‸ |  |\n| 沖縄 |'],
    ['a row above', (state) => addRow(state, 'above'), '| 県 | 件 |\n|---|---|\n| ‸ |  |\n| 福岡 | 1\\|2 |\n| 沖縄 |'],
    ['no such row', deleteRow, '| 県 | 件 |\n|---|---|‸\n| 沖縄 |'],
    [
      'a column to the right',
      (state) => addColumn(state, 'right'),
      '| 県 |  | 件 |\n|---|---|---|\n| 福‸岡 |  | 1\\|2 |\n| 沖縄 |  |',
    ],
    [
      'a column to the left',
      (state) => addColumn(state, 'left'),
      '|  | 県 | 件 |\n|---|---|---|\n|  | 福‸岡 | 1\\|2 |\n|  | 沖縄 |',
    ],
    ['no such column', deleteColumn, '| 件 |\n|---|\n|‸ 1\\|2 |\n|'],
    ['the column to the right', (state) => alignColumn(state, 'right'), '| 県 | 件 |\n|---:|---|\n| 福‸岡 | 1\\|2 |\n| 沖縄 |'],
    ['bars below one another', lineUpBars, '| 県   | 件   |\n| ---- | ---- |\n‸| 福岡 | 1\\|2 |\n| 沖縄 |'],
  ] satisfies [string, Parameters<typeof after>[1], string][])('%s', (_name, command, expected) => {
    expect(after(table, command)).toBe(expected);
  });

  test.each([
    ['| 県‸ | 件 |\n|---|---|\n| 福岡 | 1 |', '| 県 | ⟦件⟧ |\n|---|---|\n| 福岡 | 1 |'],
    ['| 県 | 件‸ |\n|---|---|\n| 福岡 | 1 |', '| 県 | 件 |\n|---|---|\n| ⟦福岡⟧ | 1 |'],
    ['| a |\n|-‸--|\n| b |', '| a |\n|---|\n| ⟦b⟧ |'],
    ['| a‸ |  |\n|---|---|', '| a | ‸ |\n|---|---|'],
    ['|a‸||\n|---|---|', '|a|‸|\n|---|---|'],
    ['| a | b |\n|---|---|\n| c | d‸ |\n\n後', '| a | b |\n|---|---|\n| c | d |\n| ‸ |  |\n\n後'],
    ['| a | b |\n|---|---|\n| c‸ |\n| e | f |', '| a | b |\n|---|---|\n| c | ‸ |\n| e | f |'],
    ['a | b\n---|---\nc‸ | d', 'a | b\n---|---\nc | ⟦d⟧'],
    ['> | a |\n> |---|\n> | b‸ |', '> | a |\n> |---|\n> | b |\n> | ‸ |'],
    ['| a\\|b‸ | c |\n|---|---|', '| a\\|b | ⟦c⟧ |\n|---|---|'],
  ])('Tab in %j goes to %j', (before, expected) => expect(after(before, nextCell)).toBe(expected));

  test.each([
    ['| a | b‸ |\n|---|---|\n| c | d |', '| ⟦a⟧ | b |\n|---|---|\n| c | d |'],
    ['| a | b |\n|---|---|\n| c‸ | d |', '| a | ⟦b⟧ |\n|---|---|\n| c | d |'],
  ])('Shift-Tab in %j goes to %j', (before, expected) => expect(after(before, previousCell)).toBe(expected));

  test('Tab leaves the field where there is no table, and Shift-Tab before its first cell', () => {
    expect(after('a | b‸', nextCell)).toBeUndefined();
    expect(after('```\n| a‸ |\n|---|\n```', nextCell)).toBeUndefined();
    expect(after('| a‸ |\n|---|', previousCell)).toBeUndefined();
  });

  test('the head of a table stays, and words outside of a table are none', () => {
    expect(after('| a‸ |\n|---|\n', deleteRow)).toBeUndefined();
    expect(after('a | b‸', (state) => addRow(state, 'below'))).toBeUndefined();
    expect(after('| a‸ |\n|---|', deleteColumn)).toBeUndefined();
  });

  test('a row below the head goes below its dashes', () => {
    expect(after('| a‸ |\n|---|\n| b |', (state) => addRow(state, 'below'))).toBe('| a |\n|---|\n| ‸ |\n| b |');
  });
});

describe('what stands on lines of its own', () => {
  test.each([
    ['', '<X />‸'],
    ['段落‸の中\n続き\n\n次', '段落の中\n続き\n\n<X />‸\n\n次'],
    ['一\n‸\n二', '一\n\n<X />‸\n\n二'],
    ['一\n\n‸', '一\n\n<X />‸'],
    ['一‸\n\n二', '一\n\n<X />‸\n\n二'],
    ['```\na‸\n\nb\n```', '```\na\n\nb\n```\n\n<X />‸'],
  ])('%j becomes %j', (before, expected) => expect(after(before, (state) => insertOnOwnLines(state, '<X />'))).toBe(expected));
});
