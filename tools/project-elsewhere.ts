/** The project with another content: its code and packages by links, its cache and its content its own. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What the check reads of the project beside the content. */
const parts = ['package.json', 'package-lock.json', 'settings.ts', 'src', 'node_modules'];

/** Makes a folder in which the commands of this project check the content that is put there. */
export function linkProject(folder: string): void {
  mkdirSync(join(folder, 'content'), { recursive: true });
  for (const part of parts) symlinkSync(join(process.cwd(), part), join(folder, part));
}
