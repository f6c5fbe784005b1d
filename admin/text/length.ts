/** How long a text is to its reader: characters in Japanese, words in English, without Markdown and the names of blocks. */
import type { Nodes, Root } from 'mdast';
import type { Language } from '../../src/i18n/languages.ts';

/** White space and what only joins to the character before it are none to a reader. */
const uncounted = /[\s\p{M}]/gu;

/** Counts words as they are read; the same text in another language is counted by another measure. */
export function lengthOf(words: string, language: Language): number {
  if (language === 'ja') return [...words.replace(uncounted, '')].length;
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The words of a parsed text, a line for each paragraph, cell and heading. */
export function wordsIn(tree: Root): string {
  return wordsOf(tree);
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'code') return `${node.value}\n`;
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf).join('');
  const within = ['emphasis', 'strong', 'delete', 'link', 'linkReference', 'mdxJsxTextElement'].includes(node.type);
  return within ? words : `${words}\n`;
}

/** Roughly the same of a source that cannot be parsed, as most cannot for a moment while a tag is written. */
export function wordsInSource(source: string): string {
  return source
    .replace(/<\/?[A-Za-z][^<>\n]*>?/g, '')
    .replace(/!\[[^[\]]*\]\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/\[\^[^[\]\s]+\]:?/g, '')
    .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, ']')
    .replace(/^[ \t>]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/^[\s|:-]+$/gm, '')
    .replace(/\|/g, ' ')
    .replace(/[*[\]`]|~~/g, '');
}
