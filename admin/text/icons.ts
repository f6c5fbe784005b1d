/** The toolbar's drawings: strokes on a square of 20, in the colour of the words beside them. */
const strokes = {
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h6M5 16h6M12 4 8 16',
  strikethrough: 'M3.5 10h13M13.5 6.5C13 5 11.7 4 10 4 8 4 6.5 5 6.5 6.8M6.5 13.5C7 15 8.3 16 10 16c2 0 3.5-1 3.5-2.8',
  bullets: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  numbers: 'M8.5 5H17M8.5 10H17M8.5 15H17M3 4l1.2-.8V7M2.8 12.2c.3-1 2.4-1 2.4.3 0 1-2.4 1.7-2.4 3h2.6',
  quote:
    'M4 13.5c1.8-.5 2.6-1.8 2.6-3.5H4V6h4v4c0 2.5-1.2 4.5-3.5 5M12 13.5c1.8-.5 2.6-1.8 2.6-3.5H12V6h4v4c0 2.5-1.2 4.5-3.5 5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1',
  picture: 'M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2-2 4.5 4M12.8 7.5h.01',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  blocks: 'M3 3.5h14v5H3zM3 11.5h6v5H3zM12 14h5M14.5 11.5v5',
  search: 'M8.8 14.5a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4zM13 13l4 4',
  full: 'M12 3h5v5M17 3l-6 6M8 17H3v-5M3 17l6-6',
  notFull: 'M16 9h-5V4M11 9l6-6M4 11h5v5M9 11l-6 6',
  down: 'M6 8l4 4 4-4',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof strokes;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('tx-icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', strokes[name]);
  svg.append(path);
  return svg;
}
