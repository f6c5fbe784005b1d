/** The language of a text for the editor's eyes: Markdown, tables, footnotes and the tags of blocks, and their colours. */
import { defineLanguageFacet, HighlightStyle, Language, LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { styleTags, Tag, tags } from '@lezer/highlight';
import { parser, Table, type Element, type MarkdownConfig } from '@lezer/markdown';
import { japaneseEmphasis } from './emphasis.ts';
import { tagAt } from './tags.ts';

const footnotes = {
  defineNodes: [{ name: 'FootnoteMark', style: tags.annotation }],
  parseInline: [
    {
      name: 'FootnoteMark',
      before: 'Link',
      parse(cx, next, from) {
        if (next !== 91 || cx.char(from + 1) !== 94) return -1;
        const mark = /^\[\^[^\]\s]+\]/.exec(cx.slice(from, Math.min(cx.end, from + 60)));
        return mark ? cx.addElement(cx.elt('FootnoteMark', from, from + mark[0].length)) : -1;
      },
    },
  ],
} satisfies MarkdownConfig;

const blockTags = {
  defineNodes: [
    { name: 'BlockTag', style: tags.angleBracket },
    { name: 'BlockName', style: tags.tagName },
    { name: 'BlockAttribute', style: tags.attributeName },
    { name: 'BlockValue', style: tags.attributeValue },
  ],
  parseInline: [
    {
      name: 'BlockTag',
      before: 'Entity',
      parse(cx, next, from) {
        if (next !== 60) return -1;
        const tag = tagAt(cx.slice(from, cx.end), 0);
        if (!tag) return -1;
        const parts: Element[] = [cx.elt('BlockName', from + tag.nameTo - tag.name.length, from + tag.nameTo)];
        for (const { name, from: start, value } of tag.attributes) {
          parts.push(cx.elt('BlockAttribute', from + start, from + start + name.length));
          if (value) parts.push(cx.elt('BlockValue', from + value.from, from + value.to));
        }
        return cx.addElement(cx.elt('BlockTag', from, from + tag.to, parts));
      },
    },
  ],
} satisfies MarkdownConfig;

/** Of even width, so that the bars of a table can stand below one another. */
const tableText = Tag.define('tableText');

const rules = {
  props: [styleTags({ 'TableHeader/... TableRow/... TableDelimiter': tableText })],
  // MDX has no HTML, no code by indentation and no <https://…>; references to links are nothing that editors write.
  remove: ['HTMLBlock', 'HTMLTag', 'IndentedCode', 'Autolink', 'LinkReference'],
} satisfies MarkdownConfig;

const markdown = new Language(
  defineLanguageFacet(),
  parser.configure([rules, Table, japaneseEmphasis, footnotes, blockTags]),
  [],
  'mdx',
);

/** Class names, so that every colour is a token of the stylesheet. */
const colours = HighlightStyle.define([
  { tag: [tags.heading1, tags.heading2], class: 'tx-heading-2' },
  { tag: tags.heading3, class: 'tx-heading-3' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], class: 'tx-heading-4' },
  { tag: tableText, class: 'tx-table' },
  { tag: tags.strong, class: 'tx-strong' },
  { tag: tags.emphasis, class: 'tx-emphasis' },
  { tag: tags.strikethrough, class: 'tx-deleted' },
  { tag: tags.quote, class: 'tx-quote' },
  { tag: tags.monospace, class: 'tx-code' },
  { tag: tags.link, class: 'tx-link' },
  { tag: tags.url, class: 'tx-url' },
  { tag: tags.annotation, class: 'tx-footnote' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.escape], class: 'tx-mark' },
  { tag: tags.angleBracket, class: 'tx-tag' },
  { tag: tags.tagName, class: 'tx-tag-name' },
  { tag: tags.attributeName, class: 'tx-attribute' },
  { tag: tags.attributeValue, class: 'tx-value' },
]);

export function markdownLanguage(): Extension {
  return [new LanguageSupport(markdown), syntaxHighlighting(colours)];
}
