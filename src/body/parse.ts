/** MDX source to a Markdown tree: GFM and MDX syntax, with emphasis and links that work beside Japanese. */
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import type { Nodes, Parent, Root, Text } from 'mdast';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { blockOf } from '../model/blocks.ts';

const parser = unified()
  .use(remarkParse)
  .use(gfmWithoutBareLinks)
  // CommonMark alone prints the asterisks of これは**「強調」**です.
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkMdx)
  .freeze();

/**
 * The tree of an MDX text. Bare URLs are links that end at the first Japanese character.
 * Throws a VFileMessage, with line and column, where the MDX syntax is broken.
 */
export function parse(source: string): Root {
  const tree = parser.parse(source);
  mend(tree);
  return tree;
}

/**
 * Tables, footnotes and strikethrough; a task list would be a form that no reader can use. GFM's own bare links are left out: they take everything up to the
 * next space, Japanese and its emphasis included, and find none that follows a Japanese character.
 */
function gfmWithoutBareLinks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown());
}

function mend(parent: Parent, inLink = false): void {
  parent.children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return inLink ? [child] : linkBareUrls(child);
    const mended = child.type === 'paragraph' ? (standAlone(child.children) ?? child) : child;
    // A link within a link would end it.
    if ('children' in mended) mend(mended, inLink || mended.type === 'link' || mended.type === 'linkReference');
    return [mended];
  }) as Parent['children'];
}

const bareUrl = /(?<![A-Za-z0-9])https?:\/\/[A-Za-z0-9][\x21-\x7e]*/g;

function linkBareUrls(text: Text): Nodes[] {
  const nodes: Nodes[] = [];
  let end = 0;
  for (const match of text.value.matchAll(bareUrl)) {
    const url = withoutEnd(match[0]);
    nodes.push({ type: 'text', value: text.value.slice(end, match.index) });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }], position: text.position });
    end = match.index + url.length;
  }
  if (end === 0) return [text];
  return [...nodes, { type: 'text', value: text.value.slice(end) }];
}

/** A bare URL without the punctuation of its sentence; a bracket that it opens itself is its own. */
function withoutEnd(written: string): string {
  let end = written.length;
  let unopened = (written.match(/\)/g)?.length ?? 0) - (written.match(/\(/g)?.length ?? 0);
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,:;!?'"\]]/.test(last)) break;
  }
  return written.slice(0, end);
}

/** A block written on one line, `<PullQuote>…</PullQuote>`, is a paragraph to MDX; here it stands on its own. */
function standAlone(children: readonly Nodes[]): Nodes | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'mdxJsxTextElement') return undefined;
  const block = blockOf(only.name);
  if (!block || block.inline) return undefined;
  return { ...only, type: 'mdxJsxFlowElement', children: paragraphOf(only) } as Nodes;
}

function paragraphOf({ children, position }: MdxJsxTextElement): Nodes[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children, position } as Nodes];
}
