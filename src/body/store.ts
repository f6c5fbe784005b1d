/** Rendered texts, kept under the digest of their source: a text that has not changed is never rendered again. */
import { join } from 'node:path';
import type { Language } from '../i18n/languages.ts';
import { phrasesOf } from '../i18n/phrases.ts';
import { openDigests } from '../digests.ts';
import { codeDigest, digest, keepFile, keptFile } from '../kept.ts';
import { lasting } from '../lasting.ts';
import { render, type Text } from './render.ts';
import type { Finding } from './guard.ts';

const folder = join(process.cwd(), '.cache', 'texts');

/** The folders of the text engine. */
export const engineFolders = ['src/body', 'src/charts', 'src/model', 'src/i18n'] as const;

/** A change of the engine renders every text anew. */
const engine = codeDigest(engineFolders);

/** A text and the language in which it is written. */
export interface Source {
  readonly source: string;
  readonly language: Language;
}

/** What other processes have found wrong with texts, by their keys; forgotten with this process. */
const refused = new Map<string, Finding[]>();

/** The key under which a text is kept, or everything that is wrong with its source. */
export function keep(source: string, language: Language): { key: string } | { findings: Finding[] } {
  const key = keyOf({ source, language });
  if (isKept(key)) return { key };
  const told = refused.get(key);
  if (told) return { findings: told };
  const { text, findings } = render(source, language, phrasesOf);
  if (!text) return { findings };
  keepFile(fileOf(key), JSON.stringify(text));
  return { key };
}

/** True for a text that is rendered already, or known to be refused. */
export function isKnown(text: Source): boolean {
  const key = keyOf(text);
  return refused.has(key) || isKept(key);
}

/** Takes what another process has found wrong with a text, so that this one need not read it. */
export function refuse(text: Source, findings: Finding[]): void {
  refused.set(keyOf(text), findings);
}

/** True for the key of a text that is known to be refused. */
export function isRefused(key: string): boolean {
  return refused.has(key);
}

/** The key under which a text is kept, or would be if nothing were wrong with it. */
export function keyOf({ source, language }: Source): string {
  return digest([engine, language, source]);
}

/** A key for a text that is not to be kept, such as an unsaved draft's: it carries the text itself. */
export function carried(text: Text): string {
  return JSON.stringify(text);
}

/** The rendered text of a key that `keep` or `carried` has given. Throws where the cache was deleted or damaged since. */
export function textOf(key: string): Text {
  if (key.startsWith('{')) return JSON.parse(key) as Text;
  const kept = keptFile(fileOf(key));
  if (!kept) throw new Error(`${fileOf(key)} was deleted or damaged while it was in use.`);
  return JSON.parse(kept.toString('utf8')) as Text;
}

/** True for the key of a text that is rendered already. */
export function isKept(key: string): boolean {
  return states.of(fileOf(key))?.digest === whole;
}

/** Notes which kept texts are whole, so that the next process need not read them to know it. */
export function keepStates(): void {
  states.keep();
}

const whole = 'whole';
const states = lasting('the states of kept texts', () =>
  openDigests(join(folder, '..', 'texts.json'), (file) => (keptFile(file) ? whole : 'damaged')),
);

/** The name of the file that holds a kept text, by its key. */
export function fileName(key: string): string {
  return `${key}.json`;
}

function fileOf(key: string): string {
  return join(folder, fileName(key));
}
