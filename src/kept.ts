/** What is kept between two builds: files under the digest of what they were made of. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A name of 32 hexadecimal digits that other contents do not have (SHA-256). */
export function digest(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/**
 * Keeps content in a file, and makes its folder; whole under another name first, so that a build that dies leaves no half
 * file behind. The content's own digest stands before it: a power failure, or a full disk, may still damage the file.
 */
export function keepFile(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const side = `${file}.${process.pid}`;
  const bytes = Buffer.from(content);
  writeFileSync(side, Buffer.concat([sumOf(bytes), bytes]));
  renameSync(side, file);
}

/** The content of a kept file; undefined where there is none, and where its bytes are not those that were kept. */
export function keptFile(file: string): Buffer<ArrayBuffer> | undefined {
  let found: Buffer<ArrayBuffer>;
  try {
    found = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = found.subarray(sumLength);
  return sumOf(content).equals(found.subarray(0, sumLength)) ? content : undefined;
}

const sumLength = 32;

function sumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
