/** The drafts under preview. In this process's memory alone: neither Astro's store nor the disk learns of them. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { lasting } from '../lasting.ts';
import type { TypeName } from '../model/content-types.ts';

/** A picture as it came from the editor; undefined dimensions where it is none that can be read. */
export interface Picture {
  readonly bytes: Buffer;
  readonly shape: { readonly width: number; readonly height: number; readonly format: string } | undefined;
}

export interface Draft {
  readonly token: string;
  /** The name of the entry in the editor, which may be empty or wrong as yet. */
  readonly name: string;
  readonly type: TypeName;
  readonly slug: string;
  /** Every language that is written, its gaps filled with neutral values. */
  readonly versions: ReadonlyMap<Language, Entry>;
  /** The languages that say of themselves that they are published. */
  readonly published: ReadonlySet<Language>;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** A page that is being made of a draft. */
interface Viewing {
  readonly draft: Draft;
  readonly language: Language;
}

interface Memory {
  /** By token, the draft that was touched last at the end. */
  readonly drafts: Map<string, Draft>;
  readonly viewing: AsyncLocalStorage<Viewing>;
}

const { drafts, viewing } = lasting<Memory>('preview of drafts', () => ({
  drafts: new Map(),
  viewing: new AsyncLocalStorage(),
}));

/** More drafts than an office has open at once. */
const most = 20;

export function remember(draft: Draft): void {
  drafts.delete(draft.token);
  drafts.set(draft.token, draft);
  const [oldest] = drafts.keys();
  if (oldest && drafts.size > most) drafts.delete(oldest);
}

export function draftOf(token: string): Draft | undefined {
  return drafts.get(token);
}

/** The token under which an entry is already being previewed: its page keeps its address while it is edited. */
export function tokenOf(type: TypeName, name: string): string | undefined {
  return [...drafts.values()].find((draft) => draft.type === type && draft.name === name)?.token;
}

/** Makes a page with the draft in its place in the library. */
export function view<T>(draft: Draft, language: Language, make: () => Promise<T>): Promise<T> {
  return viewing.run({ draft, language }, make);
}

/** What the page that is being made is a preview of; undefined for readers' pages. */
export function viewed(): Viewing | undefined {
  return viewing.getStore();
}

const inPlace = new WeakMap<Viewing, readonly Entry[]>();

/** The entries of the site; while a preview is made, with its draft in place of what is published of the entry: one list for a page. */
export function withViewed(entries: readonly Entry[]): readonly Entry[] {
  const now = viewed();
  if (!now) return entries;
  const made = inPlace.get(now) ?? withDraft(entries, now);
  inPlace.set(now, made);
  return made;
}

function withDraft(entries: readonly Entry[], now: Viewing): readonly Entry[] {
  const { type, slug, versions, published } = now.draft;
  // The language under preview is shown as if it were published, whatever its status; the others as they would be.
  const shown = [...versions.values()].filter(({ language }) => language === now.language || published.has(language));
  return [...entries.filter((entry) => entry.type !== type || entry.slug !== slug), ...shown];
}
