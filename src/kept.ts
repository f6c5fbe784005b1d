/** What is kept between two builds: files under the digest of what they were made of. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A name of 32 hexadecimal digits that other contents do not have (SHA-256). */
export function digest(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/**
 * A digest of files and folders of the project and of its packages: what that code makes is kept no longer than it stays as it is.
 * `paths` are from `root`, the project's own folder unless it is told.
 */
export function codeDigest(paths: readonly string[], root = process.cwd()): string {
  const files = ['package.json', 'package-lock.json', ...paths].flatMap((path) => {
    const place = join(root, path);
    if (!statSync(place).isDirectory()) return [path];
    const found = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return found.map((entry) => relative(root, join(entry.parentPath, entry.name))).sort();
  });
  return digest([...files, ...files.map((file) => readFileSync(join(root, file), 'utf8'))]);
}

/** Notes that what is kept in a file was of use. */
export function touch(file: string): void {
  const now = new Date();
  utimesSync(file, now, now);
}

/** Removes of the files of a folder those that were of use longest ago, so that `most` stay, and those of these names; gives how many are gone. */
export function bound(folder: string, most: number, spared: ReadonlySet<string> = new Set()): number {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  if (names.length <= most) return 0;
  const files = names.map(({ name }) => {
    const file = join(folder, name);
    return { file, used: spared.has(name) ? Number.MAX_SAFE_INTEGER : statSync(file).mtimeMs };
  });
  const old = files.sort((a, b) => b.used - a.used).slice(most);
  for (const { file } of old) rmSync(file);
  return old.length;
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
