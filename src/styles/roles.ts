/** The colours of the tokens' style sheets, as the style guide shows them and tests compute with them. At build only. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
const own = (name: string) => read(join(process.cwd(), 'src', 'styles', name));
const primitives = read(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'));

/** Values of custom properties by their names without dashes. */
type Roles = ReadonlyMap<string, string>;

/** What these sheets set on the root, the later ones over the earlier; what they set for one language is left out. */
function rolesIn(...sheets: readonly string[]): Roles {
  const pairs = sheets.flatMap((sheet) => [...sheet.replace(/:root:lang\([^}]*\}/g, '').matchAll(/--([\w-]+):\s*([^;]+);/g)]);
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

export const themes: Readonly<Record<'light' | 'dark', Roles>> = {
  light: rolesIn(primitives, own('tokens.css')),
  dark: rolesIn(primitives, own('tokens.css'), own('dark.css')),
};

/** The colour of a role as `#rrggbb`. Throws for what is no colour. */
export function colourOf(roles: Roles, role: string): string {
  const value = roles.get(role) ?? '';
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (other) return colourOf(roles, other);
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Error(`--${role} is no colour: ${value}`);
  return value.toLowerCase();
}

/** Relative luminance, 0 to 1. Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two roles, 1 to 21. Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(roles: Roles, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map((role) => luminance(colourOf(roles, role))).sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
