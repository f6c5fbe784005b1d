/**
 * Entries as Astro collections. Astro is told which there are and when one changes; the entries themselves stay in memory, where
 * pages find them: it would write all to its disk and into the bundle of pages, and read them from there. In development a saved
 * file is on its page at once.
 */
import { fileURLToPath } from 'node:url';
import { relative, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentTypes, type TypeName } from '../model/content-types.ts';
import { describe, type Problem } from '../model/refusal.ts';
import { languages } from '../i18n/languages.ts';
import { contentFolder, type Reading } from './entry.ts';
import { keepEntry, keepType, liveVersions } from './live.ts';
import { readEntry, readOnce, readType, type StoredEntry } from './read.ts';

/** Milliseconds after which a changed file is looked at again: a program empties a file before it fills it, and may be met between. */
const settled = 200;

/** A loader of one type. A build that meets a problem stops; a running server tells it and keeps the last good entry. */
export function entriesOf(type: TypeName): Loader {
  return {
    name: `entries-of-${type}`,
    load: ({ store, config, logger, watcher }: LoaderContext) => {
      const root = fileURLToPath(config.root);

      const keep = ({ slug, language, digest }: StoredEntry) => {
        store.set({ id: idOf(slug, language), data: {}, digest });
      };

      const { entries, problems } = watcher ? readType(root, type) : ofType(readOnce(root), type);
      if (problems.length > 0) {
        if (!watcher) throw new Error(`\n${problems.map(describe).join('\n\n')}`);
        tell(problems);
      }
      keepType(type, entries);
      // Not all of them emptied first: Astro would then write its lists of pictures and modules anew, which every process of the
      // project shares.
      const kept = new Set(entries.map(({ slug, language }) => idOf(slug, language)));
      for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
      for (const entry of entries) keep(entry);

      function tell(found: readonly Problem[]) {
        for (const problem of found) logger.error(describe(problem));
      }

      const looks = new Map<string, NodeJS.Timeout>();
      const changed = (path: string) => {
        const [folder, room, name] = relative(root, path).split(sep);
        if (folder !== contentFolder || room !== type || !name) return;
        const slug = contentTypes[type].storage === 'folder' ? name : name.replace(/\.yaml$/, '');
        update(slug, 'first');
        clearTimeout(looks.get(slug));
        looks.set(slug, setTimeout(update, settled, slug, 'second'));
      };

      const update = (slug: string, look: 'first' | 'second') => {
        const reading = readEntry(root, type, slug);
        if (look === 'second') tell(reading.problems);
        if (reading.problems.length > 0) return;
        if (look === 'second' && isShown(reading.entries, type, slug)) return;
        keepEntry(type, slug, reading.entries);
        const published = new Set(reading.entries.map(({ language }) => language));
        for (const language of languages) if (!published.has(language)) store.delete(idOf(slug, language));
        for (const entry of reading.entries) keep(entry);
        logger.info(`${contentFolder}/${type}/${slug}`);
      };

      watcher?.add(`${root}${contentFolder}/${type}`);
      watcher?.on('add', changed).on('change', changed).on('unlink', changed);
      return Promise.resolve();
    },
  };
}

/** True where pages show these versions already. */
function isShown(entries: readonly StoredEntry[], type: TypeName, slug: string): boolean {
  const shown = liveVersions(type, slug) as readonly StoredEntry[];
  return shown.length === entries.length && shown.every(({ digest }, place) => digest === entries[place]?.digest);
}

/** What of a reading belongs to one type; what is wrong belongs to all. */
function ofType({ entries, problems }: Reading<StoredEntry>, type: TypeName) {
  return { entries: entries.filter((entry) => entry.type === type), problems };
}

function idOf(slug: string, language: string): string {
  return `${language}/${slug}`;
}
