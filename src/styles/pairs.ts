/** Which roles stand on or beside which, and the contrast that they must have. */

import { grounds } from '../drawing/grounds.ts';

type Pair = readonly [role: string, ground: string];

/** Words on their grounds: 4.5 at least (WCAG 1.4.3). */
const words: readonly Pair[] = [
  ...['paper', 'wash', 'indigo-wash'].flatMap((ground) =>
    ['ink', 'ink-soft', 'link', 'link-hover', 'link-visited', 'vermilion', 'indigo', 'indigo-soft'].map((role): Pair => [
      role,
      ground,
    ]),
  ),
  ['on-indigo', 'indigo'],
  ['on-indigo', 'indigo-soft'],
  ['on-bar', 'bar'],
  ['spark', 'bar'],
  ...grounds.flatMap((ground): Pair[] => [
    ['on-bar', `ground-${ground}`],
    ['spark', `ground-${ground}`],
  ]),
  ['ink', 'mark'],
  ['ink', 'step-0'],
  ['ink', 'step-1'],
  ['ink', 'step-2'],
  ['paper', 'step-3'],
  ['paper', 'step-4'],
  ['paper', 'vermilion'],
];

/** Edges and signs on their grounds: 3 at least (WCAG 1.4.11). */
const signs: readonly Pair[] = [
  ['indigo', 'paper'],
  ['indigo-soft', 'paper'],
  ['vermilion', 'paper'],
  ['vermilion', 'wash'],
  ['focus-edge', 'paper'],
  ['on-bar', 'bar'],
  ['step-3', 'paper'],
];

export const pairs = [
  ...words.map(([role, ground]) => ({ role, ground, least: 4.5 })),
  ...signs.map(([role, ground]) => ({ role, ground, least: 3 })),
];
