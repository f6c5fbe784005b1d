/** What is kept between two builds: files under the digest of what they were made of. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A name of 32 hexadecimal digits that other contents do not have (SHA-256). */
export function digest(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** A digest of the project's own code in these folders and of its packages: what it makes is kept no longer than it stays as it is. */
export function codeDigest(folders: readonly string[]): string {
  const files = folders.flatMap((folder) => {
    const path = join(process.cwd(), folder);
    const found = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
    return found.map(({ name }) => join(path, name)).sort();
  });
  return digest([join(process.cwd(), 'package.json'), ...files].map((file) => readFileSync(file, 'utf8')));
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
