import { describe, expect, test } from 'vitest';
import { render } from '../../src/body/render.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { finderOf, type TermForms } from '../../src/terms/forms.ts';
import { withTermLinks } from '../../src/terms/links.ts';

const terms: Readonly<Record<Language, readonly TermForms[]>> = {
  ja: [
    { slug: 'governor', title: '知事', also: [], avoid: [] },
    { slug: 'iikura', title: '外務省飯倉公館', also: ['飯倉公館'], avoid: ['飯倉の館'] },
  ],
  en: [
    { slug: 'governor', title: 'Governor', also: [], avoid: [] },
    { slug: 'iikura', title: 'Iikura Guest House', also: [], avoid: ['Iikura House'] },
  ],
};

/** The links of a text, as `slug: words`. */
function linked(source: string, language: Language, title = ''): string[] {
  return [...html(source, language, title).matchAll(/<a class="term" href="\/(..)\/glossary\/#([a-z]+)">(.*?)<\/a>/gs)].map(
    ([, , slug, words]) => `${slug}: ${words}`,
  );
}

function html(source: string, language: Language, title = ''): string {
  const { text, findings } = render(source, language);
  if (!text) throw new Error(JSON.stringify(findings));
  return withTermLinks(text, finderOf(terms[language]), language, title)
    .map((part) => (typeof part === 'string' ? part : '[insert]'))
    .join('');
}

test('a term leads to the glossary of the language where it is first used', () => {
  expect(html('知事が、知事に。', 'ja')).toBe('<p><a class="term" href="/ja/glossary/#governor">知事</a>が、知事に。</p>');
  expect(html('A governor & governors.', 'en')).toBe(
    '<p>A <a class="term" href="/en/glossary/#governor">governor</a> &#x26; governors.</p>',
  );
});

test.each([
  ['外務省飯倉公館で、飯倉公館の', 'ja', ['iikura: 外務省飯倉公館']],
  ['飯倉公館で知事が', 'ja', ['iikura: 飯倉公館', 'governor: 知事']],
  ['At the Iikura\nGuest House, governors', 'en', ['iikura: Iikura\nGuest House', 'governor: governors']],
  ['- 一\n- **知事**は', 'ja', ['governor: 知事']],
  ['| a | b |\n|---|---|\n| c | the governor |', 'en', ['governor: governor']],
  ['<Callout title="題">\n\n知事が\n\n</Callout>', 'ja', ['governor: 知事']],
  ['絵の前の知事\n\n![絵](a.png)\n\n絵の後の飯倉公館', 'ja', ['governor: 知事', 'iikura: 飯倉公館']],
] as const)('%j', (source, language, expected) => expect(linked(source, language)).toEqual(expected));

describe('no link stands', () => {
  test.each([
    ['in a link', '[知事](/ja/)'],
    ['in a heading', '## 知事\n\n文'],
    ['in code', '`知事`と\n\n```\n知事\n```'],
    ['in a quotation', '> 知事が\n>\n> ――知事'],
    ['in ruby', '<Ruby rt="ちじ">知事</Ruby>'],
    ['in a pull quote', '<PullQuote>知事の声</PullQuote>'],
    ['in the head of a table', '| 知事 | 数 |\n|---|---|\n| 一 | 二 |'],
    ['in a note', '文[^1]\n\n[^1]: 知事の発表'],
    ['in a caption', '<Figure src="a.png" alt="知事" caption="知事" credit="知事" />'],
    ['in the title of a block', '<Callout title="知事">\n\n文\n\n</Callout>'],
    ['in the source of a block', '<FactBox title="知事" source="知事">\n\n文\n\n</FactBox>'],
    ['in the title of a timeline', '<Timeline title="知事">\n<Moment date="2014">\n\n文\n\n</Moment>\n</Timeline>'],
    ['within a word', '副知事と宮城県知事'],
    ['on a form to avoid', '飯倉の館で'],
  ])('%s', (_where, source) => expect(html(source, 'ja')).not.toContain('class="term"'));

  test('on the subject of the page', () => {
    expect(linked('知事と飯倉公館', 'ja', '知事とは何か')).toEqual(['iikura: 飯倉公館']);
    expect(linked('A governor at the Iikura Guest House', 'en', 'Governors')).toEqual(['iikura: Iikura Guest House']);
  });
});

test('what is not linked does not count as the first use', () => {
  expect(linked('## 知事\n\n[知事](/ja/)の後の知事', 'ja')).toEqual(['governor: 知事']);
});
