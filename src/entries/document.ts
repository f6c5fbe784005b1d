/** YAML as editors may write it: the core schema, unique keys, no anchors; and where each key stands. */
import { isAlias, isMap, isNode, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Words } from '../i18n/languages.ts';
import type { Place, Problem } from '../model/refusal.ts';

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
  const document = parseDocument(yaml, { lineCounter, schema: 'core', uniqueKeys: true, version: '1.2', strict: true });
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line) + first - 1, column: Math.max(1, col) };
  };
  const lines = content.split('\n');
  const excerptAt = ({ line }: Place) => (lines[line - 1] ?? '').trim().slice(0, 80);
  const problems = document.errors.map((error) => problem(place(error.pos[0]), yamlFault(error.code, error.message)));

  function problem(at: Place, words: { message: Words; remedy: Words }): Problem {
    return { file, ...at, ...words, excerpt: excerptAt(at) };
  }

  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    if (isAlias(node) || ('anchor' in node && node.anchor) || (node.tag && node.tag.startsWith('!'))) {
      problems.push(problem(place(node.range?.[0] ?? 0), yamlFault('ANCHOR', '')));
    }
  });

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
    case 'DUPLICATE_KEY':
      return {
        message: { ja: '同じ項目が二度あります。', en: 'The same field stands twice.' },
        remedy: { ja: 'どちらか一つにしてください。', en: 'Keep one of them.' },
      };
    default:
      return {
        message: { ja: 'YAMLとして読めません。', en: `This is not valid YAML: ${reason.split('\n')[0] ?? ''}` },
        remedy: {
          ja: '字下げ、コロンの後の空白、引用符の対を確かめてください。',
          en: 'Check the indentation, the space after colons and the pairs of quotation marks.',
        },
      };
  }
}
