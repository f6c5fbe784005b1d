/** What an editor is advised of beside the problems: words that drift from the term base, sources of two names, idle pictures. */
import { dirname } from 'node:path';
import { textOf } from '../body/store.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { contentTypes } from '../model/content-types.ts';
import type { Fields } from '../model/fields.ts';
import type { Advice, Place } from '../model/refusal.ts';
import { makeLibrary } from '../queries/library.ts';
import { termFinderOf } from '../queries/terms.ts';
import { driftsIn } from '../terms/drift.ts';
import type { TermFinder } from '../terms/forms.ts';
import { placeOfField, type Files } from './check.ts';
import { pathOf, type Entry, type Reading } from './entry.ts';
import { oddNamesIn } from './source-names.ts';

/** Tells the advice on an entry of a reading. */
export function adviserOf({ entries }: Pick<Reading, 'entries'>, files: Files): (entry: Entry) => Advice[] {
  const library = makeLibrary(entries);
  const finders = Object.fromEntries(languages.map((language) => [language, termFinderOf(library, language)])) as Record<
    Language,
    TermFinder
  >;
  const oddNames = oddNamesIn(entries);
  return (entry) => [
    ...adviseOn(entry, finders[entry.language], files),
    ...idleReadings(entry).map((word) =>
      advice(entry, idleReading(word), placeInField(entry, 'readings', word, files), files, 'readings'),
    ),
    ...oddNames(entry).map((odd) => advice(entry, odd, placeInField(entry, 'sources', odd.url, files), files, 'sources')),
  ];
}

/**
 * Advice on pictures that lie beside an entry and are on none of its pages, by the paths of all pictures. Nothing is said of
 * an entry with a draft, or with a problem: it may be about to show them.
 */
export function adviseOnPictures({ entries, drafts, problems }: Reading, pictures: readonly string[]): Advice[] {
  const beside = Map.groupBy(pictures, (path) => dirname(path));
  const published = Map.groupBy(entries, ({ type, slug }) => pathOf(type, slug));
  const unfinished = new Set([
    ...drafts.map(({ type, slug }) => pathOf(type, slug)),
    ...problems.map(({ file }) => dirname(file)),
  ]);
  return [...beside].flatMap(([folder, files]) => {
    const versions = published.get(folder);
    if (!versions || unfinished.has(folder)) return [];
    const shown = new Set(versions.flatMap(picturesOf));
    const idle = files.filter((file) => !shown.has(file.slice(folder.length + 1)));
    return idle.map((file) => ({ file, line: 1, column: 1, ...idlePicture }));
  });
}

/** The names of the pictures that a version shows: its cover and those of its text. */
function picturesOf({ data, text }: Entry): string[] {
  const { cover } = data as { cover?: { file: string } };
  return [...(cover ? [cover.file] : []), ...(text === undefined ? [] : textOf(text).pictures)];
}

const idlePicture = {
  message: { ja: 'どのページにも出ない画像です。', en: 'This picture is on no page.' },
  remedy: {
    ja: 'カバー画像か本文で使うか、ファイルを削除してください。',
    en: 'Use it as the cover or in the text, or delete the file.',
  },
};

function adviseOn(entry: Entry, find: TermFinder, files: Files): Advice[] {
  const inFields = Object.entries(wordsOf(entry)).flatMap(([field, words]) =>
    driftsIn(words, find)
      // A term's own entry may say why a form is avoided.
      .filter(({ term }) => entry.type !== 'terms' || term !== entry.slug)
      .map((drift) => advice(entry, drift, placeInField(entry, field, drift.written, files), files, field)),
  );
  return [...inFields, ...inText(entry, find, files)];
}

/** The words of the reading list that the text does not hold: a reading is shown above none of them. */
function idleReadings({ language, data, text }: Entry): string[] {
  if (language !== 'ja' || !text || !('readings' in data) || data.readings.length === 0) return [];
  const { passages } = textOf(text);
  return data.readings.map(({ word }) => word).filter((word) => !passages.some((passage) => passage.text.includes(word)));
}

const idleReading = (word: string) => ({
  message: { ja: `「${word}」は本文にありません。`, en: `“${word}” is not in the text.` },
  remedy: {
    ja: '本文での書き方に直すか、ふりがなの一覧から除いてください。',
    en: 'Write it as the text does, or take it off the list of readings.',
  },
});

/** The fields that hold words of this language alone. Names in shared facts, those of sources among them, are others' words. */
function wordsOf({ type, data }: Entry): Record<string, string> {
  const fields: Fields = contentTypes[type].fields;
  return Object.fromEntries(
    Object.entries(data as Record<string, unknown>).filter((pair): pair is [string, string] => {
      const field = fields[pair[0]];
      return field?.translated === true && ['text', 'longText'].includes(field.kind) && typeof pair[1] === 'string';
    }),
  );
}

function inText(entry: Entry, find: TermFinder, files: Files): Advice[] {
  if (!entry.text) return [];
  const text = linesOf(entry, files).slice(entry.textLine - 1);
  return driftsIn(text.join('\n'), find).map((drift) =>
    advice(entry, drift, { line: drift.line + entry.textLine - 1, column: drift.column }, files, 'body'),
  );
}

/** Where the words stand in the lines of a field; the field's key where a line break of the file parts them. */
function placeInField(entry: Entry, field: string, written: string, files: Files): Place {
  const key = placeOfField(files, entry, field);
  const lines = linesOf(entry, files);
  const index = lines.findIndex((line, number) => number + 1 >= key.line && line.includes(written));
  return index === -1 ? key : { line: index + 1, column: (lines[index]?.indexOf(written) ?? 0) + 1 };
}

function advice(
  entry: Entry,
  { message, remedy }: Pick<Advice, 'message' | 'remedy'>,
  at: Place,
  files: Files,
  field: string,
): Advice {
  const line = linesOf(entry, files)[at.line - 1] ?? '';
  return {
    file: entry.file,
    ...at,
    field,
    message,
    remedy,
    excerpt: line.slice(Math.max(0, at.column - 30), at.column + 50).trim(),
  };
}

function linesOf({ file }: Entry, files: Files): string[] {
  return files.contentOf(file).split('\n');
}
