/** Hits as a list that people read. Texts are set as text, never parsed as HTML. */
import { excerptOf, runsOf, sectionsOf, sectionsWith, shownOf } from './excerpt.ts';
import type { Search } from './open.ts';
import type { Hit } from './query.ts';
import type { words } from '../i18n/words.ts';

/** What the search says while it runs, in the language of the page. */
export type LiveWords = (typeof words)['ja']['search']['live'];

/** Sections of a page that a result leads to at most. */
const mostSections = 3;

/** Characters of an excerpt: about two lines. */
const excerptLength = { ja: 90, other: 180 };

/** The items of hits, in their order; each is loaded from its own file. */
export function itemsOf(
  search: Search,
  hits: readonly Hit[],
  marks: readonly string[],
  t: LiveWords,
): Promise<HTMLLIElement[]> {
  return Promise.all(hits.map((hit) => itemOf(search, hit, marks, t)));
}

async function itemOf({ index, base }: Search, hit: Hit, marks: readonly string[], t: LiveWords): Promise<HTMLLIElement> {
  const fragment = await index.fragment(hit.shard, hit.shard.table.ids[hit.row] ?? '');
  const shown = shownOf(fragment);
  const sections = sectionsOf(fragment);
  const item = document.createElement('li');
  const link = element('a', 'title', marked(shown.title, marks));
  link.href = fragment.url;
  const facts = element('p', 'facts');
  for (const name of ['kind', 'date', 'place'] as const) if (shown[name]) facts.append(element('span', name, [shown[name]]));
  const words = element('div', 'words', [link, facts]);
  const manner = mannerOf(hit, t);
  if (manner) words.append(element('p', 'manner', [manner]));
  const length = document.documentElement.lang === 'ja' ? excerptLength.ja : excerptLength.other;
  const excerpt = excerptOf(sections, marks, length);
  if (excerpt) words.append(element('p', 'excerpt', marked(excerpt, marks)));
  const inner = marks.length > 0 ? sectionsWith(sections, marks).slice(0, mostSections) : [];
  if (inner.length > 0) words.append(sectionList(fragment.url, inner, marks, t));
  item.append(words);
  if (shown.picture) item.append(pictureAt(base + shown.picture));
  return item;
}

/** How a hit was found, where it does not hold just what was asked; the page of what was asked for needs no reason. */
function mannerOf({ manner, via }: Hit, t: LiveWords): string {
  if (manner === 'exact' || (manner === 'subject' && via.length === 0)) return '';
  const named = [...new Set(via)].join(document.documentElement.lang === 'ja' ? '」「' : '’, ‘');
  return t.manners[manner].replace('{via}', named);
}

function sectionList(
  url: string,
  sections: readonly { id: string; heading: string }[],
  marks: readonly string[],
  t: LiveWords,
): HTMLElement {
  const list = element('ul', 'sections');
  list.setAttribute('aria-label', t.sections);
  for (const { id, heading } of sections) {
    const link = element('a', '', marked(heading, marks));
    link.href = `${url}#${encodeURIComponent(id)}`;
    list.append(element('li', '', [link]));
  }
  return list;
}

/** Decoration beside a title that says the same. */
function pictureAt(source: string): HTMLImageElement {
  const picture = document.createElement('img');
  Object.assign(picture, { src: source, alt: '', width: 96, height: 64, loading: 'lazy' });
  return picture;
}

function marked(text: string, marks: readonly string[]): Node[] {
  return runsOf(text, marks).map((run) => (run.marked ? element('mark', '', [run.text]) : document.createTextNode(run.text)));
}

/** An element with its class and contents. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  contents: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...contents);
  return made;
}
