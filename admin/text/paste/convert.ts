/** Clean HTML as Markdown of this site's kind, such that the guard finds nothing in it. */
import type { Nodes as HtmlNodes } from 'hast';
import { defaultHandlers, toMdast, type Handle } from 'hast-util-to-mdast';
import type { Heading, List, Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxToMarkdown } from 'mdast-util-mdx';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import { toMarkdown, type Handle as Write, type Options } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { blocks } from '../../../src/model/blocks.ts';
import { isAllowedLink } from '../allowed.ts';
import { writeAttribute } from '../blocks/values.ts';
import { writeTable } from '../tables.ts';
import { clean } from './clean.ts';

export interface Pasted {
  readonly markdown: string;
  /** Definitions of footnotes, for the end of the text; empty where there are none. */
  readonly notes: string;
  /** How many pictures were left out. */
  readonly pictures: number;
}

/** The Markdown of HTML. `taken` are the labels of footnotes that the text uses already. */
export function markdownFrom(html: HtmlNodes, taken: ReadonlySet<string>): Pasted {
  const { children, notes, pictures } = clean(html);
  const labels = new Map<string, string>();
  const label = (number: string): string | undefined => {
    if (!notes.has(number)) return undefined;
    const known = labels.get(number);
    if (known !== undefined) return known;
    const numbers = [...taken, ...labels.values()].filter((name) => /^\d{1,6}$/.test(name)).map(Number);
    const next = String(Math.max(0, ...numbers) + 1);
    labels.set(number, next);
    return next;
  };
  const read = (nodes: typeof children): Root => tidy(toMdast({ type: 'root', children: nodes }, options(label)) as Root);

  const tree = read(children);
  const written = write(tree);
  // A note may have a note; the list grows while it is read.
  const definitions: string[] = [];
  for (const [number, name] of labels) {
    const body = write(read(notes.get(number) ?? []));
    definitions.push(`[^${name}]: ${body.replace(/\n(?=.)/g, '\n    ')}`);
  }
  return { markdown: written, notes: definitions.join('\n'), pictures };
}

// ------------------------------------------------------------------------------------------------------ HTML to a tree

function options(label: (number: string) => string | undefined): Parameters<typeof toMdast>[1] {
  const noteReference: Handle = (state, node) => {
    const name = label(String(node.properties['number']));
    if (name === undefined) return state.all(node) as PhrasingContent[];
    return { type: 'footnoteReference', identifier: name, label: name };
  };
  const ruby: Handle = (state, node) => {
    const reading = String(node.properties['reading'] ?? '');
    const children = state.all(node) as PhrasingContent[];
    if (reading === '' || children.length === 0) return children;
    const element: MdxJsxTextElement = {
      type: 'mdxJsxTextElement',
      name: 'Ruby',
      attributes: [{ type: 'mdxJsxAttribute', name: 'rt', value: reading }],
      children: children as MdxJsxTextElement['children'],
    };
    // The types of the converter know Markdown's own nodes alone.
    return element as unknown as PhrasingContent;
  };
  return {
    handlers: {
      ...defaultHandlers,
      'note-reference': noteReference,
      ruby,
    } as Record<string, Handle>,
    document: true,
  };
}

// ------------------------------------------------------------------------------------------------------------- the tree

const spanning: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link']);

function tidy(tree: Root): Root {
  tree.children = tree.children.flatMap((child) => tidyFlow(child, true)) as RootContent[];
  levelHeadings(tree);
  return tree;
}

function tidyFlow(node: Nodes, top: boolean): Nodes[] {
  switch (node.type) {
    case 'html':
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'yaml':
      return [];
    case 'heading': {
      const children = trimmed(tidyPhrases(node.children, { heading: true }));
      if (children.length === 0) return [];
      // Within a quotation or a list a heading would break the order of the page's own.
      return top ? [{ ...node, children }] : [{ type: 'paragraph', children: [{ type: 'strong', children }] }];
    }
    case 'paragraph':
      return paragraphs(tidyPhrases(node.children));
    case 'table':
      return [tidyTable(node)];
    case 'list':
      return [tidyList(node)];
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition': {
      const children = node.children.flatMap((child) => tidyFlow(child, false));
      return children.length === 0 ? [] : [{ ...node, children } as Nodes];
    }
    case 'code':
    case 'thematicBreak':
      return [node];
    default:
      return 'children' in node || node.type === 'text' ? paragraphs(tidyPhrases([node as PhrasingContent])) : [node];
  }
}

function tidyList(list: List): List {
  const children = list.children.flatMap((item) => {
    const [made] = tidyFlow(item, false);
    if (made?.type !== 'listItem') return [];
    const isSimple = made.children.filter(({ type }) => type !== 'list').length <= 1;
    return [{ ...made, checked: null, spread: !isSimple }];
  });
  return { ...list, children, spread: children.some(({ spread }) => spread) };
}

function tidyTable(table: Table): Table {
  return {
    ...table,
    children: table.children.map((row, index) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        // A head is bold as it is.
        children: trimmed(
          tidyPhrases(cell.children, index === 0 ? { heading: true } : {}).map((child) =>
            child.type === 'break' ? ({ type: 'text', value: ' ' } as const) : child,
          ),
        ),
      })),
    })),
  };
}

/** A paragraph, cut where two line breaks follow each other: so do web pages that know no paragraphs. */
function paragraphs(children: readonly PhrasingContent[]): Paragraph[] {
  const cut: PhrasingContent[][] = [[]];
  children.forEach((child, index) => {
    const double = child.type === 'break' && (children[index - 1]?.type === 'break' || children[index + 1]?.type === 'break');
    if (!double) cut.at(-1)?.push(child);
    else if (cut.at(-1)?.length) cut.push([]);
  });
  return cut.map(trimmed).flatMap((words): Paragraph[] => (words.length === 0 ? [] : [{ type: 'paragraph', children: words }]));
}

/** Words without breaks and white space at both ends. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const words = [...children];
  const isBlank = (node: PhrasingContent | undefined) =>
    node !== undefined && (node.type === 'break' || (node.type === 'text' && /^[ \t\r\n]*$/.test(node.value)));
  while (isBlank(words[0])) words.shift();
  while (isBlank(words.at(-1))) words.pop();
  const [first] = words;
  const last = words.at(-1);
  if (first?.type === 'text') words[0] = { ...first, value: first.value.replace(/^[ \t\r\n]+/, '') };
  const end = words.at(-1);
  if (last && end?.type === 'text')
    words[words.length - 1] = { ...end, value: end.value.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '') };
  return words;
}

function tidyPhrases(
  nodes: readonly PhrasingContent[],
  within: { heading?: true; inside?: ReadonlySet<string> } = {},
): PhrasingContent[] {
  const inside = within.inside ?? new Set<string>();
  const made: PhrasingContent[] = [];
  for (const node of nodes.flatMap((child) => tidyPhrase(child, { ...within, inside }))) {
    const last = made.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    // Word ends and begins bold anew in the middle of a word.
    else if (last && last.type === node.type && spanning.has(node.type) && node.type !== 'link') {
      (last as Parent).children.push(...(node as Parent).children);
    } else made.push(node.type === 'text' ? { ...node } : node);
  }
  return made;
}

/** Words with single spaces; an address that the parser would make a link of holds no backslash. */
function wellSpaced(words: string): string {
  return words.replace(/[ \t\r\n]+/g, ' ').replace(/https?:\/\/[\x21-\x7e]+/g, (url) => url.replaceAll('\\', '%5C'));
}

function tidyPhrase(node: PhrasingContent, within: { heading?: true; inside: ReadonlySet<string> }): PhrasingContent[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: wellSpaced(node.value) }];
  if (node.type === 'inlineCode' || node.type === 'footnoteReference') return [node];
  if (node.type === 'break') return within.heading ? [{ type: 'text', value: ' ' }] : [node];
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html') return [];
  if (!('children' in node)) return [];

  const children = tidyPhrases(node.children as PhrasingContent[], {
    ...within,
    inside: new Set([...within.inside, node.type]),
  });
  const isWanted =
    // A heading is bold as it is.
    !(within.heading && node.type === 'strong') &&
    !within.inside.has(node.type) &&
    !(node.type === 'link' && !isAllowedLink(node.url)) &&
    // A phrase within a block of a line, such as ruby, holds no link.
    !(node.type === 'link' && within.inside.has('mdxJsxTextElement'));
  if (!isWanted) return children;
  const words = trimmed(children);
  if (words.length === 0) return children;
  const [first, last] = [children[0], children.at(-1)];
  // White space right inside the marks would keep them from being marks.
  const before = first?.type === 'text' && /^[ \t]/.test(first.value) ? [{ type: 'text', value: ' ' } as Text] : [];
  const after = last?.type === 'text' && /[ \t]$/.test(last.value) ? [{ type: 'text', value: ' ' } as Text] : [];
  const breaks = [children[0], children.at(-1)].map((child) => child?.type === 'break');
  const wide = spanning.has(node.type) && node.type !== 'link' ? outsideWide(words) : { before: '', words, after: '' };
  if (wide.words.length === 0) return [{ type: 'text', value: wide.before }];
  const text = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
  const inner = node.type === 'link' ? { ...node, title: null, children: words } : { ...node, children: wide.words };
  return [
    ...(breaks[0] ? ([{ type: 'break' }] as const) : before),
    ...text(wide.before),
    inner as PhrasingContent,
    ...text(wide.after),
    ...(breaks[1] ? ([{ type: 'break' }] as const) : after),
  ];
}

/** Ideographic spaces at the ends of emphasis, which have to stand outside of its marks as other spaces do. */
function outsideWide(words: readonly PhrasingContent[]): { before: string; words: PhrasingContent[]; after: string } {
  const inner = [...words];
  let before = '';
  let after = '';
  const [first] = inner;
  if (first?.type === 'text') {
    before = /^\s*/.exec(first.value)?.[0] ?? '';
    inner[0] = { ...first, value: first.value.slice(before.length) };
  }
  const last = inner.at(-1);
  if (last?.type === 'text') {
    after = last.value.slice(last.value.trimEnd().length);
    inner[inner.length - 1] = { ...last, value: last.value.slice(0, last.value.length - after.length) };
  }
  return { before, words: inner.filter((word) => word.type !== 'text' || word.value !== ''), after };
}

/** The highest heading is `##`, none skips a level, and none is lower than `####`. */
function levelHeadings(tree: Root): void {
  const headings = tree.children.filter((child): child is Heading => child.type === 'heading');
  const highest = Math.min(...headings.map(({ depth }) => depth));
  let before = 1;
  for (const heading of headings) {
    const depth = Math.min(heading.depth - highest + 2, before + 1, 4);
    heading.depth = depth as Heading['depth'];
    before = depth;
  }
}

// ------------------------------------------------------------------------------------------------------------- Markdown

const table: Write = (node: Table, _parent, state, info) => {
  const exit = state.enter('table');
  const rows = node.children.map((row) => row.children.map((cell) => state.handle(cell, row, state, info)));
  exit();
  const width = Math.max(...rows.map(({ length }) => length));
  const filled = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  return writeTable(
    filled,
    (node.align ?? []).map((alignment) => alignment ?? undefined),
  );
};

const ruby: Write = (node: MdxJsxTextElement, _parent, state, info) => {
  const exit = state.enter('mdxJsxTextElement' as never);
  const attributes = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute'
      ? [` ${writeAttribute(attribute.name, String(attribute.value ?? ''), blocks.Ruby)}`]
      : [],
  );
  const tag = `<${node.name}${attributes.join('')}>`;
  const words = state.containerPhrasing(node as never, { ...info, before: '>', after: '<' });
  exit();
  return `${tag}${words}</${node.name}>`;
};

const deleted: Write = (node: Parent & { type: 'delete' }, _parent, state, info) => {
  const exit = state.enter('strikethrough' as never);
  const words = state.containerPhrasing(node as never, { ...info, before: '~', after: '~' });
  exit();
  return `~~${words}~~`;
};

/** An address whose words are itself stands bare, where it ends before Japanese or white space. */
const link: Write = (node: Nodes & { type: 'link' }, _parent, state, info) => {
  const [words] = node.children;
  const isBare =
    node.children.length === 1 &&
    words?.type === 'text' &&
    words.value === node.url &&
    /^https?:\/\/[A-Za-z0-9][A-Za-z0-9/.?=&%#-]*[A-Za-z0-9/]$/.test(node.url) &&
    !/[\x21-\x7e]/.test(info.after.slice(0, 1)) &&
    !/[A-Za-z0-9]/.test(info.before.slice(-1));
  if (isBare) return node.url;
  const exit = state.enter('link');
  const inner = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  const address = /^[^\s()<>\\]*$/.test(node.url) ? node.url : `<${node.url.replace(/[<>\\]/g, '\\$&')}>`;
  return `[${inner}](${address})`;
};

const extensions: Options[] = [
  mdxToMarkdown() as Options,
  gfmFootnoteToMarkdown(),
  gfmTableToMarkdown(),
  cjkFriendlyToMarkdown(),
  {
    unsafe: [
      { character: '~', before: '~', inConstruct: 'phrasing' },
      { character: '~', after: '~', inConstruct: 'phrasing' },
      { character: '}', inConstruct: 'phrasing' },
    ],
    handlers: { table, link, delete: deleted, mdxJsxTextElement: ruby } as never,
  },
];

function write(tree: Root): string {
  const written = toMarkdown(tree, {
    extensions,
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
  }).trimEnd();
  // A paragraph that begins with these words would be code to MDX, unless a space stands before it.
  return written.replace(/^(?=(?:import|export)\b)/gm, ' ');
}
