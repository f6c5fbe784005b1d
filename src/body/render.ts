/** A text in full: from MDX source to HTML, with what lists, search and readers need to know of it. */
import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root as HtmlRoot, Text as Words } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'mdast-util-to-string';
import type { Image, Nodes, Root } from 'mdast';
import { toHast, type State } from 'mdast-util-to-hast';
import { languageRuns } from '../i18n/foreign.ts';
import type { Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { BlockName } from '../model/blocks.ts';
import { guard, guardSource, syntaxFinding, type Finding } from './guard.ts';
import { markup, type Insert } from './markup.ts';
import { parse } from './parse.ts';

export interface Heading {
  readonly depth: 2 | 3 | 4;
  readonly id: string;
  readonly text: string;
}

/** A passage of plain text and the heading under which it stands; none before the first heading. */
export interface Passage {
  readonly heading: Heading | undefined;
  readonly text: string;
}

/** From one offset of a string to another. */
export type Span = readonly [from: number, to: number];

/** A rendered text. */
export interface Text {
  /** Runs of HTML and the inserts between them, in order. */
  readonly parts: readonly (string | Insert)[];
  /** For each part, where it holds prose in which a term may be linked. */
  readonly prose: readonly (readonly Span[])[];
  readonly headings: readonly Heading[];
  /** Picture files named in the text, each once. */
  readonly pictures: readonly string[];
  /** Slugs of the events that have a card in the text, each once. */
  readonly events: readonly string[];
  /** Links to pages of this site, as written, each with its place in the source. */
  readonly links: readonly { readonly url: string; readonly line: number; readonly column: number }[];
  readonly passages: readonly Passage[];
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number;
}

export type Rendered =
  { readonly text: Text; readonly findings: [] } | { readonly text: undefined; readonly findings: Finding[] };

/**
 * Characters a minute of Japanese, words a minute of English.
 * Source: Brysbaert 2019, "How many words do we read per minute?" (English non-fiction 238); for Japanese the usual
 * 500 characters of the trade.
 */
const pace = { ja: 500, en: 238 } as const satisfies Record<Language, number>;

/** U+E000 and U+E001 stand around an insert's number; the guard refuses them in a source. */
const insertMark = /\uE000(\d+)\uE001/;

/** U+E002 and U+E003 stand around prose. */
const proseMark = /[\uE002\uE003]/;

/** Gives the phrases of a Japanese title, between which its lines may end. */
type PhraseFinder = (text: string) => readonly string[];

/**
 * Renders a text, or tells everything that is wrong with it; never throws for a source. Where the phrases of Japanese titles
 * can be found, their lines end between them.
 */
export function render(source: string, language: Language, phrasesOf?: PhraseFinder): Rendered {
  const tooLarge = guardSource(source);
  if (tooLarge.length > 0) return { text: undefined, findings: tooLarge };
  let tree: Root;
  try {
    tree = parse(source);
  } catch (error) {
    return { text: undefined, findings: [syntaxFinding(error, source)] };
  }
  const findings = guard(tree);
  if (findings.length > 0) return { text: undefined, findings };

  const inserts: Insert[] = [];
  const headings = new Map<Nodes, Heading>();
  const slugger = new GithubSlugger();
  const insert = (given: Insert): ElementContent => {
    inserts.push(given);
    return { type: 'text', value: `\uE000${inserts.length - 1}\uE001` };
  };
  const block = (state: State, node: Nodes): ElementContent => {
    const element = node as Nodes & { name: BlockName; attributes: { name: string; value: string }[] };
    const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
    const children = state.all(element as unknown as Parameters<State['all']>[0]);
    return markup[element.name](attributes, children, { language, insert });
  };

  const { footnotes } = words[language];
  const html = toHast(tree, {
    clobberPrefix: '',
    footnoteLabel: footnotes.title,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index) => footnotes.back(index + 1),
    handlers: {
      mdxJsxFlowElement: block,
      mdxJsxTextElement: block,
      image: (_state: State, node: Image) => insert({ picture: { file: node.url, alt: node.alt ?? '' } }),
      heading: (state: State, node: Nodes & { type: 'heading' }) => {
        const text = plainText(node);
        const heading: Heading = {
          depth: node.depth as Heading['depth'],
          id: slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section'),
          text,
        };
        headings.set(node, heading);
        return { type: 'element', tagName: `h${node.depth}`, properties: { id: heading.id }, children: state.all(node) };
      },
    },
  }) as HtmlRoot;
  finish(html, language);
  if (phrasesOf && language === 'ja') breakTitles(html, phrasesOf);
  markProse(html);

  const passages = passagesOf(tree, headings);
  const links: Text['links'][number][] = [];
  visitLinks(tree, links);
  const written = passages.map(({ text }) => text).join('\n');
  return {
    findings: [],
    text: {
      ...splitAtMarks(toHtml(html, { characterReferences: { useNamedReferences: false } }), inserts),
      headings: [...headings.values()],
      pictures: unique(inserts.flatMap((given) => ('picture' in given ? [given.picture.file] : []))),
      events: unique(inserts.flatMap((given) => ('event' in given ? [given.event.slug] : []))),
      links,
      passages,
      minutes: readingMinutes(written, language),
    },
  };
}

/** Reading time in whole minutes, at least 1: by characters in Japanese, by words elsewhere. */
export function readingMinutes(text: string, language: Language): number {
  const amount = language === 'ja' ? text.replace(/\s/g, '').length : text.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(amount / pace[language]));
}

/** The plain words of a node: readings of ruby are left out, since they repeat the words beneath them. */
function plainText(node: Nodes): string {
  return toString(node, { includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}

function passagesOf(tree: Root, headings: ReadonlyMap<Nodes, Heading>): Passage[] {
  const passages: { heading: Heading | undefined; text: string }[] = [{ heading: undefined, text: '' }];
  const visit = (nodes: readonly Nodes[]) => {
    for (const node of nodes) {
      const heading = headings.get(node);
      const last = passages.at(-1);
      if (heading) passages.push({ heading, text: '' });
      // A pull quote repeats a sentence of the text.
      else if (node.type === 'mdxJsxFlowElement' && node.name === 'PullQuote') continue;
      else if (holdsBlocks(node)) visit(node.children);
      else if (last) last.text += `${plainText(node)}\n`;
    }
  };
  visit(tree.children);
  return passages.map(({ heading, text }) => ({ heading, text: text.trim() })).filter(({ heading, text }) => heading || text);
}

/** True for a node whose children are paragraphs or other blocks, so that their words must not run together. */
function holdsBlocks(node: Nodes): node is Nodes & { children: Nodes[] } {
  return (
    ['blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition', 'mdxJsxFlowElement'].includes(node.type) &&
    'children' in node
  );
}

function visitLinks(node: Nodes, links: Text['links'][number][]): void {
  if ((node.type === 'link' || node.type === 'definition') && /^[/#]/.test(node.url)) {
    links.push({ url: node.url, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });
  }
  if ('children' in node) for (const child of node.children) visitLinks(child, links);
}

/** Details that readers need: tables that scroll by keyboard, figures that are no paragraphs, Japanese named as such. */
function finish(node: HtmlRoot | Element, language: Language, tables: Element[] = []): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent | ElementContent[] => {
    if (child.type === 'text') return withLanguages(child, language);
    if (child.type !== 'element') return child;
    finish(child, language, tables);
    const { align } = child.properties;
    if (typeof align === 'string') {
      // HTML no longer has the attribute, and the policy allows no inline style.
      delete child.properties['align'];
      child.properties['className'] = [`align-${align}`];
    }
    if (child.tagName === 'table') {
      for (const cell of child.children.flatMap(headerCells)) cell.properties['scope'] = 'col';
      // What takes the focus must say what it is, and a table is known by its columns.
      tables.push(child);
      const id = `table-${tables.length}`;
      const head = child.children.find((part) => part.type === 'element');
      if (head) head.properties['id'] = id;
      const properties = { className: ['table'], role: 'group', ariaLabelledBy: id, tabIndex: 0 };
      return { type: 'element', tagName: 'div', properties, children: [child] };
    }
    // A picture on a line of its own is a figure, not a paragraph.
    if (child.tagName === 'p' && child.children.length === 1) {
      const [only] = child.children;
      if (only?.type === 'text' && insertMark.test(only.value) && only.value.replace(insertMark, '') === '') {
        return { ...child, tagName: 'figure' };
      }
    }
    return child;
  });
}

/** Elements set large, whose lines are short. */
const isTitle = ({ tagName, properties: { className } }: Element) =>
  ['h2', 'h3', 'h4'].includes(tagName) || (Array.isArray(className) && className.includes('pull-quote'));

function breakTitles(node: HtmlRoot | Element, phrasesOf: PhraseFinder, isWithin = false): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent | ElementContent[] => {
    if (child.type === 'element') {
      // Words over other words break where those do.
      if (child.tagName !== 'ruby') breakTitles(child, phrasesOf, isWithin || isTitle(child));
      return child;
    }
    if (!isWithin || child.type !== 'text' || insertMark.test(child.value)) return child;
    return phrasesOf(child.value).flatMap((value, index): ElementContent[] => {
      const words: Words = { ...child, value };
      return index === 0 ? [words] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, words];
    });
  });
}

function withLanguages(words: Words, language: Language): ElementContent[] {
  return languageRuns(words.value, language).map(({ text, lang }) => {
    const node: Words = { ...words, value: text };
    return lang ? { type: 'element', tagName: 'span', properties: { lang }, children: [node] } : node;
  });
}

function headerCells(node: ElementContent): Element[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'th' ? [node] : node.children.flatMap(headerCells);
}

/** Elements whose words are no prose of the writer's: links, titles, quotations, what is read as signs. */
const apart: ReadonlySet<string> = new Set(['a', 'code', 'h2', 'h3', 'h4', 'th', 'blockquote', 'ruby', 'time']);

/** Marks the prose, in which a term may be linked. Notes name sources; a pull quote is hidden from those who tab through links. */
function markProse(node: HtmlRoot | Element): void {
  for (const child of node.children) {
    if (child.type === 'text') {
      if (child.data?.isAttribute || child.value.trim() === '' || insertMark.test(child.value)) continue;
      child.value = `\uE002${child.value}\uE003`;
    } else if (child.type === 'element') {
      const { dataFootnotes, ariaHidden } = child.properties;
      if (!apart.has(child.tagName) && dataFootnotes === undefined && ariaHidden === undefined) markProse(child);
    }
  }
}

function splitAtMarks(html: string, inserts: readonly Insert[]): Pick<Text, 'parts' | 'prose'> {
  const parts: (string | Insert)[] = [];
  const prose: Span[][] = [];
  html.split(insertMark).forEach((piece, index) => {
    if (piece === '') return;
    const run = index % 2 === 1 ? undefined : withoutProseMarks(piece);
    parts.push(run ? run.html : (inserts[Number(piece)] as Insert));
    prose.push(run ? run.prose : []);
  });
  return { parts, prose };
}

function withoutProseMarks(marked: string): { html: string; prose: Span[] } {
  let html = '';
  const prose: Span[] = [];
  marked.split(proseMark).forEach((piece, index) => {
    const from = html.length;
    html += piece;
    if (index % 2 === 1) prose.push([from, html.length]);
  });
  return { html, prose };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
