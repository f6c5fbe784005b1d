/** What is kept between two builds: files under the digest of what they were made of. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A name of 32 hexadecimal digits that other contents do not have (SHA-256). */
export function digest(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** Writes a file, and its folder; whole under another name first, so that a build that dies leaves no half file behind. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const side = `${file}.${process.pid}`;
  writeFileSync(side, content);
  renameSync(side, file);
}
