import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../../admin/text/blocks/faults.ts';
import {
  amendBlock,
  emptyValues,
  valuesOf,
  withChanges,
  writeBlock,
  type BlockValues,
  type Declarations,
} from '../../../admin/text/blocks/values.ts';
import { blockAt, type WrittenBlock } from '../../../admin/text/blocks/written.ts';
import { guard } from '../../../src/body/guard.ts';
import { parse } from '../../../src/body/parse.ts';
import { blocks as model, type Attribute, type Block } from '../../../src/model/blocks.ts';
import { dice } from './state.ts';

const blocks: Declarations = model;
const names = Object.keys(blocks);

function written(source: string, at = source.indexOf('<') + 1): WrittenBlock {
  const block = blockAt(source, at);
  if (!block) throw new Error(`no block in ${source}`);
  return block;
}

function amended(source: string, change: (values: BlockValues) => BlockValues, declarations = blocks, at?: number): string {
  const before = valuesOf(declarations, source, written(source, at));
  return withChanges(source, amendBlock(declarations, source, before, change(before)));
}

const awkward = [
  '"',
  "'",
  '&',
  '&amp;',
  '&#38;',
  '<',
  '>',
  '</Callout>',
  '{',
  '}',
  '\\',
  '\n',
  '\t',
  '|',
  '=',
  '/>',
  '「語」',
  '　',
  ' ',
  'か\u3099',
  '😀',
  '`',
  '*',
  '$&',
  '&quot',
  '#',
  'a',
];

/** Values for every attribute and every word of a block, inside a block that may hold it. */
function valuesFor(name: string, phrase: (attribute: Attribute) => string, declarations = blocks): BlockValues {
  const block = declarations[name] as Block;
  const attributes = Object.fromEntries(
    Object.entries(block.attributes as Record<string, Attribute>).map(([key, attribute]) => {
      if (attribute.options) return [key, Object.keys(attribute.options)[0] ?? ''];
      if (attribute.holds) return [key, { date: '2014-02', event: 'an-event', picture: 'map.png' }[attribute.holds]];
      return [key, phrase(attribute)];
    }),
  );
  const { holds } = block;
  const parts =
    typeof holds === 'object' ? [valuesFor(holds.only, phrase, declarations), valuesFor(holds.only, phrase, declarations)] : [];
  return { name, attributes, words: holds === 'phrase' ? '言葉' : holds === 'text' ? '一段落。\n\n- 項目' : '', parts };
}

function withoutPlaces({ name, attributes, words, parts }: BlockValues): unknown {
  return { name, attributes, words, parts: parts.map(withoutPlaces) };
}

describe.each(names)('%s', (name) => {
  test('what its form holds is read back from the text, whatever the words', () => {
    const random = dice(names.indexOf(name) + 1);
    for (let round = 0; round < 150; round += 1) {
      const values = valuesFor(
        name,
        () => `x${Array.from({ length: random(6) }, () => awkward[random(awkward.length)]).join('')}`,
      );
      const block = writeBlock(blocks, values);
      const source = blocks[name]?.inline ? `文の${block}途中` : `前の段落\n\n${block}\n\n後の段落`;
      const read = valuesOf(blocks, source, written(source));
      expect(withoutPlaces(read), source).toEqual(withoutPlaces(values));
    }
  });

  test('a form that is confirmed unchanged changes no byte', () => {
    const block = writeBlock(
      blocks,
      valuesFor(name, () => '語 & "語"'),
    );
    for (const source of [
      block,
      `- ${block.replaceAll('\n', '\n  ')}`,
      `文${block}文`,
      block.replaceAll('\n\n', '\n'),
      block.replace(/ (\w+)="/g, "  $1 = '").replace(/"/g, "'"),
    ]) {
      let read: WrittenBlock | undefined;
      try {
        read = blockAt(source, source.indexOf('<') + 1);
      } catch {
        continue;
      }
      if (!read) continue;
      const values = valuesOf(blocks, source, read);
      expect(amendBlock(blocks, source, values, { ...values })).toEqual([]);
    }
  });

  test('a new one, filled in, has nothing that the guard refuses', () => {
    const values = valuesFor(name, () => '語 < 語 & "語" {語}');
    expect(faultsOf(blocks, values).size).toBe(0);
    const { within } = blocks[name] as Block;
    const block = writeBlock(blocks, values);
    const source = within ? `<${within} title="題">\n\n${block}\n\n</${within}>` : block;
    expect(guard(parse(source))).toEqual([]);
  });

  test('an empty form says what is missing', () => {
    const faults = faultsOf(blocks, emptyValues(blocks, name));
    expect(faults.size).toBeGreaterThan(0);
  });
});

describe('a block that is changed', () => {
  test('keeps every byte that the form did not change', () => {
    const source = "前\r\n\n<Callout   kind='note'\n  title='古い'  >\n\n* 一\n* 二  \n\n\n</Callout  >\n後";
    const plain = source.replaceAll('\r\n', '\n');
    expect(amended(plain, (values) => ({ ...values, attributes: { ...values.attributes, title: '新"しい' } }))).toBe(
      plain.replace("title='古い'", 'title="新&quot;しい"'),
    );
    expect(amended(plain, (values) => ({ ...values, words: '新しい本文' }))).toBe(plain.replace('* 一\n* 二', '新しい本文'));
  });

  test('loses an attribute that was emptied, and gains one that was filled in', () => {
    expect(
      amended('<Callout title="a" kind="note">\n\nb\n\n</Callout>', (values) => ({
        ...values,
        attributes: { title: 'a', kind: '' },
      })),
    ).toBe('<Callout title="a">\n\nb\n\n</Callout>');
    expect(
      amended('<FactBox title="a">\n\nb\n\n</FactBox>', (values) => ({ ...values, attributes: { title: 'a', source: 'c' } })),
    ).toBe('<FactBox title="a" source="c">\n\nb\n\n</FactBox>');
  });

  test('keeps attributes that its declaration does not know', () => {
    expect(
      amended('<Callout title="a" zzz="1">\n\nb\n\n</Callout>', (values) => ({ ...values, attributes: { title: 'c' } })),
    ).toBe('<Callout title="c" zzz="1">\n\nb\n\n</Callout>');
  });

  test('inside a list keeps the indentation of the list', () => {
    const source = '- 項目\n\n  <Callout title="a">\n\n  一\n\n  二\n\n  </Callout>\n\n後';
    expect(valuesOf(blocks, source, written(source)).words).toBe('一\n\n二');
    expect(amended(source, (values) => ({ ...values, words: '三\n\n四' }))).toBe(
      '- 項目\n\n  <Callout title="a">\n\n  三\n\n  四\n\n  </Callout>\n\n後',
    );
  });

  test('gets a second tag where it had one alone', () => {
    expect(amended('<Callout title="a" />', (values) => ({ ...values, words: 'b' }))).toBe(
      '<Callout title="a">\n\nb\n\n</Callout>',
    );
  });

  const timeline =
    '<Timeline title="年表">\n<Moment date="2014">\n\n一\n\n</Moment>\n\n\n<Moment  date="2015">\n\n二\n\n</Moment>\n</Timeline>';

  test('its parts are moved, removed and added, and what was not touched is copied as it was', () => {
    expect(amended(timeline, (values) => ({ ...values, parts: [...values.parts].reverse() }))).toBe(
      '<Timeline title="年表">\n<Moment  date="2015">\n\n二\n\n</Moment>\n\n<Moment date="2014">\n\n一\n\n</Moment>\n</Timeline>',
    );
    expect(amended(timeline, (values) => ({ ...values, parts: values.parts.slice(1) }))).toBe(
      '<Timeline title="年表">\n<Moment  date="2015">\n\n二\n\n</Moment>\n</Timeline>',
    );
    expect(
      amended(timeline, (values) => ({
        ...values,
        parts: [...values.parts, { name: 'Moment', attributes: { date: '2016' }, words: '三', parts: [] }],
      })),
    ).toContain('<Moment  date="2015">\n\n二\n\n</Moment>\n\n<Moment date="2016">\n\n三\n\n</Moment>\n</Timeline>');
  });

  test('a part that is changed in its place leaves the white space around it', () => {
    expect(
      amended(timeline, (values) => ({
        ...values,
        parts: values.parts.map((part, index) => (index === 1 ? { ...part, words: '新しい' } : part)),
      })),
    ).toBe(timeline.replace('二', '新しい'));
  });

  test('inside another block is found by the cursor, and the outer one around it', () => {
    expect(written(timeline, timeline.indexOf('二')).name).toBe('Moment');
    expect(written(timeline, 3).name).toBe('Timeline');
    expect(written('文<Ruby rt="よ">語</Ruby>', 12).name).toBe('Ruby');
    expect(blockAt('文のみ', 1)).toBeUndefined();
  });

  test('shows as it is what strayed among its parts', () => {
    const source = '<Gallery>\n\n迷った文\n\n<Figure src="a.png" alt="b" />\n\n</Gallery>';
    const values = valuesOf(blocks, source, written(source));
    expect(values.parts).toEqual([]);
    expect(values.words).toBe('迷った文\n\n<Figure src="a.png" alt="b" />');
  });
});

describe('a model with another block', () => {
  const label = { ja: '対話', en: 'Dialogue' };
  const more: Declarations = {
    ...blocks,
    Dialogue: {
      label,
      hint: label,
      holds: { only: 'Speech' },
      attributes: { place: { label }, day: { label, holds: 'date', optional: true } },
    },
    Speech: {
      label,
      hint: label,
      holds: 'text',
      within: 'Dialogue',
      attributes: { speaker: { label }, tone: { label, options: { calm: label, firm: label } } },
    },
  };

  test('has its form, is written and is read back, with no change of the editor', () => {
    const values = valuesFor('Dialogue', () => '語 "語"', more);
    const source = `前\n\n${writeBlock(more, values)}\n\n後`;
    expect(withoutPlaces(valuesOf(more, source, written(source)))).toEqual(withoutPlaces(values));
    expect([...faultsOf(more, emptyValues(more, 'Dialogue')).keys()]).toEqual([
      'place',
      'parts.0.speaker',
      'parts.0.tone',
      'parts.0.words',
    ]);
    expect(amended(source, (read) => ({ ...read, attributes: { ...read.attributes, day: '2014' } }), more)).toContain(
      'place="語 &quot;語&quot;" day="2014"',
    );
  });
});
