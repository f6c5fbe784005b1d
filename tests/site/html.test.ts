import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkHtml } from '../../tools/accessibility/nu.ts';
import { dist, pages } from './pages.ts';

test('the checker of the W3C (Nu) has nothing to say of any page', () => {
  expect(checkHtml(pages.map(({ file }) => join(dist, file)))).toEqual([]);
}, 300_000);
