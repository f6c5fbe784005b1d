import { expect, test } from 'vitest';
import { readFiles } from '../../src/entries/entry.ts';
import { keep } from '../../src/body/store.ts';
import { adviseOnStyle } from '../../src/entries/style.ts';

const file = 'content/events/a/index.ja.mdx';
const head = '---\nslug: a\nstatus: published\ntitle: 題\nsummary: 要旨\nkind: forum\ndate: "2014-02"\n---\n\n';

async function advice(text: string) {
  const contents: Record<string, string> = { [file]: `${head}${text}\n` };
  const { entries } = readFiles('events', 'a', { contents, beside: [] }, keep);
  expect(entries).toHaveLength(1);
  return adviseOnStyle(entries, (path) => contents[path] ?? '');
}

test('advice on style has its place in the file, and words in both languages', async () => {
  const [first, ...more] = await advice('本文です。\n\n紅葉が目に止まった。');
  expect(more).toEqual([]);
  expect(first).toMatchObject({ file, line: 12, column: 4, excerpt: expect.stringMatching(/^目に止まった/) });
  expect(first?.message.ja).toContain('目に留まっ');
  expect(first?.message.en && first.remedy.ja && first.remedy.en).toBeTruthy();
});

test.each([
  ['a long sentence', `${'春'.repeat(130)}。`, 'sentence-length'],
  ['two manners', '本文です。\n\n結論である。', 'no-mix-dearu-desumasu'],
  ['many commas', '一に、二に、三に、四に、五に、六に参ります。', 'max-ten'],
  ['a bracket left open', '本文（注です。', 'no-unmatched-pair'],
  ['kana of half width', 'ﾃｽﾄです。', 'no-hankaku-kana'],
])('%s is told', async (_name, text, rule) => {
  expect((await advice(text)).map(({ message }) => message.ja).join()).toContain(rule);
});

test('what the house style does on purpose is not', async () => {
  expect(await advice('二つの会が開かれました。地方連携推進室が担当します。しかも、無料です。')).toEqual([]);
});
