import { expect, test } from 'vitest';
import { site } from './site.ts';

const { open, at } = site();

test('the newsroom of a built site says how to save, under its own policy, and readers’ pages keep theirs', async () => {
  const page = await open('/ja/');
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  const readers = (await page.goto(at('/ja/')))?.headers()['content-security-policy'];
  const response = await page.goto(at('/admin/'));
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).not.toContain('unsafe-eval');
  expect(readers).toContain("style-src 'self';");
  expect(response?.headers()['x-robots-tag']).toBe('noindex');
  await page.getByText('ここからは保存できません').waitFor();
  expect(faults).toEqual([]);
});
