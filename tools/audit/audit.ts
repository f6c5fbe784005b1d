/** What is asked of a site that was built before it is published. Each fault names its file and its remedy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../settings.ts';
import { today } from '../../src/clock.ts';
import { prefectures } from '../../src/data/places.ts';
import { datedByPublication, placeOfField } from '../../src/entries/check.ts';
import type { Entry, Reading } from '../../src/entries/entry.ts';
import { filesBelow, readOnce } from '../../src/entries/read.ts';
import { isLanguage, languages, type Words } from '../../src/i18n/languages.ts';
import { cutLoose } from '../../src/lasting.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { entryPath, inLanguage } from '../../src/queries/paths.ts';
import { idOf } from '../../src/queries/reads.ts';
import { draftTexts, publishedSources, shownText } from './content.ts';
import type { Page } from './page.ts';
import { pictureFaults } from './pictures.ts';
import { readReleased, removed } from './released.ts';
import { freshSince, type Past } from './past.ts';
import { entryAt, fileAt, listedIn, openSite, type Site } from './site.ts';

/**
 * Everything that is wrong with the site in a folder, which was built from the project at `root` and holds these files, by their
 * paths from there. Where it is told what has passed before, only that is examined again which may be otherwise since.
 */
export async function audit(folder: string, root: string, paths: readonly string[], past?: Past): Promise<Problem[]> {
  const site = openSite(folder, paths);
  const reading = readOnce(root);
  const fresh = past ? freshSince(site, past) : { pages: site.paths, files: site.files };
  const unlisted = new Set<string>();
  const ofPages: Problem[] = [];
  const brokenIn = broken(site);
  for (const path of fresh.pages) {
    const page = site.page(path);
    if (page.unlisted) unlisted.add(path);
    ofPages.push(...commented(site, page), ...brokenIn(page), ...unpaired(site, page));
  }
  const listedBefore = new Set(past && listedIn(past.folder));
  const isUnlisted = (path: string) => (fresh.pages.has(path) ? unlisted.has(path) : !listedBefore.has(path));
  const drafts = draftTexts(root, reading);
  return [
    ...removed(readReleased(root), site),
    ...unaccounted(site, reading, publishedSources(root), isUnlisted),
    ...early(reading.entries, today(), (entry) => placeOfField(filesBelow(root), entry, 'date')),
    ...leaked(site, drafts, fresh.files),
    ...lacking(site),
    ...foreign(site),
    ...ofPages,
    ...(await pictureFaults(folder, fresh.files)),
  ];
}

/** A fault of a built file; `at` counts characters, and is turned into a line only now that it matters. */
function fault({ folder }: Pick<Site, 'folder'>, file: string, message: Words, remedy: Words, at = 0): Problem {
  const before = at > 0 ? readFileSync(join(folder, file), 'utf8').slice(0, at).split('\n') : [''];
  return { file: `dist${file}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, remedy };
}

/** Told where the cause can only lie in this project's code. */
const report: Words = {
  ja: '内容ではなく、サイトを作るプログラムの誤りです。保守の担当者に、このメッセージを伝えてください。',
  en: 'The fault is in the code that makes the site, not in its content: pass this message on to its maintainer.',
};

/** Published source files = entries = pages = sitemap = search records, language by language. */
export function unaccounted(
  site: Site,
  { entries, drafts }: Pick<Reading, 'entries' | 'drafts'>,
  sources: ReadonlyMap<string, string>,
  isUnlisted: (path: string) => boolean,
): Problem[] {
  const { paths: pages, listed } = site;
  const found: Problem[] = [];
  const add = (file: string, ja: string, en: string) => found.push(fault(site, file, { ja, en }, report));
  const known = new Set(entries.map(idOf));
  for (const [key, file] of sources) {
    if (!known.has(key))
      found.push({
        ...{ file, line: 1, column: 1 },
        message: {
          ja: `公開と書かれているのに、記事などとして読まれていません（${key}）。`,
          en: `This says that it is published, and was not read as an entry (${key}).`,
        },
        remedy: report,
      });
  }
  const paths = new Set<string>();
  for (const entry of entries) {
    const { type, slug, language } = entry;
    const path = entryPath(language, type, slug);
    paths.add(path);
    if (!sources.has(idOf(entry)))
      add(path, `「${entry.file}」は公開とされていません。`, `'${entry.file}' is not said to be published.`);
    const [page = '', anchor] = path.split('#');
    if (!pages.has(page) || (anchor !== undefined && !site.idsAt(page).has(anchor)))
      add(path, `「${entry.file}」のページがありません。`, `There is no page of '${entry.file}'.`);
  }
  for (const { type, slug, language } of drafts) {
    const path = entryPath(language, type, slug);
    const [page = '', anchor] = path.split('#');
    if (anchor === undefined ? entryAt(page) && pages.has(page) : site.idsAt(page).has(anchor))
      add(path, '下書きのページがあります。', 'A draft has a page.');
  }
  for (const path of pages) {
    if (entryAt(path) && !paths.has(path))
      add(path, 'このページの元になる公開中の記事などがありません。', 'No published entry is behind this page.');
  }
  const expected = [...pages].filter((path) => path !== '/404.html' && !isUnlisted(path));
  for (const path of difference(expected, listed))
    add(path, 'サイトマップにありません。', 'The sitemap does not list this page.');
  for (const path of difference(listed, expected))
    add('/sitemap-0.xml', `載せないはずの「${path}」が載っています。`, `This lists '${path}', which it should not.`);
  for (const language of languages) {
    const own = entries.filter((entry) => entry.language === language);
    const introduced = own.filter(({ type }) => type === 'prefectures').length;
    const wanted = own.length + prefectures.length - introduced;
    const file = `/pagefind/${language}/pagefind-entry.json`;
    const records = site.has(file) ? recordsIn(join(site.folder, file)) : 0;
    if (records !== wanted)
      add(
        file,
        `検索の記録が${records}件で、${wanted}件のはずです。`,
        `The search has ${records} records instead of ${wanted}.`,
      );
  }
  return found;
}

/** What the first list has more often than the second. */
function difference(first: readonly string[], second: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const value of second) left.set(value, (left.get(value) ?? 0) + 1);
  return first.filter((value) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

function recordsIn(file: string): number {
  const { languages: indexes } = JSON.parse(readFileSync(file, 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(indexes).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** Texts whose day of publication is still to come. */
export function early(entries: readonly Entry[], day: string, placeOf: (entry: Entry) => { line: number; column: number }) {
  return entries.flatMap((entry): Problem[] => {
    const { date } = entry.data as { date?: string };
    if (!datedByPublication.includes(entry.type) || !date || date <= day.slice(0, date.length)) return [];
    return [
      {
        file: entry.file,
        ...placeOf(entry),
        field: 'date',
        message: {
          ja: `公開日（${date}）が、このビルドの「今日」（${day}）より後です。`,
          en: `Its date of publication (${date}) is later than 'today' of this build (${day}).`,
        },
        remedy: {
          ja: 'その日までは下書き（status: draft）にしてください。今日公開する文章なら、コミットしてから、または SOURCE_DATE_EPOCH=$(date +%s) を付けてビルドします。',
          en: 'Keep it as a draft (status: draft) until then. If it is for today, commit it before the build, or build with SOURCE_DATE_EPOCH=$(date +%s).',
        },
      },
    ];
  });
}

const withText = /\.(html|json|xml|ics|csv|txt|geojson)$/;

/** Words of drafts that stand in one of the files. */
export function leaked(
  site: Site,
  drafts: readonly { readonly file: string; readonly words: readonly string[] }[],
  files: readonly string[],
): Problem[] {
  if (drafts.length === 0) return [];
  return files
    .filter((file) => withText.test(file) && !file.startsWith('/admin/'))
    .flatMap((path) => {
      const text = shownText(readFileSync(join(site.folder, path), 'utf8'));
      return drafts.flatMap(({ file, words }) => {
        const found = words.find((one) => text.includes(one));
        if (found === undefined) return [];
        const message = {
          ja: `下書き「${file}」の文章が入っています（「${found}」）。`,
          en: `This holds text of the draft '${file}' ('${found}').`,
        };
        return [fault(site, path, message, report)];
      });
    });
}

/** Files without which a host would serve the site otherwise than it is meant: without its policies, or its words for what is not there. */
const needed = ['/_headers', '/404.html', '/index.html', '/robots.txt', '/sitemap-index.xml'];

/** Files that no site does without, and that are missing. */
export function lacking(site: Site): Problem[] {
  const message = { ja: 'サイトに必要なこのファイルがありません。', en: 'The site needs this file, and it is missing.' };
  return needed.filter((file) => !site.has(file)).map((file) => fault(site, file, message, report));
}

/** Kinds of file that belong to a site. Sources, maps of sources and editors' files do not. */
const kinds =
  /\.(html|css|js|json|xml|ics|csv|geojson|txt|svg|png|jpg|jpeg|webp|avif|wasm|pagefind|pf_meta|pf_index|pf_fragment|pf_filter)$|^\/_(headers|redirects)$/;

/** Files of a kind that does not belong. */
export function foreign(site: Site): Problem[] {
  const message = {
    ja: '公開するサイトにあってはならない種類のファイルです。',
    en: 'A file of this kind does not belong to a site.',
  };
  const remedy = {
    ja: 'public/ に置いたファイルなら取り除いてください。必要な種類なら、tools/audit/audit.ts の kinds に加えます。',
    en: 'Take it out of public/ if it is there; a kind that is needed goes into `kinds` in tools/audit/audit.ts.',
  };
  return site.files.filter((file) => !kinds.test(file)).map((file) => fault(site, file, message, remedy));
}

/** Comments in a page: they are notes to those who write it. */
export function commented(site: Site, { file, comments }: Page): Problem[] {
  return comments.map(({ value, at }) => {
    const message = { ja: 'ページにコメントがあります。', en: 'There is a comment in this page.' };
    const remedy = {
      ja: 'テンプレートのコメントを {/* … */} に変えてください。',
      en: 'Write it as {/* … */} in the template.',
    };
    return { ...fault(site, file, message, remedy, at), excerpt: value.slice(0, 80) };
  });
}

/** Tells of a page the links, anchors, pictures, styles and scripts that lead nowhere within the site. */
export function broken(site: Site): (page: Page) => Problem[] {
  const { origin, host } = new URL(settings.baseUrl);
  const leads = ({ pathname, hash }: URL, from: Page): boolean => {
    const path = decoded(pathname);
    if (!site.has(fileAt(path))) return false;
    if (hash === '' || path.startsWith('/admin/')) return true;
    const ids = path === from.path ? from.ids : site.idsAt(path);
    return ids.has(decoded(hash.slice(1)));
  };
  // The same header and footer stand on every page.
  const verdicts = new Map<string, boolean>();
  const works = (target: string, page: Page): boolean => {
    const absolute = target.startsWith('/') && !target.startsWith('//');
    const known = absolute ? verdicts.get(target) : undefined;
    if (known !== undefined) return known;
    const url = URL.parse(target, settings.baseUrl + page.path);
    const inside = url !== null && (url.origin === origin || (url.protocol === 'webcal:' && url.host === host));
    const verdict = url !== null && (!inside || leads(url, page));
    if (absolute) verdicts.set(cutLoose(target), verdict);
    return verdict;
  };
  const message = (target: string) => ({
    ja: `「${target}」へのリンク、または画像などの読み込み先がありません。`,
    en: `'${target}', to which this leads or which it fetches, does not exist.`,
  });
  const remedy = {
    ja: 'リンク先のアドレスや見出しの名前を確かめてください。本文から来ていないリンクなら、テンプレートの誤りです。',
    en: 'Check the address, and the name of the heading. Where the link is not from a text, its template is wrong.',
  };
  return (page) => {
    const found = new Map(page.targets.filter(({ value }) => !works(value, page)).map(({ value, at }) => [value, at]));
    return [...found].map(([target, at]) => fault(site, page.file, message(target), remedy, at));
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A page that does not name exactly the versions of it that exist. */
export function unpaired(site: Site, { path, file, translations }: Page): Problem[] {
  if (!isLanguage(path.split('/')[1])) return [];
  const existing = languages.filter((language) => site.paths.has(inLanguage(path, language)));
  const expected = existing.length > 1 ? existing.map((one) => `${one} ${settings.baseUrl}${inLanguage(path, one)}`) : [];
  const named = translations.map(({ language, address }) => `${language} ${address}`);
  if (named.join('\n') === expected.join('\n')) return [];
  const message = {
    ja: `hreflang が示す言語版（${named.join('、') || 'なし'}）が、実際にある言語版（${expected.join('、') || 'なし'}）と違います。`,
    en: `Its hreflang links (${named.join(', ') || 'none'}) are not the versions that exist (${expected.join(', ') || 'none'}).`,
  };
  return [fault(site, file, message, report)];
}
