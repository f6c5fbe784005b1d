/** The magazine and the network as a feed, in the three formats that readers use. */
import { Feed } from 'feed';
import { absolute, settings } from '../../settings.ts';
import { now } from '../clock.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { Library } from '../queries/library.ts';
import { entryPath, homePath } from '../queries/paths.ts';
import { titleOf } from '../queries/titles.ts';

/** Entries in a feed at the most: a reader's program fetches the file again and again. */
const most = 50;

/** The feed of a language in each format: numbers, articles, notices and events, newest first. */
export function feedOf(library: Library, language: Language): Pick<Feed, 'atom1' | 'rss2' | 'json1'> {
  return {
    // The package declares that an Atom title is HTML. That of RSS and JSON Feed is plain.
    atom1: () => feedWith(library, language, asHtml).atom1(),
    rss2: () => feedWith(library, language, (title) => title).rss2(),
    json1: () => feedWith(library, language, (title) => title).json1(),
  };
}

/** Words as HTML in which they stand as they are. */
function asHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function feedWith(library: Library, language: Language, written: (title: string) => string): Feed {
  const t = words[language];
  const feed = new Feed({
    id: absolute(homePath(language)),
    link: absolute(homePath(language)),
    title: `${t.site.name} – ${t.site.magazine}`,
    description: t.site.description,
    language,
    copyright: settings.operator[language],
    author: { name: settings.operator[language] },
    generator: t.site.name,
    updated: now(),
    feedLinks: {
      atom: absolute(`/${language}/feed.xml`),
      rss: absolute(`/${language}/rss.xml`),
      json: absolute(`/${language}/feed.json`),
    },
  });
  const entries: Entry<'issues' | 'articles' | 'notices' | 'events'>[] = (
    ['issues', 'articles', 'notices', 'events'] as const
  ).flatMap((type) => library.written(type, language) as readonly Entry<'issues' | 'articles' | 'notices' | 'events'>[]);
  const newest = entries.sort((a, b) => (a.data.date < b.data.date ? 1 : a.data.date > b.data.date ? -1 : 0)).slice(0, most);
  for (const entry of newest) {
    const url = absolute(entryPath(language, entry.type, entry.slug));
    feed.addItem({
      id: url,
      link: url,
      title: written(titleOf(entry)),
      // HTML in all three, where readers of feeds would run what a summary quotes.
      description: asHtml(entry.data.summary),
      date: startOf(entry.data.date),
      category: [{ name: t.types[entry.type], term: entry.type }],
    });
  }
  return feed;
}

/** The start of a date in Japan; feeds know only instants. */
function startOf(date: string): Date {
  const [year, month = '01', day = '01'] = date.split('-');
  return new Date(`${year}-${month}-${day}T00:00:00+09:00`);
}
