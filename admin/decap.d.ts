/**
 * The parts of decap-cms-core that its own types leave out. Its version is exact in package.json; what is used of its
 * inside is listed here and nowhere else.
 */
/* eslint-disable @typescript-eslint/consistent-type-imports -- an import would make this file a module, and its declarations no longer ambient. */
declare const NEWSROOM: import('./settings.ts').Newsroom;

/** Replaced when the application is built: the characters of the pictures beside links, as `packLetters` writes them. */
declare const LETTERS: string;

declare module '*.css';
declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module 'decap-cms-core/dist/esm/redux/index.js' {
  import type { Map as ImmutableMap } from 'immutable';
  interface Draft {
    get(key: 'entry' | 'fieldsErrors'): ImmutableMap<string, unknown>;
    get(key: 'hasChanged'): boolean;
    get(key: 'key'): string;
  }
  interface State {
    readonly auth: { readonly user?: unknown };
    readonly config: { readonly publish_mode?: string };
    readonly collections: ImmutableMap<string, ImmutableMap<string, unknown>>;
    readonly entryDraft: Draft;
    readonly entries: { getIn(path: readonly string[]): string | undefined };
  }
  export const store: {
    getState(): State;
    dispatch(action: unknown): unknown;
    subscribe(listener: () => void): () => void;
  };
}

declare module 'decap-cms-core/dist/esm/routing/history.js' {
  interface Location {
    readonly pathname: string;
    readonly search: string;
  }
  export const history: {
    readonly location: Location;
    readonly action: 'PUSH' | 'POP' | 'REPLACE';
    push(path: string): void;
    replace(path: string): void;
    listen(listener: (location: Location, action: string) => void): () => void;
    block(prompt: (location: Location, action: string) => string | undefined): () => void;
  };
}

declare module 'decap-cms-core/dist/esm/components/Editor/Editor.js' {
  import type { ComponentType } from 'react';
  const Editor: ComponentType<object>;
  export default Editor;
}

declare module 'decap-cms-core/dist/esm/actions/entries.js' {
  export function changeDraftField(change: unknown): unknown;
  export function createDraftFromEntry(entry: unknown): unknown;
  export function entryLoaded(collection: unknown, entry: unknown): unknown;
  export function loadEntry(collection: unknown, slug: string): unknown;
  export function persistEntry(collection: unknown): unknown;
  export function emptyDraftCreated(entry: unknown): unknown;
}

declare module 'decap-cms-core/dist/esm/actions/editorialWorkflow.js' {
  export function loadUnpublishedEntry(collection: unknown, slug: string): unknown;
  export function persistUnpublishedEntry(collection: unknown, exists: boolean): unknown;
}

declare module 'decap-cms-core/dist/esm/actions/mediaLibrary.js' {
  export function persistMedia(file: File, options: { field?: unknown }): unknown;
}

declare module 'decap-cms-core/dist/esm/actions/notifications.js' {
  export function addNotification(notification: unknown): unknown;
  export function clearNotifications(): unknown;
}

declare module 'decap-cms-core/dist/esm/components/Editor/Editor.js' {
  const Editor: import('react').ComponentType<object>;
  export default Editor;
}

declare module 'decap-cms-core/dist/esm/components/Workflow/Workflow.js' {
  const Workflow: import('react').ComponentType;
  export default Workflow;
}

declare module 'decap-cms-core/dist/esm/reducers/entryDraft.js' {
  type Draft = import('immutable').Map<string, unknown>;
  interface Action {
    readonly type: string;
    readonly payload: {
      readonly entry: { readonly collection: string; readonly slug: string; readonly data: { readonly slug?: string } };
    };
  }
  export function selectCustomPath(collection: unknown, entryDraft: unknown): string | undefined;
  export default function entryDraft(state: Draft | undefined, action: Action): Draft;
}

declare module 'decap-cms-core/dist/esm/reducers/index.js' {
  export function selectUnpublishedEntry(state: unknown, collection: string, slug: string): unknown;
}

declare module 'decap-cms-core/dist/esm/backend.js' {
  export class Backend {
    search(...asked: unknown[]): Promise<unknown>;
  }
  export function currentBackend(config: unknown): {
    implementation: import('./backends/implementation.ts').Implementation;
    getLocalDraftBackup(): Promise<object>;
    persistLocalDraftBackup(): Promise<void>;
    deleteLocalDraftBackup(): Promise<void>;
  };
}

declare module 'decap-cms-backend-github' {
  export const GitHubBackend: unknown;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: unknown;
}
declare module 'decap-cms-backend-forgejo' {
  export const ForgejoBackend: unknown;
}
declare module 'decap-cms-backend-gitea' {
  export const GiteaBackend: unknown;
}
declare module 'decap-cms-backend-proxy' {
  export const ProxyBackend: unknown;
}
declare module 'decap-cms-lib-util' {
  export const localForage: {
    getItem<Value>(key: string): Promise<Value | null>;
    setItem(key: string, value: unknown): Promise<unknown>;
    removeItem(key: string): Promise<void>;
    keys(): Promise<string[]>;
  };
}
declare module 'decap-cms-widget-*' {
  const widget: { Widget(options?: object): { name: string } };
  export default widget;
}
declare module 'decap-cms-locales/dist/esm/*' {
  interface Phrases {
    readonly [key: string]: string | Phrases;
  }
  const phrases: Phrases;
  export default phrases;
}
