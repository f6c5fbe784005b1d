/**
 * Every backend passes through here. What Decap would write is turned into the files that are meant: only what changed,
 * in our own format, without stubs of translations, never over somebody else's work, never published with a fault.
 */
import { defaultLanguage, languages, type Language, type Words } from '../../src/i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import { meaning, readMaps, readValues, readByName, writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import { textPath } from '../../src/entries/entry.ts';
import { say } from '../parts/language.ts';
import { placeOf } from '../server/paths.ts';
import { ledgerOf, usesOf, type LedgerEntry } from '../desk/ledger.ts';
import type {
  DataFile,
  FileEntry,
  Implementation,
  ImplementationClass,
  MediaFile,
  PersistOptions,
  SavedEntry,
} from './implementation.ts';

/** What a guarded backend asks of people; dialogs in the browser, plain answers in tests. */
export interface Desk {
  /** What stops the publication of these files, which the editor has been told; they are not saved while it gives anything. */
  refusals(files: readonly PlannedFile[]): Promise<readonly string[]>;
  /** Which version to save where somebody else has changed a file; undefined stops the saving. */
  settle(conflict: Conflict): Promise<string | undefined>;
  /** True where an entry may be deleted though these entries name it. */
  mayDelete(type: TypeName, slug: string, uses: readonly LedgerEntry[]): Promise<boolean>;
}

/** A file as it is about to be saved. */
export interface PlannedFile {
  readonly path: string;
  readonly type: TypeName;
  readonly slug: string;
  /** As the editor opened it; undefined for a new file. */
  readonly base: string | undefined;
  readonly content: string;
}

export interface Conflict extends PlannedFile {
  /** As it lies there now; undefined where it was deleted meanwhile. */
  readonly theirs: string | undefined;
}

/** Saving was stopped, by a fault or by the editor. Decap shows the editor what it makes of the error as a text. */
export class NotSaved extends Error {
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(`${words.ja} ${words.en}`, options);
    this.words = words;
  }

  override toString(): string {
    return say(this.words);
  }
}

/** A file that the editor has open, and how to look at it again. */
interface Seen {
  readonly raw: string;
  readonly again: () => Promise<string | undefined>;
}

/** A file as it was read; empty or null where it does not exist. */
interface Opened {
  readonly file: string;
  readonly raw: string | null;
}

export interface GuardedBackend extends Implementation {
  ledger(): Promise<LedgerEntry[]>;
  /** The bytes of a file as the editor opened it. */
  baseOf(path: string): string | undefined;
  /** Says what a restored draft was made from, so that a change since then is noticed. */
  setBase(path: string, raw: string): void;
  /** Deletes one language of an entry. */
  deleteTranslation(type: TypeName, slug: string, language: Language, message: string): Promise<void>;
}

/** A backend class that guards the one given. */
export function guarded(
  Base: ImplementationClass,
  desk: Desk,
): new (...args: ConstructorParameters<ImplementationClass>) => GuardedBackend {
  return class extends Base {
    readonly #seen = new Map<string, Seen>();
    readonly #reading = new Map<string, Promise<unknown>>();
    #ledger: Promise<LedgerEntry[]> | undefined;

    override async getEntry(path: string): Promise<FileEntry> {
      const read = (file: string) => this.#once(file, () => super.getEntry(file));
      const [entry, ...others] = await Promise.all([
        read(path),
        ...otherLanguagesOf(path).map(async (file) => ({
          file,
          raw: await read(file).then(
            ({ data }) => data,
            () => null,
          ),
        })),
      ]);
      this.#see({ file: path, raw: entry.data }, others, () => this.#published(path));
      return entry;
    }

    override async unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string> {
      const read = (file: string, known: string) =>
        this.#once(`${collection}/${slug}:${file}`, () => super.unpublishedEntryDataFile(collection, slug, file, known));
      const [raw, ...others] = await Promise.all([
        read(path, id),
        ...otherLanguagesOf(path).map(async (file) => ({ file, raw: await read(file, '').catch(() => null) })),
      ]);
      this.#see({ file: path, raw }, others, () => this.#underReview(collection, slug, path));
      return raw;
    }

    /** Decap opens every language at the same time, and each looks at the others: nothing is asked for twice. */
    async #once<Found>(key: string, read: () => Promise<Found>): Promise<Found> {
      const underWay = this.#reading.get(key) as Promise<Found> | undefined;
      if (underWay) return underWay;
      const reading = read();
      this.#reading.set(key, reading);
      try {
        return await reading;
      } finally {
        this.#reading.delete(key);
      }
    }

    /**
     * The entries of a list. In local editing a list is made of excerpts, but for those that have been opened: Decap compares
     * what is written into a form with the entry that a list gave it last.
     */
    override async entriesByFolder(folder: string, extension: string, depth: number): Promise<FileEntry[]> {
      const entries = await super.entriesByFolder(folder, extension, depth);
      if (!this.#isLocal) return entries;
      const whole = (entry: FileEntry) => super.getEntry(entry.file.path).catch(() => entry);
      return Promise.all(entries.map((entry) => (this.#seen.has(entry.file.path) ? whole(entry) : entry)));
    }

    /** The pictures of an entry, each with an address: Git hosts list the texts beside them too, and give no addresses. */
    override async getMedia(folder?: string): Promise<MediaFile[]> {
      if (folder === undefined || placeOf(folder)?.kind !== 'entry') return [];
      const files = await super.getMedia(folder);
      return Promise.all(
        files
          .filter(({ path }) => placeOf(path)?.kind === 'picture')
          .map(async (file) => {
            if (file.url !== undefined || !super.getMediaDisplayURL) return file;
            const url = await super.getMediaDisplayURL(file.displayURL).catch(() => undefined);
            return url === undefined ? file : { ...file, url };
          }),
      );
    }

    /** A published file as it is now; undefined where there is none, which several backends tell by an empty text. */
    async #published(path: string): Promise<string | undefined> {
      return (await super.getEntry(path)).data || undefined;
    }

    /** A file as it is now on its branch. Without an identifier of its bytes, which would name those of before. */
    async #underReview(collection: string, slug: string, path: string): Promise<string | undefined> {
      return (await super.unpublishedEntryDataFile(collection, slug, path, '')) || undefined;
    }

    /**
     * A file that cannot be read must not open as an empty form: saving that would destroy it. Nor may its other languages,
     * since Decap would show them in its place.
     */
    #see(own: Opened, others: readonly Opened[], again: Seen['again']): void {
      if (!own.raw) {
        throw new NotSaved({
          ja: `「${own.file}」を開けませんでした。ファイルがないか、通信できません。`,
          en: `'${own.file}' could not be opened: it does not exist or cannot be reached.`,
        });
      }
      for (const { file, raw } of [own, ...others]) {
        if (raw && !isReadable(file, raw)) {
          throw unreadable(file);
        }
      }
      this.#seen.set(own.file, { raw: own.raw, again });
    }

    baseOf(path: string): string | undefined {
      return this.#seen.get(path)?.raw;
    }

    setBase(path: string, raw: string): void {
      this.#seen.set(path, { raw, again: this.#seen.get(path)?.again ?? (() => this.#published(path)) });
    }

    override async persistEntry(entry: SavedEntry, options: PersistOptions): Promise<unknown> {
      const planned = entry.dataFiles.flatMap((file) => plan(file, this.baseOf(file.path)) ?? []);
      const refusals = await desk.refusals(planned);
      if (refusals.length > 0) throw new NotSaved({ ja: '直すところが残っています。', en: 'Some problems remain.' });
      const settled = await this.#settled(planned.filter(({ content, base }) => content !== base));
      // What two people wrote together may lack what each had seen to.
      if (settled.some(({ path, content }) => !planned.some((file) => file.path === path && file.content === content))) {
        if (settled.some(({ path, content }) => !isReadable(path, content)) || (await desk.refusals(settled)).length > 0) {
          throw new NotSaved({ ja: '直すところが残っています。', en: 'Some problems remain.' });
        }
      }
      if (settled.length === 0 && entry.assets.length === 0) return undefined;
      const bySlug = new Map(entry.dataFiles.map((file) => [file.path, file]));
      // A branch under review is named after the first file, so one goes along with a picture that is saved alone.
      const files = settled.length > 0 ? settled : planned.slice(0, 1).map((file) => ({ ...file, now: file.base }));
      const dataFiles = await Promise.all(
        files.map(async ({ path, content, now }): Promise<DataFile> => {
          const file = { ...(bySlug.get(path) as DataFile), raw: content };
          return this.#isLocal && now !== undefined ? { ...file, base: await revisionOf(now) } : file;
        }),
      );
      const saved = await super.persistEntry({ ...entry, dataFiles }, options);
      const { useWorkflow, collectionName = '' } = options;
      for (const { path, raw, slug } of dataFiles) {
        const again = useWorkflow ? () => this.#underReview(collectionName, slug, path) : () => this.#published(path);
        this.#seen.set(path, { raw, again });
      }
      this.#ledger = undefined;
      return saved;
    }

    /** The local file API looks once more in the moment of writing; other backends know no such key. */
    get #isLocal(): boolean {
      return 'ownLedger' in this;
    }

    /**
     * A file as it is now; undefined where there is none. Several of Decap's backends answer a failure as they do a missing
     * file, so what seems to be missing is looked for once more, in the list of its folder. Throws NotSaved where nobody
     * can tell.
     */
    async #now(path: string): Promise<string | undefined> {
      const again = this.#seen.get(path)?.again ?? (() => this.#published(path));
      try {
        const found = await again();
        if (found !== undefined) return found;
        const folder = path.slice(0, path.lastIndexOf('/'));
        const files = await super.entriesByFolder(folder, path.endsWith('.yaml') ? 'yaml' : 'mdx', 1);
        return files.find(({ file }) => file.path === path)?.data;
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw new NotSaved(
          {
            ja: `「${path}」がいまどうなっているか確かめられません。通信を確かめて、もう一度お試しください。`,
            en: `'${path}' could not be looked at. Check the connection and try again.`,
          },
          { cause },
        );
      }
    }

    /** Stops what would take away somebody else's work unseen. */
    async #unchanged(path: string): Promise<void> {
      const base = this.baseOf(path);
      if (base === undefined || (await this.#now(path)) === base) return;
      throw new NotSaved({
        ja: `「${path}」は、開いてから別の人が変えました。開き直して中身を確かめてください。`,
        en: `'${path}' was changed by someone else since you opened it. Open it again and look at it.`,
      });
    }

    /** The files as they may be saved: where one has changed under the editor, as the editor decided. */
    async #settled(files: readonly PlannedFile[]): Promise<(PlannedFile & { now: string | undefined })[]> {
      const settled: (PlannedFile & { now: string | undefined })[] = [];
      for (const file of files) {
        const now = await this.#now(file.path);
        if (now === file.base || now === file.content) {
          settled.push({ ...file, now });
          continue;
        }
        const content = await desk.settle({ ...file, theirs: now });
        if (content === undefined) {
          throw new NotSaved({
            ja: '保存をやめました。書いた内容はこの画面に残っています。',
            en: 'Not saved. What you wrote is still on this screen.',
          });
        }
        settled.push({ ...file, content, now });
      }
      return settled;
    }

    override async deleteFiles(paths: readonly string[], message: string): Promise<unknown> {
      const texts = paths.filter((path) => placeOf(path)?.kind === 'text');
      const place = texts[0] === undefined ? undefined : placeOf(texts[0]);
      if (place?.kind === 'text') {
        const uses = usesOf(await this.ledger(), place.type, place.slug);
        if (!(await desk.mayDelete(place.type, place.slug, uses))) {
          throw new NotSaved({ ja: '削除をやめました。', en: 'Not deleted.' });
        }
      }
      for (const path of texts) await this.#unchanged(path);
      // Decap names the file of every language; Git hosts refuse to delete one that does not exist.
      const there = await this.#existing(paths);
      const pictures = place?.kind === 'text' && !this.#isLocal ? await this.#picturesOf(place) : [];
      const deleted = await super.deleteFiles([...there, ...pictures], message);
      for (const path of paths) this.#seen.delete(path);
      this.#ledger = undefined;
      return deleted;
    }

    async #existing(paths: readonly string[]): Promise<string[]> {
      const existing = await Promise.all(
        paths.map(async (path) => {
          if (placeOf(path)?.kind !== 'text' || this.#seen.has(path)) return path;
          return (await this.#now(path)) === undefined ? [] : path;
        }),
      );
      return existing.flat();
    }

    /** The pictures that would be left of an entry; the local file API sees to them itself. */
    async #picturesOf({ type, slug }: { type: TypeName; slug: string }): Promise<string[]> {
      return contentTypes[type].storage === 'folder'
        ? (await this.getMedia(`content/${type}/${slug}`)).map(({ path }) => path)
        : [];
    }

    async deleteTranslation(type: TypeName, slug: string, language: Language, message: string): Promise<void> {
      const path = textPath(type, slug, language);
      await this.#unchanged(path);
      if (contentTypes[type].storage === 'folder') {
        await super.deleteFiles([path], message);
        this.#seen.delete(path);
      } else {
        const now = await this.#now(path);
        const maps = now === undefined ? undefined : readMaps(now);
        if (now === undefined || !maps) throw unreadable(path);
        const raw = writeMaps(type, now, Object.fromEntries(Object.entries(maps).filter(([name]) => name !== language)));
        const dataFile = { path, slug, raw, ...(this.#isLocal ? { base: await revisionOf(now) } : {}) };
        await super.persistEntry({ dataFiles: [dataFile], assets: [] }, { collectionName: type, commitMessage: message });
        this.setBase(path, raw);
      }
      this.#ledger = undefined;
    }

    async ledger(): Promise<LedgerEntry[]> {
      const own = (this as unknown as { ownLedger?(): Promise<LedgerEntry[]> }).ownLedger;
      if (own) return own.call(this);
      this.#ledger ??= this.#readLedger().catch((error: unknown) => {
        this.#ledger = undefined;
        throw error;
      });
      return this.#ledger;
    }

    /** Over a Git host the ledger is made here, from every text; it is kept until something is saved. */
    async #readLedger(): Promise<LedgerEntry[]> {
      const perType = await Promise.all(
        typeNames.map(async (type) => {
          const inFolder = contentTypes[type].storage === 'folder';
          const list = (super.allEntriesByFolder ?? super.entriesByFolder).bind(this);
          const files = await list(`content/${type}`, inFolder ? 'mdx' : 'yaml', inFolder ? 2 : 1);
          return files.map(({ data, file }) => ({ type, path: file.path, values: readByName(file.path, data) }));
        }),
      );
      return ledgerOf(perType.flat());
    }
  } as never;
}

/** The files of the entry's other languages, whether they exist or not. */
function otherLanguagesOf(path: string): string[] {
  const place = placeOf(path);
  if (place?.kind !== 'text' || contentTypes[place.type].storage === 'file') return [];
  return languages.map((language) => textPath(place.type, place.slug, language)).filter((file) => file !== path);
}

function unreadable(file: string): NotSaved {
  return new NotSaved({
    ja: `「${file}」は項目の欄（--- の間）を読めないため、ここでは扱えません。文字エディターで直してください。`,
    en: `'${file}' cannot be handled here, since its fields (between the --- lines) cannot be read. Mend it in a text editor.`,
  });
}

/** True for the failure to find something, as Decap's backends and the file API tell it. */
function isMissing(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 404;
}

/** True for a text whose fields can be read. */
export function isReadable(path: string, raw: string): boolean {
  if (placeOf(path)?.kind !== 'text') return true;
  return readByName(path, raw) !== undefined;
}

/** The file that a data file of Decap's means; undefined where it would be the stub of a translation nobody started. */
export function plan(file: DataFile, base: string | undefined): PlannedFile | undefined {
  const place = placeOf(file.path);
  if (place?.kind !== 'text') {
    throw new NotSaved({
      ja: `「${file.path}」には保存できません。スラッグは半角の英小文字・数字・ハイフンで書いてください。`,
      en: `'${file.path}' is no place for an entry: write the slug in lower-case letters, digits and hyphens.`,
    });
  }
  const { type, slug } = place;
  if (contentTypes[type].storage === 'file') {
    const maps = readMaps(file.raw) ?? {};
    const kept = Object.fromEntries(
      languages.flatMap((language) => {
        const values = maps[language] as Values | undefined;
        return values && (language === defaultLanguage || isStarted(values)) ? [[language, values]] : [];
      }),
    );
    return { path: file.path, type, slug, base, content: writeMaps(type, base, kept) };
  }
  const values = readValues(file.raw) ?? {};
  const isOriginal = file.path === textPath(type, slug, defaultLanguage);
  if (!isOriginal && !isStarted(values)) {
    if (base === undefined) return undefined;
    throw new NotSaved({
      ja: '訳文がすべて空です。翻訳を消すには「その他」から「翻訳を削除」を選んでください。',
      en: 'The translation is empty. To remove it, choose "Delete the translation" under "More".',
    });
  }
  return { path: file.path, type, slug, base, content: writeEntry(type, base, values) };
}

/** True where a translation has words of its own: a status alone is Decap's default, not an editor's work. */
export function isStarted(values: Values): boolean {
  return Object.entries(values).some(([name, value]) => !['status', 'original'].includes(name) && meaning(value) !== undefined);
}

async function revisionOf(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
