/** Content folders made for a test, and removed after it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** What lies at each path below `content/`: characters, bytes, a folder or a link. */
export type FilesOnDisk = Readonly<
  Record<string, string | Uint8Array | { readonly folder: true } | { readonly linkTo: string }>
>;

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A root whose content folder holds these files. */
export function onDisk(files: FilesOnDisk): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
    else if ('folder' in content) mkdirSync(path);
    else symlinkSync(content.linkTo, path);
  }
  return root;
}

export const jaFile = 'events/a/index.ja.mdx';
export const enFile = 'events/a/index.en.mdx';

/** An event in Japanese: eight lines of fields, or one more for each line of `more`, an empty line and the text. */
export const ja = (more = '', text = '本文。') =>
  `---\nslug: a\nstatus: published\ntitle: 題\nsummary: 要旨\nkind: forum\ndate: "2014-02"\n${more}---\n\n${text}\n`;

/** Its version in English. */
export const en = (more = '', text = 'Text.') =>
  `---\nstatus: published\ntitle: Title\nsummary: Summary\n${more}---\n\n${text}\n`;
