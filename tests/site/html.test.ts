import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findJava } from '../../tools/java.ts';
import { dist, pages } from './pages.ts';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** Advice that is not followed: a list whose markers CSS takes away is no list to VoiceOver unless it says so. */
const ignored = /^The “list” role is unnecessary/;

test('the checker of the W3C (Nu) has nothing to say of any page', () => {
  findJava();
  const files = pages.map(({ file }) => join(dist, file));
  const output = execFileSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { messages } = JSON.parse(output) as { messages: Message[] };
  const found = messages.filter(({ message }) => !ignored.test(message));
  expect(found.map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract}`)).toEqual([]);
  // Unless it has read the pages, it has nothing to say of them either.
  expect(messages.length).toBeGreaterThan(files.length);
}, 300_000);
