/**
 * How each block looks, as plain functions to HTML. What depends on other entries or on how pictures are served is left
 * as an insert: the site, the feeds and the previews each put their own in its place.
 */
import type { ElementContent, Properties } from 'hast';
import type { ChartName } from '../charts/titles.ts';
import { formatDate } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import type { BlockName } from '../model/blocks.ts';

/** A place in a text where something stands that the text alone does not hold. */
export type Insert =
  | { readonly picture: { readonly file: string; readonly alt: string } }
  | { readonly event: { readonly slug: string } }
  | { readonly chart: { readonly of: ChartName; readonly caption: string } };

export interface Setting {
  readonly language: Language;
  /** Leaves an insert and gives the node that marks its place. */
  insert(insert: Insert): ElementContent;
}

declare module 'hast' {
  interface TextData {
    /** True for the words of a block's attribute, which are not part of the text's own prose. */
    isAttribute?: true;
  }
}

type Attributes = Readonly<Record<string, string>>;
type Markup = (attributes: Attributes, children: ElementContent[], setting: Setting) => ElementContent;

export const markup: Readonly<Record<BlockName, Markup>> = {
  Figure: ({ src = '', alt = '', caption, credit }, _children, setting) =>
    h('figure', {}, [
      setting.insert({ picture: { file: src, alt } }),
      ...(caption || credit
        ? [
            h('figcaption', {}, [
              ...(caption ? [text(caption)] : []),
              ...(credit ? [text(' '), h('span', { className: ['credit'] }, [text(credit)])] : []),
            ]),
          ]
        : []),
    ]),

  Gallery: ({ caption }, children) =>
    h('figure', { className: ['gallery'] }, [
      h('div', { className: ['gallery-pictures'] }, children),
      ...(caption ? [h('figcaption', {}, [text(caption)])] : []),
    ]),

  // A note within the text, not a landmark beside it: a text may have several.
  Callout: ({ title = '', kind = 'note' }, children) =>
    h('div', { className: ['callout'], role: 'note', dataKind: kind }, [
      h('p', { className: ['callout-title'] }, [text(title)]),
      ...children,
    ]),

  // The words stand in the text already: hearing them twice helps nobody.
  PullQuote: (_attributes, children) => h('p', { className: ['pull-quote'], ariaHidden: 'true' }, unwrap(children)),

  FactBox: ({ title = '', source }, children) =>
    h('div', { className: ['fact-box'] }, [
      h('p', { className: ['fact-box-title'] }, [text(title)]),
      ...children,
      ...(source ? [h('p', { className: ['fact-box-source'] }, [text(source)])] : []),
    ]),

  Ruby: ({ rt = '' }, children) =>
    h('ruby', {}, [...unwrap(children), h('rp', {}, [text('（')]), h('rt', {}, [text(rt)]), h('rp', {}, [text('）')])]),

  EventCard: ({ event = '' }, _children, setting) => setting.insert({ event: { slug: event } }),

  // The guard has let only names of charts pass.
  Chart: ({ of = '', caption = '' }, _children, setting) => setting.insert({ chart: { of: of as ChartName, caption } }),

  Timeline: ({ title = '' }, children) =>
    h('figure', { className: ['timeline'] }, [h('figcaption', {}, [text(title)]), h('ol', {}, children)]),

  Moment: ({ date = '' }, children, { language }) =>
    h('li', {}, [h('time', { dateTime: date }, [text(formatDate(date, language))]), h('div', {}, children)]),
};

/** A line of text inside a block may arrive as a paragraph: where a phrase is wanted, its paragraph is taken off. */
function unwrap(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));
}

function h(tagName: string, properties: Properties, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value, data: { isAttribute: true } };
}
