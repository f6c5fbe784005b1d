/** What the form of a block asks for, and how the answers are written into a text. */
import type { Attribute, Block } from '../../../src/model/blocks.ts';
import type { WrittenBlock } from './written.ts';

/** The blocks of the model, by name; the functions below know no block of their own. */
export type Declarations = Readonly<Record<string, Block>>;

/** A block as a form holds it. */
export interface BlockValues {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its tags, in Markdown; for a block of blocks, nothing. */
  readonly words: string;
  readonly parts: readonly BlockValues[];
  /** The block of the text from which these values come. */
  readonly written?: WrittenBlock;
}

/** A change of a text, at places of its source. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

function declared(blocks: Declarations, name: string): Block {
  const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  if (!block) throw new Error(`The model declares no block '${name}'.`);
  return block;
}

/** True where the form lists the blocks inside one by one; text that strayed among them can only be shown as it is. */
export function listsParts({ holds }: Block, written?: WrittenBlock): boolean {
  return typeof holds === 'object' && !written?.mixed && (written?.children.every(({ name }) => name === holds.only) ?? true);
}

/** The values of an empty form, the given words between the tags. */
export function emptyValues(blocks: Declarations, name: string, words = ''): BlockValues {
  const { holds } = declared(blocks, name);
  const parts = typeof holds === 'object' ? [emptyValues(blocks, holds.only)] : [];
  return { name, attributes: {}, words: holds === 'phrase' || holds === 'text' ? words : '', parts };
}

/** The values of a block of a text. */
export function valuesOf(blocks: Declarations, source: string, written: WrittenBlock): BlockValues {
  const block = declared(blocks, written.name);
  const attributes: Record<string, string> = {};
  for (const { name, value } of written.attributes) {
    if (value !== undefined && Object.hasOwn(block.attributes, name)) attributes[name] = value;
  }
  const parts = listsParts(block, written) ? written.children.map((child) => valuesOf(blocks, source, child)) : [];
  const words = listsParts(block, written) ? '' : (wordsInside(source, written)?.words ?? '');
  return { name: written.name, attributes, words, parts, written };
}

/** A new block as it is written. */
export function writeBlock(blocks: Declarations, { name, attributes, words, parts }: BlockValues): string {
  const block = declared(blocks, name);
  const given = Object.entries(block.attributes as Record<string, Attribute>).flatMap(([key, { optional }]) => {
    const value = attributes[key] ?? '';
    return value === '' && optional ? [] : [` ${writeAttribute(key, value, block)}`];
  });
  const tag = `<${name}${given.join('')}`;
  if (block.holds === 'nothing') return `${tag} />`;
  if (block.holds === 'phrase') return `${tag}>${asPhrase(words)}</${name}>`;
  const inside = typeof block.holds === 'object' ? parts.map((part) => writeBlock(blocks, part)).join('\n\n') : words;
  return `${tag}>\n\n${inside.trim()}\n\n</${name}>`;
}

/**
 * The changes by which a block of a text takes the values of its form. What the form did not change keeps its bytes,
 * unknown attributes and white space included.
 */
export function amendBlock(blocks: Declarations, source: string, before: BlockValues, after: BlockValues): Change[] {
  const { written } = before;
  if (!written) throw new Error('Only a block of a text can be amended.');
  const block = declared(blocks, written.name);
  const changes = amendAttributes(block, source, written, before.attributes, after.attributes);
  if (listsParts(block, written)) {
    return [...changes, ...amendParts(blocks, source, written, before.parts, after.parts)];
  }
  if (before.words === after.words) return changes;
  return [...changes, ...amendWords(block, source, written, after.words)];
}

function amendAttributes(
  block: Block,
  source: string,
  written: WrittenBlock,
  before: BlockValues['attributes'],
  after: BlockValues['attributes'],
): Change[] {
  const changes: Change[] = [];
  let added = '';
  for (const [key, { optional }] of Object.entries(block.attributes as Record<string, Attribute>)) {
    const value = after[key] ?? '';
    if (value === (before[key] ?? '')) continue;
    const old = written.attributes.find(({ name }) => name === key);
    if (!old) added += ` ${writeAttribute(key, value, block)}`;
    else if (value === '' && optional) {
      const from = written.nameTo + source.slice(written.nameTo, old.from).trimEnd().length;
      changes.push({ from, to: old.to, insert: '' });
    } else changes.push({ from: old.from, to: old.to, insert: writeAttribute(key, value, block) });
  }
  const end = written.attributes.at(-1)?.to ?? written.nameTo;
  if (added) changes.push({ from: end, to: end, insert: added });
  return changes;
}

function amendWords(block: Block, source: string, written: WrittenBlock, words: string): Change[] {
  const given = block.holds === 'phrase' ? asPhrase(words) : words.trim();
  const inside = wordsInside(source, written);
  if (!inside) {
    // `<Callout … />` becomes a pair of tags.
    const from = wordsOfTagTo(source, written);
    const content = block.holds === 'phrase' ? given : `\n\n${given}\n\n`;
    return [{ from, to: written.tagTo, insert: `>${content}</${written.name}>` }];
  }
  if (inside.from === inside.to && block.holds !== 'phrase') {
    return [{ from: written.tagTo, to: written.inside?.to ?? inside.to, insert: `\n\n${given}\n\n` }];
  }
  const lines = given
    .split('\n')
    .map((line, index) => (index === 0 ? line : line === '' ? inside.indent.trimEnd() : inside.indent + line));
  return [{ from: inside.from, to: inside.to, insert: lines.join('\n') }];
}

function amendParts(
  blocks: Declarations,
  source: string,
  written: WrittenBlock,
  before: readonly BlockValues[],
  after: readonly BlockValues[],
): Change[] {
  const kept =
    after.length === before.length && after.every((part, index) => part.written && part.written === before[index]?.written);
  if (kept) return after.flatMap((part, index) => amendBlock(blocks, source, before[index] as BlockValues, part));
  const texts = after.map((part) => {
    const old = before.find((candidate) => part.written && candidate.written === part.written);
    if (!old?.written) return writeBlock(blocks, part);
    const { from, to } = old.written;
    return withChanges(source.slice(from, to), amendBlock(blocks, source, old, part), from);
  });
  const joined = texts.join('\n\n');
  const [first, last] = [written.children[0], written.children.at(-1)];
  if (first && last && joined !== '') return [{ from: first.from, to: last.to, insert: joined }];
  const { tagTo, inside, name } = written;
  if (inside) return [{ from: inside.from, to: inside.to, insert: `\n\n${joined}\n\n` }];
  return [{ from: wordsOfTagTo(source, written), to: tagTo, insert: `>\n\n${joined}\n\n</${name}>` }];
}

/** Where the name and the attributes of a tag without content end: before its `/>` and the space in front of that. */
function wordsOfTagTo(source: string, { nameTo, tagTo }: WrittenBlock): number {
  const tag = source.slice(nameTo, tagTo);
  return nameTo + tag.slice(0, tag.lastIndexOf('/')).trimEnd().length;
}

/** A text with changes made, whose places count from `origin`. */
export function withChanges(source: string, changes: readonly Change[], origin = 0): string {
  let text = source;
  for (const { from, to, insert } of [...changes].sort((a, b) => b.from - a.from || b.to - a.to)) {
    text = text.slice(0, from - origin) + insert + text.slice(to - origin);
  }
  return text;
}

/** The words between the tags without the white space around them, and without the indentation that all lines share. */
function wordsInside(
  source: string,
  { inside }: WrittenBlock,
): { from: number; to: number; words: string; indent: string } | undefined {
  if (!inside) return undefined;
  const written = source.slice(inside.from, inside.to);
  const words = written.trim();
  const from = inside.from + (words === '' ? 0 : written.indexOf(words));
  const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
  // Within a list or a quotation each line begins with the marks of that.
  const indent = /^[\s>]*$/.test(line) ? line : '';
  const lines = words.split('\n');
  const alike = lines.slice(1).every((other) => other.trim() === '' || other.startsWith(indent));
  if (
    indent === '' ||
    !alike ||
    lines.slice(1).some((other) => other.trim() === '' && other !== '' && other !== indent.trimEnd())
  ) {
    return { from, to: from + words.length, words, indent: '' };
  }
  const bare = lines.map((other, index) => (index === 0 ? other : other.startsWith(indent) ? other.slice(indent.length) : ''));
  return { from, to: from + words.length, words: bare.join('\n'), indent };
}

/** A phrase stays within one paragraph. */
function asPhrase(words: string): string {
  return words.trim().replace(/(?<!\s)\s*\n\s*/g, '\n');
}

/** An attribute as MDX reads it back: what would end the string, begin a character reference or break the line is escaped. */
export function writeAttribute(name: string, value: string, { inline }: Pick<Block, 'inline'> = {}): string {
  const escaped = value
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
    // A block within a line may stand in a table, whose bars come first.
    .replaceAll('|', inline ? '&#124;' : '|');
  return `${name}="${escaped}"`;
}
