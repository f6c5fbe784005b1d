/** Runs the checker of HTML that the W3C uses (Nu, https://validator.github.io/validator/). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findJava } from '../java.ts';

const folder = dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json'));

interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** Advice that is not followed: a list whose markers CSS takes away is no list to VoiceOver unless it says so. */
const ignored = /^The “list” role is unnecessary/;

export const nuVersion = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** What the checker has to say of the files. Throws where it has not read them. */
export function checkHtml(files: readonly string[]): string[] {
  findJava();
  const output = execFileSync(
    'java',
    ['-jar', join(folder, 'build/dist/vnu.jar'), '--format', 'json', '--exit-zero-always', '--stdout', ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const { messages } = JSON.parse(output) as { messages: Message[] };
  // The advice that is ignored comes with every page.
  if (messages.length < files.length) throw new Error('The checker has not read every page.');
  return messages
    .filter(({ message }) => !ignored.test(message))
    .map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract}`);
}
