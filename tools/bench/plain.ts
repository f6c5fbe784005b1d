/**
 * The same content as plain Markdown, for Eleventy and Hugo: a file for each language of an entry, its blocks as HTML, and the
 * pictures once each. Charts and galleries' captions have no likeness there and are left out.
 */
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { prefectureSlugs } from '../../src/data/places.ts';
import { contentFolder, textName } from '../../src/entries/entry.ts';
import { readMaps, readValues, type Values } from '../../src/entries/write.ts';
import { defaultLanguage, languages, type Language, type Words } from '../../src/i18n/languages.ts';
import { countryName, placeName } from '../../src/i18n/names.ts';

/** The types that have a page for each entry there. */
export const plainTypes = ['articles', 'events', 'partnerships', 'issues', 'programmes'] as const;

type PlainType = (typeof plainTypes)[number];

interface Source {
  readonly title: Partial<Words>;
  readonly publisher: Partial<Words>;
  readonly url?: string;
  readonly date?: string;
}

/**
 * Brings `folder` into line with the content below `root`: `<language>/<type>/<slug>.md`, `static/pictures/` and
 * `_data/names.json`. Files whose bytes stay as they are are not touched.
 */
export function writePlain(root: string, folder: string): void {
  const content = join(root, contentFolder);
  const wanted = new Set<string>();
  const put = (path: string, text: string) => {
    const file = join(folder, path);
    wanted.add(path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const picturePath = (file: string) => {
    const name = `${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)}${extname(file)}`;
    const copy = join(folder, 'static', 'pictures', name);
    mkdirSync(dirname(copy), { recursive: true });
    if (!existsSync(copy)) linkSync(file, copy);
    return `/pictures/${name}`;
  };
  const countries = new Set<string>();
  for (const type of plainTypes) {
    for (const name of readdirSync(join(content, type))) {
      const slug = name.replace(/\.yaml$/, '');
      const versions = versionsOf(content, type, name);
      const facts = versions[defaultLanguage] ?? {};
      for (const code of (facts['countries'] as string[] | undefined) ?? []) countries.add(code);
      for (const language of languages) {
        const words = versions[language];
        if (words?.['status'] !== 'published') continue;
        const picture = (file: string) => picturePath(join(content, type, name, file));
        const front = frontOf({ ...facts, ...words }, language, picture);
        const body = plainBody(String(words['body'] ?? ''), language, picture);
        put(`${language}/${type}/${slug}.md`, `---\n${stringify(front, quoted)}---\n\n${body}\n`);
      }
    }
  }
  put('_data/names.json', JSON.stringify(namesOf(content, [...countries].sort()), undefined, 2));
  for (const language of languages) removeOthers(folder, language, wanted);
}

/** Hugo reads YAML 1.1, in which Norway's `no` is a truth value. */
const quoted = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const;

/** The values of an entry in each language as they are written. */
function versionsOf(content: string, type: PlainType, name: string): Partial<Record<Language, Values>> {
  if (name.endsWith('.yaml'))
    return readMaps(readFileSync(join(content, type, name), 'utf8')) as Partial<Record<Language, Values>>;
  return Object.fromEntries(
    languages.flatMap((language) => {
      const file = join(content, type, name, textName(language));
      return existsSync(file) ? [[language, readValues(readFileSync(file, 'utf8')) ?? {}]] : [];
    }),
  );
}

/** The front matter, in one language. */
function frontOf(values: Values, language: Language, picture: (file: string) => string): Values {
  const said = (words: Partial<Words> | undefined) => words?.[language] ?? words?.[defaultLanguage];
  const date = values['date'] as string | undefined;
  const cover = values['cover'] as { file: string; alt: Partial<Words> } | undefined;
  const front: Values = {
    title: values['title'],
    summary: values['summary'],
    plain: values['plain'],
    // Both know whole days alone.
    date: new Date(`${(date ?? '1990').padEnd(10, '-01')}T00:00:00Z`),
    shown: date,
    cover: cover && { src: picture(cover.file), alt: said(cover.alt) },
    venue: values['venue'],
    home: said(values['home'] as Partial<Words> | undefined),
    partner: said(values['partner'] as Partial<Words> | undefined),
    themes: values['themes'],
    prefectures: values['prefectures'],
    countries: ((values['countries'] as string[] | undefined) ?? []).map((code) => code.toLowerCase()),
    lineUp: values['lineUp'],
    sources: ((values['sources'] as Source[] | undefined) ?? []).map(({ title, publisher, url, date: day }) => ({
      title: said(title),
      publisher: said(publisher),
      ...(url === undefined ? {} : { url }),
      ...(day === undefined ? {} : { day }),
    })),
    note: values['note'],
  };
  return Object.fromEntries(Object.entries(front).filter(([, value]) => value !== undefined));
}

/** A text with its blocks as HTML; Markdown within them stays Markdown. */
function plainBody(body: string, language: Language, picture: (file: string) => string): string {
  const attribute = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return body
    .replace(/<Figure [^>]*>/g, (tag) => {
      const caption = attribute(tag, 'caption');
      return `<figure><img src="${picture(attribute(tag, 'src'))}" alt="${attribute(tag, 'alt')}" loading="lazy"><figcaption>${caption}</figcaption></figure>`;
    })
    .replace(/<\/?Gallery[^>]*>\n?/g, '')
    .replace(/<Chart [^>]*>/g, '')
    .replace(/<(Callout|FactBox|Timeline) [^>]*>/g, (tag) => `<aside>\n\n**${attribute(tag, 'title')}**`)
    .replace(/<\/(Callout|FactBox|Timeline)>/g, '</aside>')
    .replace(/<Moment [^>]*>/g, (tag) => `\n*${attribute(tag, 'date')}*`)
    .replaceAll('</Moment>', '')
    .replace(/<PullQuote>([\s\S]*?)<\/PullQuote>/g, (_, words: string) => `> ${words.trim()}`)
    .replace(/<EventCard [^>]*>/g, (tag) => {
      const slug = attribute(tag, 'event');
      return `[${slug}](/${language}/events/${slug}/)`;
    })
    .replace(/<Ruby rt="([^"]*)">(.*?)<\/Ruby>/g, '<ruby>$2<rt>$1</rt></ruby>');
}

/** The names of themes, prefectures and countries, in each language. */
function namesOf(content: string, countries: readonly string[]) {
  const themes = readdirSync(join(content, 'themes')).map((name) => ({
    slug: name.replace(/\.yaml$/, ''),
    versions: readMaps(readFileSync(join(content, 'themes', name), 'utf8')) as Record<Language, { title: string }>,
  }));
  return Object.fromEntries(
    languages.map((language) => [
      language,
      {
        themes: Object.fromEntries(themes.map(({ slug, versions }) => [slug, versions[language].title])),
        prefectures: Object.fromEntries(prefectureSlugs.map((slug) => [slug, placeName(slug, language)])),
        countries: Object.fromEntries(countries.map((code) => [code.toLowerCase(), countryName(code, language)])),
      },
    ]),
  );
}

function removeOthers(folder: string, language: Language, wanted: ReadonlySet<string>): void {
  for (const file of readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.md') && !wanted.has(`${language}/${file}`)) rmSync(join(folder, language, file));
  }
}
