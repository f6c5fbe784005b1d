/** The three that build the same content: this project, Eleventy and Hugo, each in a room of its own. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../src/clock.ts';
import { read } from '../build/inputs.ts';
import { writePlain } from './plain.ts';

export interface Builder {
  readonly name: string;
  readonly room: string;
  /** Where the site is built, in the room. */
  readonly output: string;
  readonly command: readonly string[];
  /** What is removed for a cold build, in the room. */
  readonly kept: readonly string[];
  /** The template of every page, in the room. */
  readonly template: string;
}

/** The same moment for every build: there is no repository in a room that could say it. */
export const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  SOURCE_DATE_EPOCH: String(now().getTime() / 1000),
};

/** Makes the room of this project below `folder`, with the project's own content. */
export function makeGlocal(folder: string): Builder {
  const room = join(folder, 'glocal');
  for (const name of read) cpSync(name, join(room, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(room, 'node_modules'));
  return {
    name: 'Glocal',
    room,
    output: 'dist',
    command: [process.execPath, 'tools/build.ts'],
    kept: ['.cache', '.dist', '.astro', 'dist'],
    template: 'src/components/Footer.astro',
  };
}

/** Makes the room that Eleventy and Hugo share, with the content of this project's room. */
export function makeOthers(folder: string, content: string): Builder[] {
  const room = join(folder, 'others');
  mkdirSync(join(room, 'tools'), { recursive: true });
  for (const name of ['src', 'node_modules']) symlinkSync(join(process.cwd(), name), join(room, name));
  cpSync('tools/bench/eleventy', join(room, 'tools/bench/eleventy'), { recursive: true });
  cpSync('tools/bench/hugo', room, { recursive: true });
  writePlain(content, join(room, 'plain'));
  return [
    {
      name: 'Eleventy',
      room,
      output: 'out-eleventy',
      command: [process.execPath, 'tools/bench/eleventy/site.ts', 'out-eleventy'],
      kept: ['out-eleventy'],
      template: 'tools/bench/eleventy/pages.ts',
    },
    {
      name: 'Hugo',
      room,
      output: 'out-hugo',
      command: ['hugo', '--quiet', '--destination', 'out-hugo'],
      kept: ['out-hugo', 'resources'],
      template: 'layouts/_default/baseof.html',
    },
  ];
}

/** Removes what a builder keeps from one build to the next. */
export function forget({ room, kept }: Builder): void {
  for (const name of kept) rmSync(join(room, name), { recursive: true, force: true });
}

/** Puts a word before the end of the footer of every page. */
export function changeTemplate({ room, template }: Builder): void {
  const file = join(room, template);
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('</footer>');
  if (end === -1) throw new Error(`There is no </footer> in ${file}.`);
  writeFileSync(file, `${text.slice(0, end)}<span>.</span>${text.slice(end)}`);
}

/** True where a command can be run. */
export function isInstalled(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}
