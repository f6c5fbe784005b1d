/** The little that is used here of packages without types. */
declare module '@11ty/eleventy' {
  export interface Config {
    setQuietMode(quiet: boolean): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
    addWatchTarget(path: string): void;
    addGlobalData(name: string, value: unknown): void;
    addCollection(name: string, make: (api: { getAll(): unknown[] }) => unknown): void;
    addTemplate(path: string, content: unknown, data?: object): void;
    amendLibrary(name: 'md', amend: (markdown: { set(options: object): void; use(plugin: unknown): void }) => void): void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: { configPath: null; quietMode: boolean; config(config: Config): void });
    write(): Promise<void>;
  }
}

declare module 'markdown-it-footnote' {
  const plugin: unknown;
  export default plugin;
}
