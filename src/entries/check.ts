/** What can be wrong between entries: relations, pictures, links to other pages, the order of days. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../body/store.ts';
import { prefectureSlugs, regionSlugs } from '../data/places.ts';
import { defaultLanguage, isLanguage, type Words } from '../i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../model/content-types.ts';
import type { Field, Fields } from '../model/fields.ts';
import type { Place, Problem } from '../model/refusal.ts';
import { standingPages } from '../queries/paths.ts';
import { contentFolder, pathOf, type Entry, type Reading } from './read.ts';

/** Every problem between the entries of a reading, beside those that the reading itself found. */
export function checkTogether(root: string, { entries, drafts }: Reading): Problem[] {
  const published = new Map(entries.map((entry) => [key(entry.type, entry.slug, entry.language), entry]));
  const isDraft = new Set(drafts.map(({ type, slug, language }) => key(type, slug, language)));
  return entries.flatMap((entry) => [
    ...checkRelations(entry, published, isDraft),
    ...checkDays(entry),
    ...checkAliases(entry, published),
    ...(entry.language === defaultLanguage ? checkFiles(root, entry) : []),
    ...checkText(root, entry, published),
  ]);
}

function key(type: string, slug: string, language: string): string {
  return `${type}/${slug}/${language}`;
}

function problem(entry: Entry, words: { message: Words; remedy: Words }, field?: string, at?: Place): Problem {
  return { file: entry.file, line: at?.line ?? 1, column: at?.column ?? 1, ...(field ? { field } : {}), ...words };
}

function checkRelations(entry: Entry, published: ReadonlyMap<string, Entry>, isDraft: ReadonlySet<string>): Problem[] {
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

function checkDays(entry: Entry): Problem[] {
  if (entry.language !== defaultLanguage || entry.type !== 'events') return [];
  const { date, end } = (entry as Entry<'events'>).data;
  if (end === undefined || end > date) return [];
  return [
    problem(
      entry,
      {
        message: { ja: '最終日が開催日より後ではありません。', en: 'The last day does not come after the first.' },
        remedy: {
          ja: '日付を確かめてください。一日だけなら「end」を削除します。',
          en: "Check the dates; for one day alone, delete 'end'.",
        },
      },
      'end',
    ),
  ];
}

/** A former address must not be the present one of another entry, or both would claim it. */
function checkAliases(entry: Entry, published: ReadonlyMap<string, Entry>): Problem[] {
  const { aliases = [] } = entry.data as { aliases?: { slug: string }[] };
  if (entry.language !== defaultLanguage) return [];
  return aliases
    .filter(({ slug }) => published.has(key(entry.type, slug, defaultLanguage)))
    .map(({ slug }) =>
      problem(
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

/** Pictures that the fields name. */
function checkFiles(root: string, entry: Entry): Problem[] {
  const { cover } = entry.data as { cover?: { file: string; alt: { ja: string; en?: string | undefined } } };
  if (!cover) return [];
  return pictureExists(root, entry, cover.file) ? [] : [problem(entry, missingPicture(entry, cover.file), 'cover')];
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

function checkText(root: string, entry: Entry, published: ReadonlyMap<string, Entry>): Problem[] {
  if (!entry.text) return [];
  const text = textOf(entry.text);
  const found: Problem[] = [];
  for (const file of text.pictures) {
    if (!pictureExists(root, entry, file)) found.push(problem(entry, missingPicture(entry, file), 'body'));
  }
  for (const slug of text.events) {
    if (published.has(key('events', slug, defaultLanguage))) continue;
    found.push(
      problem(
        entry,
        {
          message: {
            ja: `<EventCard>の「${slug}」は公開されていません。`,
            en: `<EventCard> names '${slug}', which is not published.`,
          },
          remedy: { ja: `${pathOf('events', slug)} を確かめてください。`, en: `See ${pathOf('events', slug)}.` },
        },
        'body',
      ),
    );
  }
  for (const { url, line, column } of text.links) {
    const fault = linkFault(url, entry, published);
    if (fault) found.push(problem(entry, fault, 'body', { line: line + entry.textLine - 1, column }));
  }
  return found;
}

function linkFault(
  url: string,
  entry: Entry,
  published: ReadonlyMap<string, Entry>,
): { message: Words; remedy: Words } | undefined {
  const [path = '', anchor] = url.split('#', 2);
  if (path === '') {
    if (!anchor || headingsOf(entry).has(decodeURIComponent(anchor))) return undefined;
    return {
      message: { ja: `見出し「#${anchor}」がこの本文にありません。`, en: `There is no heading '#${anchor}' in this text.` },
      remedy: { ja: 'リンクか見出しを直してください。', en: 'Mend the link or the heading.' },
    };
  }
  const [language, room, slug, ...rest] = path.replace(/^\//, '').replace(/\/$/, '').split('/');
  if (!isLanguage(language) || language !== entry.language) {
    return {
      message: {
        ja: `リンク「${url}」は別の言語か、存在しないページです。`,
        en: `The link '${url}' leads to another language or nowhere.`,
      },
      remedy: {
        ja: `/${entry.language}/ で始まるパスにしてください。`,
        en: `Use a path that starts with /${entry.language}/.`,
      },
    };
  }
  const isPage =
    path.endsWith('/') &&
    rest.length === 0 &&
    (slug === undefined
      ? room === undefined || (standingPages as readonly string[]).includes(room) || (typeNames as string[]).includes(room)
      : isEntryPage(room ?? '', slug));
  if (isPage) return undefined;
  return {
    message: { ja: `リンク先「${url}」のページがありません。`, en: `There is no page '${url}'.` },
    remedy: { ja: 'パスを確かめてください（最後は / です）。', en: 'Check the path; it ends with /.' },
  };

  function isEntryPage(type: string, name: string): boolean {
    if (type === 'prefectures') return (prefectureSlugs as readonly string[]).includes(name);
    if (type === 'regions') return (regionSlugs as readonly string[]).includes(name);
    if (type === 'countries') return /^[a-z]{2}$/.test(name);
    if (type === 'events' && /^\d{4}$/.test(name)) return true;
    const target = published.get(key(type, name, entry.language));
    return target !== undefined && (!anchor || headingsOf(target).has(decodeURIComponent(anchor)));
  }
}

function headingsOf(entry: Entry): Set<string> {
  return new Set(entry.text ? textOf(entry.text).headings.map(({ id }) => id) : []);
}
