/** What would stop the publication of an entry, by the rules of the build and in its words. */
import { render, type Text } from '../../src/body/render.ts';
import { unpackLetters, type Letters } from '../../src/drawing/letters.ts';
import { checkEntry, type Index } from '../../src/entries/check.ts';
import { pathOf, readFiles, textName, type Entry } from '../../src/entries/entry.ts';
import { dayInJapan } from '../../src/i18n/dates.ts';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import type { Problem } from '../../src/model/refusal.ts';
import type { PlannedFile } from '../backends/guarded.ts';
import type { LedgerEntry } from './ledger.ts';
import { publishable } from './publishable.ts';

/** Texts rendered here, by the source: the same passage is not rendered twice while somebody types elsewhere. */
const texts = new Map<string, Text>();

function keep(source: string, language: Language) {
  const key = `${language} ${source}`;
  if (texts.has(key)) return { key };
  const { text, findings } = render(source, language);
  if (!text) return { findings };
  if (texts.size > 20) texts.clear();
  texts.set(key, text);
  return { key };
}

/** What the pictures beside links can show; unpacked when an entry is first checked. */
let letters: Letters | undefined;

/** The files of an entry as they would be saved, and the pictures that would lie beside them. */
export interface Draft {
  readonly type: TypeName;
  readonly slug: string;
  readonly contents: Readonly<Record<string, string>>;
  readonly pictures: readonly string[];
}

/** Every problem of a draft that its published languages have, and what a draft may not have either. */
export function problemsOf({ type, slug, contents, pictures }: Draft, ledger: readonly LedgerEntry[] | undefined): Problem[] {
  const { entries, problems } = readFiles(type, slug, { contents, beside: pictures }, keep);
  const index = indexFrom(ledger, entries);
  const files = {
    contentOf: (file: string) => contents[file] ?? '',
    has: (file: string) => pictures.some((picture) => file === `${pathOf(type, slug)}/${picture}`),
    textOf: (key: string) => texts.get(key) ?? { headings: [], pictures: [], events: [], links: [], passages: [] },
    letters: (letters ??= unpackLetters(LETTERS)),
    today: dayInJapan(new Date()),
  };
  return [...problems, ...entries.flatMap((entry) => checkEntry(entry, index, files))];
}

/** What still keeps a language from being published, as if its status were "published". */
export function missingIn(draft: Draft, language: Language, ledger: readonly LedgerEntry[] | undefined): Problem[] {
  const contents = Object.fromEntries(
    Object.entries(draft.contents).map(([path, content]) => [path, publishable(draft.type, path, content, language)]),
  );
  const isOriginal = language === defaultLanguage;
  return problemsOf({ ...draft, contents }, ledger).filter(({ file, field }) => {
    if (contentTypes[draft.type].storage === 'file') return true;
    return file.endsWith(`/${textName(language)}`) || (isOriginal && field === undefined);
  });
}

/** The refusals of files that are about to be saved, a line each. */
export function refusalsOf(
  files: readonly PlannedFile[],
  others: Readonly<Record<string, string>>,
  pictures: readonly string[],
  ledger: readonly LedgerEntry[] | undefined,
): Problem[] {
  const [first] = files;
  if (!first) return [];
  const contents = { ...others, ...Object.fromEntries(files.map(({ path, content }) => [path, content])) };
  return problemsOf({ type: first.type, slug: first.slug, contents, pictures }, ledger);
}

/** What the check asks of all other entries, from the ledger; where there is none, every entry may exist. */
function indexFrom(ledger: readonly LedgerEntry[] | undefined, own: readonly Entry[]): Index {
  const published = ledger ? new Map<string, string | undefined>() : new Anything<string | undefined>();
  const drafts = new Set<string>();
  const addresses = Object.fromEntries(languages.map((language) => [language, anyAddress])) as unknown as Index['addresses'];
  for (const { type, slug, status } of ledger ?? []) {
    for (const language of languages) {
      if (status[language] === 'published') published.set(`${type}/${slug}/${language}`, undefined);
      else if (status[language]) drafts.add(`${type}/${slug}/${language}`);
    }
  }
  for (const { type, slug, language, text } of own) published.set(`${type}/${slug}/${language}`, text);
  return { published, drafts, aliases: new Map(), addresses };
}

class Anything<Value> extends Map<string, Value> {
  override has(): boolean {
    return true;
  }
}

/** Links between pages are checked by the build: the ledger does not know every page of the site. */
const anyAddress: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();
