/** From what an editor has in the form to a draft that can be shown, and to what still stands between it and publication. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { z } from 'zod';
import { carried, textOf } from '../body/store.ts';
import { today } from '../clock.ts';
import { font } from '../drawing/font.ts';
import { checkEntry, indexOf, type Files, type Index } from '../entries/check.ts';
import {
  pathOf,
  readWritten,
  textProblems,
  writtenIn,
  type Entry,
  type EntryFiles,
  type Version,
  type Written,
} from '../entries/entry.ts';
import { liveEntries } from '../entries/live.ts';
import { filesOf } from '../entries/read.ts';
import { defaultLanguage, languages, type Language } from '../i18n/languages.ts';
import { contentTypes, typeNames, type Data, type TypeName } from '../model/content-types.ts';
import { fieldNames, type ContentType } from '../model/define-type.ts';
import type { Problem } from '../model/refusal.ts';
import { isSlug } from '../model/spelling.ts';
import { entryPath } from '../queries/paths.ts';
import { complete, completeField, type Neutral } from './complete.ts';
import { remember, tokenOf, type Draft, type Picture } from './memory.ts';
import { show, type Shown } from './text.ts';
import { previewWords } from './words.ts';

const request = z.strictObject({
  type: z.enum(typeNames),
  slug: z.string().max(200),
  language: z.enum(languages),
  /** The files as they would be saved, by path; what lies on disk fills in for those that are left out. */
  files: z.record(z.string(), z.string()),
  /** Pictures that are not saved yet, in base64, by name. */
  pictures: z.record(z.string(), z.base64()).optional(),
});

type Request = z.output<typeof request>;

export interface Preview {
  readonly url: string;
  readonly problems: readonly Problem[];
}

/** Takes a draft into memory; undefined where what is asked is no preview. */
export async function preview(root: string, asked: unknown): Promise<Preview | undefined> {
  const { data } = request.safeParse(asked);
  if (!data) return undefined;
  const { type, slug: name, language } = data;
  const pictures = new Map<string, Picture>();
  for (const [file, base64] of Object.entries(data.pictures ?? {})) pictures.set(file, await pictureFrom(base64, file));

  const { slug, files, written } = placed(root, data, name);
  const texts = new Map<Language, Shown>();
  for (const version of written.versions) {
    if (version.text) texts.set(version.language, show(version.text.source, version.language));
  }

  const draft: Draft = {
    token: tokenOf(type, name) ?? randomBytes(16).toString('hex'),
    name,
    type,
    slug,
    versions: versionsOf(type, slug, language, written, texts),
    published: new Set(written.versions.filter(({ values }) => values['status'] === 'published').map((one) => one.language)),
    pictures,
  };
  remember(draft);
  const [, fragment] = entryPath(language, type, slug).split('#');
  return {
    url: `/${language}/preview/${draft.token}/${fragment ? `#${fragment}` : ''}`,
    problems: await problemsOf(root, draft, language, files, written, texts),
  };
}

async function pictureFrom(base64: string, file: string): Promise<Picture> {
  const bytes = Buffer.from(base64, 'base64');
  return { bytes, shape: await imageMetadata(bytes, file).catch(() => undefined) };
}

interface Placed {
  readonly slug: string;
  readonly files: EntryFiles;
  readonly written: Written;
}

/** The files of the entry where they would be saved: by its name, else by the slug that it states, else by a neutral one. */
function placed(root: string, asked: Request, name: string): Placed {
  const { type } = asked;
  const declared: ContentType = contentTypes[type];
  const slug = String(declared.fields['slug'] && completeField(declared.fields['slug'], name, neutral(defaultLanguage)));
  const saved: EntryFiles = isSlug(name) ? filesOf(root, type, name) : { contents: {}, beside: [] };
  const path = pathOf(type, slug);
  const contents = Object.entries(asked.files).map(([file, content]) => {
    return [declared.storage === 'folder' ? `${path}/${file.split('/').at(-1) ?? ''}` : path, content] as const;
  });
  const files: EntryFiles = {
    contents: { ...saved.contents, ...Object.fromEntries(contents) },
    beside: [...new Set([...saved.beside, ...Object.keys(asked.pictures ?? {})])],
  };
  const written = writtenIn(type, slug, files);
  const stated = original(written)?.values['slug'];
  if (isSlug(name) || typeof stated !== 'string' || !isSlug(stated)) return { slug, files, written };
  return placed(root, asked, stated);
}

/** The version that holds the facts. */
function original({ versions }: Written): Version | undefined {
  return versions.find(({ language }) => language === defaultLanguage);
}

function neutral(language: Language): Neutral {
  return { gap: previewWords[language].gap, today: today() };
}

/** The languages of the draft as entries, the asked one among them even where it is not written yet. */
function versionsOf(
  type: TypeName,
  slug: string,
  asked: Language,
  written: Written,
  texts: ReadonlyMap<Language, Shown>,
): ReadonlyMap<Language, Entry> {
  const declared: ContentType = contentTypes[type];
  const shared = new Set(fieldNames(declared, 'shared'));
  const facts = Object.entries(original(written)?.values ?? {});
  const entries = languages.flatMap((language): [Language, Entry][] => {
    const version = written.versions.find((candidate) => candidate.language === language);
    if (!version && language !== asked) return [];
    const values = { ...version?.values, ...Object.fromEntries(facts.filter(([name]) => shared.has(name))), slug, body: '' };
    const data = complete(declared.fields, values, neutral(language)) as unknown as Data<TypeName>;
    const shown = texts.get(language) ?? (declared.storage === 'folder' ? show('', language) : undefined);
    const file = version?.source.file ?? pathOf(type, slug);
    const text = shown && carried(shown.text);
    return [[language, { type, slug, language, file, data, text, textLine: version?.text?.line ?? 1 }]];
  });
  return new Map(entries);
}

/** What reading and the check between entries say of the draft, as if its language were to be published now. */
async function problemsOf(
  root: string,
  { type, slug, versions, published }: Draft,
  asked: Language,
  files: EntryFiles,
  written: Written,
  texts: ReadonlyMap<Language, Shown>,
): Promise<Problem[]> {
  const asPublished = written.versions.map((version) => {
    if (version.language === asked) return { ...version, values: { ...version.values, status: 'published' } };
    // A draft that states no slug yet has none that could differ from its folder's.
    return version === original(written) ? { ...version, values: { slug, ...version.values } } : version;
  });
  // What is wrong with a text is told even where a field is missing, at which reading would stop.
  const reading = readWritten(type, slug, { ...written, versions: asPublished }, () => ({ key: '' }));
  const isShown = (language: Language) => language === asked || published.has(language);
  const inTexts = written.versions
    .filter(({ language }) => isShown(language))
    .flatMap((version) => textProblems(version, texts.get(version.language)?.findings ?? []));
  const shown = [...versions.values()].filter(({ language }) => isShown(language));
  const others = liveEntries().filter((entry) => entry.type !== type || entry.slug !== slug);
  const index: Index = {
    ...indexOf({ entries: [...others, ...shown], drafts: [] }),
    drafts: { has: (version) => isSaved(root, version) },
  };
  const looking: Files = {
    contentOf: (file) => files.contents[file] ?? '',
    has: (file) => files.beside.some((name) => file === `${pathOf(type, slug)}/${name}`),
    textOf,
    letters: font().letters,
    today: today(),
  };
  return [...reading.problems, ...inTexts, ...shown.flatMap((entry) => checkEntry(entry, index, looking))];
}

/** True for a `type/slug/language` that exists; the site's library knows published ones alone. */
function isSaved(root: string, version: string): boolean {
  const [type = '', slug = ''] = version.split('/');
  return existsSync(join(root, pathOf(type as TypeName, slug)));
}
