/**
 * Advice on the style of Japanese texts: rules of textlint (preset-ja-technical-writing 12), those that help a public body's
 * editor. Left out are rules that the house style breaks on purpose (kanji numerals of a few things, long names in kanji) and
 * those that mostly err (repeated particles, "weak" phrases such as the かも within しかも).
 */
import { createRequire } from 'node:module';
import { TextlintKernel, type TextlintPluginCreator, type TextlintRuleModule } from '@textlint/kernel';
import preset from 'textlint-rule-preset-ja-technical-writing';
import type { Words } from '../i18n/languages.ts';
import type { Advice } from '../model/refusal.ts';
import type { Entry } from './entry.ts';

interface Rule {
  readonly options: true | Readonly<Record<string, unknown>>;
  /** What it finds; in Japanese textlint says it, with the words concerned, but where it knows English alone. */
  readonly finds: Pick<Words, 'en'> & Partial<Words>;
  readonly remedy: Words;
}

const longest = 120;
const mostCommas = 4;

const reword: Words = { ja: '言い換えてください。', en: 'Put it in other words.' };
const split: Words = { ja: '文を二つに分けてください。', en: 'Make two sentences of it.' };

const rules: Readonly<Record<string, Rule>> = {
  'sentence-length': {
    options: { max: longest },
    finds: { ja: `一文が${longest}字を超えています`, en: `A sentence has more than ${longest} characters.` },
    remedy: split,
  },
  'max-ten': { options: { max: mostCommas }, finds: { en: `A sentence has more than ${mostCommas} commas.` }, remedy: split },
  'no-mix-dearu-desumasu': {
    options: { preferInHeader: '', preferInBody: '', preferInList: '', strict: false },
    finds: { en: 'Plain and polite endings are mixed.' },
    remedy: { ja: '文末をそろえてください。', en: 'End all sentences in one manner.' },
  },
  'no-doubled-conjunction': {
    options: true,
    finds: { en: 'Two sentences in turn begin with the same conjunction.' },
    remedy: reword,
  },
  'no-doubled-conjunctive-particle-ga': { options: true, finds: { en: 'A sentence goes on with が twice.' }, remedy: split },
  'no-double-negative-ja': { options: true, finds: { en: 'A negative is denied.' }, remedy: reword },
  'no-dropping-the-ra': { options: true, finds: { en: 'A verb lacks its ら.' }, remedy: reword },
  'ja-no-abusage': { options: true, finds: { en: 'A word is used for another.' }, remedy: reword },
  'ja-no-redundant-expression': { options: true, finds: { en: 'The same can be said in fewer words.' }, remedy: reword },
  'ja-unnatural-alphabet': {
    options: true,
    finds: { en: 'A Latin letter stands among Japanese ones, as slips of an input method leave it.' },
    remedy: { ja: '打ち間違いであれば直してください。', en: 'Mend it if it is a slip.' },
  },
  'no-hankaku-kana': {
    options: true,
    finds: { en: 'Kana are of half width.' },
    remedy: { ja: '全角にしてください。', en: 'Make them full.' },
  },
  'no-unmatched-pair': {
    options: true,
    finds: { en: 'A bracket or a quotation mark is not closed.' },
    remedy: { ja: '括弧の対を確かめてください。', en: 'Check the pairs.' },
  },
};

const used = Object.entries(rules).map(([ruleId, { options }]) => ({
  ruleId,
  rule: preset.rules[ruleId] as TextlintRuleModule,
  options,
}));

// A CommonJS package whose default export Node and Vite unpack unlike one another.
const { default: markdown } = createRequire(import.meta.url)('@textlint/textlint-plugin-markdown') as {
  readonly default: TextlintPluginCreator;
};

/** Advice on the texts of Japanese entries, in their order; `contentOf` gives what a file holds. */
export async function adviseOnStyle(entries: readonly Entry[], contentOf: (file: string) => string): Promise<Advice[]> {
  const kernel = new TextlintKernel();
  const found: Advice[] = [];
  for (const { file, language, text, textLine } of entries) {
    if (language !== 'ja' || text === undefined) continue;
    const lines = contentOf(file).split('\n');
    // Lines of the fields are left empty, so that places in the text are places in the file.
    const body = lines.map((line, index) => (index + 1 < textLine ? '' : line)).join('\n');
    const plugins = [{ pluginId: 'markdown', plugin: markdown }];
    const { messages } = await kernel.lintText(body, { ext: '.md', filePath: file, plugins, rules: used });
    for (const { ruleId, message, loc } of messages) {
      const { finds, remedy } = rules[ruleId] as Rule;
      const { line, column } = loc.start;
      const excerpt = (lines[line - 1] ?? '').slice(Math.max(0, column - 1), column + 39);
      const [said = ''] = message.split('\n');
      found.push({
        file,
        line,
        column,
        field: 'body',
        message: { ja: `${(finds.ja ?? said).replace(/。$/, '')}（${ruleId}）。`, en: finds.en },
        remedy,
        excerpt,
      });
    }
  }
  return found;
}
