/** What the audit asks of the content, read anew and by other means than the site was made: two readers do not err alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/entries/document.ts';
import { contentFolder, pathOf, textPath, type Reading } from '../../src/entries/entry.ts';
import { fileDigests, isKeptOf } from '../../src/entries/kept-entries.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { keepFile, keptFile } from '../../src/kept.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import { withoutEntities } from './page.ts';

/** Every version that says it is published, as `type/slug/language`, with its file. */
export function publishedSources(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const states = openStates(root);
  for (const type of typeNames) {
    const folder = join(root, contentFolder, type);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const slug = name.replace(/\.yaml$/, '');
      for (const language of languages) {
        const file = textPath(type, slug, language);
        const key = `${type}/${slug}/${language}`;
        if (states.isPublished(file, language, () => saysPublished(root, type, slug, language))) found.set(key, file);
      }
    }
  }
  states.keep();
  return found;
}

/** What files say, by their digests: one that was not written since is not read again. */
function openStates(root: string) {
  const isKept = isKeptOf(root);
  const file = join(root, '.cache', 'rebuild', 'states.json');
  const before = JSON.parse((isKept ? keptFile(file)?.toString('utf8') : undefined) ?? '{}') as Record<string, boolean>;
  const now: Record<string, boolean> = {};
  return {
    isPublished: (path: string, language: Language, read: () => boolean) => {
      const state = isKept ? fileDigests.of(join(root, path)) : undefined;
      if (!state) return read();
      const key = `${language} ${state.digest}`;
      return (now[key] ??= before[key] ?? read());
    },
    keep: () => {
      if (isKept) keepFile(file, JSON.stringify(now));
    },
  };
}

/** True for a version whose file says that it is published; of a file with front matter, only its line is read. */
function saysPublished(root: string, type: TypeName, slug: string, language: Language): boolean {
  if (contentTypes[type].storage === 'file') return fieldsOf(root, type, slug, language)?.['status'] === 'published';
  const file = join(root, textPath(type, slug, language));
  const yaml = existsSync(file) ? splitFrontMatter(readFileSync(file, 'utf8'))?.yaml : undefined;
  return /^status:\s*(["']?)published\1\s*(#.*)?$/m.test(yaml ?? '');
}

/** The fields of a version; undefined where there is none. */
function fieldsOf(root: string, type: TypeName, slug: string, language: Language): Record<string, unknown> | undefined {
  const file = join(root, textPath(type, slug, language));
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file, 'utf8');
  if (contentTypes[type].storage === 'file') return (parse(content) as Record<string, Record<string, unknown>>)[language];
  return parse(splitFrontMatter(content)?.yaml ?? '') as Record<string, unknown>;
}

/** Words of a draft that are searched for at most, and their least length: shorter ones stand anywhere. */
const sample = { runs: 5, characters: 14 };

/** For each draft, its longest unbroken words that no published file holds too. */
export function draftTexts(root: string, { drafts, entries }: Reading): { file: string; words: string[] }[] {
  if (drafts.length === 0) return [];
  const published = [...new Set(entries.map(({ type, slug }) => pathOf(type, slug)))]
    .flatMap((path) => languages.map((language) => [path, language] as const))
    .flatMap(([path, language]) => {
      const [, type, name = ''] = path.split('/') as [string, TypeName, string];
      const slug = name.replace(/\.yaml$/, '');
      const isDraft = drafts.some((draft) => draft.type === type && draft.slug === slug && draft.language === language);
      return isDraft ? [] : [sourceOf(root, type, slug, language)];
    })
    .join('\n');
  return drafts.map(({ type, slug, language }) => {
    // Ends at whatever the text engine may put markup around, or write otherwise.
    const runs = sourceOf(root, type, slug, language).split(/[^\p{L}\p{N} 、。・ー]+/u);
    const words = runs
      .map((run) => run.trim())
      .filter((run) => run.length >= sample.characters && !published.includes(run))
      .toSorted((a, b) => b.length - a.length)
      .slice(0, sample.runs);
    return { file: textPath(type, slug, language), words };
  });
}

/** The words of a version: its text, and the values of its fields where it shares a file. */
function sourceOf(root: string, type: TypeName, slug: string, language: Language): string {
  const file = join(root, textPath(type, slug, language));
  if (!existsSync(file)) return '';
  if (contentTypes[type].storage === 'folder') return readFileSync(file, 'utf8');
  return JSON.stringify(fieldsOf(root, type, slug, language) ?? {});
}

/** A file's text without its markup, as a reader sees it. */
export function shownText(content: string): string {
  return withoutEntities(content.replace(/\r\n[ \t]/g, '').replace(/<[^>]*>/g, ''));
}
