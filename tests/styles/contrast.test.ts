import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { pairs } from '../../src/styles/pairs.ts';
import { contrast, themes } from '../../src/styles/roles.ts';

describe.each(Object.entries(themes))('%s', (_theme, roles) => {
  test.each(pairs)('$role on or beside $ground is $least : 1 or more', ({ role, ground, least }) => {
    expect(contrast(roles, role, ground)).toBeGreaterThanOrEqual(least);
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
