/** What can be wrong between entries: relations, pictures, links to other pages, the order of days. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../body/store.ts';
import { prefectureSlugs, regionSlugs } from '../data/places.ts';
import { defaultLanguage, languages, type Language, type Words } from '../i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Field, Fields } from '../model/fields.ts';
import type { Place, Problem } from '../model/refusal.ts';
import { needs } from '../model/types/programmes.ts';
import { eventYears } from '../queries/events.ts';
import { makeLibrary, type Library } from '../queries/library.ts';
import {
  countryPath,
  entryPath,
  homePath,
  listPath,
  needPath,
  prefecturePath,
  regionPath,
  standingPages,
  standingPath,
  yearPath,
} from '../queries/paths.ts';
import { readYaml, splitFrontMatter } from './document.ts';
import { contentFolder, pathOf, type Entry, type Reading } from './read.ts';

/** Every problem between the entries of a reading, beside those that the reading itself found. */
export function checkTogether(root: string, { entries, drafts }: Reading): Problem[] {
  const published = new Map(entries.map((entry) => [key(entry.type, entry.slug, entry.language), entry]));
  const library = makeLibrary(entries);
  const addresses = new Map(languages.map((language) => [language, addressesIn(language, library)]));
  const isDraft = new Set(drafts.map(({ type, slug, language }) => key(type, slug, language)));
  return entries.flatMap((entry) => [
    ...checkRelations(root, entry, published, isDraft),
    ...checkDays(root, entry),
    ...checkAliases(root, entry, published),
    ...checkCover(root, entry),
    ...checkText(root, entry, addresses, published),
  ]);
}

function key(type: string, slug: string, language: string): string {
  return `${type}/${slug}/${language}`;
}

/** A problem of an entry at a place of its text, or at the key of a field, which is looked up only now that it matters. */
function problem(root: string, entry: Entry, words: { message: Words; remedy: Words }, field: string, at?: Place): Problem {
  const place = at ?? placeOfField(root, entry, field);
  return { file: entry.file, line: place.line, column: place.column, field, ...words };
}

/** Where the text of an entry first names something: a picture, an event. */
function placeInText(root: string, entry: Entry, named: string): Place {
  const lines = readFileSync(join(root, entry.file), 'utf8').split('\n');
  const index = lines.findIndex((line, number) => number + 1 >= entry.textLine && line.includes(named));
  return { line: Math.max(index, 0) + 1, column: (lines[index]?.indexOf(named) ?? 0) + 1 };
}

function placeOfField(root: string, entry: Entry, field: string): Place {
  const content = readFileSync(join(root, entry.file), 'utf8');
  const split = contentTypes[entry.type].storage === 'folder' ? splitFrontMatter(content) : undefined;
  if (split) return readYaml(entry.file, split.yaml, 2, content).placeOf([field]);
  return readYaml(entry.file, content, 1, content).placeOf([entry.language, field]);
}

function checkRelations(
  root: string,
  entry: Entry,
  published: ReadonlyMap<string, Entry>,
  isDraft: ReadonlySet<string>,
): Problem[] {
  if (entry.language !== defaultLanguage) return [];
  const found: Problem[] = [];
  const fields: Fields = contentTypes[entry.type].fields;
  for (const [name, field] of Object.entries(fields) as [string, Field][]) {
    if (!field.relation) continue;
    const value = (entry.data as Record<string, unknown>)[name];
    for (const slug of [value ?? []].flat() as string[]) {
      if (published.has(key(field.relation, slug, defaultLanguage))) continue;
      const where = pathOf(field.relation as TypeName, slug);
      const draft = isDraft.has(key(field.relation, slug, defaultLanguage));
      found.push(
        problem(
          root,
          entry,
          {
            message: {
              ja: `「${field.label.ja}」の「${slug}」は${draft ? '下書きです' : 'ありません'}。`,
              en: `'${field.label.en}' names '${slug}', which ${draft ? 'is a draft' : 'does not exist'}.`,
            },
            remedy: draft
              ? {
                  ja: `${where} を先に公開するか、ここから外してください。`,
                  en: `Publish ${where} first, or take it out here.`,
                }
              : { ja: `${where} を作るか、つづりを直してください。`, en: `Add ${where}, or mend the spelling.` },
          },
          name,
        ),
      );
    }
  }
  return found;
}

function checkDays(root: string, entry: Entry): Problem[] {
  if (entry.language !== defaultLanguage || entry.type !== 'events') return [];
  const found: Problem[] = [];
  const { date, end } = (entry as Entry<'events'>).data;
  if (/^\d{4}$/.test(entry.slug)) {
    const words = {
      message: {
        ja: `スラッグ「${entry.slug}」は年のページと重なります。`,
        en: `The slug '${entry.slug}' is the path of a year.`,
      },
      remedy: { ja: '年だけではない名前にしてください。', en: 'Give it a name that is more than a year.' },
    };
    found.push(problem(root, entry, words, 'slug'));
  }
  if (end !== undefined && (end.length !== date.length || end <= date)) {
    const words = {
      message: {
        ja: '最終日が開催日より後ではないか、開催日と同じ詳しさではありません。',
        en: 'The last day does not come after the first, or is not as exact as it.',
      },
      remedy: {
        ja: '日付を確かめてください。一日だけなら「end」を削除します。',
        en: "Check the dates; for one day alone, delete 'end'.",
      },
    };
    found.push(problem(root, entry, words, 'end'));
  }
  return found;
}

/** A former address must not be the present one of another entry, or both would claim it. */
function checkAliases(root: string, entry: Entry, published: ReadonlyMap<string, Entry>): Problem[] {
  const { aliases = [] } = entry.data as { aliases?: { slug: string }[] };
  if (entry.language !== defaultLanguage) return [];
  return aliases
    .filter(({ slug }) => published.has(key(entry.type, slug, defaultLanguage)) || isClaimedTwice(entry, slug, published))
    .map(({ slug }) =>
      problem(
        root,
        entry,
        {
          message: {
            ja: `以前のURL「${slug}」は、いまは別のページです。`,
            en: `The former URL '${slug}' is another page now.`,
          },
          remedy: { ja: '「aliases」から外してください。', en: "Take it out of 'aliases'." },
        },
        'aliases',
      ),
    );
}

function isClaimedTwice(entry: Entry, alias: string, published: ReadonlyMap<string, Entry>): boolean {
  return [...published.values()].some(
    ({ type, slug, language, data }) =>
      type === entry.type &&
      slug !== entry.slug &&
      language === defaultLanguage &&
      'aliases' in data &&
      data.aliases.some((other) => other.slug === alias),
  );
}

/** The cover: that it exists, and that each published language says what it shows. */
function checkCover(root: string, entry: Entry): Problem[] {
  const { cover } = entry.data as { cover?: { file: string; alt: Partial<Words> } };
  if (!cover) return [];
  if (!pictureExists(root, entry, cover.file)) return [problem(root, entry, missingPicture(entry, cover.file), 'cover')];
  if (cover.alt[entry.language]) return [];
  const words = {
    message: {
      ja: `カバー画像に${entry.language}の代替テキストがありません。`,
      en: `The cover has no text alternative in '${entry.language}'.`,
    },
    remedy: {
      ja: `日本語版の cover: alt: に ${entry.language}: を書いてください。`,
      en: `Write ${entry.language}: below cover: alt: in the Japanese file.`,
    },
  };
  return [problem(root, entry, words, 'cover')];
}

function pictureExists(root: string, entry: Entry, file: string): boolean {
  return existsSync(join(root, contentFolder, entry.type, entry.slug, file));
}

function missingPicture(entry: Entry, file: string): { message: Words; remedy: Words } {
  const folder = pathOf(entry.type, entry.slug);
  return {
    message: { ja: `画像「${file}」がありません。`, en: `The picture '${file}' does not exist.` },
    remedy: { ja: `${folder} に置くか、名前を直してください。`, en: `Put it into ${folder}, or mend the name.` },
  };
}

function checkText(
  root: string,
  entry: Entry,
  addresses: ReadonlyMap<Language, ReadonlySet<string>>,
  published: ReadonlyMap<string, Entry>,
): Problem[] {
  if (!entry.text) return [];
  const text = textOf(entry.text);
  const found: Problem[] = [];
  for (const file of text.pictures) {
    if (!pictureExists(root, entry, file))
      found.push(problem(root, entry, missingPicture(entry, file), 'body', placeInText(root, entry, file)));
  }
  for (const slug of text.events) {
    if (published.has(key('events', slug, defaultLanguage))) continue;
    found.push(
      problem(
        root,
        entry,
        {
          message: {
            ja: `<EventCard>の「${slug}」は公開されていません。`,
            en: `<EventCard> names '${slug}', which is not published.`,
          },
          remedy: { ja: `${pathOf('events', slug)} を確かめてください。`, en: `See ${pathOf('events', slug)}.` },
        },
        'body',
        placeInText(root, entry, slug),
      ),
    );
  }
  for (const { url, line, column } of text.links) {
    const fault = linkFault(url, entry, addresses.get(entry.language) ?? new Set(), published);
    if (fault) found.push(problem(root, entry, fault, 'body', { line: line + entry.textLine - 1, column }));
  }
  return found;
}

/**
 * Every address of the site in a language, with the fragments that stand for entries and needs; countries and years are
 * those that entries name. Headings of texts are not among them.
 */
function addressesIn(language: Language, library: Library): Set<string> {
  const entries = typeNames.flatMap((type) => library.written(type, language));
  return new Set([
    homePath(language),
    ...standingPages.map((page) => standingPath(language, page)),
    ...typeNames.map((type) => listPath(language, type)),
    ...entries.map(({ type, slug }) => entryPath(language, type, slug)),
    ...Object.keys(needs).map((need) => needPath(language, need)),
    ...prefectureSlugs.map((slug) => prefecturePath(language, slug)),
    ...regionSlugs.map((slug) => regionPath(language, slug)),
    ...[...library.values('country').keys()].map((code) => countryPath(language, code)),
    ...eventYears(library.listed('events', language)).map(({ year }) => yearPath(language, year)),
  ]);
}

function linkFault(url: string, entry: Entry, addresses: ReadonlySet<string>, published: ReadonlyMap<string, Entry>) {
  const { path, anchor } = partsOf(url);
  const { language } = entry;
  if (path === '') {
    if (anchor && headingsOf(entry).has(anchor)) return undefined;
    return {
      message: { ja: `見出し「${url}」がこの本文にありません。`, en: `There is no heading '${url}' in this text.` },
      remedy: { ja: 'リンクか見出しを直してください。', en: 'Mend the link or the heading.' },
    };
  }
  if (!path.startsWith(homePath(language))) {
    return {
      message: {
        ja: `リンク「${url}」は別の言語か、存在しないページです。`,
        en: `The link '${url}' leads to another language or nowhere.`,
      },
      remedy: {
        ja: `${homePath(language)} で始まるパスにしてください。`,
        en: `Use a path that starts with ${homePath(language)}.`,
      },
    };
  }
  const [, , type = '', slug = ''] = path.split('/');
  const target = published.get(key(type, slug, language));
  const isHeading = anchor !== undefined && target !== undefined && headingsOf(target).has(anchor);
  const address = anchor === undefined || isHeading ? path : `${path}#${anchor}`;
  if (addresses.has(address)) return undefined;
  return {
    message: { ja: `リンク先「${url}」のページがありません。`, en: `There is no page '${url}'.` },
    remedy: { ja: 'パスを確かめてください（最後は / です）。', en: 'Check the path; it ends with /.' },
  };
}

/** The path of a link without its query, and its fragment as people read it. */
function partsOf(url: string): { path: string; anchor: string | undefined } {
  const [path = '', fragment] = url.split('#', 2);
  let anchor = fragment;
  try {
    anchor = fragment && decodeURIComponent(fragment);
  } catch {
    // A lone % is no encoding; as it stands it matches no heading.
  }
  return { path: path.replace(/\?.*/, ''), anchor };
}

function headingsOf(entry: Entry): Set<string> {
  return new Set(entry.text ? textOf(entry.text).headings.map(({ id }) => id) : []);
}
