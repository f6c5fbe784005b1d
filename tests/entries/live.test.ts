import { expect, test } from 'vitest';
import type { Entry } from '../../src/entries/entry.ts';
import { keepEntry, keepType, liveEntries, renewList } from '../../src/entries/live.ts';

const version = (slug: string, title: string) =>
  ({ type: 'themes', slug, language: 'ja', data: { title } }) as unknown as Entry<'themes'>;

test('the list of entries is the same until one changes, or code does that was made of it', () => {
  keepType('themes', [version('a', '1'), version('b', '1')]);
  const first = liveEntries();
  expect(liveEntries()).toBe(first);
  keepEntry('themes', 'b', [version('b', '2')]);
  const second = liveEntries();
  expect(second.map(({ data }) => (data as { title: string }).title)).toEqual(['1', '2']);
  renewList();
  expect(liveEntries()).not.toBe(second);
  expect(liveEntries()).toEqual(second);
});
