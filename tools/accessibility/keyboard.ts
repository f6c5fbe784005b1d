/** Walks a page with the Tab key as a reader without a mouse does, and tells what would stop or mislead them. */
import type { Page } from 'playwright-core';
import type { Language } from '../../src/i18n/languages.ts';

/** Each language at one width, since its pages are built of the same parts. */
export const walks = [
  { language: 'ja', width: 1280 },
  { language: 'en', width: 360 },
] as const satisfies readonly { language: Language; width: number }[];

const isSmall = (width: number) => width < 768;

/** A reader before a screen of a width: small ones are touched. */
export const visitor = (width: number) => ({ viewport: { width, height: 900 }, hasTouch: isSmall(width) });

/** What the walk keeps in the page between two keys. */
interface Walk {
  /** What should be reached, in the order of the document. */
  readonly expected: readonly Element[];
  /** What was reached, in the order in which it was. */
  readonly reached: Element[];
  /** What is wrong with the element that has the focus. */
  faultsOfFocused(): string[];
  /** True where the focus is at none of the page's elements. */
  left(): boolean;
  /** True where the focus is at the first of them. */
  isBack(): boolean;
  /** What was passed over, came twice or came out of turn. */
  faultsOfOrder(backwards: boolean): string[];
}

declare global {
  interface Window {
    keyboardWalk?: Walk;
  }
}

/**
 * Least sides of a target in CSS pixels: 24 anywhere (WCAG 2.2, 2.5.8), 44 (2.5.5, level AAA) for buttons, fields and links set as
 * such on screens that fingers are likely to touch.
 */
const leastSides = (width: number) => ({ ofLink: 24, ofControl: isSmall(width) ? 44 : 24 });

/**
 * Tabs through a page that has just been loaded until the focus leaves it, then back. Gives the faults found: what is passed
 * over, comes twice or out of turn (WCAG 2.1.1, 2.4.3), traps (2.1.2), has no mark (2.4.7), is outside the window or covered
 * (2.4.11), or is too small (2.5.8); and the number of stops.
 */
export async function walkByKeyboard(page: Page): Promise<{ stops: number; faults: readonly string[] }> {
  const width = page.viewportSize()?.width ?? 0;
  await page.evaluate(prepare, leastSides(width));
  const count = await page.evaluate(() => window.keyboardWalk?.expected.length ?? 0);
  const faults: string[] = [];
  // Fields with parts of their own, as those for dates, take more than one key.
  const most = count * 2 + 10;
  let keys = 0;
  for (; keys < most; keys += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => window.keyboardWalk?.left() ?? true)) break;
    faults.push(...(await page.evaluate(() => window.keyboardWalk?.faultsOfFocused() ?? [])));
  }
  if (keys === most) faults.push('the focus does not leave the page');
  faults.push(...(await page.evaluate(() => window.keyboardWalk?.faultsOfOrder(false) ?? [])));
  for (let back = 0; back < keys; back += 1) await page.keyboard.press('Shift+Tab');
  if (!(await page.evaluate(() => window.keyboardWalk?.isBack()))) await page.keyboard.press('Shift+Tab');
  faults.push(...(await page.evaluate(() => window.keyboardWalk?.faultsOfOrder(true) ?? [])));
  return { stops: count, faults: [...new Set(faults)] };
}

/** Runs in the page, and so holds all that it needs. */
function prepare(least: { ofLink: number; ofControl: number }): void {
  const candidates = 'a[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]';

  const isStop = (element: Element): boolean => {
    if (element.matches(':disabled, input[type=hidden], [tabindex^="-"], [inert] *')) return false;
    if (element.matches('summary') && element !== element.parentElement?.querySelector(':scope > summary')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    return !(element instanceof HTMLInputElement && element.type === 'radio') || isOneOfItsGroup(element);
  };

  /** A group of radio buttons is one stop: that which is chosen, or else its first. */
  const isOneOfItsGroup = (radio: HTMLInputElement): boolean => {
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(radio.name)}"]`)];
    return radio === (group.find(({ checked }) => checked) ?? group[0]);
  };

  const name = (element: Element): string =>
    `<${element.localName}> “${(element.textContent.trim() || (element.getAttribute('aria-label') ?? element.id)).replace(/\s+/g, ' ').slice(0, 40)}”`;

  /** What may show the focus: the element's own lines, or those of the shapes in it. */
  const mark = (element: Element): string =>
    [element, ...element.children]
      .map((part) => getComputedStyle(part))
      .map(({ outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth }) =>
        [outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth}`, boxShadow, stroke, strokeWidth].join(),
      )
      .join('; ');

  /** The part of the element that lies in the window: of a link on two lines, its first line. */
  const shownPart = (element: Element): DOMRect | undefined => {
    for (const { left, right, top, bottom } of element.getClientRects()) {
      const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
      const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
      if (width > 0 && height > 0) return new DOMRect(x, y, width, height);
    }
    return undefined;
  };

  const isHit = (element: Element, x: number, y: number): boolean => {
    const hit = document.elementFromPoint(x, y);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return hit !== null && (element.contains(hit) || hit.contains(element) || labels.some((label) => label.contains(hit)));
  };

  /** As wide and high as the element with its label. */
  const target = (element: Element): { width: number; height: number } => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const boxes = [element, ...labels.filter((label) => label.contains(element))].map((part) => part.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map(({ width }) => width)),
      height: Math.max(...boxes.map(({ height }) => height)),
    };
  };

  const isInLine = (element: Element) => element.matches('a') && getComputedStyle(element).display === 'inline';

  /** A link whose height is that of the words around it (WCAG 2.5.8, exception "inline"). */
  const isInText = (element: Element): boolean => {
    if (!isInLine(element)) return false;
    let block: Element | null = element;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const linked = [...(block?.querySelectorAll('a, button') ?? [])].map(({ textContent }) => textContent).join('');
    const letters = (text: string) => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;
    return letters(block?.textContent ?? '') > letters(linked);
  };

  const expected = [...document.querySelectorAll(candidates)].filter(isStop);
  const unmarked = new Map(expected.map((element) => [element, mark(element)]));
  const reached: Element[] = [];
  let turned = 0;

  const faultsOfFocused = (): string[] => {
    const element = document.activeElement as Element;
    const part = shownPart(element);
    const { width, height } = target(element);
    const side = isInLine(element) ? least.ofLink : least.ofControl;
    const faults = [
      mark(element) === unmarked.get(element) && 'has no mark of the focus',
      !part && 'is outside the window',
      part && !isHit(element, part.x + part.width / 2, part.y + part.height / 2) && 'is covered',
      Math.min(width, height) < side - 0.5 &&
        !isInText(element) &&
        `is ${Math.round(width)} × ${Math.round(height)} px, less than ${side}`,
    ];
    return faults.filter((fault) => typeof fault === 'string').map((fault) => `${name(element)} ${fault}`);
  };

  const faultsOfOrder = (backwards: boolean): string[] => {
    const found = backwards ? reached.slice(turned).reverse() : [...reached];
    turned = reached.length;
    const way = backwards ? ' on the way back' : '';
    const missing = expected
      .filter((element) => !found.includes(element))
      .map((element) => `${name(element)} is not reached${way}`);
    const again = found
      .filter((element, index) => found.indexOf(element) !== index)
      .map((element) => `${name(element)} comes twice${way}`);
    const odd = found
      .filter((element) => !expected.includes(element))
      .map((element) => `${name(element)} is reached but not expected${way}`);
    const turn = found.findIndex(
      (element, index) => index > 0 && expected.indexOf(element) < expected.indexOf(found[index - 1] as Element),
    );
    const out = turn > 0 && again.length === 0 ? [`${name(found[turn] as Element)} comes out of turn${way}`] : [];
    return [...missing, ...again, ...odd, ...out];
  };

  document.addEventListener('focusin', ({ target: element }) => {
    // A field with parts of its own is told anew for each of them.
    if (element instanceof Element && (reached.length === turned || element !== reached.at(-1))) reached.push(element);
  });

  /** Behind the last element some browsers go to their own parts, some to the page's first element again. */
  const left = (): boolean => {
    const again = reached.length > 1 && document.activeElement === reached[0];
    if (again) reached.pop();
    return again || document.activeElement === document.body;
  };
  window.keyboardWalk = {
    expected,
    reached,
    faultsOfFocused,
    left,
    isBack: () => document.activeElement === expected[0],
    faultsOfOrder,
  };
}
