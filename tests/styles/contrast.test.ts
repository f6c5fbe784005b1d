import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
const primitives = read(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'));
const light = read('src/styles/tokens.css');
const dark = read('src/styles/dark.css');

/** The custom properties that these style sheets set on the root, the later ones over the earlier. */
function rolesOf(...sheets: readonly string[]): ReadonlyMap<string, string> {
  const pairs = sheets.flatMap((sheet) => [
    ...sheet.replace(/:root:lang\(en\)[^}]*\}/, '').matchAll(/--([\w-]+):\s*([^;]+);/g),
  ]);
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

const themes = {
  light: rolesOf(primitives, light),
  dark: rolesOf(primitives, light, dark),
};

/** Relative luminance of a role's colour. Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(roles: ReadonlyMap<string, string>, role: string): number {
  let value = roles.get(role) ?? '';
  for (let [, name] = /^var\(--([\w-]+)\)$/.exec(value) ?? []; name; [, name] = /^var\(--([\w-]+)\)$/.exec(value) ?? [])
    value = roles.get(name) ?? '';
  const [, hex] = /^#([0-9a-f]{6})$/i.exec(value) ?? [];
  if (!hex) throw new Error(`--${role} is no colour: ${value}`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(roles: ReadonlyMap<string, string>, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(roles, one), luminance(roles, other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

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
    const styles = file.endsWith('.css') ? read(file) : (/<style[^>]*>([^]*?)<\/style>/.exec(read(file))?.[1] ?? '');
    for (const [colour] of styles.matchAll(/#[0-9a-f]{3,8}\b(?=[;\s])|\b(?:white|black)\b(?=;)/gi))
      found.push(`${file}: ${colour}`);
  }
  expect(found).toEqual([]);
});
