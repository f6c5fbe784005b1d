/**
 * The file API of local editing: the actions that Decap's proxy backend knows, on `content/` alone. Nothing is
 * overwritten that the editor has not seen, and no file is ever half written.
 */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPicture, pictureLimit } from '../../src/model/pictures.ts';
import type { Words } from '../../src/i18n/languages.ts';
import { placeOf, type Place } from './paths.ts';
import { textsOf } from './texts.ts';

/** What a request asks for, as Decap's proxy backend writes it. */
export interface Call {
  readonly action?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal with its HTTP status; the words reach the editor. */
class Refusal extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, words: Words, details: Readonly<Record<string, unknown>> = {}) {
    super(`${words.ja} ${words.en}`);
    this.status = status;
    this.details = details;
  }
}

const forbidden = (path: unknown) =>
  new Refusal(403, {
    ja: `「${String(path)}」は編集できる場所ではありません。`,
    en: `'${String(path)}' is not a place that can be edited.`,
  });

const missing = (path: string) => new Refusal(404, { ja: `「${path}」がありません。`, en: `'${path}' does not exist.` });

/** Identifies the bytes of a file. */
export function revisionOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The file API for a project's root. Every call is answered in one turn of the event loop, so that no other call comes
 * between what it looks at and what it writes.
 */
export function fileApi(root: string): (call: Call) => Answer {
  const actions: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>> = {
    info: () => ({ repo: 'content', publish_modes: ['simple'], type: 'local_fs' }),
    entriesByFolder: ({ folder }) => {
      const place = placeOf(folder);
      if (place?.kind !== 'type') throw forbidden(folder);
      return texts.listed(place.type).map(({ path, excerpt, revision }) => entry(path, excerpt, revision));
    },
    entriesByFiles: ({ files }) =>
      listOf(files).map((file) => {
        const path = String((file as { path?: unknown }).path);
        return entry(path, readText(path));
      }),
    getEntry: ({ path }) => entry(String(path), readText(path)),
    getMedia: ({ mediaFolder }) => {
      const place = placeOf(mediaFolder);
      // A new entry has no folder, and a file of YAML has no pictures.
      if (place?.kind !== 'entry') return [];
      const folder = String(mediaFolder);
      return namesIn(folder)
        .filter((name) => placeOf(`${folder}/${name}`)?.kind === 'picture')
        .map((name) => picture(`${folder}/${name}`));
    },
    getMediaFile: ({ path }) => picture(allowed(path, 'picture')),
    persistMedia: ({ asset }) => {
      const { path, content } = assetOf(asset);
      write([{ path, content }]);
      return picture(path);
    },
    persistEntry: ({ dataFiles, assets }) => {
      const texts = listOf(dataFiles).map((file) => {
        const { path, raw, base } = file as { path?: unknown; raw?: unknown; base?: unknown };
        if (typeof raw !== 'string') throw malformed();
        return { path: allowed(path, 'text'), content: Buffer.from(raw), base };
      });
      const conflicts = texts.filter(({ path, content, base }) => hasMoved(path, content, base));
      if (conflicts.length > 0) throw conflict(conflicts.map(({ path }) => path));
      // Pictures first: a text never names one that is not there yet, whenever the process may die.
      write([...listOf(assets ?? []).map(assetOf), ...texts]);
      return { revisions: Object.fromEntries(texts.map(({ path, content }) => [path, revisionOf(content)])) };
    },
    deleteFiles: ({ paths }) => remove(listOf(paths)),
    getDeployPreview: () => null,
    ledger: () => texts.ledger(),
  };
  const texts = textsOf({ withoutLinks, read, revisionOf });

  return (call) => {
    try {
      const action = typeof call.action === 'string' && Object.hasOwn(actions, call.action) ? actions[call.action] : undefined;
      if (!action) throw malformed();
      return { status: 200, body: action(call.params ?? {}) };
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: { error: error.message, ...error.details } };
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      return {
        status: 500,
        body: { error: `ファイルを扱えませんでした（${reason}）。 The file could not be handled (${reason}).` },
      };
    }
  };

  function malformed(): Refusal {
    return new Refusal(422, { ja: 'この操作はできません。', en: 'There is no such action.' });
  }

  function listOf(value: unknown): readonly unknown[] {
    if (!Array.isArray(value) || value.length > 500) throw malformed();
    return value as unknown[];
  }

  function allowed(path: unknown, kind: Place['kind']): string {
    if (placeOf(path)?.kind !== kind) throw forbidden(path);
    return path as string;
  }

  /** Refuses a path that leads through a symbolic link, whatever the link points to. */
  function withoutLinks(path: string): string {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const step = join(root, ...parts.slice(0, length));
      if (lstatSync(step, { throwIfNoEntry: false })?.isSymbolicLink()) throw forbidden(path);
    }
    return join(root, ...parts);
  }

  function read(path: string): Buffer {
    const file = withoutLinks(path);
    let handle: number;
    try {
      handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw missing(path);
      throw error;
    }
    try {
      if (!fstatSync(handle).isFile()) throw forbidden(path);
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  function readText(path: unknown): string {
    return read(allowed(path, 'text')).toString('utf8');
  }

  function namesIn(folder: string): string[] {
    const path = withoutLinks(folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  }

  function entry(path: string, content: string, revision = revisionOf(content)) {
    return { data: content, file: { path, label: path.split('/').pop(), id: revision }, revision };
  }

  function picture(path: string) {
    const content = read(path);
    const name = path.split('/').pop();
    return { id: revisionOf(content), content: content.toString('base64'), encoding: 'base64', path, name };
  }

  function assetOf(asset: unknown): { path: string; content: Buffer } {
    const { path, content, encoding } = asset as { path?: unknown; content?: unknown; encoding?: unknown };
    if (encoding !== 'base64' || typeof content !== 'string') throw malformed();
    const bytes = Buffer.from(content, 'base64');
    const name = allowed(path, 'picture');
    if (bytes.length > pictureLimit.bytes || !isPicture(name, bytes)) {
      throw new Refusal(422, {
        ja: `「${name}」は ${pictureLimit.bytes / 1024 / 1024} MB 以下の jpg・png・webp・avif ではありません。`,
        en: `'${name}' is not a jpg, png, webp or avif of ${pictureLimit.bytes / 1024 / 1024} MB or less.`,
      });
    }
    if (holdsOther(name, bytes)) {
      throw new Refusal(409, {
        ja: `「${name}」という名前の別の画像がすでにあります。入れようとした画像を、別の名前で入れ直してください。`,
        en: `There is another picture named '${name}'. Add yours again under another name.`,
      });
    }
    return { path: name, content: bytes };
  }

  /** The bytes of a file; undefined where there is none. */
  function found(path: string): Buffer | undefined {
    try {
      return read(path);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }

  function holdsOther(path: string, content: Buffer): boolean {
    return found(path)?.equals(content) === false;
  }

  /**
   * True where the file is not as the editor last saw it: another revision than `base`, there though `base` says that it
   * was not, or gone. A file that already holds what is to be written is no conflict.
   */
  function hasMoved(path: string, content: Buffer, base: unknown): boolean {
    const now = found(path);
    if (!now) return typeof base === 'string';
    return revisionOf(now) !== base && !now.equals(content);
  }

  function conflict(paths: readonly string[]): Refusal {
    const words = {
      ja: '開いてから保存するまでの間に、別の人がこのファイルを変えました。',
      en: 'Someone else has changed this file since it was opened.',
    };
    return new Refusal(409, words, { conflicts: paths });
  }

  /**
   * Writes every file outside the content first, to the disk and whole, then moves them into place one after the other. Until
   * the last is written nothing has changed; each file is the old or the new. Only a process that dies between two moves leaves
   * some of them new and the rest old. What such a death
   * leaves aside lies in the cache and is no content.
   */
  function write(files: readonly { path: string; content: Buffer }[]): void {
    const waiting = join(root, '.cache', 'saving');
    mkdirSync(waiting, { recursive: true });
    const ready = files.map(({ path, content }) => ({
      side: join(waiting, randomUUID()),
      target: withoutLinks(path),
      content,
    }));
    try {
      for (const { side, content } of ready) writeFileSync(side, content, { flag: 'wx', flush: true });
      for (const { side, target } of ready) {
        mkdirSync(dirname(target), { recursive: true });
        renameSync(side, target);
      }
    } finally {
      for (const { side } of ready) rmSync(side, { force: true });
    }
  }

  function remove(paths: readonly unknown[]) {
    const known = paths.map((path) => {
      const kind = placeOf(path)?.kind;
      if (kind !== 'text' && kind !== 'picture') throw forbidden(path);
      return path as string;
    });
    for (const path of known.filter((name) => existsSync(withoutLinks(name)))) {
      unlinkSync(join(root, path));
      leaveNoEmptyFolder(dirname(path));
    }
    return { message: 'deleted' };
  }

  /** An entry whose last text is gone takes its pictures along: a folder without a text is no entry. */
  function leaveNoEmptyFolder(folder: string): void {
    if (placeOf(folder)?.kind !== 'entry') return;
    const names = namesIn(folder);
    if (names.some((name) => placeOf(`${folder}/${name}`)?.kind !== 'picture')) return;
    for (const name of names) unlinkSync(join(root, folder, name));
    rmdirSync(join(root, folder));
  }
}
