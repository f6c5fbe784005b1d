/** Advice on style: cheap to find, never a reason to refuse a text. */
import type { Language, Words } from '../../src/i18n/languages.ts';
import type { Place } from '../../src/model/refusal.ts';

export interface Advice extends Place {
  /** Characters that it is about. */
  readonly length: number;
  readonly message: Words;
  readonly remedy: Words;
}

interface Rule {
  readonly pattern: RegExp;
  readonly languages: readonly Language[];
  readonly message: Words;
  readonly remedy: Words;
}

const rules: readonly Rule[] = [
  {
    pattern: /[\uff61-\uff9f]+/g,
    languages: ['ja', 'en'],
    message: { ja: '半角カタカナがあります。', en: 'There is half-width katakana.' },
    remedy: {
      ja: '全角カタカナで書くと、検索と読み上げが確かになります。',
      en: 'Full-width katakana is found and read aloud more reliably.',
    },
  },
  {
    pattern: /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g,
    languages: ['ja', 'en'],
    message: { ja: '全角の英数字があります。', en: 'There are full-width letters or digits.' },
    remedy: { ja: '英数字は半角でそろえてください。', en: 'Write letters and digits in half width.' },
  },
  {
    pattern: /(?:(?<=\]\()|(?<![\x21-\x7e]))http:\/\/[\x21-\x27\x2a-\x7e]+/gm,
    languages: ['ja', 'en'],
    message: { ja: 'リンクが http:// です。', en: 'The link begins with http://.' },
    remedy: { ja: '相手先が対応していれば https:// にしてください。', en: 'Use https:// where the site answers to it.' },
  },
  {
    pattern: /(?<=[\u3040-\u30ff\u4e00-\u9fff])\.{3,}|(?<=[\u3040-\u30ff\u4e00-\u9fff])・{3,}/g,
    languages: ['ja'],
    message: { ja: '点を並べた省略記号があります。', en: 'Dots stand for an ellipsis.' },
    remedy: { ja: '「……」（三点リーダー二つ）で書いてください。', en: 'Write ……, the Japanese ellipsis.' },
  },
];

/** More would be noise: a text with a habit is told of its first cases. */
const most = 5;

/** Up to five cases for each rule, in the order of the text. */
export function advise(source: string, language: Language): Advice[] {
  const lines = source.split(/\r\n?|\n/);
  const found: Advice[] = [];
  for (const { pattern, languages, message, remedy } of rules) {
    if (!languages.includes(language)) continue;
    let count = 0;
    lines.forEach((line, index) => {
      for (const match of line.matchAll(pattern)) {
        count += 1;
        if (count > most) return;
        found.push({ line: index + 1, column: match.index + 1, length: match[0].length, message, remedy });
      }
    });
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}
