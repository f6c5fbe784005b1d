/** An example of each block as an editor writes it, for the style guide. */
import type { Words } from '../i18n/languages.ts';
import type { BlockName } from '../model/blocks.ts';

/** What an example points at: a picture beside an entry, and an event of the register. */
interface Given {
  readonly picture: string;
  readonly event: string;
}

/** The source of the example of each block in each language; a moment is shown in its timeline. */
export const samples: Readonly<Record<Exclude<BlockName, 'Moment'>, (given: Given) => Words>> = {
  Figure: ({ picture }) => ({
    ja: `<Figure src="${picture}" alt="図版の見本" caption="図版には説明文とクレジットを添えます。" credit="編集部作成" />`,
    en: `<Figure src="${picture}" alt="An example of a figure" caption="A figure has a caption and a credit." credit="Drawn by the editors" />`,
  }),
  Gallery: ({ picture }) => ({
    ja: `<Gallery caption="二点以上を並べます。">\n\n<Figure src="${picture}" alt="一点目" caption="一点目" />\n\n<Figure src="${picture}" alt="二点目" caption="二点目" />\n\n</Gallery>`,
    en: `<Gallery caption="Two or more stand side by side.">\n\n<Figure src="${picture}" alt="The first" caption="The first" />\n\n<Figure src="${picture}" alt="The second" caption="The second" />\n\n</Gallery>`,
  }),
  Callout: () => ({
    ja: '<Callout title="補足">\n\n本文の流れから外れる説明を入れます。\n\n</Callout>\n\n<Callout title="重要" kind="important">\n\n読者に必ず伝えたいことを入れます。\n\n</Callout>',
    en: '<Callout title="Note">\n\nAn aside from the course of the text.\n\n</Callout>\n\n<Callout title="Important" kind="important">\n\nWhat every reader should notice.\n\n</Callout>',
  }),
  PullQuote: () => ({
    ja: '<PullQuote>\n\n本文から一文を抜き出して、大きく見せます。\n\n</PullQuote>',
    en: '<PullQuote>\n\nOne sentence of the text, set large.\n\n</PullQuote>',
  }),
  FactBox: () => ({
    ja: '<FactBox title="要点" source="出典をここに記します。">\n\n- 数字や要点をまとめます。\n- 出典を必ず添えます。\n\n</FactBox>',
    en: '<FactBox title="In brief" source="The source stands here.">\n\n- Figures or points together.\n- Always with their source.\n\n</FactBox>',
  }),
  Ruby: () => ({
    ja: '読みにくい語には、<Ruby rt="ほうさく">方策</Ruby>のようにふりがなを付けます。',
    en: 'A reading stands above a word, as in <Ruby rt="Kōya-san">高野山</Ruby>.',
  }),
  EventCard: ({ event }) => ({ ja: `<EventCard event="${event}" />`, en: `<EventCard event="${event}" />` }),
  Chart: () => ({
    ja: '<Chart of="events-by-year" caption="登録簿から数えて描きます。" />',
    en: '<Chart of="events-by-year" caption="Counted from the register." />',
  }),
  Timeline: () => ({
    ja: '<Timeline title="年表">\n\n<Moment date="2006-08-01">\n\n一つ目のできごと。\n\n</Moment>\n\n<Moment date="2014-12">\n\n月までしか分からないできごと。\n\n</Moment>\n\n</Timeline>',
    en: '<Timeline title="Timeline">\n\n<Moment date="2006-08-01">\n\nThe first moment.\n\n</Moment>\n\n<Moment date="2014-12">\n\nA moment of which the month alone is known.\n\n</Moment>\n\n</Timeline>',
  }),
};
