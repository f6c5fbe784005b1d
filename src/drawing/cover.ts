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

export const accent = colourOf(themes.light, 'spark');
export const light = '#fff';

const columns = 12;
const rows = 12;

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where a drawing keeps its parts, in shares of its width and height. */
interface Room {
  /** The block of dots: its upper left corner, and how far it reaches. */
  readonly dots: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The line of days: how far down, and how long. */
  readonly days: { readonly top: number; readonly width: number };
  /** How far letters reach in from the left: threads and rings end there. */
  readonly letters: number;
}

/** A cover without letters: the dots have the upper left to themselves. */
const whole: Room = { dots: { left: 0.08, top: 0.17, width: 0.36, height: 0.6 }, days: { top: 0.86, width: 0.31 }, letters: 0 };

/** With letters on the left, the dots stand in the sea to the north-west of the map, which has no tiles. */
export const beside: Room = {
  dots: { left: 0.56, top: 0.1, width: 0.2, height: 0.36 },
  days: { top: 0.79, width: 0.4 },
  letters: 0.44,
};

/** Pixels of the pictures beside links: the measure that networks ask for, 1.91 to 1. */
export const shareSize = { width: 1200, height: 630 } as const;

/** A cover as SVG of the given size: tiles, dots and the threads between them. */
export function coverOf(subject: Subject, { width, height }: Box, room = whole): string {
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

  const dots = dotsFor(subject.countries, { width, height }, room.dots);
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
  const foot = height * room.days.top;
  const months = subject.days
    .filter((day) => day.length >= 7)
    .map((day) => {
      const [, month = '1', date = '15'] = day.split('-');
      const along = (Number(month) - 1 + Number(date) / 31) / 12;
      return `<rect x="${n(width * (0.06 + room.days.width * along) - height / 260)}" y="${n(foot - height * 0.03)}" width="${n(height / 130)}" height="${n(height * 0.06)}" fill="${accent}"/>`;
    });
  const line =
    months.length > 0
      ? `<rect x="${n(width * 0.06)}" y="${n(foot - 1)}" width="${n(width * room.days.width)}" height="2" fill="${light}" fill-opacity="0.6"/>`
      : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colourOf(themes.light, `ground-${subject.ground}`)}"/>`,
    ...tiles,
    room.letters > 0 ? onTheRight(width * room.letters, { width, height }) : '',
    `<g fill="none"${room.letters > 0 ? ' mask="url(#right)"' : ''} stroke="${light}" stroke-opacity="0.32" stroke-width="${n(height / 500)}">${threads.join('')}${rings.join('')}</g>`,
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

/** A mask that lets a drawing through on the right of letters, with a soft edge. */
function onTheRight(edge: number, { width, height }: Box): string {
  const stops = [0, 1].map((part) => `<stop offset="${part}" stop-color="${light}" stop-opacity="${part}"/>`);
  const soft = `gradientUnits="userSpaceOnUse" x1="${n(edge)}" x2="${n(edge + width / 20)}"`;
  return `<linearGradient id="edge" ${soft}>${stops.join('')}</linearGradient><mask id="right" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="url(#edge)"/></mask>`;
}

/** A block of dots, as square as their number allows; at most 96, lest they touch. */
function dotsFor(countries: number, { width, height }: Box, room: Room['dots']): (readonly [number, number])[] {
  const count = Math.min(countries, 96);
  const across = Math.ceil(Math.sqrt(count));
  const pitch = Math.min((width * room.width) / Math.max(across, 5), (height * room.height) / Math.max(across, 5));
  return Array.from({ length: count }, (_, index) => {
    const column = index % across;
    const row = Math.floor(index / across);
    return [width * room.left + column * pitch, height * room.top + row * pitch] as const;
  });
}

/** A length in the picture, to a tenth. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
