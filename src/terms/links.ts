/** Links from a text to the glossary, put in after the text was rendered: a changed term leaves rendered texts as they are. */
import type { Text } from '../body/render.ts';
import type { Language } from '../i18n/languages.ts';
import { entryPath } from '../queries/paths.ts';
import type { TermFinder } from './forms.ts';

/** The parts of a text with each term linked where the text first uses it; a term that the title names is its subject. */
export function withTermLinks(
  { parts, prose }: Pick<Text, 'parts' | 'prose'>,
  find: TermFinder,
  language: Language,
  title: string,
): Text['parts'] {
  const told = new Set(find(title).map(({ term }) => term.slug));
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    let html = '';
    let end = 0;
    for (const [start, stop] of prose[index] ?? []) {
      for (const { from, to, term, isAvoided } of find(part.slice(start, stop))) {
        if (isAvoided || told.has(term.slug)) continue;
        told.add(term.slug);
        html += part.slice(end, start + from);
        html += `<a class="term" href="${entryPath(language, 'terms', term.slug)}">${part.slice(start + from, start + to)}</a>`;
        end = start + to;
      }
    }
    return html + part.slice(end);
  });
}
