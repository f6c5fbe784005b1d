import { describe, expect, test } from 'vitest';
import { runsOf } from '../../src/search/excerpt.ts';
import { questionOf, searchOf } from '../../src/search/query.ts';
import { indexTokens, isPrefix, queryTokens } from '../../src/search/tokens.ts';

const indexed = (text: string) => indexTokens(text).split(/\s+/).filter(Boolean);

/** True where the words of the query stand side by side in the text: what a quoted search finds. */
function holds(text: string, query: string): boolean {
  const tokens = indexed(text).map((token) => token.toLowerCase());
  return queryTokens(query).every((phrase) =>
    tokens.some((_, start) =>
      phrase.every((token, index) => {
        const found = tokens[start + index] ?? '';
        return phrase.length > 1 ? found === token.toLowerCase() : found.startsWith(token.toLowerCase());
      }),
    ),
  );
}

describe('the index and the query cut alike', () => {
  test.each([
    ['姉妹都市の交流', '姉妹都市'],
    ['姉妹都市の交流', '都市'],
    ['和歌山県高野町', '高野'],
    ['２０１４年のＪＲ東日本', '2014年の'],
    ['JR東日本', 'JR東日本'],
    ['ﾎﾃﾙに泊まる', 'ホテル'],
    ['エコ・タウン', 'エコタウン'],
    ['𠮷野家で𠮟る', '𠮷野'],
    ['世界の城', '城'],
    ['sister cities in Japan', 'sister'],
  ])('%s holds %s', (text, query) => expect(holds(text, query)).toBe(true));

  test.each([
    ['都市と姉妹', '姉妹都市'],
    ['日本では城を', '日本の城'],
    ['12の町', '1の町'],
  ])('%s does not hold %s', (text, query) => expect(holds(text, query)).toBe(false));

  test('no token of a pair is the beginning of another', () => {
    const tokens = [...new Set(indexed('東京都と京都の都市は姉妹都市である。𠮷野も'))].filter((token) =>
      token.startsWith('\u0298'),
    );
    for (const a of tokens) for (const b of tokens) expect(a !== b && b.startsWith(a)).toBe(false);
  });

  test('one character is a prefix of its pairs', () => {
    const [[token = ''] = []] = queryTokens('城');
    expect(isPrefix(token)).toBe(true);
    expect(indexed('城下町')[0]?.startsWith(token)).toBe(true);
  });

  test('marks are no words', () => expect(queryTokens(' 。、!? ')).toEqual([]));
});

describe('excerpts', () => {
  const excerpt = (text: string, marked: string) => {
    const pairs = new Set(queryTokens(marked).flat());
    return indexed(text)
      .map((token) => (pairs.has(token) ? `<mark>${token}</mark>` : token))
      .join(' ');
  };

  test('are text again, with the whole found word marked', () => {
    expect(runsOf(excerpt('海外から観光客を迎える', '観光'))).toEqual([
      { text: '海外から', marked: false },
      { text: '観光', marked: true },
      { text: '客を迎える', marked: false },
    ]);
  });

  test('keep the spaces of English and drop those beside Japanese', () => {
    expect(runsOf(indexTokens('2014年 a new tour です').trim())).toEqual([{ text: '2014年a new tourです', marked: false }]);
  });

  test('leave punctuation unmarked', () => {
    expect(runsOf('about <mark>tourism.</mark> The')).toEqual([
      { text: 'about ', marked: false },
      { text: 'tourism', marked: true },
      { text: '. The', marked: false },
    ]);
  });

  test('show markup as text', () => {
    expect(runsOf('&lt;script&gt; &amp;amp;')).toEqual([{ text: '<script> &amp;', marked: false }]);
  });
});

describe('the URL of a search', () => {
  test.each(['', '?q=%E8%A6%B3%E5%85%89', '?q=a+b&type=events&type=articles&prefecture=wakayama&year=2014'])(
    '%s comes back the same',
    (search) => {
      expect(searchOf(questionOf(search))).toBe(search);
    },
  );

  test('unknown parameters and doubles are dropped', () => {
    expect(searchOf(questionOf('?q=%20a%20&x=1&theme=t&theme=t'))).toBe('?q=a&theme=t');
  });
});
