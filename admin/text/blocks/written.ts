/** A block as it stands in a text: places in the source, so that a form can change it and leave the rest alone. */
import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { parse } from '../../../src/body/parse.ts';
import { tagAt } from '../tags.ts';

export interface WrittenAttribute {
  readonly name: string;
  /** Its value, characters that were escaped read back; undefined for anything but a plain string. */
  readonly value: string | undefined;
  readonly from: number;
  readonly to: number;
}

export interface WrittenBlock {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Where its opening tag, or its only one, ends. */
  readonly tagTo: number;
  readonly nameTo: number;
  readonly attributes: readonly WrittenAttribute[];
  /** What stands between its tags; undefined where it has one tag alone. */
  readonly inside: { readonly from: number; readonly to: number } | undefined;
  /** The blocks right inside it. */
  readonly children: readonly WrittenBlock[];
  /** True where something else than blocks stands right inside it. */
  readonly mixed: boolean;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * The innermost block around a place of a text, or undefined where there is none.
 * Throws a VFileMessage, with line and column, where the MDX syntax of the text is broken.
 */
export function blockAt(source: string, at: number): WrittenBlock | undefined {
  // The parser does not count a byte order mark.
  const shift = source.startsWith('\ufeff') ? 1 : 0;
  const around = innermost(parse(source), at - shift);
  return around && written(source, around, shift);
}

function isBlock(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function innermost(node: Nodes, at: number): Jsx | undefined {
  if (!('children' in node)) return undefined;
  // A place between two blocks that touch belongs to the one that begins there.
  for (const child of [...node.children].reverse() as Nodes[]) {
    if (at < start(child) || at > end(child)) continue;
    const found = innermost(child, at) ?? (isBlock(child) ? child : undefined);
    if (found) return found;
  }
  return undefined;
}

function start(node: { position?: Nodes['position'] }): number {
  return node.position?.start.offset ?? 0;
}

function end(node: { position?: Nodes['position'] }): number {
  return node.position?.end.offset ?? 0;
}

function written(source: string, node: Jsx, shift: number): WrittenBlock | undefined {
  const from = start(node) + shift;
  const to = end(node) + shift;
  const tag = tagAt(source, from);
  if (!tag || !node.name) return undefined;
  const closing = tag.kind === 'opening' ? source.lastIndexOf('</', to) : -1;
  const content = (node.children as Nodes[]).flatMap((child) =>
    child.type === 'paragraph' && child.children.every((words) => isBlock(words) || isBlank(words)) ? child.children : [child],
  );
  return {
    name: node.name,
    from,
    to,
    tagTo: tag.to,
    nameTo: tag.nameTo,
    attributes: tag.attributes.map(({ name, from: attributeFrom, to: attributeTo }, index) => {
      const read = node.attributes[index];
      const value = read?.type === 'mdxJsxAttribute' && typeof read.value === 'string' ? read.value : undefined;
      return { name, value, from: attributeFrom, to: attributeTo };
    }),
    inside: closing < 0 ? undefined : { from: tag.to, to: closing },
    children: content.flatMap((child) => (isBlock(child) ? (written(source, child, shift) ?? []) : [])),
    mixed: content.some((child) => !isBlock(child) && !isBlank(child)),
  };
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
