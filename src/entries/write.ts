/**
 * How an entry is saved. A file that exists is changed only where its values changed: every other byte, comments and
 * spacing included, stays. A new file has its keys in the model's order, dates between quotation marks and no folded lines.
 */
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { contentTypes, type TypeName } from '../model/content-types.ts';
import type { Fields } from '../model/fields.ts';
import { splitFrontMatter } from './document.ts';

/** Values as forms give them; `body` is the text. */
export type Values = Readonly<Record<string, unknown>>;

/** An MDX file's values, its text under `body`. Undefined where it has no front matter or the YAML is broken. */
export function readValues(content: string): Values | undefined {
  const split = splitFrontMatter(content);
  const values = split && valuesOf(split.yaml);
  return values && split && { ...values, body: shownText(split.text) };
}

/** The languages' maps of a YAML file. Undefined where the YAML is broken. */
export function readMaps(content: string): Values | undefined {
  return valuesOf(content);
}

/** What a file holds, read as its name says: an MDX file's values, a YAML file's maps. Undefined where it cannot be read. */
export function readByName(file: string, content: string): Values | undefined {
  return file.endsWith('.yaml') ? readMaps(content) : readValues(content);
}

/** An MDX file that holds the values, made from the file that stands there, if any. */
export function writeEntry(type: TypeName, original: string | undefined, { body, ...values }: Values): string {
  const { fields } = contentTypes[type];
  const text = typeof body === 'string' ? body : '';
  const split = original === undefined ? undefined : splitFrontMatter(original);
  if (original === undefined || !split) return `---\n${writeMap(undefined, values, fields)}---\n${savedText(text)}`;
  const head = original.slice(0, original.length - split.text.length);
  const [start, end] = [head.indexOf('\n') + 1, head.lastIndexOf('---')];
  const yaml = writeMap(head.slice(start, end), values, fields);
  return (
    head.slice(0, start) + yaml + head.slice(end) + (shownText(split.text) === text ? split.text : savedText(text, split.text))
  );
}

/** A YAML file that holds a map for each language, made from the file that stands there, if any. */
export function writeMaps(type: TypeName, original: string | undefined, maps: Values): string {
  const { fields } = contentTypes[type];
  const languages = Object.fromEntries(Object.keys(maps).map((language) => [language, { fields }]));
  return writeMap(original, maps, languages as unknown as Fields);
}

/** A text as it is edited: without the empty line above it and the line break that ends the file. */
function shownText(text: string): string {
  return text.replace(/^\r?\n/, '').replace(/\r?\n$/, '');
}

/** A text as it is saved: between the line breaks that stood around the one before, if there was one. */
function savedText(text: string, before = ''): string {
  if (text === '') return '';
  if (before === '') return `\n${text}\n`;
  return (/^\r?\n/.exec(before)?.[0] ?? '') + text + (/\r?\n$/.exec(before)?.[0] ?? '');
}

function valuesOf(yaml: string): Values | undefined {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  let values: unknown;
  try {
    values = document.toJS();
  } catch {
    // An alias of nothing, such as an unquoted *emphasis*, is no error of syntax.
    return undefined;
  }
  if (values === null) return {};
  return typeof values === 'object' && !Array.isArray(values) ? (values as Values) : undefined;
}

// -------------------------------------------------------------------------------------------------------- what is saved

/**
 * A value without what says nothing: nulls, empty strings, empty lists and groups, white space around a line, and a
 * `false` that is the same as leaving the key out.
 */
export function meaning(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const kept = value.map(meaning).filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const meant = meaning(inner);
    return meant === undefined ? [] : [[key, meant] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const [first, second] = [Object.entries(a), b as Record<string, unknown>];
  return first.length === Object.keys(b).length && first.every(([key, value]) => same(value, second[key]));
}

// ------------------------------------------------------------------------------------------------------------- new YAML

/** A scalar as YAML that every reader understands alike; quoted where YAML 1.1 would see a date, a number or a yes. */
function scalar(value: unknown, style: { quote?: 'single' | 'double' | undefined; inFlow?: boolean } = {}): string {
  if (typeof value !== 'string') return String(value);
  if (style.quote === 'single' && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  if (style.quote || /^[\d.:+-]+$/.test(value) || (style.inFlow && value.includes('\n'))) return JSON.stringify(value);
  const options = { lineWidth: 0, compat: 'yaml-1.1' } as const;
  if (!style.inFlow) {
    const written = stringify(value, options).trim();
    // A value that begins as the end of a document does ("...", "---") would be a block, whose place this does not know.
    return written.includes('\n') ? JSON.stringify(value) : written;
  }
  // Between brackets, so that commas and braces are minded.
  return stringify([value], { ...options, collectionStyle: 'flow', flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value, { inFlow: true });
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** The keys of a value in the model's order; those it does not know come last, as they came. */
function inOrder(value: object, fields: Fields | undefined): [string, unknown][] {
  const order = Object.keys(fields ?? {});
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b));
}

/** A key with its value, at an indentation of `column` spaces, without a final line break. */
function pair(key: string, value: unknown, fields: Fields | undefined, column: number): string {
  const field = fields?.[key];
  const pad = ' '.repeat(column);
  if (Array.isArray(value)) {
    if (!value.some((item) => typeof item === 'object')) return `${pad}${key}: ${flow(value)}`;
    return `${pad}${key}:\n${value.map((entry) => item(entry, field?.fields, column + 2)).join('\n')}`;
  }
  if (typeof value === 'object' && value !== null) {
    // A phrase in two languages reads well on one line, as long as it is one.
    const line = `${pad}${key}: ${flow(ordered(value, field?.fields))}`;
    if (field?.kind === 'phrase' && line.length <= 110) return line;
    return `${pad}${key}:\n${block(value, field?.fields, column + 2)}`;
  }
  if (typeof value === 'string' && value.includes('\n')) {
    const lines = value.split('\n').map((line) => (line === '' ? '' : `${pad}  ${line}`));
    return /^\s/.test(value) ? `${pad}${key}: ${JSON.stringify(value)}` : `${pad}${key}: |-\n${lines.join('\n')}`;
  }
  return `${pad}${key}: ${scalar(value)}`;
}

function ordered(value: object, fields: Fields | undefined): Values {
  return Object.fromEntries(inOrder(value, fields));
}

function block(value: object, fields: Fields | undefined, column: number): string {
  return inOrder(value, fields)
    .map(([key, inner]) => pair(key, inner, fields, column))
    .join('\n');
}

/** An item of a list, its dash at an indentation of `column` spaces. */
function item(value: unknown, fields: Fields | undefined, column: number): string {
  const pad = ' '.repeat(column);
  if (typeof value !== 'object' || value === null) return `${pad}- ${scalar(value)}`;
  return `${pad}- ${block(value, fields, column + 2).slice(column + 2)}`;
}

// -------------------------------------------------------------------------------------------------------- changed YAML

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A YAML map that holds the values: the one given, changed where it must be, or a new one. Ends with a line break. */
function writeMap(original: string | undefined, values: Values, fields: Fields): string {
  const wanted = (meaning(values) ?? {}) as Values;
  const anew = () => (Object.keys(wanted).length > 0 ? `${block(wanted, fields, 0)}\n` : '');
  if (original === undefined) return anew();
  const document = parseDocument(original, { schema: 'core', keepSourceTokens: true });
  if (document.errors.length > 0 || !isMap(document.contents)) return anew();
  const edits = new Patch(original).map(document.contents, wanted, fields);
  const text = edits ? applied(original, edits) : undefined;
  // What was changed is read back: a way of writing YAML that this does not know must not cost an editor a word.
  if (text !== undefined && same(meaning(valuesOf(text)), meaning(wanted))) return text;
  return [...commentsIn(original), anew()].join('\n');
}

function applied(source: string, edits: readonly Edit[]): string {
  const crlf = source.includes('\r\n');
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: put }) => {
      return text.slice(0, start) + (crlf ? put.replace(/\r?\n/g, '\r\n') : put) + text.slice(end);
    }, source);
}

/** Lines that are comments and nothing else. */
function commentsIn(source: string): string[] {
  return source.split(/\r?\n/).filter((line) => /^\s*#/.test(line));
}

/** The smallest edits that make a node hold other values. A method gives undefined where only writing anew will do. */
class Patch {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  map(map: YAMLMap, wanted: Values, fields: Fields | undefined): Edit[] | undefined {
    const edits: Edit[] = [];
    const pairs = map.items as Pair<Node, Node | null>[];
    const known = new Set(pairs.map((entry) => nameOf(entry)));
    const added = inOrder(wanted, fields).filter(([key]) => !known.has(key));
    const removed = pairs.filter((entry) => wanted[nameOf(entry)] === undefined && meaningOf(entry.value) !== undefined);
    if (map.flow && (added.length > 0 || removed.length > 0)) return undefined;
    const [first] = pairs;
    if (!first) return added.length > 0 ? undefined : [];
    const column = this.columnOf(first.key);
    // Before the first key of a list's item stands its dash: the item is written anew.
    const isItem = !this.startsLine(first.key);
    if (isItem && removed.includes(first)) return undefined;

    for (const entry of pairs) {
      const key = nameOf(entry);
      const value = wanted[key];
      if (value === undefined) {
        if (removed.includes(entry)) edits.push(this.removal(entry));
      } else if (!same(meaningOf(entry.value), value)) {
        const inner = this.value(entry.value, value, fields?.[key]?.fields, map.flow ?? false);
        if (!inner && map.flow) return undefined;
        edits.push(...(inner ?? [this.rewrite(entry, pair(key, value, fields, column), column)]));
      }
    }
    const order = Object.keys(fields ?? {});
    for (const [key, value] of added) {
      const before = pairs.filter((entry) => {
        const place = order.indexOf(nameOf(entry));
        return !order.includes(key) || (place !== -1 && place < order.indexOf(key));
      });
      const previous = before.at(-1);
      const text = pair(key, value, fields, column);
      if (previous) {
        const at = this.endOf(previous);
        edits.push({ start: at, end: at, text: `\n${text}` });
      } else if (isItem) {
        return undefined;
      } else {
        const at = this.lineStart(first.key);
        edits.push({ start: at, end: at, text: `${text}\n` });
      }
    }
    return merged(edits);
  }

  private value(node: Node | null, wanted: unknown, fields: Fields | undefined, inFlow: boolean): Edit[] | undefined {
    if (isMap(node) && isGroup(wanted)) return this.map(node, wanted, fields);
    if (isSeq(node) && Array.isArray(wanted)) return this.list(node, wanted, fields);
    if (isScalar(node) && node.range && (typeof wanted !== 'object' || wanted === null)) {
      const [start, end] = node.range;
      if (start === end || this.source.slice(start, end).includes('\n')) return undefined;
      if (typeof wanted === 'string' && wanted.includes('\n')) return undefined;
      return [{ start, end, text: scalar(wanted, { quote: quoteOf(node), inFlow }) }];
    }
    return undefined;
  }

  private list(list: YAMLSeq, wanted: readonly unknown[], fields: Fields | undefined): Edit[] | undefined {
    if (list.flow) {
      if (!list.range || wanted.some((entry) => typeof entry === 'object')) return undefined;
      return [{ start: list.range[0], end: list.range[1], text: flow(wanted) }];
    }
    const items = list.items as Node[];
    const old = items.map(meaningOf);
    if (items.length === 0 || wanted.length === 0) return undefined;
    let head = 0;
    while (head < Math.min(old.length, wanted.length) && same(old[head], wanted[head])) head += 1;
    let tail = 0;
    while (
      tail < Math.min(old.length, wanted.length) - head &&
      same(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail])
    ) {
      tail += 1;
    }
    const [before, after] = [old.length - head - tail, wanted.length - head - tail];
    const edits: Edit[] = [];
    const column = this.dashOf(items[0] as Node).column;
    for (let index = head; index < head + Math.min(before, after); index += 1) {
      const node = items[index] as Node;
      const inner = this.value(node, wanted[index], fields, false);
      const dash = this.dashOf(node).start - column;
      const anew = { start: dash, end: this.ends(node), text: item(wanted[index], fields, column) };
      edits.push(...(inner ?? [this.keepingComments(anew, node)]));
    }
    for (let index = head + after; index < head + before; index += 1) {
      const node = items[index] as Node;
      edits.push(
        this.keepingComments({ start: this.dashOf(node).start - column, end: this.nextLine(this.ends(node)), text: '' }, node),
      );
    }
    if (after > before) {
      const added = wanted.slice(head + before, head + after).map((entry) => item(entry, fields, column));
      const place = items[head + before - 1];
      if (place) {
        const at = this.ends(place);
        edits.push({ start: at, end: at, text: `\n${added.join('\n')}` });
      } else {
        const at = this.dashOf(items[0] as Node).start - column;
        edits.push({ start: at, end: at, text: `${added.join('\n')}\n` });
      }
    }
    return edits;
  }

  private rewrite(entry: Pair<Node, Node | null>, text: string, column: number): Edit {
    const start = (entry.key.range?.[0] ?? 0) - (this.startsLine(entry.key) ? column : 0);
    const put = this.startsLine(entry.key) ? text : text.slice(column);
    return this.keepingComments({ start, end: this.endOf(entry), text: put }, entry.value);
  }

  private removal(entry: Pair<Node, Node | null>): Edit {
    return this.keepingComments(
      { start: this.lineStart(entry.key), end: this.nextLine(this.endOf(entry)), text: '' },
      entry.value,
    );
  }

  /** Comments that an edit would take away stand above what takes the place of the value. */
  private keepingComments(edit: Edit, value: Node | null): Edit {
    // What looks like a comment in a block of text is one of its lines.
    const isBlock = isScalar(value) && (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED');
    const lines = isBlock ? [] : this.source.slice(edit.start, edit.end).split('\n').slice(1);
    const beside = isBlock || !value?.range ? null : /^[ \t]+(#[^\n]*)/.exec(this.source.slice(value.range[1], edit.end));
    const comments = [...lines.filter((line) => /^\s*#/.test(line)), ...(beside?.[1] ? [beside[1]] : [])];
    return { ...edit, text: comments.map((line) => `${line.trimEnd()}\n`).join('') + edit.text };
  }

  private columnOf(node: Node): number {
    const start = node.range?.[0] ?? 0;
    return start - (this.source.lastIndexOf('\n', start - 1) + 1);
  }

  private lineStart(node: Node): number {
    return (node.range?.[0] ?? 0) - this.columnOf(node);
  }

  private startsLine(node: Node): boolean {
    return this.source.slice(this.lineStart(node), node.range?.[0]).trim() === '';
  }

  private dashOf(node: Node): { start: number; column: number } {
    const start = this.source.lastIndexOf('-', (node.range?.[0] ?? 0) - 1);
    return { start, column: start - (this.source.lastIndexOf('\n', start - 1) + 1) };
  }

  /** Where the last line of a node ends: behind a comment beside it, before the line break. */
  private ends(node: Node): number {
    const end = node.range?.[1] ?? 0;
    const written = this.source.slice(0, end).trimEnd().length;
    const lineEnd = this.source.indexOf('\n', written);
    const rest = this.source.slice(written, lineEnd === -1 ? undefined : lineEnd);
    return /^[ \t]+#/.test(rest) ? written + rest.trimEnd().length : written;
  }

  private endOf({ key, value }: Pair<Node, Node | null>): number {
    if (value?.range && value.range[1] > value.range[0]) return this.ends(value);
    const colon = this.source.indexOf(':', key.range?.[1] ?? 0) + 1;
    return colon;
  }

  private nextLine(offset: number): number {
    const end = this.source.indexOf('\n', offset);
    return end === -1 ? this.source.length : end + 1;
  }
}

/** The quotation marks that a value stands in, which it keeps when it changes. */
function quoteOf({ type }: Scalar): 'single' | 'double' | undefined {
  return type === 'QUOTE_SINGLE' ? 'single' : type === 'QUOTE_DOUBLE' ? 'double' : undefined;
}

function isGroup(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf({ key }: Pair<Node, Node | null>): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function meaningOf(node: Node | null): unknown {
  return node === null ? undefined : meaning(node.toJSON());
}

/** Texts that are put at the same place become one edit, in their order. */
function merged(edits: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  for (const edit of edits) {
    const index = found.findIndex(({ start, end }) => start === end && start === edit.start && edit.start === edit.end);
    const twin = found[index];
    if (twin) found[index] = { ...twin, text: twin.text + edit.text };
    else found.push(edit);
  }
  return found;
}
