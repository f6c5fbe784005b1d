/**
 * What a translation was made from: a short mark for each part of the original, kept with the translation. When the
 * original changes, the marks say which of its parts are new, in any clone and with any Git host.
 */
import { contentTypes, type TypeName } from '../model/content-types.ts';
import { fieldNames } from '../model/define-type.ts';
import { meaning, type Values } from './write.ts';

/** A part of an original: a field by its name, or a block of the text by its order, from 1. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

/** The parts of an original that a translation has its own words for. */
export function partsOf(type: TypeName, values: Values): Part[] {
  const fields = fieldNames(contentTypes[type], 'translated')
    .filter((name) => name !== 'status' && name !== 'original')
    .map((name) => ({ name, text: String(meaning(values[name]) ?? '') }));
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  const blocks = body.split(/\r?\n[ \t]*\r?\n/).map((text, index) => ({ name: `body.${index + 1}`, text: text.trim() }));
  return [...fields, ...blocks].filter(({ text }) => text !== '');
}

/** The fingerprint of an original: `name:mark` for fields, then the marks of the text's blocks, apart by spaces. */
export function fingerprintOf(type: TypeName, values: Values): string {
  return partsOf(type, values)
    .map(({ name, text }) => (name.startsWith('body.') ? markOf(text) : `${name}:${markOf(text)}`))
    .join(' ');
}

/** The parts of an original that were not there, or were other, when the fingerprint was taken; and how many are gone. */
export function changedSince(fingerprint: string, type: TypeName, values: Values): { changed: Part[]; gone: number } {
  const marks = fingerprint.split(' ');
  const known = new Set(marks);
  const parts = partsOf(type, values);
  const now = new Set(fingerprintOf(type, values).split(' '));
  const changed = parts.filter(
    ({ name, text }) => !known.has(name.startsWith('body.') ? markOf(text) : `${name}:${markOf(text)}`),
  );
  return { changed, gone: marks.filter((mark) => !now.has(mark)).length };
}

/** FNV-1a, 32 bits, in hexadecimal. Source: Fowler, Noll, Vo, draft-eastlake-fnv. Fast, and no secret hangs on it. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
