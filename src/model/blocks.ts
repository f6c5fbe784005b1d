/**
 * The blocks that a text may hold beside Markdown. Attributes are flat strings, so that a form can ask for each and the
 * guard can check each; how a block looks is said once, in `src/body/markup.ts`.
 */
import { chartTitles } from '../charts/titles.ts';
import type { Words } from '../i18n/languages.ts';

export interface Attribute {
  readonly label: Words;
  readonly optional?: true;
  /** What the value must be; a plain phrase unless told. */
  readonly holds?: 'picture' | 'event' | 'date';
  readonly options?: Readonly<Record<string, Words>>;
  /** The option that it stands for where it is left out. */
  readonly unset?: string;
}

export interface Block {
  readonly label: Words;
  /** When an editor would choose it. */
  readonly hint: Words;
  /** What stands between its tags: nothing, words within a line, paragraphs, or blocks of the named kind alone. */
  readonly holds: 'nothing' | 'phrase' | 'text' | { readonly only: string };
  /** True where it stands within a line; other blocks stand on their own. */
  readonly inline?: true;
  /** The block outside of which it means nothing. */
  readonly within?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const caption: Attribute = { label: { ja: '説明文', en: 'Caption' }, optional: true };

export const blocks = {
  Figure: {
    label: { ja: '図版', en: 'Figure' },
    hint: { ja: '画像に説明文とクレジットを付けます。', en: 'A picture with its caption and credit.' },
    holds: 'nothing',
    attributes: {
      src: { label: { ja: '画像ファイル', en: 'Picture file' }, holds: 'picture' },
      alt: { label: { ja: '代替テキスト', en: 'Alt text' } },
      caption,
      credit: { label: { ja: 'クレジット', en: 'Credit' }, optional: true },
    },
  },
  Gallery: {
    label: { ja: '組写真', en: 'Gallery' },
    hint: { ja: '二点以上の図版を並べます。', en: 'Two or more figures side by side.' },
    holds: { only: 'Figure' },
    attributes: { caption },
  },
  Callout: {
    label: { ja: '囲み', en: 'Callout' },
    hint: { ja: '補足や、読者に気を付けてほしいこと。', en: 'An aside, or something that the reader should notice.' },
    holds: 'text',
    attributes: {
      title: { label: { ja: '見出し', en: 'Heading' } },
      kind: {
        label: { ja: '種類', en: 'Kind' },
        optional: true,
        options: { note: { ja: '補足', en: 'Note' }, important: { ja: '重要', en: 'Important' } },
        unset: 'note',
      },
    },
  },
  PullQuote: {
    label: { ja: '引き立て文', en: 'Pull quote' },
    hint: { ja: '本文から一文を抜き出して大きく見せます。', en: 'One sentence of the text, set large.' },
    holds: 'phrase',
    attributes: {},
  },
  FactBox: {
    label: { ja: 'データ欄', en: 'Fact box' },
    hint: { ja: '数字や要点をまとめ、出典を添えます。', en: 'Figures or points together, with their source.' },
    holds: 'text',
    attributes: {
      title: { label: { ja: '見出し', en: 'Heading' } },
      source: { label: { ja: '出典', en: 'Source' }, optional: true },
    },
  },
  Ruby: {
    label: { ja: 'ふりがな', en: 'Ruby' },
    hint: { ja: '漢字に読みを付けます。', en: 'The reading above a word.' },
    holds: 'phrase',
    inline: true,
    attributes: { rt: { label: { ja: 'よみ', en: 'Reading' } } },
  },
  EventCard: {
    label: { ja: '行事の札', en: 'Event card' },
    hint: { ja: '登録済みの行事への案内。', en: 'A pointer to an event of the register.' },
    holds: 'nothing',
    attributes: { event: { label: { ja: '行事', en: 'Event' }, holds: 'event' } },
  },
  Chart: {
    label: { ja: '図表', en: 'Chart' },
    hint: { ja: '登録した記録を数えて描く図と表。', en: 'A drawing and a table, counted from the register.' },
    holds: 'nothing',
    attributes: { of: { label: { ja: '何の図表か', en: 'What it shows' }, options: chartTitles }, caption },
  },
  Timeline: {
    label: { ja: '年表', en: 'Timeline' },
    hint: { ja: '日付の順に並べたできごと。', en: 'Moments in the order of their dates.' },
    holds: { only: 'Moment' },
    attributes: { title: { label: { ja: '見出し', en: 'Heading' } } },
  },
  Moment: {
    label: { ja: '年表の一項', en: 'Moment' },
    hint: { ja: '年表の一行。', en: 'One line of a timeline.' },
    holds: 'text',
    within: 'Timeline',
    attributes: { date: { label: { ja: '日付', en: 'Date' }, holds: 'date' } },
  },
} as const satisfies Record<string, Block>;

export type BlockName = keyof typeof blocks;

/** The block of that name, or undefined where the model declares none. */
export function blockOf(name: string | null): Block | undefined {
  return name !== null && Object.hasOwn(blocks, name) ? blocks[name as BlockName] : undefined;
}
