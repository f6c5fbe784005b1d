/** What a page may cost its reader. The limits stand in `tools/weigh.ts`. */
import { describe, expect, test } from 'vitest';
import { budgeted, budgetOf, weigh } from '../../tools/weigh.ts';
import { dist, files, pages } from './pages.ts';

/** Where a picture is none of those seen at once, even if it is the first: in a text, and among the examples of the style guide. */
const below = '.prose, [aria-labelledby=parts]';

describe('every page', () => {
  test('keeps within its budget of HTML, CSS, JavaScript, fonts and pictures seen at once', () => {
    const over = pages.flatMap(({ path, file }) => {
      const [weight, budget] = [weigh(dist, file), budgetOf(path)];
      return budgeted
        .filter((kind) => weight[kind] > budget[kind])
        .map((kind) => `${path}: ${weight[kind]} bytes of ${kind}, budget ${budget[kind]}`);
    });
    expect(over).toEqual([]);
  });

  test('gives every picture its size, so that nothing moves when it comes', () => {
    const faults = pages.flatMap(({ path, root }) =>
      root
        .querySelectorAll('img')
        .filter((image) => !Number(image.getAttribute('width')) || !Number(image.getAttribute('height')))
        .map((image) => `${path}: ${image.getAttribute('src')}`),
    );
    expect(faults).toEqual([]);
  });

  test('fetches its first picture at once unless that stands in a text, and every other when it comes near', () => {
    const faults = pages.flatMap(({ path, root }) =>
      root
        .querySelectorAll('img')
        .map((image, index) => {
          const [loading, priority] = ['loading', 'fetchpriority'].map((name) => image.getAttribute(name));
          const expected = index === 0 && !image.closest(below) ? 'eager high' : 'lazy auto';
          const found = `${loading} ${priority ?? 'auto'}`;
          return found === expected ? '' : `${path}: picture ${index + 1} is ${found}, not ${expected}`;
        })
        .filter(Boolean),
    );
    expect(faults).toEqual([]);
  });
});

test('no font is sent with the site', () => {
  expect(files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file))).toEqual([]);
});
