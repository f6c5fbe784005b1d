/** What Decap asks of a backend, as far as the newsroom adds to it. Shapes as in decap-cms-lib-util. */

export interface DataFile {
  readonly path: string;
  readonly slug: string;
  readonly raw: string;
  /** Revision that the local file API compares with; Git hosts do not know it. */
  readonly base?: string | undefined;
}

export interface Asset {
  readonly path: string;
}

export interface SavedEntry {
  readonly dataFiles: readonly DataFile[];
  readonly assets: readonly Asset[];
}

export interface FileEntry {
  readonly data: string;
  readonly file: { readonly path: string };
}

/** A file beside a text, as a backend lists it. */
export interface MediaFile {
  readonly path: string;
  readonly name: string;
  /** Where it can be shown; Git hosts give `displayURL` instead, from which `getMediaDisplayURL` makes an address. */
  readonly url?: string;
  readonly displayURL?: unknown;
}

export interface PersistOptions {
  readonly collectionName?: string;
  readonly commitMessage?: string;
  readonly newEntry?: boolean;
  readonly useWorkflow?: boolean;
  readonly unpublished?: boolean;
  readonly status?: string;
}

export interface Implementation {
  entriesByFolder(folder: string, extension: string, depth: number): Promise<FileEntry[]>;
  allEntriesByFolder?(folder: string, extension: string, depth: number): Promise<FileEntry[]>;
  getEntry(path: string): Promise<FileEntry>;
  getMedia(folder?: string): Promise<MediaFile[]>;
  getMediaDisplayURL?(displayURL: unknown): Promise<string>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
  persistEntry(entry: SavedEntry, options: PersistOptions): Promise<unknown>;
  deleteFiles(paths: readonly string[], message: string): Promise<unknown>;
}

export type ImplementationClass = new (config: Config, options?: object) => Implementation;

/** Decap's configuration as a backend receives it. */
export interface Config {
  readonly backend: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}
