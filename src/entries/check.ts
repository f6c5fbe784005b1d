/** What can be wrong between entries: relations, pictures, links to other pages, the order of days. */
import type { Text } from '../body/render.ts';
import { prefectureSlugs, regionSlugs } from '../data/places.ts';
import { missingFrom, type Letters } from '../drawing/letters.ts';
import { languageRuns } from '../i18n/foreign.ts';
import { defaultLanguage, languages, type Language, type Words } from '../i18n/languages.ts';
import { contentTypes, typeNames, type Data, type TypeName } from '../model/content-types.ts';
import type { Field, Fields } from '../model/fields.ts';
import { altIsFileName, isFileName } from '../model/pictures.ts';
import type { Place, Problem } from '../model/refusal.ts';
import { codeName } from '../model/spelling.ts';
import { audiences, needs } from '../model/types/programmes.ts';
import { eventYears } from '../queries/events.ts';
import { makeLibrary, type Library } from '../queries/library.ts';
import {
  countryPath,
  entryPath,
  hasSharePicture,
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
import { contentFolder, pathOf, type Entry, type Reading } from './entry.ts';
import { figureIn } from './figures.ts';

/** The files that the check looks into: on disk, or as an editor has them before they are saved. */
export interface Files {
  /** What a text file or a YAML file holds, by its path from the project's root. Asked of entries under check alone. */
  contentOf(file: string): string;
  /** True where a picture exists, by its path. */
  has(file: string): boolean;
  /** The text of a key that an entry of the index or under check has. */
  textOf(key: string): Pick<Text, 'headings' | 'pictures' | 'events' | 'links' | 'passages'>;
  /** What the pictures beside links can show. */
  readonly letters: Letters;
  /** The day in Japan on which the check is made, as YYYY-MM-DD. */
  readonly today: string;
}

/** What the check of one entry asks of all others. */
export interface Index {
  /** The key of the text of every published version, by `type/slug/language`. */
  readonly published: ReadonlyMap<string, string | undefined>;
  /** Every version that exists and is not published, as `type/slug/language`. */
  readonly drafts: Pick<ReadonlySet<string>, 'has'>;
  /** The slugs that claim a former address, by `type/former slug`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly addresses: Readonly<Record<Language, ReadonlySet<string>>>;
}

/** The index of the entries of a reading. */
export function indexOf({ entries, drafts }: Pick<Reading, 'entries' | 'drafts'>): Index {
  const library = makeLibrary(entries);
  const aliases = new Map<string, string[]>();
  for (const { type, slug, language, data } of entries) {
    if (language !== defaultLanguage || !('aliases' in data)) continue;
    for (const alias of data.aliases) {
      const former = `${type}/${alias.slug}`;
      aliases.set(former, [...(aliases.get(former) ?? []), slug]);
    }
  }
  return {
    published: new Map(entries.map(({ type, slug, language, text }) => [key(type, slug, language), text])),
    drafts: new Set(drafts.map(({ type, slug, language }) => key(type, slug, language))),
    aliases,
    addresses: Object.fromEntries(
      languages.map((language) => [language, addressesIn(language, library)]),
    ) as unknown as Index['addresses'],
  };
}

/** Tells every problem between an entry of a reading and the others, beside those that the reading itself found. */
export function checkerOf(reading: Reading, files: Files): (entry: Entry) => Problem[] {
  const index = indexOf(reading);
  const numbers = Map.groupBy(reading.entries.filter(isOriginalOf('issues')), ({ data }) => data.number);
  return (entry) => [
    ...checkEntry(entry, index, files),
    ...(isOriginalOf('issues')(entry) ? checkNumber(entry, numbers.get(entry.data.number) ?? [], files) : []),
  ];
}

/** Tells the versions in the default language of a type, which hold the facts of their entries. */
function isOriginalOf<T extends TypeName>(type: T): (entry: Entry) => entry is Entry<T> {
  return (entry): entry is Entry<T> => entry.type === type && entry.language === defaultLanguage;
}

/** Every problem between one entry and those of the index, itself among them. */
export function checkEntry(entry: Entry, index: Index, files: Files): Problem[] {
  return [
    ...checkRelations(entry, index, files),
    ...checkDays(entry, files),
    ...checkAttendance(entry, files),
    ...checkLanguage(entry, files),
    ...checkLetters(entry, files),
    ...checkNotice(entry, files),
    ...checkAhead(entry, files),
    ...checkRevision(entry, files),
    ...checkLineUp(entry, files),
    ...checkSources(entry, files),
    ...checkAliases(entry, index, files),
    ...checkCover(entry, files),
    ...checkText(entry, index, files),
  ];
}

function key(type: string, slug: string, language: string): string {
  return `${type}/${slug}/${language}`;
}

/** A problem of an entry at a place of its text, or at the key of a field, which is looked up only now that it matters. */
function problem(files: Files, entry: Entry, words: { message: Words; remedy: Words }, field: string, at?: Place): Problem {
  const place = at ?? placeOfField(files, entry, field);
  const excerpt = (files.contentOf(entry.file).split('\n')[place.line - 1] ?? '').trim().slice(0, 80);
  return { file: entry.file, line: place.line, column: place.column, field, ...words, excerpt };
}

/** Where the text of an entry first names something: a picture, an event. */
function placeInText(files: Files, entry: Entry, named: string): Place {
  const lines = files.contentOf(entry.file).split('\n');
  const index = lines.findIndex((line, number) => number + 1 >= entry.textLine && line.includes(named));
  return { line: Math.max(index, 0) + 1, column: (lines[index]?.indexOf(named) ?? 0) + 1 };
}

/** Where the key of a field stands in the file of an entry. */
export function placeOfField(files: Files, entry: Entry, field: string): Place {
  const content = files.contentOf(entry.file);
  const split = contentTypes[entry.type].storage === 'folder' ? splitFrontMatter(content) : undefined;
  if (split) return readYaml(entry.file, split.yaml, 2, content).placeOf([field]);
  return readYaml(entry.file, content, 1, content).placeOf([entry.language, field]);
}

function checkRelations(entry: Entry, index: Index, files: Files): Problem[] {
  if (entry.language !== defaultLanguage) return [];
  const found: Problem[] = [];
  const fields: Fields = contentTypes[entry.type].fields;
  for (const [name, field] of Object.entries(fields) as [string, Field][]) {
    if (!field.relation) continue;
    const value = (entry.data as Record<string, unknown>)[name];
    for (const slug of [value ?? []].flat() as string[]) {
      if (index.published.has(key(field.relation, slug, defaultLanguage))) continue;
      const where = pathOf(field.relation as TypeName, slug);
      const draft = index.drafts.has(key(field.relation, slug, defaultLanguage));
      found.push(
        problem(
          files,
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

function checkDays(entry: Entry, files: Files): Problem[] {
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
    found.push(problem(files, entry, words, 'slug'));
  }
  if (end !== undefined && (end.length !== date.length || end <= date)) {
    const words = {
      message: {
        ja: '最終日が開催日より後ではないか、開催日と同じ詳しさではありません。',
        en: 'The last day does not come after the first, or is not as exact as it.',
      },
      remedy: {
        ja: '日付を確かめてください。一日だけなら「最終日」を空にします。',
        en: "Check the dates; for one day alone, leave 'Last day' empty.",
      },
    };
    found.push(problem(files, entry, words, 'end'));
  }
  return found;
}

/** A title or summary in English has Latin letters, or the Japanese one was copied and never translated. */
function checkLanguage(entry: Entry, files: Files): Problem[] {
  if (entry.language !== 'en') return [];
  const { title, summary } = entry.data as { title?: string; summary?: string };
  const inFields = Object.entries({ title, summary }).flatMap(([name, words]) => {
    const field = (contentTypes[entry.type].fields as Fields)[name];
    if (!field || words === undefined || /\p{Script=Latin}/u.test(words)) return [];
    if (!languageRuns(words, entry.language).some(({ lang }) => lang === 'ja')) return [];
    const told = {
      message: { ja: `英語版の「${field.label.ja}」が日本語のままです。`, en: `'${field.label.en}' is still in Japanese.` },
      remedy: { ja: '英語に訳してください。', en: 'Translate it.' },
    };
    return [problem(files, entry, told, name)];
  });
  return isStillJapanese(entry, files)
    ? [...inFields, problem(files, entry, untranslated, 'body', textStart(entry))]
    : inFields;
}

/** True for a text in which more is written in Japanese than in Latin letters: it was copied to be translated. */
function isStillJapanese({ text }: Entry, files: Files): boolean {
  const written = text
    ? files
        .textOf(text)
        .passages.map((passage) => passage.text)
        .join('')
    : '';
  const count = (letters: RegExp) => written.match(letters)?.length ?? 0;
  return count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) > count(/\p{Script=Latin}/gu);
}

const untranslated = {
  message: { ja: '英語版の本文が日本語のままです。', en: 'The English text is still in Japanese.' },
  remedy: { ja: '英語に訳すか、下書きにしてください。', en: 'Translate it, or keep this version a draft.' },
};

const textStart = ({ textLine }: Entry): Place => ({ line: textLine, column: 1 });

/** Every character of a title that a picture beside links shows is in the picture's font, or readers would see a box. */
function checkLetters(entry: Entry, files: Files): Problem[] {
  const { title } = entry.data as { title?: string };
  if (!title || !hasSharePicture(entry.type)) return [];
  const { label } = (contentTypes[entry.type].fields as Fields)['title'] as Field;
  return missingFrom(files.letters, title).map((character) => {
    const named = `${character}（${codeName(character)}）`;
    const words = {
      message: {
        ja: `「${label.ja}」の文字 ${named} は、共有用の画像の書体にありません。`,
        en: `'${label.en}' has the character ${named.replace('（', ' (').replace('）', ')')}, which the font of the pictures beside links lacks.`,
      },
      remedy: {
        ja: '別の字体かかなで書き、絵文字や記号なら外してください。どうしても要るときは、保守担当者が src/drawing/font.ts の書体を替えます。',
        en: 'Write it otherwise, or leave it out if it is an emoji or a sign; where it must stay, a maintainer chooses another font in src/drawing/font.ts.',
      },
    };
    return problem(files, entry, words, 'title');
  });
}

/** A range of people goes from the fewer to the more. */
function checkAttendance(entry: Entry, files: Files): Problem[] {
  if (entry.language !== defaultLanguage || entry.type !== 'events') return [];
  const { attendance } = (entry as Entry<'events'>).data;
  if (!attendance.some(({ people, most = Infinity }) => most <= people)) return [];
  const words = {
    message: {
      ja: '「参加者数」の上限が、人数より多くありません。',
      en: "In 'Attendance', the most is not more than the number of people.",
    },
    remedy: {
      ja: '「人数」に少ないほう、「上限」に多いほうの数を書いてください。幅がなければ「上限」を空にします。',
      en: "Write the lower number as 'People' and the higher one as the most; leave the most empty where there is no range.",
    },
  };
  return [problem(files, entry, words, 'attendance')];
}

/** A notice neither closes nor is confirmed before it is posted; dates are compared as far as both are exact. */
function checkNotice(entry: Entry, files: Files): Problem[] {
  if (entry.language !== defaultLanguage || entry.type !== 'notices') return [];
  const { date, expires, confirmed } = (entry as Entry<'notices'>).data;
  return Object.entries({ expires, confirmed }).flatMap(([field, day]) => {
    const exactness = Math.min(date.length, day?.length ?? 0);
    if (!day || day.slice(0, exactness) >= date.slice(0, exactness)) return [];
    const { label } = contentTypes.notices.fields[field as 'expires' | 'confirmed'];
    const words = {
      message: {
        ja: `「${label.ja}」が掲載日より前です。`,
        en: `'${label.en}' is earlier than the day on which the notice was posted.`,
      },
      remedy: { ja: '二つの日付を確かめてください。', en: 'Check both dates.' },
    };
    return [problem(files, entry, words, field)];
  });
}

/** A former address must not be the present one of another entry, or both would claim it. */
function checkAliases(entry: Entry, index: Index, files: Files): Problem[] {
  const { aliases = [] } = entry.data as { aliases?: { slug: string }[] };
  if (entry.language !== defaultLanguage) return [];
  return aliases
    .filter(({ slug }) => {
      const claimedTwice = index.aliases.get(`${entry.type}/${slug}`)?.some((other) => other !== entry.slug);
      return claimedTwice || index.published.has(key(entry.type, slug, defaultLanguage));
    })
    .map(({ slug }) =>
      problem(
        files,
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

/** Types whose date is the day of their own publication; of an event or an anniversary a later one says nothing wrong. */
export const datedByPublication: readonly TypeName[] = ['articles', 'issues', 'notices'];

/** What has happened lies not ahead: what is published is there on its day, and sources, revisions and confirmations are known. */
function checkAhead(entry: Entry, files: Files): Problem[] {
  if (entry.language !== defaultLanguage) return [];
  const found: Problem[] = [];
  const { date, updated, confirmed, sources = [] } = entry.data as Partial<Data<'articles'> & Data<'notices'>>;
  const isAhead = (day: string | undefined) => day !== undefined && day > files.today.slice(0, day.length);
  if (datedByPublication.includes(entry.type) && isAhead(date)) {
    const words = {
      message: {
        ja: `日付「${date}」がまだ来ていません（今日は${files.today}）。`,
        en: `The date '${date}' is still to come; today is ${files.today}.`,
      },
      remedy: {
        ja: 'その日まで status: draft（下書き）にしておくか、日付を直してください。',
        en: 'Keep it a draft (status: draft) until that day, or mend the date.',
      },
    };
    found.push(problem(files, entry, words, 'date'));
  }
  const others: readonly (readonly [name: string, day: string | undefined])[] = [
    ['updated', updated],
    ['confirmed', confirmed],
    ...sources.map((source) => ['sources', source.date] as const),
  ];
  for (const [name, day] of others) {
    if (!isAhead(day)) continue;
    const { label } = (contentTypes[entry.type].fields as Fields)[name] as Field;
    const words = {
      message: {
        ja: `「${label.ja}」の日付「${day}」がまだ来ていません（今日は${files.today}）。`,
        en: `'${label.en}' has the date '${day}', which is still to come; today is ${files.today}.`,
      },
      remedy: { ja: '日付を確かめてください。', en: 'Check the date.' },
    };
    found.push(problem(files, entry, words, name));
  }
  return found;
}

/** An article is revised on the day of its publication or later; dates are compared as far as both are exact. */
function checkRevision(entry: Entry, files: Files): Problem[] {
  if (!isOriginalOf('articles')(entry)) return [];
  const { date, updated } = entry.data;
  const exactness = Math.min(date.length, updated?.length ?? 0);
  if (!updated || updated.slice(0, exactness) >= date.slice(0, exactness)) return [];
  const words = {
    message: { ja: '更新日が公開日より前です。', en: "'Last revised' is earlier than the date of publication." },
    remedy: { ja: '二つの日付を確かめてください。', en: 'Check both dates.' },
  };
  return [problem(files, entry, words, 'updated')];
}

/** A number of the magazine has articles. */
function checkLineUp(entry: Entry, files: Files): Problem[] {
  if (!isOriginalOf('issues')(entry) || entry.data.lineUp.length > 0) return [];
  const words = {
    message: { ja: '「目次」に記事がありません。', en: "The 'Line-up' names no article." },
    remedy: {
      ja: 'lineUp: に記事のスラッグを書くか、できるまで下書きにしてください。',
      en: 'Write the slugs of its articles at lineUp:, or keep it a draft until there are some.',
    },
  };
  return [problem(files, entry, words, 'lineUp')];
}

/** No two numbers of the magazine have the same number. */
function checkNumber(issue: Entry<'issues'>, namesakes: readonly Entry<'issues'>[], files: Files): Problem[] {
  const other = namesakes.find(({ slug }) => slug !== issue.slug);
  if (!other) return [];
  const words = {
    message: {
      ja: `号数${issue.data.number}は「${other.slug}」と同じです。`,
      en: `Number ${issue.data.number} is also that of '${other.slug}'.`,
    },
    remedy: { ja: 'どちらかの号数を直してください。', en: 'Give one of them another number.' },
  };
  return [problem(files, issue, words, 'number')];
}

/** The types whose figures a reader may check, each with the facts that are figures themselves. */
const sourced: Partial<Record<TypeName, readonly string[]>> = {
  articles: [],
  events: ['number', 'attendance'],
  programmes: ['since'],
  partnerships: ['date'],
  notices: [],
  issues: [],
  prefectures: [],
};

/** Where an entry gives figures, it says where they come from. */
function checkSources(entry: Entry, files: Files): Problem[] {
  const facts = sourced[entry.type];
  const data = entry.data as Readonly<Record<string, unknown>> & { sources?: readonly unknown[] };
  if (!facts || (data.sources ?? []).length > 0) return [];
  const fact = entry.language === defaultLanguage && facts.find((name) => [data[name] ?? []].flat().length > 0);
  const isWords = ({ kind, translated }: Field) => translated && (kind === 'text' || kind === 'longText');
  const inWords = Object.entries(contentTypes[entry.type].fields as Fields).flatMap(([name, field]) => {
    const written = data[name];
    const figure = name !== 'title' && isWords(field) && typeof written === 'string' ? figureIn(written) : undefined;
    return figure === undefined ? [] : [{ name, figure }];
  });
  const passages = entry.text ? files.textOf(entry.text).passages : [];
  const inText = passages.map(({ text }) => figureIn(text)).find((figure) => figure !== undefined);
  const [first] = inWords;
  const at = inText !== undefined && !fact && !first ? placeInText(files, entry, inText) : undefined;
  const named = first?.figure ?? inText;
  if (!fact && named === undefined) return [];
  const words = {
    message: {
      ja: fact ? `「${fact}」に数値がありますが、出典がありません。` : `数値「${named}」がありますが、出典がありません。`,
      en: fact
        ? `'${fact}' holds figures, and there are no sources.`
        : `There is the figure '${named}', and there are no sources.`,
    },
    remedy: {
      ja: '数値の載っている資料を、日本語版の「出典」（sources:）に書いてください。',
      en: "Write where the figure comes from in the 'Sources' (sources:) of the Japanese version.",
    },
  };
  return [problem(files, entry, words, fact || (first?.name ?? 'body'), at)];
}

/** The cover: that it exists, and that each published language says what it shows. */
function checkCover(entry: Entry, files: Files): Problem[] {
  const { cover } = entry.data as { cover?: { file: string; alt: Partial<Words> } };
  if (!cover) return [];
  if (!pictureExists(files, entry, cover.file)) return [problem(files, entry, missingPicture(entry, cover.file), 'cover')];
  const alt = cover.alt[entry.language];
  if (alt && isFileName(alt)) return [problem(files, entry, altIsFileName(alt), 'cover')];
  if (alt) return [];
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
  return [problem(files, entry, words, 'cover')];
}

function pictureExists(files: Files, entry: Entry, file: string): boolean {
  return files.has(`${contentFolder}/${entry.type}/${entry.slug}/${file}`);
}

function missingPicture(entry: Entry, file: string): { message: Words; remedy: Words } {
  const folder = pathOf(entry.type, entry.slug);
  return {
    message: { ja: `画像「${file}」がありません。`, en: `The picture '${file}' does not exist.` },
    remedy: { ja: `${folder} に置くか、名前を直してください。`, en: `Put it into ${folder}, or mend the name.` },
  };
}

function checkText(entry: Entry, index: Index, files: Files): Problem[] {
  if (!entry.text) return [];
  const text = files.textOf(entry.text);
  const found: Problem[] = [];
  for (const file of text.pictures) {
    if (!pictureExists(files, entry, file))
      found.push(problem(files, entry, missingPicture(entry, file), 'body', placeInText(files, entry, file)));
  }
  for (const slug of text.events) {
    if (index.published.has(key('events', slug, defaultLanguage))) continue;
    found.push(
      problem(
        files,
        entry,
        {
          message: {
            ja: `<EventCard>の「${slug}」は公開されていません。`,
            en: `<EventCard> names '${slug}', which is not published.`,
          },
          remedy: { ja: `${pathOf('events', slug)} を確かめてください。`, en: `See ${pathOf('events', slug)}.` },
        },
        'body',
        placeInText(files, entry, slug),
      ),
    );
  }
  for (const { url, line, column } of text.links) {
    const fault = linkFault(url, entry, index, files);
    if (fault) found.push(problem(files, entry, fault, 'body', { line: line + entry.textLine - 1, column }));
  }
  return found;
}

/**
 * Every address of the site in a language, with the fragments that stand for entries; countries and years are
 * those that entries name. Headings of texts are not among them.
 */
function addressesIn(language: Language, library: Library): Set<string> {
  const entries = typeNames.flatMap((type) => library.written(type, language));
  return new Set([
    homePath(language),
    ...standingPages.map((page) => standingPath(language, page)),
    ...typeNames.map((type) => listPath(language, type)),
    ...entries.map(({ type, slug }) => entryPath(language, type, slug)),
    ...Object.keys(needs).flatMap((need) =>
      [undefined, ...Object.keys(audiences)].map((audience) => needPath(language, need, audience)),
    ),
    ...prefectureSlugs.map((slug) => prefecturePath(language, slug)),
    ...regionSlugs.map((slug) => regionPath(language, slug)),
    ...[...library.values('country').keys()].map((code) => countryPath(language, code)),
    ...eventYears(library, language).map(({ year }) => yearPath(language, year)),
  ]);
}

function linkFault(url: string, entry: Entry, index: Index, files: Files) {
  const { path, anchor } = partsOf(url);
  const { language } = entry;
  if (path === '') {
    if (anchor && headingsOf(entry.text, files).has(anchor)) return undefined;
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
  const target = index.published.get(key(type, slug, language));
  const isHeading = anchor !== undefined && headingsOf(target, files).has(anchor);
  const address = anchor === undefined || isHeading ? path : `${path}#${anchor}`;
  if (index.addresses[language].has(address)) return undefined;
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

function headingsOf(text: string | undefined, files: Files): Set<string> {
  return new Set(text ? files.textOf(text).headings.map(({ id }) => id) : []);
}
