/**
 * HTML from Word, Google Docs and web pages, made plain: what they say by styles and classes becomes elements, and what no
 * text of this site may hold is left out.
 */
import type { Comment, Element, ElementContent, Nodes, Text } from 'hast';
import { invisible } from '../../../src/model/spelling.ts';

/** What was found on the way. */
export interface Clean {
  readonly children: ElementContent[];
  /** Footnotes by the number that their links carry. */
  readonly notes: ReadonlyMap<string, ElementContent[]>;
  /** How many pictures were left out. */
  readonly pictures: number;
}

const dropped: ReadonlySet<string> = new Set(
  (
    'audio base button canvas dialog embed form frame frameset head iframe input link map menu meta nav noscript object ' +
    'optgroup option output param progress script select source style svg math template textarea title track video xml'
  ).split(' '),
);

/** Elements that mean nothing here; their words stay. */
const unwrapped: ReadonlySet<string> = new Set(
  (
    'abbr acronym address article aside bdi bdo big body center cite data details dfn figcaption figure font footer header hgroup ' +
    'html ins label legend main mark output rb rbc samp section small span sub summary sup time u var'
  ).split(' '),
);

const isPicture = (name: string) => name === 'img' || name === 'picture' || name === 'image' || name === 'v:imagedata';

export function clean(root: Nodes): Clean {
  const notes = new Map<string, ElementContent[]>();
  let pictures = 0;

  const all = (nodes: readonly Nodes[]): ElementContent[] => {
    const cleaned: ElementContent[] = [];
    // <![if !supportLists]> … <![endif]>: what Word draws for programs that do not know its lists, such as bullets.
    let skipping = 0;
    let list: ListParagraph[] = [];
    const endList = () => {
      if (list.length > 0) cleaned.push(...listsOf(list));
      list = [];
    };
    for (const node of nodes) {
      if (node.type === 'comment') {
        if (opensSubstitute(node)) skipping += 1;
        else if (/^\[endif\]/.test(node.value) && skipping > 0) skipping -= 1;
        continue;
      }
      if (skipping > 0) continue;
      if (node.type === 'text') {
        if (node.value.trim() !== '') endList();
        cleaned.push(words(node));
        continue;
      }
      if (node.type === 'root') {
        cleaned.push(...all(node.children));
        continue;
      }
      if (node.type !== 'element') continue;
      const [level] = declarations(styleOf(node), 'mso-list').flatMap((list) => /level(\d+)/.exec(list)?.[1] ?? []);
      if (level !== undefined && !/^h\d$/.test(node.tagName)) {
        const mark = substituted(node.children);
        list.push({ level: Number(level), mark, children: all(withoutMark(node.children)) });
        continue;
      }
      const made = element(node);
      if (made.some((child) => child.type === 'element' || textOf(child).trim() !== '')) endList();
      cleaned.push(...made);
    }
    endList();
    return cleaned;
  };

  const element = (node: Element): ElementContent[] => {
    const name = node.tagName.toLowerCase();
    const style = styleOf(node);
    if (isPicture(name)) {
      pictures += 1;
      return [];
    }
    if (name === 'picture' || dropped.has(name)) return [];
    if (isHidden(node, style)) return [];
    if (/mso-list:\s*Ignore/i.test(style)) return [];

    const reference = name === 'a' ? linkedNote(node, /#_?(ftn|edn|ftnt)(\d+)$/) : undefined;
    if (reference)
      return [
        h(
          'note-reference',
          { number: reference },
          node.children.flatMap((child) => all([child])),
        ),
      ];
    const note = noteOf(node, style);
    if (note) {
      const body = all(withoutBackLink(node.children));
      notes.set(note, [...(notes.get(note) ?? []), ...(name === 'p' ? [h('p', {}, body)] : body)]);
      return [];
    }
    if (/mso-element:\s*(footnote|endnote)-list/i.test(style)) {
      // Beside its notes, which are taken out, the list holds a rule alone.
      all(node.children);
      return [];
    }

    const depth = headingDepth(node, name);
    const children = all(node.children);
    if (depth !== undefined) return [h(`h${depth}`, {}, children)];
    if (name === 'ruby') return [rubyOf(node, all)];
    if (name === 'ul' || name === 'ol') return [h(name, pick(node, 'start'), listChildren(children))];
    if (name === 'table') return tableOf(node, children);
    if (name === 'td' || name === 'th') return [h(name, pick(node, 'colSpan', 'rowSpan', 'align'), linesApart(children))];
    if (name === 'a') return typeof node.properties['href'] === 'string' ? [h('a', pick(node, 'href'), children)] : children;
    if (name === 'br') return /Apple-interchange-newline/.test(String(node.properties['className'])) ? [] : [h('br', {}, [])];
    if (name === 'b' || name === 'strong') return isPlainWeight(style) ? styled(style, children) : [h('strong', {}, children)];
    if (name === 'i' || name === 'em')
      return /font-style:\s*normal/i.test(style) ? styled(style, children) : [h('em', {}, children)];
    if (name === 's' || name === 'strike' || name === 'del') return [h('del', {}, children)];
    if (unwrapped.has(name) || name.includes(':')) return blockLike(name) ? [h('div', {}, children)] : styled(style, children);
    return [h(name, {}, children)];
  };

  const children = all([root]);
  return { children, notes, pictures };
}

function h(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function pick({ properties }: Element, ...names: string[]): Element['properties'] {
  return Object.fromEntries(names.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])));
}

function styleOf({ properties }: Element): string {
  return typeof properties['style'] === 'string' ? properties['style'] : '';
}

function classOf({ properties }: Element): string {
  const { className } = properties;
  return Array.isArray(className) ? className.join(' ') : String(className ?? '');
}

function isHidden({ properties }: Element, style: string): boolean {
  return (
    properties['hidden'] === true ||
    properties['ariaHidden'] === 'true' ||
    properties['role'] === 'navigation' ||
    /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i.test(style)
  );
}

function isPlainWeight(style: string): boolean {
  return /font-weight:\s*(normal|[1-5]00)/i.test(style);
}

function blockLike(name: string): boolean {
  return /^(address|article|aside|body|center|details|figcaption|figure|footer|header|hgroup|main|section|summary)$/.test(name);
}

/** What a style declares of a property, and of those whose names begin with its name, in small letters. */
function declarations(style: string, property: string): string[] {
  const all = style.split(';').map((declaration) => declaration.trim().toLowerCase());
  return all.filter((declaration) => declaration.startsWith(property));
}

/** What a style says of words: bold, italic, struck out. */
function styled(style: string, children: ElementContent[]): ElementContent[] {
  let made = children;
  if (declarations(style, 'text-decoration').some((line) => line.includes('line-through'))) made = [h('del', {}, made)];
  if (/font-style:\s*(italic|oblique)/i.test(style)) made = [h('em', {}, made)];
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) made = [h('strong', {}, made)];
  return made;
}

const unseen = new RegExp(`(?![\\t\\r\\n])(?:${invisible.source})`, 'gu');
const kana = '[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const brokenLine = new RegExp(`(?<=${kana})[ \\t]*\\r?\\n[ \\t]*(?=${kana})`, 'g');

/** Words without characters that nobody sees; Word breaks its lines between any two Japanese characters. */
function words({ value }: Text): Text {
  return {
    type: 'text',
    value: value
      .replace(brokenLine, '')
      .replace(unseen, '')
      .replace(/[\u00a0\u2002-\u200a\u202f]/g, ' '),
  };
}

function headingDepth(node: Element, name: string): number | undefined {
  const plain = /^h([1-6])$/.exec(name)?.[1];
  if (plain) return Number(plain);
  const { role, ariaLevel } = node.properties as { role?: unknown; ariaLevel?: unknown };
  if (String(role) === 'heading') return Math.min(6, Number(ariaLevel ?? 2) || 2);
  const word = /MsoHeading(\d)/.exec(classOf(node))?.[1] ?? /mso-outline-level:\s*(\d)/.exec(styleOf(node))?.[1];
  return word === undefined || name === 'span' ? undefined : Math.min(6, Number(word));
}

// ---------------------------------------------------------------------------------------------------------------- lists

/** A paragraph that Word calls an item of a list. */
interface ListParagraph {
  readonly level: number;
  /** The bullet or number that Word drew for it. */
  readonly mark: string;
  readonly children: ElementContent[];
}

function opensSubstitute({ value }: Comment): boolean {
  return /^\[if !(supportLists|supportFootnotes|supportEmptyParas|vml|mso)/i.test(value);
}

/** What stands in place of a list's marks: between the comments, or in the span that Word says to ignore. */
function substituted(nodes: readonly Nodes[]): string {
  let mark = '';
  let inside = 0;
  for (const node of nodes) {
    if (node.type === 'comment') {
      if (opensSubstitute(node)) inside += 1;
      else if (/^\[endif\]/.test(node.value)) inside -= 1;
    } else if (inside > 0) mark += textOf(node);
    else if (node.type === 'element') {
      mark += /mso-list:\s*Ignore/i.test(styleOf(node)) ? textOf(node) : substituted(node.children);
    }
  }
  return mark.replace(/\s|\u00a0/g, '');
}

/** Bullets that stand bare at the beginning, where Word's comments were lost on the way. */
function withoutMark(nodes: Element['children']): Element['children'] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return nodes;
  return [{ type: 'text', value: first.value.replace(/^\s*[·•§o▪◦][\s\u00a0]+/, '') }, ...others];
}

function listsOf(paragraphs: readonly ListParagraph[]): ElementContent[] {
  const made: ElementContent[] = [];
  let index = 0;
  while (index < paragraphs.length) {
    const first = paragraphs[index] as ListParagraph;
    const ordered = isNumber(first.mark);
    const items: ElementContent[] = [];
    while (index < paragraphs.length) {
      const next = paragraphs[index] as ListParagraph;
      if (next.level < first.level || (next.level === first.level && isNumber(next.mark) !== ordered)) break;
      if (next.level === first.level) {
        items.push(h('li', {}, next.children));
        index += 1;
        continue;
      }
      const beneath: ListParagraph[] = [];
      for (; (paragraphs[index]?.level ?? 0) > first.level; index += 1) beneath.push(paragraphs[index] as ListParagraph);
      (items.at(-1) as Element).children.push(...listsOf(beneath));
    }
    const start = Number.parseInt(/\d+/.exec(first.mark)?.[0] ?? '1', 10);
    made.push(h(ordered ? 'ol' : 'ul', ordered && start > 1 ? { start } : {}, items));
  }
  return made;
}

function isNumber(mark: string): boolean {
  // A bare letter is a bullet of Wingdings.
  return /^([(（]?(\d+|[a-zA-Z]|[ivxIVX]+|[一二三四五六七八九十]+|[ァ-ン])[.)、．）]|\d+|[①-⑳])$/.test(mark);
}

/** Google Docs puts a list right into a list: it belongs to the item before it. */
function listChildren(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  for (const child of children) {
    if (child.type !== 'element') continue;
    const last = items.at(-1);
    if (child.tagName === 'li') items.push(child);
    else if ((child.tagName === 'ul' || child.tagName === 'ol') && last?.type === 'element') last.children.push(child);
    else items.push(h('li', {}, [child]));
  }
  return items;
}

// ------------------------------------------------------------------------------------------------------- tables, others

/** A table that only arranges a page is its contents. */
function tableOf(node: Element, children: ElementContent[]): ElementContent[] {
  const rows = findAll(node, 'tr').length;
  const cells = findAll(node, 'td').length + findAll(node, 'th').length;
  const isLayout =
    rows < 1 || cells <= 1 || findAll(node, 'table').length > 0 || String(node.properties['role']) === 'presentation';
  if (!isLayout) return [h('table', {}, findAll(node, 'th').length > 0 ? children : withHead(children))];
  const contents = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((child) => {
      if (child.type !== 'element') return child.type === 'text' && child.value.trim() === '' ? [] : [child];
      if (/^(tbody|thead|tfoot|tr|caption|colgroup)$/.test(child.tagName)) return contents(child.children);
      return /^t[dh]$/.test(child.tagName) ? [h('div', {}, child.children)] : [child];
    });
  return contents(children);
}

/** Word marks no head: the first row is one. */
function withHead(nodes: readonly ElementContent[]): ElementContent[] {
  let found = false;
  const visit = (node: ElementContent): ElementContent => {
    if (found || node.type !== 'element') return node;
    if (node.tagName !== 'tr') return { ...node, children: node.children.map(visit) };
    found = true;
    const cells = node.children.map((cell) =>
      cell.type === 'element' && cell.tagName === 'td' ? { ...cell, tagName: 'th' } : cell,
    );
    return { ...node, children: cells };
  };
  return nodes.map(visit);
}

/** A cell of Markdown is one line: its paragraphs are kept apart by a break, which becomes a space. */
function linesApart(children: readonly ElementContent[]): ElementContent[] {
  const isBlock = (node: ElementContent) => node.type === 'element' && /^(p|div|li|ul|ol|h\d)$/.test(node.tagName);
  let before = false;
  return children.flatMap((child) => {
    const apart = isBlock(child) && before;
    before ||= child.type === 'element' || (child.type === 'text' && child.value.trim() !== '');
    return apart ? [h('br', {}, []), child] : [child];
  });
}

function findAll(node: Element, name: string): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [...(child.tagName === name ? [child] : []), ...findAll(child, name)] : [],
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Words with their reading; the brackets for browsers of old are left out. */
function rubyOf(node: Element, all: (nodes: readonly Nodes[]) => ElementContent[]): Element {
  const reading = findAll(node, 'rt').map(textOf).join('').replace(/\s+/g, ' ').trim();
  const base = node.children.filter((child) => child.type !== 'element' || !/^(rt|rp|rtc)$/.test(child.tagName));
  return h('ruby', { reading }, all(base));
}

/** The number of the note to which a link leads. */
function linkedNote({ properties }: Element, pattern: RegExp): string | undefined {
  const match = pattern.exec(String(properties['href'] ?? ''));
  // Word counts its endnotes apart from its footnotes.
  return match ? (match[1] === 'edn' ? 'e' : '') + (match[2] ?? '') : undefined;
}

const backLink = /#_?(ftn|edn|ftnt)_?ref(\d+)$/;

/** The number of the note that a paragraph is: it begins with the link back to its mark. */
function noteOf(node: Element, style: string): string | undefined {
  const isNote = /mso-element:\s*(footnote|endnote)(?!-)/i.test(style);
  if (!isNote && node.tagName !== 'p' && node.tagName !== 'li') return undefined;
  const [link] = findAll(node, 'a').filter((a) => linkedNote(a, backLink) !== undefined);
  return link && linkedNote(link, backLink);
}

function withoutBackLink(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'a' && linkedNote(node, backLink) !== undefined) return [];
    return [{ ...node, children: withoutBackLink(node.children) }];
  });
}
