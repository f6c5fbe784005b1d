/** From the contents of an entry's files to what they mean. Without a file system, so that a browser reads entries too. */
import type { Finding } from '../body/guard.ts';
import { defaultLanguage, languages, type Language, type Words } from '../i18n/languages.ts';
import { contentTypes, type Data, type TypeName } from '../model/content-types.ts';
import { fieldNames, type ContentType } from '../model/define-type.ts';
import { explain } from '../model/explain.ts';
import type { Problem } from '../model/refusal.ts';
import { isPictureFile } from '../model/spelling.ts';
import { characterProblems, sizeProblems } from './characters.ts';
import { readYaml, splitFrontMatter, type Source } from './document.ts';

/** A published entry in one language. */
export interface Entry<T extends TypeName = TypeName> {
  readonly type: T;
  readonly slug: string;
  readonly language: Language;
  /** Path of the file that holds this language's text, from the project's root. */
  readonly file: string;
  readonly data: Data<T>;
  /** Key of the rendered text; undefined for types without one. */
  readonly text: string | undefined;
  /** The line of the file on which the text starts, counted from 1. */
  readonly textLine: number;
}

export interface Reading<E extends Entry = Entry> {
  readonly entries: E[];
  /** Languages that exist and are not published. */
  readonly drafts: readonly { readonly type: TypeName; readonly slug: string; readonly language: Language }[];
  readonly problems: Problem[];
}

export const contentFolder = 'content';

/** The folder or file of an entry, from the project's root. */
export function pathOf(type: TypeName, slug: string): string {
  const path = `${contentFolder}/${type}/${slug}`;
  return contentTypes[type].storage === 'folder' ? path : `${path}.yaml`;
}

/** The name of a language's text in the folder of its entry. */
export function textName(language: Language): string {
  return `index.${language}.mdx`;
}

/** The file that holds an entry in a language: one of its own, or one that all languages share. */
export function textPath(type: TypeName, slug: string, language: Language): string {
  const path = pathOf(type, slug);
  return contentTypes[type].storage === 'folder' ? `${path}/${textName(language)}` : path;
}

/** The files of one entry. */
export interface EntryFiles {
  /** What its text files or its YAML file hold, by path from the project's root. */
  readonly contents: Readonly<Record<string, string>>;
  /** The names of all other files in its folder. */
  readonly beside: readonly string[];
  /** What is wrong with files that could not be read, and are in neither of the two. */
  readonly problems?: readonly Problem[];
}

/** Renders a text and keeps it under a key, or tells everything that is wrong with it. */
export type Keep = (source: string, language: Language) => { readonly key: string } | { readonly findings: Finding[] };

/** One language of an entry as it is written. */
export interface Version {
  readonly language: Language;
  readonly source: Source;
  /** Where this language's map starts: nothing in a file of its own, the language's name in a shared file. */
  readonly prefix: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: { readonly source: string; readonly line: number } | undefined;
}

/** The languages of an entry as they are written, with what is wrong with the files themselves. */
export interface Written {
  readonly versions: readonly Version[];
  readonly problems: readonly Problem[];
}

/** Reads one entry from its files; an entry without files gives nothing. Never throws for what an editor wrote. */
export function readFiles(type: TypeName, slug: string, files: EntryFiles, keep: Keep): Reading {
  return readWritten(type, slug, writtenIn(type, slug, files), keep);
}

/** Splits the files of an entry into its languages. */
export function writtenIn(type: TypeName, slug: string, files: EntryFiles): Written {
  const problems: Problem[] = [...(files.problems ?? [])];
  const versions =
    contentTypes[type].storage === 'folder'
      ? versionsInFolder(type, slug, files, problems)
      : versionsInFile(type, slug, files, problems);
  return { versions, problems };
}

/** Checks the languages of an entry against its type. */
export function readWritten(type: TypeName, slug: string, written: Written, keep: Keep): Reading {
  const declared: ContentType = contentTypes[type];
  const { versions } = written;
  const problems = [...written.problems];
  const original = versions.find(({ language }) => language === defaultLanguage);
  if (versions.length > 0 && !original && problems.length === 0) {
    problems.push(
      problemAt(versions[0] as Version, [], {
        message: { ja: '日本語版がありません。', en: 'There is no Japanese version.' },
        remedy: { ja: '日本語版を先に作ってください。', en: 'Write the Japanese version first.' },
      }),
    );
  }
  // Without the facts of the original every translation would seem to lack them.
  if (!original) return { entries: [], drafts: [], problems };
  const translated = new Set(fieldNames(declared, 'translated'));
  const shared = new Set(fieldNames(declared, 'shared'));
  const facts = Object.fromEntries(Object.entries(original.values).filter(([name]) => shared.has(name)));

  const entries: Entry[] = [];
  const drafts: { type: TypeName; slug: string; language: Language }[] = [];
  for (const version of versions) {
    const { language, values } = version;
    const before = problems.length;
    if (language !== defaultLanguage) {
      for (const name of Object.keys(values).filter((key) => shared.has(key))) {
        problems.push(
          problemAt(version, [name], {
            message: { ja: `「${name}」は全言語に共通の項目です。`, en: `'${name}' is shared by all languages.` },
            remedy: { ja: '日本語版だけに書いてください。', en: 'Write it in the Japanese version only.' },
          }),
        );
      }
    }
    if ('body' in values) {
      problems.push(
        problemAt(version, ['body'], {
          message: { ja: '本文は項目ではありません。', en: 'The text is not a field.' },
          remedy: { ja: '二つ目の --- の下に書いてください。', en: 'Write it below the second ---.' },
        }),
      );
    }
    const own = Object.fromEntries(
      Object.entries(values).filter(([name]) => !shared.has(name) || language === defaultLanguage),
    );
    const isDraft = own['status'] !== 'published';
    // A text without a word is missing.
    const isWritten = version.text !== undefined && version.text.source.trim() !== '';
    const whole = { ...facts, ...own, ...(isWritten ? { body: version.text?.source } : {}) };
    // With the input, a missing value and one of the wrong kind can be told apart.
    const parsed = (isDraft ? declared.schema.partial() : declared.schema).safeParse(whole, { reportInput: true });
    for (const issue of parsed.error?.issues ?? []) {
      const key = String(issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0]);
      const at = !translated.has(key) && shared.has(key) ? original : version;
      // What is wrong with a shared value is told once, with the file that holds it.
      if (at !== version) continue;
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, key] : issue.path;
      problems.push(problemAt(at, path, explain(issue, declared.fields)));
    }
    if (!parsed.success || problems.length > before) continue;
    if (slug !== facts['slug']) {
      problems.push(problemAt(original, ['slug'], facts['slug'] === undefined ? unnamed : renamed(slug)));
      continue;
    }
    if (isDraft) {
      drafts.push({ type, slug, language });
      continue;
    }
    if (language !== defaultLanguage && original.values['status'] !== 'published') {
      problems.push(
        problemAt(version, ['status'], {
          message: { ja: '日本語版が公開されていません。', en: 'The Japanese version is not published.' },
          remedy: {
            ja: '日本語版を先に公開してください。それまで、この言語版は下書きにします。',
            en: 'Publish it first; until then this version is a draft.',
          },
        }),
      );
      continue;
    }
    let text: string | undefined;
    if (version.text) {
      const kept = keep(version.text.source, language);
      if ('findings' in kept) {
        problems.push(...textProblems(version, kept.findings));
        continue;
      }
      text = kept.key;
    }
    // The body lives in the text store, not with the data of lists.
    const data = { ...parsed.data, ...(version.text ? { body: '' } : {}) } as unknown as Data<typeof type>;
    entries.push({ type, slug, language, file: version.source.file, data, text, textLine: version.text?.line ?? 1 });
  }
  return { entries, drafts, problems };
}

/** What the guard found in a version's text, with its place in the file. */
export function textProblems({ source, text }: Version, findings: readonly Finding[]): Problem[] {
  return findings.map(({ line, column, message, remedy }) => {
    const at = { line: line + (text?.line ?? 1) - 1, column };
    return { file: source.file, ...at, message, remedy, excerpt: source.excerptAt(at) };
  });
}

function versionsInFolder(type: TypeName, slug: string, files: EntryFiles, problems: Problem[]): Version[] {
  const folder = pathOf(type, slug);
  if (files.beside.length > 0 && Object.keys(files.contents).length + problems.length === 0) {
    problems.push({
      file: folder,
      line: 1,
      column: 1,
      message: { ja: 'このフォルダーに本文のファイルがありません。', en: 'This folder holds no text.' },
      remedy: {
        ja: `${textName(defaultLanguage)} を置くか、フォルダーを削除してください。`,
        en: `Add ${textName(defaultLanguage)}, or delete the folder.`,
      },
    });
  }
  for (const name of files.beside.filter((other) => !isPictureFile(other))) {
    problems.push({
      file: `${folder}/${name}`,
      line: 1,
      column: 1,
      message: { ja: 'ここに置けないファイルです。', en: 'This file does not belong here.' },
      remedy: {
        ja: 'index.ja.mdx、index.en.mdx と、半角英小文字の名前の画像（jpg・png・webp・avif）だけを置いてください。',
        en: 'Keep only index.ja.mdx, index.en.mdx and pictures (jpg, png, webp, avif) named in lower-case letters.',
      },
    });
  }
  return languages.flatMap((language): Version[] => {
    const file = `${folder}/${textName(language)}`;
    const content = files.contents[file];
    if (content === undefined) return [];
    const odd = characterProblems(file, content);
    if (odd.length > 0) {
      problems.push(...odd);
      return [];
    }
    const split = splitFrontMatter(content);
    if (!split) {
      problems.push({
        file,
        line: 1,
        column: 1,
        message: {
          ja: '先頭に項目の欄（--- で囲んだ部分）がありません。',
          en: 'The file does not start with its fields between --- lines.',
        },
        remedy: {
          ja: '一行目を --- にし、項目の後をもう一度 --- で閉じてください。',
          en: 'Start with a line --- and close the fields with another.',
        },
      });
      return [];
    }
    const tooLarge = sizeProblems(file, split.yaml, 2);
    if (tooLarge.length > 0) {
      problems.push(...tooLarge);
      return [];
    }
    const source = readYaml(file, split.yaml, 2, content);
    return versionOf(language, source, [], source.values, { source: split.text, line: split.line }, problems);
  });
}

function versionsInFile(type: TypeName, slug: string, files: EntryFiles, problems: Problem[]): Version[] {
  const file = pathOf(type, slug);
  const content = files.contents[file];
  if (content === undefined) return [];
  const unread = [...characterProblems(file, content), ...sizeProblems(file, content, 1)];
  if (unread.length > 0) {
    problems.push(...unread);
    return [];
  }
  const source = readYaml(file, content, 1, content);
  if (source.problems.length > 0) {
    problems.push(...source.problems);
    return [];
  }
  if (!holdsFields(source.values)) {
    problems.push({
      file,
      line: 1,
      column: 1,
      message: { ja: 'ファイルに項目がありません。', en: 'The file holds no fields.' },
      remedy: {
        ja: `${languages.join(': と ')}: の下に項目を書いてください。`,
        en: `Write the fields below ${languages.join(': and ')}:.`,
      },
    });
    return [];
  }
  const maps = source.values;
  for (const key of Object.keys(maps).filter((name) => !(languages as readonly string[]).includes(name))) {
    const at = source.placeOf([key]);
    problems.push({
      file,
      ...at,
      message: { ja: `「${key}」という言語はありません。`, en: `There is no language '${key}'.` },
      remedy: { ja: `${languages.join('・')} の下に書いてください。`, en: `Write it below ${languages.join(' or ')}.` },
      excerpt: source.excerptAt(at),
    });
  }
  return languages.flatMap((language) =>
    maps[language] === undefined ? [] : versionOf(language, source, [language], maps[language], undefined, problems),
  );
}

/** False for what is no map, and for a map of nothing: an entry would be gone without a word. */
function holdsFields(values: unknown): values is Readonly<Record<string, unknown>> {
  return typeof values === 'object' && values !== null && !Array.isArray(values) && Object.keys(values).length > 0;
}

function versionOf(
  language: Language,
  source: Source,
  prefix: readonly string[],
  values: unknown,
  text: Version['text'],
  problems: Problem[],
): Version[] {
  if (prefix.length === 0) problems.push(...source.problems);
  if (source.problems.length > 0) return [];
  // A version that was only begun has no fields yet: it is a draft.
  const fields = values ?? {};
  if (typeof fields === 'object' && !Array.isArray(fields)) {
    return [{ language, source, prefix, values: fields as Record<string, unknown>, text }];
  }
  problems.push({
    file: source.file,
    ...source.placeOf(prefix),
    message: { ja: '項目がありません。', en: 'There are no fields.' },
    remedy: { ja: '「title: 題名」のように書いてください。', en: "Write fields such as 'title: …'." },
  });
  return [];
}

/** A draft may have no slug yet; then it does not differ from a name that it never had. */
const unnamed = {
  message: { ja: 'スラッグがありません。', en: 'There is no slug.' },
  remedy: { ja: 'ページのアドレスになる名前を書いてください。', en: 'Write the name that the address of the page ends with.' },
};

const renamed = (slug: string) => ({
  message: {
    ja: `スラッグがファイルの名前「${slug}」と違います。`,
    en: `The slug differs from the file's name, '${slug}'.`,
  },
  remedy: {
    ja: `保存した後のスラッグは変えられません。「${slug}」に戻してください。`,
    en: `The slug of a saved entry stays: write '${slug}' again.`,
  },
});

function problemAt(version: Version, path: readonly PropertyKey[], words: { message: Words; remedy: Words }): Problem {
  const at = version.source.placeOf([...version.prefix, ...path]);
  const field = path.map(String).join('.');
  return {
    file: version.source.file,
    ...at,
    ...(field ? { field } : {}),
    ...words,
    excerpt: version.source.excerptAt(at),
  };
}
