/** Pictures made from data alone: no stock, no photograph that pretends to be of the place. All are SVG without text. */
import { prefectures } from '../data/places.ts';
import { colourOf, themes } from '../styles/roles.ts';
import type { Ground } from './grounds.ts';

/** What a cover shows: places as filled tiles, countries as dots, days as marks along the foot. */
export interface Subject {
  /** The colour that it lies on. */
  readonly ground: Ground;
  readonly prefectures: readonly string[];
  /** How many countries it concerns. */
  readonly countries: number;
  /** Dates of `YYYY-MM` or finer; those of one year are set along a line from January to December. */
  readonly days: readonly string[];
}

const accent = colourOf(themes.light, 'spark');
const light = '#fff';

const columns = 12;
const rows = 12;

interface Box {
  readonly width: number;
  readonly height: number;
}

/** A cover as SVG of the given size: tiles, dots and the threads between them. */
export function coverOf(subject: Subject, { width, height }: Box): string {
  const cell = (height * 0.94) / rows;
  const left = width - cell * (columns + 0.4);
  const top = height * 0.03;
  const named = new Set(subject.prefectures);
  const centre = (tile: readonly [number, number]) => [left + (tile[0] + 0.5) * cell, top + (tile[1] + 0.5) * cell] as const;
  const tiles = prefectures.map(({ slug, tile }) => {
    const size = cell * 0.92;
    const [x, y] = centre(tile);
    const fill = named.has(slug) ? `fill="${accent}"` : `fill="${light}" fill-opacity="0.11"`;
    return `<rect x="${n(x - size / 2)}" y="${n(y - size / 2)}" width="${n(size)}" height="${n(size)}" ${fill}/>`;
  });

  const dots = dotsFor(subject.countries, { width, height });
  const ends = prefectures.filter(({ slug }) => named.has(slug)).map(({ tile }) => centre(tile));
  const threads = dots.map(([x, y], index) => {
    const end = ends[index % Math.max(1, ends.length)];
    if (!end) return '';
    const bend = (x + end[0]) / 2;
    return `<path d="M${n(x)} ${n(y)}C${n(bend)} ${n(y)} ${n(bend)} ${n(end[1])} ${n(end[0])} ${n(end[1])}"/>`;
  });
  // Without countries to thread to, a place sends out rings; where there are many, one each keeps them readable.
  const steps = [2, 4, 7, 11, 16].slice(0, ends.length > 6 ? 1 : 5);
  const rings =
    dots.length > 0
      ? []
      : ends.flatMap(([x, y]) => steps.map((step) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(step * cell * 0.6)}"/>`));
  const circles = dots.map(([x, y]) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(height / 90)}"/>`);
  const foot = height * 0.86;
  const months = subject.days
    .filter((day) => day.length >= 7)
    .map((day) => {
      const [, month = '1', date = '15'] = day.split('-');
      const along = (Number(month) - 1 + Number(date) / 31) / 12;
      return `<rect x="${n(width * (0.06 + 0.5 * along) - height / 260)}" y="${n(foot - height * 0.03)}" width="${n(height / 130)}" height="${n(height * 0.06)}" fill="${accent}"/>`;
    });
  const line =
    months.length > 0
      ? `<rect x="${n(width * 0.06)}" y="${n(foot - 1)}" width="${n(width * 0.5)}" height="2" fill="${light}" fill-opacity="0.6"/>`
      : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colourOf(themes.light, `ground-${subject.ground}`)}"/>`,
    ...tiles,
    `<g fill="none" stroke="${light}" stroke-opacity="0.32" stroke-width="${n(height / 500)}">${threads.join('')}${rings.join('')}</g>`,
    `<g fill="${light}">${circles.join('')}</g>`,
    line,
    ...months,
    '</svg>',
  ].join('');
}

/** The tile map alone on paper, with these prefectures filled: a figure for the middle of a text. */
export function mapOf(slugs: readonly string[]): string {
  const cell = 80;
  const named = new Set(slugs);
  const tiles = prefectures.map(({ slug, tile: [column, row] }) => {
    const fill = named.has(slug) ? '#b3261e' : '#d5d9e6';
    return `<rect x="${column * cell + 44}" y="${row * cell + 44}" width="${cell - 6}" height="${cell - 6}" fill="${fill}"/>`;
  });
  const width = columns * cell + 82;
  const height = rows * cell + 82;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#f6f5f1"/>${tiles.join('')}</svg>`;
}

/** A block of dots in the upper left, as square as their number allows; at most 96, lest they touch. */
function dotsFor(countries: number, { width, height }: Box): (readonly [number, number])[] {
  const count = Math.min(countries, 96);
  const across = Math.ceil(Math.sqrt(count));
  const pitch = Math.min((width * 0.36) / Math.max(across, 5), (height * 0.6) / Math.max(across, 5));
  return Array.from({ length: count }, (_, index) => {
    const column = index % across;
    const row = Math.floor(index / across);
    return [width * 0.08 + column * pitch, height * 0.17 + row * pitch] as const;
  });
}

/** A length in the picture, to a tenth. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
