/** The HTML of a clipboard as Markdown. The document is parsed apart from the page: its scripts never run. */
import type { Nodes } from 'hast';
import { fromDom } from 'hast-util-from-dom';
import { markdownFrom, type Pasted } from './convert.ts';

export function markdownOf(html: string, taken: ReadonlySet<string>): Pasted {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return markdownFrom(fromDom(body) as Nodes, taken);
}
