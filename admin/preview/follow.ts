/** The page beside the text goes along with the cursor: what is being written is in view. */

/** Marks of Markdown and tags of blocks, between which stand the words that a page shows. */
const marks = new RegExp(
  [/\]\((?:[^()]|\([^()]*\))*\)/, /\[\^[^[\]]*\]:?|<[^<>]*>/, /^\s*(?:[-+*]|\d+[.)])\s/, /[*_`~|#>[\]\\{}]+/]
    .map(({ source }) => source)
    .join('|'),
);

/** What a page can be searched by: the longest words of a line, and how far down the text it stands, from 0 to 1. */
export interface Passage {
  readonly words: string;
  readonly share: number;
}

/** The passage at a line, counted from 1; where it has no words, at the nearest one above. None in a text without words. */
export function passageAt(text: string, line: number): Passage | undefined {
  const lines = text.split(/\r?\n/);
  for (let index = line - 1; index >= 0; index -= 1) {
    const pieces = (lines[index] ?? '').split(marks).map(condensed);
    const words = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
    if (/[\p{L}\p{N}]/u.test(words)) return { words, share: index / lines.length };
  }
  return undefined;
}

/** Brings a passage into view, in the innermost element that holds its words; of several, in the one as far down the text. */
export function showPassage(page: Window, { words, share }: Passage): void {
  const elements = [...page.document.querySelectorAll('.prose :is(h2, h3, h4, p, li, th, td, dt, dd, figcaption)')];
  const found = elements
    .map((element, index) => ({ element, away: Math.abs(index / elements.length - share) }))
    .filter(({ element }) => condensed(writtenIn(element)).includes(words))
    .filter(({ element }, _, all) => !all.some((other) => other.element !== element && element.contains(other.element)))
    .sort((a, b) => a.away - b.away)[0]?.element;
  if (!found) return;
  const { top, bottom } = found.getBoundingClientRect();
  if (top < 0 || bottom > page.innerHeight) found.scrollIntoView({ block: bottom - top > page.innerHeight ? 'end' : 'center' });
}

/** The words of an element as they are written: the readings above them come from a list. */
function writtenIn(element: Element): string {
  if (!element.querySelector('rt')) return element.textContent;
  const written = element.cloneNode(true) as Element;
  for (const reading of written.querySelectorAll('rt, rp')) reading.remove();
  return written.textContent;
}

function condensed(words: string): string {
  return words.replaceAll(/\s/g, '');
}
