/**
 * The strict allow-list: a text is data, never code. Whatever is not declared is an error with its place and the way
 * to mend it; nothing is removed silently.
 */
import type { Nodes, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Words } from '../i18n/languages.ts';
import { blockOf, blocks, type Attribute, type Block } from '../model/blocks.ts';
import { altIsFileName, isFileName } from '../model/pictures.ts';
import type { Place } from '../model/refusal.ts';
import { codeName, invisible, isCalendarDate, isPictureFile } from '../model/spelling.ts';

/** A problem of a text, before it is known which file the text stands in. Lines count from the text's first. */
export interface Finding extends Place {
  readonly message: Words;
  readonly remedy: Words;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Bounds that keep any text quick to render; unified needs 10 s for 20 KB of `*a_ ` and overflows at 5,000 `>`. */
const limits = {
  bytes: 64 * 1024,
  lineBytes: 4 * 1024,
  depth: 20,
  links: 200,
  pictures: 50,
  /** Marks of emphasis and brackets in one block: unified's time grows with their square. */
  marks: 1000,
  /** Opening brackets in a text: a thousand and more references take unified a second, though each is short. */
  brackets: 1000,
  /** Cells of one table: short rows are filled up to the width of the head. */
  cells: 4000,
} as const;

const utf8 = new TextEncoder();

function bytesOf(source: string): number {
  return utf8.encode(source).length;
}

/** What of a source is too large, or too densely marked, to be parsed at all. */
export function guardSource(source: string): Finding[] {
  const found: Finding[] = [];
  const refuse = (line: number, message: Words, remedy: Words) => found.push({ line, column: 1, message, remedy });

  if (bytesOf(source) > limits.bytes) {
    refuse(
      1,
      { ja: `本文が${limits.bytes / 1024} KBを超えています。`, en: `The text is larger than ${limits.bytes / 1024} KB.` },
      { ja: '記事を分けてください。', en: 'Split the article.' },
    );
  }
  if ((source.match(/\[/g)?.length ?? 0) > limits.brackets) {
    refuse(
      1,
      { ja: `角括弧（[）が${limits.brackets}を超えています。`, en: `There are more than ${limits.brackets} square brackets.` },
      { ja: 'リンクを減らすか、記事を分けてください。', en: 'Use fewer links, or split the article.' },
    );
  }
  const lines = source.split('\n');
  lines.forEach((line, index) => {
    if (bytesOf(line) > limits.lineBytes) {
      refuse(
        index + 1,
        {
          ja: `一行が${limits.lineBytes / 1024} KBを超えています。`,
          en: `A line is larger than ${limits.lineBytes / 1024} KB.`,
        },
        { ja: '段落を分けてください。', en: 'Split the paragraph.' },
      );
    }
    const nesting = /^[\s>*+-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const isRule = /^\s*([-*])(\s*\1)+\s*$/.test(line);
    if ((nesting > limits.depth && !isRule) || indent > limits.depth * 4) {
      refuse(
        index + 1,
        { ja: '入れ子が深すぎます。', en: 'The nesting is too deep.' },
        { ja: '引用や箇条書きの段を減らしてください。', en: 'Use fewer levels of quotes and lists.' },
      );
    }
  });
  for (const { first, text } of blocksOf(lines)) {
    if ((text.match(/[*_~[\]]/g)?.length ?? 0) > limits.marks) {
      refuse(
        first,
        { ja: '一つの段落に記号（* _ ~ [ ]）が多すぎます。', en: 'One paragraph holds too many marks (* _ ~ [ ]).' },
        { ja: '段落を分けるか、強調を減らしてください。', en: 'Split it, or use less emphasis.' },
      );
    }
    const rows = text.split('\n');
    const columns = Math.max(...rows.map((row) => row.match(/\|/g)?.length ?? 0));
    if (columns * rows.length > limits.cells) {
      refuse(
        first,
        { ja: `表のセルが${limits.cells}を超えています。`, en: `The table has more than ${limits.cells} cells.` },
        { ja: '表を分けてください。', en: 'Split the table.' },
      );
    }
  }
  return found;
}

/** Runs of lines without an empty one between them; `first` counts from 1. */
function blocksOf(lines: readonly string[]): { first: number; text: string }[] {
  const blocks: { first: number; text: string }[] = [];
  lines.forEach((line, index) => {
    const last = blocks.at(-1);
    if (line.trim() === '') blocks.push({ first: index + 2, text: '' });
    else if (last) last.text += `\n${line}`;
    else blocks.push({ first: index + 1, text: line });
  });
  return blocks.filter(({ text }) => text !== '');
}

/** The kinds of node that Markdown may make of a text, beside those that `guard` looks into. */
const plain: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'blockquote',
  'list',
  'listItem',
  'thematicBreak',
  'break',
  'table',
  'tableRow',
  'tableCell',
  'footnoteReference',
  'footnoteDefinition',
]);

/** The kinds of node that a phrase is made of. */
const phrasing: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'mdxJsxTextElement',
]);

/** Everything in the tree that an editor may not write. */
export function guard(tree: Root): Finding[] {
  const found: Finding[] = [];
  let links = 0;
  let pictures = 0;
  let headingDepth = 1;

  const refuse = (node: Nodes | Jsx['attributes'][number], message: Words, remedy: Words) =>
    found.push({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1, message, remedy });

  const refuseLink = (node: Nodes, url: string) => {
    if (isAllowedUrl(url)) return;
    refuse(
      node,
      { ja: `リンク先「${url}」は使えません。`, en: `The link to '${url}' is not allowed.` },
      {
        ja: 'http、https、mailto、tel、またはサイト内のパス（/ja/…）にしてください。',
        en: 'Use http, https, mailto, tel or a path of this site (/en/…).',
      },
    );
  };

  /** Entities such as `&#x202E;` are read by now: what the source did not show, the tree does. */
  const refuseInvisible = (node: Nodes | Jsx['attributes'][number]) => {
    const strings = Object.values(node).filter((value): value is string => typeof value === 'string');
    const unseen = invisible.exec(strings.join(' ').replace(/[\t\r\n]/g, ' '));
    if (!unseen) return;
    const code = codeName(unseen[0]);
    refuse(
      node,
      { ja: `見えない文字 ${code} があります。`, en: `There is an invisible character, ${code}.` },
      { ja: 'この文字を削除してください。', en: 'Delete it.' },
    );
  };

  const checkPicture = (node: Nodes, file: string, alt: string | null | undefined) => {
    pictures += 1;
    if (!isPictureFile(file)) {
      refuse(
        node,
        { ja: `画像「${file}」は使えません。`, en: `The picture '${file}' is not allowed.` },
        {
          ja: '同じフォルダーにある jpg・png・webp・avif の名前を書いてください。',
          en: 'Name a jpg, png, webp or avif in the same folder.',
        },
      );
    }
    if (!alt?.trim()) {
      refuse(
        node,
        { ja: `画像「${file}」に代替テキストがありません。`, en: `The picture '${file}' has no text alternative.` },
        { ja: '何が写っているかを短く書いてください。', en: 'Say in a few words what it shows.' },
      );
    } else if (isFileName(alt)) {
      refuse(node, altIsFileName(alt).message, altIsFileName(alt).remedy);
    }
  };

  const visit = (node: Nodes, depth: number, parent: Nodes | undefined) => {
    if (depth > limits.depth) {
      refuse(
        node,
        { ja: '入れ子が深すぎます。', en: 'The nesting is too deep.' },
        { ja: `${limits.depth}段以内にしてください。`, en: `Keep it within ${limits.depth} levels.` },
      );
      return;
    }
    refuseInvisible(node);
    switch (node.type) {
      case 'mdxjsEsm':
        refuse(
          node,
          { ja: 'import と export は使えません。', en: 'import and export are not allowed.' },
          {
            ja: 'この行を削除してください。部品は名前を書くだけで使えます。',
            en: 'Delete the line: blocks need only their name.',
          },
        );
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        refuse(
          node,
          { ja: '波括弧 { } の式やコメントは使えません。', en: 'Expressions and comments in braces { } are not allowed.' },
          { ja: '文字としての波括弧は \\{ と \\} と書いてください。', en: 'For a brace as a character, write \\{ and \\}.' },
        );
        return;
      case 'html':
        refuse(
          node,
          { ja: 'HTMLは使えません。', en: 'HTML is not allowed.' },
          { ja: 'Markdownか部品で書いてください。', en: 'Use Markdown or a block.' },
        );
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkBlock(node, parent);
        break;
      case 'heading':
        if (node.depth === 1 || node.depth > 4 || node.depth > headingDepth + 1) {
          refuse(
            node,
            {
              ja: `ここに${'#'.repeat(node.depth)}の見出しは置けません。`,
              en: `A heading of level ${node.depth} cannot stand here.`,
            },
            {
              ja: '本文の見出しは ## から始め、段を飛ばさず #### までにしてください（# は題名が使います）。',
              en: 'Headings start at ##, skip no level and end at ####; # is the title.',
            },
          );
        }
        if (node.children.length === 0) {
          refuse(
            node,
            { ja: '見出しが空です。', en: 'The heading is empty.' },
            { ja: '言葉を入れるか、削除してください。', en: 'Give it words, or delete it.' },
          );
        }
        headingDepth = Math.max(node.depth, 1);
        break;
      case 'link':
      case 'definition':
        links += 1;
        refuseLink(node, node.url);
        break;
      case 'image':
        checkPicture(node, node.url, node.alt);
        if (node.title) {
          refuse(
            node,
            {
              ja: `画像「${node.url}」に題（"…"）は付けられません。`,
              en: `The picture '${node.url}' cannot have a title in quotes.`,
            },
            { ja: '説明文は <Figure caption="…"> で書いてください。', en: 'Write a caption with <Figure caption="…">.' },
          );
        }
        break;
      case 'imageReference':
        refuse(
          node,
          { ja: '画像の参照形式は使えません。', en: 'Pictures by reference are not allowed.' },
          { ja: '![説明](ファイル名) の形で書いてください。', en: 'Write ![description](file).' },
        );
        break;
      case 'linkReference':
        links += 1;
        break;
      default:
        if (!plain.has(node.type)) {
          refuse(
            node,
            { ja: `ここでは「${node.type}」は使えません。`, en: `'${node.type}' is not allowed here.` },
            { ja: '削除してください。', en: 'Delete it.' },
          );
        }
    }
    if ('children' in node) {
      for (const child of (node as Parent).children) visit(child, depth + 1, node);
    }
  };

  const checkBlock = (node: Jsx, parent: Nodes | undefined) => {
    const block = blockOf(node.name);
    if (!block) {
      refuse(node, unknownBlock(node.name).message, unknownBlock(node.name).remedy);
      return;
    }
    const name = node.name as string;
    const given = new Map<string, string>();
    for (const attribute of node.attributes) {
      refuseInvisible(attribute);
      if (attribute.type === 'mdxJsxExpressionAttribute' || (attribute.value && typeof attribute.value === 'object')) {
        refuse(
          attribute,
          { ja: `<${name}>の属性に波括弧 { } は使えません。`, en: `Braces { } are not allowed in an attribute of <${name}>.` },
          { ja: '値は "…" で囲んで書いてください。', en: 'Write the value between "…".' },
        );
      } else if (!Object.hasOwn(block.attributes, attribute.name)) {
        const known = Object.keys(block.attributes).join(', ');
        refuse(
          attribute,
          {
            ja: `<${name}>に「${attribute.name}」という属性はありません。`,
            en: `<${name}> has no attribute '${attribute.name}'.`,
          },
          known
            ? { ja: `使えるのは ${known} です。`, en: `It may have ${known}.` }
            : { ja: '属性を削除してください。', en: 'Delete it.' },
        );
      } else {
        given.set(attribute.name, String(attribute.value ?? ''));
      }
    }
    for (const [key, attribute] of Object.entries(block.attributes) as [string, Attribute][]) {
      const value = given.get(key);
      if (value === undefined || value.trim() === '') {
        if (attribute.optional && value === undefined) continue;
        // A picture's missing text alternative is told with the picture.
        if (name === 'Figure' && (key === 'alt' || key === 'src')) continue;
        refuse(
          node,
          {
            ja: `<${name}>の「${key}」（${attribute.label.ja}）がありません。`,
            en: `<${name}> needs '${key}' (${attribute.label.en}).`,
          },
          { ja: `${key}="…" を書いてください。`, en: `Write ${key}="…".` },
        );
      } else if (!isAttributeValue(attribute, value)) {
        refuse(
          node,
          { ja: `<${name}>の「${key}」の値「${value}」は使えません。`, en: `<${name}> cannot have ${key}="${value}".` },
          attribute.options
            ? {
                ja: `${Object.keys(attribute.options).join('、')} のいずれかにしてください。`,
                en: `Use one of ${Object.keys(attribute.options).join(', ')}.`,
              }
            : { ja: '日付は 2014-02-04、2014-02、2014 のいずれかの形です。', en: 'A date is 2014-02-04, 2014-02 or 2014.' },
        );
      }
    }
    if (name === 'Figure') checkPicture(node, given.get('src') ?? '', given.get('alt'));
    checkContents(node, name, block);
    if (block.within && (parent?.type !== 'mdxJsxFlowElement' || parent.name !== block.within)) {
      refuse(
        node,
        { ja: `<${name}>は<${block.within}>の中だけで使えます。`, en: `<${name}> may stand only inside <${block.within}>.` },
        { ja: `<${block.within}>で囲んでください。`, en: `Put it inside <${block.within}>.` },
      );
    }
  };

  const checkContents = (node: Jsx, name: string, block: Block) => {
    const children: Nodes[] = node.children;
    const { holds } = block;
    if (holds === 'nothing' && children.length > 0) {
      refuse(
        node,
        { ja: `<${name}>は中身を持ちません。`, en: `<${name}> holds nothing.` },
        { ja: `<${name} … /> の形で書いてください。`, en: `Write <${name} … />.` },
      );
    }
    if (holds !== 'nothing' && children.length === 0) {
      refuse(
        node,
        { ja: `<${name}>の中身がありません。`, en: `<${name}> is empty.` },
        { ja: `<${name}>と</${name}>の間に書いてください。`, en: `Write between <${name}> and </${name}>.` },
      );
    }
    if (typeof holds === 'object') {
      for (const child of children) {
        const only = child.type === 'mdxJsxFlowElement' && child.name === holds.only;
        if (!only) {
          refuse(
            child,
            { ja: `<${name}>の中に置けるのは<${holds.only}>だけです。`, en: `<${name}> holds only <${holds.only}>.` },
            { ja: `<${holds.only}>を一行に一つずつ書いてください。`, en: `Write one <${holds.only}> on each line.` },
          );
        }
      }
    }
    const words = children.flatMap((child): Nodes[] => (child.type === 'paragraph' ? child.children : [child]));
    if (holds === 'phrase' && !words.every(({ type }) => phrasing.has(type))) {
      refuse(
        node,
        { ja: `<${name}>の中には言葉だけを書けます。`, en: `<${name}> holds words alone.` },
        { ja: 'リンク・見出し・箇条書き・表を外してください。', en: 'Take out links, headings, lists and tables.' },
      );
    }
    if (node.type === 'mdxJsxTextElement' && !block.inline) {
      refuse(
        node,
        { ja: `<${name}>は文の途中に置けません。`, en: `<${name}> cannot stand within a line.` },
        {
          ja: '前後を空行にして、行の先頭から書いてください。',
          en: 'Put it on a line of its own, with empty lines around it.',
        },
      );
    }
  };

  visit(tree, 0, undefined);
  const start = { line: 1, column: 1 };
  if (links > limits.links) {
    found.push({
      ...start,
      message: { ja: `リンクが${limits.links}を超えています。`, en: `There are more than ${limits.links} links.` },
      remedy: { ja: '記事を分けてください。', en: 'Split the article.' },
    });
  }
  if (pictures > limits.pictures) {
    found.push({
      ...start,
      message: { ja: `画像が${limits.pictures}点を超えています。`, en: `There are more than ${limits.pictures} pictures.` },
      remedy: { ja: '記事を分けてください。', en: 'Split the article.' },
    });
  }
  return found;
}

/** Tags that are written often for want of the Markdown. */
const writtenInMarkdown: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** The refusal of an element that is no block. */
function unknownBlock(name: string | null): { message: Words; remedy: Words } {
  // Blocks begin with a capital; what does not is meant as HTML.
  if (name && /^[a-z]/.test(name)) {
    return {
      message: { ja: `HTMLのタグ <${name}> は使えません。`, en: `The HTML tag <${name}> cannot be used.` },
      remedy: writtenInMarkdown.has(name)
        ? {
            ja: '改行は行末に \\ を、区切り線は ---、画像は ![説明](ファイル名) と書いてください。',
            en: 'For a line break end the line with \\; for a rule write ---; for a picture ![description](file).',
          }
        : {
            ja: 'タグを消すか、「部品」から図版・囲みなどを入れてください。',
            en: 'Delete the tag, or put in a figure, a callout or another block from “Blocks”.',
          },
    };
  }
  const known = Object.keys(blocks).join(', ');
  return {
    message: { ja: `<${name ?? ''}>は使えません。`, en: `<${name ?? ''}> is not allowed.` },
    remedy: { ja: `使える部品は ${known} です。`, en: `The blocks are ${known}.` },
  };
}

/** True for http, https, mailto, tel, a fragment, or a path of this site; never `//host` or another scheme. */
function isAllowedUrl(url: string): boolean {
  if (/[\s\p{Cc}\\]/u.test(url)) return false;
  return /^(https?:\/\/[^/]|mailto:[^/]|tel:[+\d]|#|\/(?!\/))/i.test(url);
}

function isAttributeValue(attribute: Attribute, value: string): boolean {
  if (attribute.options) return Object.hasOwn(attribute.options, value);
  return attribute.holds === 'date' ? isCalendarDate(value) : true;
}

/**
 * The finding for a text whose MDX syntax is broken. The parser's own words are for programmers; the common slips
 * (`<br>`, `<!-- -->`, `<https://…>`, `3 <5`, a lone brace) are told in an editor's.
 */
export function syntaxFinding(error: unknown, source: string): Finding {
  const { reason = String(error), line, column } = error as { reason?: string; line?: number; column?: number };
  // A tag that is still open at the end of the text is placed by the parser in its words alone: "(3:1-3:20)".
  const [, openLine = 1, openColumn = 1] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const at: Place = { line: line ?? Number(openLine), column: column ?? Number(openColumn) };
  const written = source.split('\n')[at.line - 1] ?? '';
  const before = written.slice(0, at.column);

  if (/acorn|brace|`\{`|`\}`/.test(reason)) {
    return {
      ...at,
      message: {
        ja: '波括弧 { } の式やコメント、import・export は使えません。',
        en: 'Braces { }, import and export are not allowed.',
      },
      remedy: {
        ja: '文字としての波括弧は \\{ と \\} と書いてください。',
        en: 'For a brace as a character, write \\{ and \\}.',
      },
    };
  }
  if (/<!-?$/.test(before.trimEnd()) || written.includes('<!--')) {
    return {
      ...at,
      message: { ja: 'HTMLのコメント <!-- --> は使えません。', en: 'HTML comments <!-- --> are not allowed.' },
      remedy: { ja: '削除してください。', en: 'Delete it.' },
    };
  }
  if (/<https?:/.test(written)) {
    return {
      ...at,
      message: { ja: '<https://…> の形のリンクは使えません。', en: 'Links written <https://…> are not allowed.' },
      remedy: {
        ja: '山括弧を外すか、[文字](https://…) と書いてください。',
        en: 'Leave out the angle brackets, or write [words](https://…).',
      },
    };
  }
  const closing = /closing tag/.test(reason) && /`<\/?([\w.:-]*)/.exec(reason)?.[1];
  if (closing !== false && closing !== undefined) {
    if (!blockOf(closing)) return { ...at, ...unknownBlock(closing) };
    return {
      ...at,
      message: {
        ja: `<${closing}>の開始と終了が合っていません。`,
        en: `The opening and closing tags of <${closing}> do not match.`,
      },
      remedy: { ja: `<${closing}>と</${closing}>を対にしてください。`, en: `Pair <${closing}> with </${closing}>.` },
    };
  }
  return {
    ...at,
    message: { ja: '「<」の使い方を読み取れません。', en: "A '<' cannot be read here." },
    remedy: { ja: '文字としての「<」は \\< と書いてください。', en: "For '<' as a character, write \\<." },
  };
}
