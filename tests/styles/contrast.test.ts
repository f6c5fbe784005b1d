import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { contrast, themes } from '../../src/styles/roles.ts';

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
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((ground): Pair[] => [
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
const signs = [
  ['indigo', 'paper'],
  ['indigo-soft', 'paper'],
  ['vermilion', 'paper'],
  ['vermilion', 'wash'],
  ['focus-edge', 'paper'],
  ['on-bar', 'bar'],
  ['step-3', 'paper'],
] as const;

describe.each(Object.entries(themes))('%s', (_theme, roles) => {
  test.each(words)('%s on %s is 4.5 : 1 or more', (role, ground) => {
    expect(contrast(roles, role, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(signs)('%s beside %s is 3 : 1 or more', (role, ground) => {
    expect(contrast(roles, role, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('no style but the tokens names a colour', async () => {
  const found: string[] = [];
  for await (const file of glob('src/{components,layouts,pages,styles}/**/*.{astro,css}')) {
    if (/styles\/(?:tokens|dark)\.css$/.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    const styles = file.endsWith('.css') ? source : (/<style[^>]*>([^]*?)<\/style>/.exec(source)?.[1] ?? '');
    for (const [colour] of styles.matchAll(/#[0-9a-f]{3,8}\b(?=[;\s])|\b(?:white|black)\b(?=;)/gi))
      found.push(`${file}: ${colour}`);
  }
  expect(found).toEqual([]);
});
