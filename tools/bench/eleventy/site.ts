/** Builds the bench's site in Eleventy: the content of `plain/` below the working directory, into the folder it is given. */
import { readFileSync } from 'node:fs';
import Eleventy, { type Config } from '@11ty/eleventy';
import footnotes from 'markdown-it-footnote';
import { languages, type Language } from '../../../src/i18n/languages.ts';
import {
  entryPage,
  feed,
  kinds,
  listPage,
  listUrl,
  siteTitle,
  sitemap,
  termsPage,
  type Front,
  type ListPage,
  type Names,
  type Page,
  type TermsPage,
} from './pages.ts';

const pageSize = 50;

const names = JSON.parse(readFileSync('plain/_data/names.json', 'utf8')) as Names;

/** Everything that pages ask of each other, worked out once. */
interface Index {
  readonly of: ReadonlyMap<string, Page>;
  /** The entries of a language, the newest first. */
  readonly newest: Readonly<Record<Language, readonly Page[]>>;
  /** Those of a type, a theme, a prefecture or a country, by `language/kind/name`, the newest first. */
  readonly lists: ReadonlyMap<string, readonly Page[]>;
  /** Where an entry stands in the list of its type. */
  readonly places: ReadonlyMap<string, number>;
}

/** Made from the entries by whichever collection is asked for first. */
let index: Index;

interface Item {
  readonly url: string;
  readonly date: Date;
  readonly page: { readonly filePathStem: string };
  readonly data: Front;
}

function indexOf(items: readonly Item[]): Index {
  const entries = items.flatMap(({ url, date, page, data }): Page[] => {
    const [, language, type, slug] = page.filePathStem.split('/');
    if (!(languages as readonly (string | undefined)[]).includes(language) || !type || !slug) return [];
    return [{ language: language as Language, type, slug, url, date: date.getTime(), data, translated: true }];
  });
  entries.sort((a, b) => b.date - a.date || (a.slug < b.slug ? -1 : 1));
  const lists = Map.groupBy(entries, ({ language, type }) => `${language}/${type}`);
  const places = new Map([...lists.values()].flatMap((list) => list.map((page, place) => [page.url, place] as const)));
  for (const page of entries) {
    for (const kind of kinds) {
      for (const value of page.data[kind] ?? []) {
        const key = `${page.language}/${kind}/${value}`;
        const list = lists.get(key);
        if (list) list.push(page);
        else lists.set(key, [page]);
      }
    }
  }
  const newest = Object.fromEntries(
    languages.map((language) => [language, entries.filter((page) => page.language === language)]),
  ) as Record<Language, Page[]>;
  return { of: new Map(entries.map((page) => [page.url, page])), newest, lists, places };
}

function pageOf(url: string, content: string): string {
  const page = index.of.get(url);
  if (!page) throw new RangeError(`There is no entry at ${url}.`);
  const { language, type, data } = page;
  const siblings = index.lists.get(`${language}/${type}`) ?? [];
  const place = index.places.get(url) ?? 0;
  const [theme] = data.themes ?? [];
  const related = theme === undefined ? [] : (index.lists.get(`${language}/themes/${theme}`) ?? []).slice(0, 6);
  const lineUp = (data.lineUp ?? []).flatMap((slug) => index.of.get(`/${language}/articles/${slug}/`) ?? []);
  return entryPage(page, content, {
    names,
    related: related.filter((other) => other !== page).slice(0, 5),
    lineUp,
    previous: siblings[place - 1],
    next: siblings[place + 1],
  });
}

function listPages(): ListPage[] {
  return [...index.lists].flatMap(([key, entries]) => {
    const [language, kind, name] = key.split('/') as [Language, string, string | undefined];
    const title = name === undefined ? kind : (names[language][kind as (typeof kinds)[number]][name] ?? name);
    const of = Math.ceil(entries.length / pageSize);
    return Array.from({ length: of }, (_, page) => ({
      language,
      path: `/${key}/`,
      title,
      entries: entries.slice(page * pageSize, (page + 1) * pageSize),
      number: page + 1,
      of,
    }));
  });
}

function homePages(): ListPage[] {
  return languages.map((language) => ({
    language,
    path: `/${language}/`,
    title: siteTitle[language],
    entries: index.newest[language].slice(0, 20),
    number: 1,
    of: 1,
  }));
}

function termsPages(): TermsPage[] {
  return languages.flatMap((language) =>
    kinds.map((kind) => ({
      language,
      path: `/${language}/${kind}/`,
      title: kind,
      terms: Object.entries(names[language][kind]).flatMap(([value, name]) => {
        const path = `/${language}/${kind}/${value}/`;
        const count = index.lists.get(path.slice(1, -1))?.length ?? 0;
        return count > 0 ? [{ path, name, count }] : [];
      }),
    })),
  );
}

interface Paginated<T> {
  readonly one: T;
}

/** A template that writes one file for each of a list. */
function each<T>(config: Config, name: string, make: () => readonly T[], url: (one: T) => string, page: (one: T) => string) {
  config.addCollection(name, (api) => {
    index ??= indexOf(api.getAll() as Item[]);
    return make();
  });
  config.addTemplate(`${name}.11ty.js`, ({ one }: Paginated<T>) => page(one), {
    layout: false,
    pagination: { data: `collections.${name}`, size: 1, alias: 'one' },
    permalink: ({ one }: Paginated<T>) => url(one).slice(1) + (url(one).endsWith('/') ? 'index.html' : ''),
    eleventyExcludeFromCollections: true,
  });
}

function configure(config: Config): void {
  config.setQuietMode(true);
  config.addPassthroughCopy({ 'plain/static': '/' });
  config.addGlobalData('layout', 'entry.11ty.js');
  config.addTemplate('_includes/entry.11ty.js', (data: { page: { url: string }; content: string }) =>
    pageOf(data.page.url, data.content),
  );
  each(
    config,
    'lists',
    () => [...listPages(), ...homePages()],
    (list) => listUrl(list, list.number),
    listPage,
  );
  each(config, 'termLists', termsPages, ({ path }) => path, termsPage);
  each(
    config,
    'feeds',
    () => languages,
    (language) => `/${language}/index.xml`,
    (language) => feed(language, index.newest[language].slice(0, 20)),
  );
  each(
    config,
    'sitemaps',
    () => languages,
    (language) => `/${language}/sitemap.xml`,
    (language) => sitemap(index.newest[language].map(({ url }) => url)),
  );
  config.amendLibrary('md', (markdown) => {
    markdown.set({ html: true });
    markdown.use(footnotes);
  });
}

await new Eleventy('plain', process.argv[2] ?? 'out', { configPath: null, quietMode: true, config: configure }).write();
