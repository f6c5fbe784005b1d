/** YAML as editors may write it: the core schema, unique keys, no anchors; and where each key stands. */
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Words } from '../i18n/languages.ts';
import type { Place, Problem } from '../model/refusal.ts';
import { mostTold } from './characters.ts';

export interface Source {
  readonly file: string;
  readonly values: unknown;
  readonly problems: Problem[];
  /** Where the innermost key of a path stands; the document's first line where it is missing. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The line of the file at a place, shortened. */
  excerptAt(place: Place): string;
}

/** An MDX file's front matter and text; `line` is the line on which the text starts, counted from 1. */
export function splitFrontMatter(content: string): { yaml: string; text: string; line: number } | undefined {
  const match = /^---\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/.exec(content);
  if (!match) return undefined;
  const text = content.slice(match[0].length);
  return { yaml: match[1] ?? '', text, line: match[0].split('\n').length };
}

/** Reads a YAML document whose first line is line `first` of the file. Never throws: what is wrong is in `problems`. */
export function readYaml(file: string, yaml: string, first: number, content: string): Source {
  const lineCounter = new LineCounter();
  // A key that is a list would be told to a terminal, and has its problem here: no field has such a name.
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    uniqueKeys: true,
    version: '1.2',
    strict: true,
    logLevel: 'error',
  });
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line) + first - 1, column: Math.max(1, col) };
  };
  const lines = content.split('\n');
  const excerptAt = ({ line }: Place) => (lines[line - 1] ?? '').trim().slice(0, 80);
  const problems = [...document.errors, ...document.warnings]
    .slice(0, mostTold)
    .map((error) => problem(place(error.pos[0]), yamlFault(error.code, error.message)));

  function problem(at: Place, words: { message: Words; remedy: Words }): Problem {
    return { file, ...at, ...words, excerpt: excerptAt(at) };
  }

  visit(document, (_key, node) => {
    if (!isNode(node)) return undefined;
    if (problems.length >= mostTold) return visit.BREAK;
    if (isScalar(node) && typeof node.value === 'number' && !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(node.source ?? '')) {
      problems.push(problem(place(node.range?.[0] ?? 0), yamlFault('NUMBER', node.source ?? '')));
    }
    if (isAlias(node) || ('anchor' in node && node.anchor) || node.tag !== undefined) {
      problems.push(problem(place(node.range?.[0] ?? 0), yamlFault('ANCHOR', '')));
    }
    return undefined;
  });
  if (/^%/.test(yaml)) problems.push(problem({ line: first, column: 1 }, yamlFault('DIRECTIVE', '')));

  return {
    file,
    // An alias may unfold to gigabytes: nothing is unfolded where there is one.
    values: problems.length > 0 ? undefined : (document.toJS() as unknown),
    problems,
    placeOf: (path) => place(offsetOf(document, path)),
    excerptAt,
  };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      const inner = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
      if (!isNode(inner)) break;
      offset = inner.range?.[0] ?? offset;
      node = inner;
    }
  }
  return offset;
}

function yamlFault(code: string, reason: string): { message: Words; remedy: Words } {
  switch (code) {
    case 'ANCHOR':
      return {
        message: {
          ja: 'YAMLのアンカー（&）・別名（*）・タグ（!）は使えません。',
          en: 'YAML anchors (&), aliases (*) and tags (!) are not allowed.',
        },
        remedy: { ja: '値を引用符 "…" で囲むか、値をそのまま書いてください。', en: 'Quote the value, or write it out.' },
      };
    case 'NUMBER':
      return {
        message: {
          ja: `数「${reason}」は、別の数に読まれるおそれのある書き方です。`,
          en: `The number '${reason}' is written in a way that may be read as another.`,
        },
        remedy: {
          ja: '数なら 12 のように先頭の0や + を付けずに、文字なら引用符 "…" で囲んで書いてください。',
          en: 'Write a number without leading zeros or +, as in 12; put words between quotation marks.',
        },
      };
    case 'DIRECTIVE':
      return {
        message: { ja: 'YAMLの指示行（%）は使えません。', en: 'YAML directives (%) are not allowed.' },
        remedy: { ja: 'この行を削除してください。', en: 'Delete the line.' },
      };
    case 'TAB_AS_INDENT':
      return {
        message: { ja: '字下げがタブです。', en: 'A line is indented with a tab.' },
        remedy: { ja: 'タブを半角の空白二つに替えてください。', en: 'Use two spaces in place of the tab.' },
      };
    case 'MULTIPLE_DOCS':
      return {
        message: { ja: '項目の途中に --- があります。', en: 'A line --- stands among the fields.' },
        remedy: { ja: 'この行を削除してください。', en: 'Delete the line.' },
      };
    case 'DUPLICATE_KEY':
      return {
        message: { ja: '同じ項目が二度あります。', en: 'The same field stands twice.' },
        remedy: { ja: 'どちらか一つにしてください。', en: 'Keep one of them.' },
      };
    default:
      return {
        message: {
          ja: 'YAMLとして読めません。',
          en: `This is not valid YAML (${reason.replace(/ at line \d+, column \d+:?[\s\S]*/, '')}).`,
        },
        remedy: {
          ja: '字下げ、コロンの後の空白、引用符の対を確かめてください。',
          en: 'Check the indentation, the space after colons and the pairs of quotation marks.',
        },
      };
  }
}
