/** Rendered texts, kept under the digest of their source: a text that has not changed is never rendered again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../i18n/languages.ts';
import { render, type Text } from './render.ts';
import type { Finding } from './guard.ts';

const folder = join(process.cwd(), '.cache', 'texts');

/** Digest of the engine's own files and of its packages, so that a change of either renders every text anew. */
const engine = digest([
  readFileSync(join(process.cwd(), 'package.json'), 'utf8'),
  ...['src/body', 'src/charts', 'src/model', 'src/i18n', 'src/i18n/words'].flatMap((room) => {
    const path = join(process.cwd(), room);
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(path, entry.name), 'utf8'));
  }),
]);

/** The key under which a text is kept, or everything that is wrong with its source. */
export function keep(source: string, language: Language): { key: string } | { findings: Finding[] } {
  const key = digest([engine, language, source]);
  const file = fileOf(key);
  if (existsSync(file)) return { key };
  const { text, findings } = render(source, language);
  if (!text) return { findings };
  mkdirSync(folder, { recursive: true });
  // Written whole under another name first: a build that dies leaves no half text behind.
  const side = `${file}.${process.pid}`;
  writeFileSync(side, JSON.stringify(text));
  renameSync(side, file);
  return { key };
}

/** A key for a text that is not to be kept, such as an unsaved draft's: it carries the text itself. */
export function carried(text: Text): string {
  return JSON.stringify(text);
}

/** The rendered text of a key that `keep` or `carried` has given. Throws where the cache was deleted since. */
export function textOf(key: string): Text {
  return JSON.parse(key.startsWith('{') ? key : readFileSync(fileOf(key), 'utf8')) as Text;
}

function fileOf(key: string): string {
  return join(folder, `${key}.json`);
}

function digest(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 32);
}
