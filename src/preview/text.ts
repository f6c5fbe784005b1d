/** A draft's text as far as it can be shown: a passage that the guard refuses gives place to what is wrong with it. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Finding } from '../body/guard.ts';
import { render, type Text } from '../body/render.ts';
import type { Language } from '../i18n/languages.ts';
import { previewWords } from './words.ts';

/** How often passages are taken out before the text is given up: the parser tells one broken tag at a time. */
const rounds = 8;

export interface Shown {
  readonly text: Text;
  /** Everything that is wrong with the text as it is written. */
  readonly findings: Finding[];
}

/** Renders a text; what is refused of it is told in its place. */
export function show(source: string, language: Language): Shown {
  const first = render(source, language);
  if (first.text) return first;
  const lines = source.split('\n');
  const refused = new Map<number, Finding[]>();
  let findings = first.findings;
  for (let round = 0; round < rounds; round += 1) {
    const before = refused.size;
    for (const finding of findings) {
      const start = startOf(lines, finding.line - 1);
      refused.set(start, [...(refused.get(start) ?? []), finding]);
    }
    // The fault lies where nothing is left to take out.
    if (refused.size === before) break;
    const rendered = render(without(lines, refused), language);
    if (rendered.text) return { text: withNotes(rendered.text, refused, lines, language), findings: first.findings };
    findings = rendered.findings;
  }
  const empty = render('', language);
  if (!empty.text) throw new Error('The text engine refuses an empty text.');
  return { text: { ...empty.text, parts: [note(first.findings, lines, language)], prose: [] }, findings: first.findings };
}

const isEmpty = (line: string | undefined) => (line ?? '').trim() === '';

/** The first line of a passage: lines without an empty one between them. */
function startOf(lines: readonly string[], line: number): number {
  return line === 0 || isEmpty(lines[line - 1]) ? line : startOf(lines, line - 1);
}

/** The text with a mark in place of each refused passage, and as many lines as before. */
function without(lines: readonly string[], refused: ReadonlyMap<number, unknown>): string {
  const left = [...lines];
  for (const start of refused.keys()) {
    for (let line = start; line < lines.length && !isEmpty(lines[line]); line += 1) left[line] = '';
    left[start] = `refused-passage-${start}`;
  }
  return left.join('\n');
}

function withNotes(text: Text, refused: ReadonlyMap<number, Finding[]>, lines: readonly string[], language: Language): Text {
  const marked = /<p>refused-passage-(\d+)<\/p>|refused-passage-(\d+)/g;
  const noted = (html: string) =>
    html.replace(marked, (_, alone, within) => note(refused.get(Number(alone ?? within)) ?? [], lines, language));
  const parts = text.parts.map((part) => (typeof part === 'string' ? noted(part) : part));
  // A note moves what follows it.
  const prose = text.prose.map((spans, index) => (parts[index] === text.parts[index] ? spans : []));
  return { ...text, parts, prose };
}

/** What is wrong with a passage, each fault with its line as the editor counts them and the way to mend it. */
function note(findings: readonly Finding[], lines: readonly string[], language: Language): string {
  const words = previewWords[language];
  // The empty line below the front matter is not in the editor's form.
  const hidden = lines[0] === '' ? 1 : 0;
  const told = findings.map(({ line, message, remedy }) =>
    element('li', [
      element('strong', [words.line(Math.max(1, line - hidden))]),
      element('code', [(lines[line - 1] ?? '').trim().slice(0, 80)]),
      element('p', [`${message[language]} ${remedy[language]}`]),
    ]),
  );
  return toHtml(element('div', [element('p', [words.refused]), element('ul', told)], 'refused'));
}

function element(tagName: string, children: readonly (Element | string)[], className?: string): Element {
  return {
    type: 'element',
    tagName,
    properties: className ? { className: [className] } : {},
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}
