/** Two languages of one text side by side: their blocks, and which of them belong together. */
import type { Insert } from './markup.ts';

/** A block that stands by itself in a text: a paragraph, a heading, a table, a figure. */
export interface Block {
  /** Its element, with the class of those that have one: `p`, `h2`, `div.table`. */
  readonly kind: string;
  readonly parts: readonly (string | Insert)[];
  /** Letters of its words. */
  readonly length: number;
}

/** Blocks that say the same; one is missing where a language has nothing that corresponds. */
export type Pair = readonly [Block | undefined, Block | undefined];

const tag = /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g;
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source']);

/** The blocks of a rendered text, in order; joined, they hold all of it. */
export function blocksOf(parts: readonly (string | Insert)[]): Block[] {
  const blocks: { kind: string; parts: (string | Insert)[]; length: number }[] = [];
  let depth = 0;
  const add = (piece: string | Insert, opening?: string) => {
    if (piece === '' || (depth === 0 && typeof piece === 'string' && piece.trim() === '')) return;
    // An insert on the top level is a block of its own.
    if (opening !== undefined || depth === 0) blocks.push({ kind: opening ?? 'insert', parts: [], length: 0 });
    const block = blocks.at(-1);
    block?.parts.push(piece);
    if (block && typeof piece === 'string') block.length += piece.replace(tag, '').length;
  };
  for (const part of parts) {
    if (typeof part !== 'string') {
      add(part);
      continue;
    }
    let from = 0;
    let opening: string | undefined;
    for (const { 0: written, 1: closing, 2: name = '', 3: attributes = '', index } of part.matchAll(tag)) {
      if (empty.has(name)) continue;
      if (closing) {
        if (depth === 1) {
          const end = index + written.length;
          add(part.slice(from, end), opening);
          from = end;
          opening = undefined;
        }
        depth -= 1;
      } else {
        if (depth === 0) {
          const [, own] = /class="([a-z-]+)/.exec(attributes) ?? [];
          opening = own ? `${name}.${own}` : name;
          from = index;
        }
        depth += 1;
      }
    }
    if (from < part.length) add(part.slice(from), opening);
  }
  return blocks;
}

/** What it costs that a block has no counterpart; more than that two of a kind differ in length. */
const alone = 1;

/** What it costs to pair two blocks; never where their kinds differ, since their structure is all that is compared. */
function distance(one: Block, other: Block, ratio: number): number {
  if (one.kind !== other.kind) return Infinity;
  const expected = one.length * ratio;
  return Math.min(alone, Math.abs(Math.log((other.length + 20) / (expected + 20))) / 2);
}

/**
 * The blocks of both in pairs, the order of each kept: the pairing of least cost, of those of one kind and of lengths that
 * correspond. Source of the method: Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora".
 */
export function align(left: readonly Block[], right: readonly Block[]): Pair[] {
  const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { length }) => sum + length, 1);
  const ratio = lengthOf(right) / lengthOf(left);
  // costs[i][j]: the least for what follows the first i of the left and the first j of the right.
  const costs = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const cost = (i: number, j: number) => costs[i]?.[j] ?? Infinity;
  const ways = (i: number, j: number) => {
    const [one, other] = [left[i], right[j]];
    return {
      both: one && other ? distance(one, other, ratio) + cost(i + 1, j + 1) : Infinity,
      leftAlone: one ? alone + cost(i + 1, j) : Infinity,
      rightAlone: other ? alone + cost(i, j + 1) : Infinity,
    };
  };
  for (let i = left.length; i >= 0; i--) {
    for (let j = right.length; j >= 0; j--) {
      const row = costs[i];
      if (row && (i < left.length || j < right.length)) row[j] = Math.min(...Object.values(ways(i, j)));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const { both, leftAlone, rightAlone } = ways(i, j);
    if (both <= leftAlone && both <= rightAlone) pairs.push([left[i++], right[j++]]);
    else if (leftAlone <= rightAlone) pairs.push([left[i++], undefined]);
    else pairs.push([undefined, right[j++]]);
  }
  return pairs;
}

/** The block with its anchors, and its links to them, begun with a prefix: two texts of one page share no anchor. */
export function withPrefix({ parts, ...block }: Block, prefix: string): Block {
  const prefixed = (html: string) =>
    html
      .replace(/(<[^>]*\s)id="/g, `$1id="${prefix}`)
      .replace(/(<[^>]*\s)href="#/g, `$1href="#${prefix}`)
      .replace(/(<[^>]*\saria-(?:describedby|labelledby))="/g, `$1="${prefix}`);
  return { ...block, parts: parts.map((part) => (typeof part === 'string' ? prefixed(part) : part)) };
}
