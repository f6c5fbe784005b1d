/** Looks at a page as readers do who enlarge it, space its text or want nothing to move. */
import type { Page } from 'playwright-core';

/** Text spacing that a reader may set. Source: WCAG 2.2, 1.4.12, https://www.w3.org/TR/WCAG22/#text-spacing */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Text at twice its size: WCAG 2.2, 1.4.4, https://www.w3.org/TR/WCAG22/#resize-text */
const enlarged = 'html { font-size: 200% !important; }';

/** How a page is set: 320 × 256 is 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). */
export const settings = [
  { name: '400 %', width: 320, height: 256, style: '' },
  { name: 'narrow', width: 360, height: 800, style: '' },
  { name: 'text spacing', width: 320, height: 800, style: spacing },
  { name: 'text spacing', width: 1280, height: 1024, style: spacing },
  { name: 'text at 200 %', width: 360, height: 800, style: enlarged },
  { name: 'text at 200 %', width: 1280, height: 1024, style: enlarged },
] as const;

/** What is cut off, overlaps or has to be scrolled sideways in each of the settings. */
export async function reflowFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const style = await page.evaluateHandle(() => new CSSStyleSheet());
  await page.evaluate((sheet) => (document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]), style);
  for (const { name, width, height, style: text } of settings) {
    await page.setViewportSize({ width, height });
    await style.evaluate((sheet, rules) => sheet.replaceSync(rules), text);
    faults.push(...(await page.evaluate(look)).map((fault) => `${name} at ${width} px: ${fault}`));
  }
  await style.evaluate((sheet) => sheet.replaceSync(''));
  return faults;
}

/** What still moves for a reader who asked that nothing should. The media must say so. */
export function movements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const running = document.getAnimations().map(({ effect }) => `an animation of ${effect?.getComputedTiming().duration} ms`);
    const moving = [...document.querySelectorAll('a, button, input, select, summary')]
      .filter((element) =>
        getComputedStyle(element)
          .transitionDuration.split(', ')
          .some((duration) => parseFloat(duration) > 0),
      )
      .map((element) => `a transition of ${element.outerHTML.slice(0, 80)}`);
    return [...running, ...moving];
  });
}

/** Runs in the page, and so holds all that it needs. */
function look(): string[] {
  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element: Element) =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
  const texts = (element: Element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

  const root = document.documentElement;
  const wide = root.scrollWidth - root.clientWidth;

  /** What screen readers or the keyboard alone are meant to find is cut off on purpose. */
  const isForEyes = (element: Element | null): boolean =>
    !element || (!getComputedStyle(element).clipPath.startsWith('inset(50%') && isForEyes(element.parentElement));
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) => shown(element) && !element.closest('svg, option') && isForEyes(element),
  );
  const styles = new Map(elements.map((element) => [element, getComputedStyle(element)]));
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);

  /** Elements that stand out of the page where what they stand in does not. */
  const beyond = elements.filter((element) => {
    const isOut = (part: Element | null) => (part?.getBoundingClientRect().right ?? 0) > root.clientWidth + 1;
    return wide > 0 && isOut(element) && !isOut(element.parentElement) && !element.closest('[tabindex="0"] *');
  });

  const clipped = elements.filter((element) => {
    const { overflowX, overflowY, textOverflow } = styles.get(element) as CSSStyleDeclaration;
    const hides = /hidden|clip/.test(`${overflowX} ${overflowY}`) || textOverflow === 'ellipsis';
    const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return hides && over && element.textContent.trim() !== '';
  });

  const nameless = elements.filter((element) => {
    if (!scrolls(element) || element.scrollWidth <= element.clientWidth) return false;
    return element.tabIndex < 0 || !(element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby'));
  });

  /** The lines of an element's own text, without the leading that neighbours share. */
  const lines = elements.flatMap((element) =>
    texts(element).flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      // What has been scrolled out of its frame lies behind what is beside the frame.
      const frame = element.closest('[tabindex="0"]')?.getBoundingClientRect();
      return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
        const size = parseFloat((styles.get(element) as CSSStyleDeclaration).fontSize);
        const trim = Math.max(0, (bottom - top - size * 0.7) / 2);
        const [start, end] = [Math.max(left, frame?.left ?? left), Math.min(right, frame?.right ?? right)];
        return { element, left: start, right: end, top: top + trim, bottom: bottom - trim };
      });
    }),
  );
  lines.sort((a, b) => a.top - b.top);
  const overlaps: string[] = [];
  for (const [index, one] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next] as (typeof lines)[number];
      if (other.top >= one.bottom) break;
      const [x, y] = [
        Math.min(one.right, other.right) - Math.max(one.left, other.left),
        Math.min(one.bottom, other.bottom) - other.top,
      ];
      if (x > 2 && y > 2 && one.element !== other.element && !one.element.closest('ruby') && !other.element.closest('ruby'))
        overlaps.push(`${name(one.element)} overlaps ${name(other.element)}`);
    }
  }

  return [
    ...(wide > 0 ? [`the page is ${wide} px too wide (${beyond.slice(0, 3).map(name).join(', ')})`] : []),
    ...clipped.map((element) => `${name(element)} is cut off`),
    ...nameless.map((element) => `${name(element)} scrolls sideways without a name or out of reach of the keyboard`),
    ...overlaps.slice(0, 3),
  ];
}
