import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { guarded, type Conflict, type Desk } from '../../admin/backends/guarded.ts';
import type {
  DataFile,
  FileEntry,
  Implementation,
  ImplementationClass,
  PersistOptions,
  SavedEntry,
} from '../../admin/backends/implementation.ts';
import type { LedgerEntry } from '../../admin/desk/ledger.ts';
import { readMaps, readValues, writeEntry, writeMaps } from '../../src/entries/write.ts';

const folder = 'content/articles/koya';
const ja = `${folder}/index.ja.mdx`;
const en = `${folder}/index.en.mdx`;
const theme = 'content/themes/tourism.yaml';

const published: Readonly<Record<string, string>> = {
  [ja]: '---\nslug: koya\nstatus: draft\ntitle: 高野山\nsummary: 十二月\n---\n\n山の上です。\n',
  [en]: '---\nstatus: draft\ntitle: Koya\n---\n\nOn the mountain.\n',
  [theme]: 'ja:\n  slug: tourism\n  status: published\n  title: 観光\nen:\n  status: published\n  title: Tourism\n',
};

/** A host as those of Decap are: a file that does not exist is an empty text, and deleting it is an error. */
class Host implements Implementation {
  readonly files = new Map(Object.entries(published));
  readonly branch = new Map<string, string>();
  readonly saved: { entry: SavedEntry; options: PersistOptions }[] = [];
  readonly deleted: string[][] = [];
  reads = 0;
  /** A host that fails answers a reading as if nothing were there, and a listing with an error. */
  isDown = false;

  async getEntry(path: string): Promise<FileEntry> {
    this.reads += 1;
    await Promise.resolve();
    return { data: this.isDown ? '' : (this.files.get(path) ?? ''), file: { path } };
  }

  async unpublishedEntryDataFile(_collection: string, _slug: string, path: string): Promise<string> {
    return this.branch.get(path) ?? this.files.get(path) ?? '';
  }

  async entriesByFolder(under: string, extension: string): Promise<FileEntry[]> {
    if (this.isDown) throw new Error('502 Bad Gateway');
    return [...this.files].flatMap(([path, data]) =>
      path.startsWith(`${under}/`) && path.endsWith(extension) ? [{ data, file: { path } }] : [],
    );
  }

  async getMedia(under: string) {
    const names = ['cover.png', 'index.ja.mdx', 'index.en.mdx'];
    return names.map((name) => ({ name, path: `${under}/${name}`, displayURL: { path: `${under}/${name}` } }));
  }

  async getMediaDisplayURL(displayURL: unknown): Promise<string> {
    return `blob:${(displayURL as { path: string }).path}`;
  }

  async persistEntry(entry: SavedEntry, options: PersistOptions): Promise<unknown> {
    this.saved.push({ entry, options });
    for (const { path, raw } of entry.dataFiles) (options.useWorkflow ? this.branch : this.files).set(path, raw);
    return undefined;
  }

  async deleteFiles(paths: readonly string[]): Promise<unknown> {
    const missing = paths.filter((path) => !path.endsWith('.png') && !this.files.delete(path));
    if (missing.length > 0) throw new Error(`There is no ${missing.join()}`);
    this.deleted.push([...paths]);
    return undefined;
  }
}

class FileApi extends Host {
  async ownLedger(): Promise<LedgerEntry[]> {
    return [];
  }
}

/** An editor who answers as told; `conflicts` is what was asked. */
function desk(answers: Partial<Desk> = {}): Desk & { conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  return {
    conflicts,
    refusals: async () => [],
    mayDelete: async () => true,
    ...answers,
    settle: async (conflict) => {
      conflicts.push(conflict);
      return answers.settle?.(conflict);
    },
  };
}

function backendWith(answers: Desk, Base: typeof Host = Host) {
  const Guarded = guarded(Base as unknown as ImplementationClass, answers);
  return new Guarded({ backend: {} }) as InstanceType<typeof Guarded> & Host;
}

/** A data file as Decap hands it over: in its own order, with an empty text for every field. */
function file(path: string, change: Record<string, unknown>, base = published[path]): DataFile {
  const raw = path.endsWith('.yaml')
    ? writeMaps('themes', undefined, { ...readMaps(base ?? ''), ...change })
    : writeEntry('articles', undefined, { ...readValues(base ?? ''), ...change });
  return { path, slug: 'koya/index', raw };
}

const stub: DataFile = { path: en, slug: 'koya/index', raw: '---\nstatus: draft\ntitle: ""\n---\n' };

function save(
  backend: Implementation,
  dataFiles: readonly DataFile[],
  options: PersistOptions = {},
  assets: { path: string }[] = [],
) {
  return backend.persistEntry({ dataFiles, assets }, { collectionName: 'articles', ...options });
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('saving', () => {
  test('sends the changed file alone, changed in one line', async () => {
    const backend = backendWith(desk());
    await Promise.all([backend.getEntry(ja), backend.getEntry(en)]);
    await save(backend, [file(ja, { title: '高野山の冬' }), file(en, {})]);
    expect(backend.saved.map(({ entry }) => entry.dataFiles)).toEqual([
      [{ path: ja, slug: 'koya/index', raw: published[ja]?.replace('高野山', '高野山の冬') }],
    ]);
  });

  test('sends no stub of a translation that nobody has started', async () => {
    const backend = backendWith(desk());
    backend.files.clear();
    await save(backend, [file(ja, {}), stub], { newEntry: true });
    expect(backend.saved[0]?.entry.dataFiles.map(({ path }) => path)).toEqual([ja]);
  });

  test('leaves the empty language out of a file that holds both', async () => {
    const backend = backendWith(desk());
    backend.files.clear();
    const raw = writeMaps('themes', undefined, { ja: { slug: 'tourism', title: '観光' }, en: { status: 'draft' } });
    await save(backend, [{ path: theme, slug: 'tourism', raw }]);
    expect(Object.keys(readMaps(backend.files.get(theme) ?? '') ?? {})).toEqual(['ja']);
  });

  test('sends nothing where nothing has changed', async () => {
    const backend = backendWith(desk());
    await Promise.all([backend.getEntry(ja), backend.getEntry(en)]);
    await save(backend, [file(ja, {}), file(en, {})]);
    expect(backend.saved).toEqual([]);
  });

  test('sends one file along with a picture that is saved alone', async () => {
    const backend = backendWith(desk());
    await backend.getEntry(ja);
    await save(backend, [file(ja, {})], {}, [{ path: `${folder}/cover.png` }]);
    expect(backend.saved[0]?.entry).toEqual({
      dataFiles: [{ path: ja, slug: 'koya/index', raw: published[ja] }],
      assets: [{ path: `${folder}/cover.png` }],
    });
  });

  test('refuses to empty a translation, which is deleted otherwise', async () => {
    const backend = backendWith(desk());
    await backend.getEntry(en);
    await expect(save(backend, [{ ...stub }])).rejects.toThrow('翻訳を削除');
    expect(backend.saved).toEqual([]);
  });

  test.each(['content/articles/Koya/index.ja.mdx', 'content/articles/../../package.json', '.git/hooks/post-checkout'])(
    'refuses the path %s',
    async (path) => {
      const backend = backendWith(desk());
      await expect(save(backend, [{ ...file(ja, {}), path }])).rejects.toThrow(/保存できません.+no place for an entry/);
      expect(backend.saved).toEqual([]);
    },
  );

  test('is stopped whole by what keeps one file from publication', async () => {
    const backend = backendWith(desk({ refusals: async () => ['出典がありません。'] }));
    await Promise.all([backend.getEntry(ja), backend.getEntry(en)]);
    await expect(save(backend, [file(ja, { title: '冬' }), file(en, { title: 'Winter' })])).rejects.toThrow();
    expect(backend.saved).toEqual([]);
  });
});

describe('a revision', () => {
  test('goes to a backend that compares it', async () => {
    const backend = backendWith(desk(), FileApi);
    await backend.getEntry(ja);
    await save(backend, [file(ja, { title: '冬' })]);
    expect(backend.saved[0]?.entry.dataFiles[0]?.base).toBe(digest(published[ja] ?? ''));
  });

  test('does not go to a Git host, which would refuse the unknown key', async () => {
    const backend = backendWith(desk());
    await backend.getEntry(theme);
    await save(backend, [file(theme, { ja: { slug: 'tourism', status: 'published', title: '旅' } })]);
    await backend.deleteTranslation('themes', 'tourism', 'en', 'delete');
    for (const { entry } of backend.saved) for (const sent of entry.dataFiles) expect(sent).not.toHaveProperty('base');
    expect(backend.saved).toHaveLength(2);
  });
});

describe('a conflict', () => {
  const theirs = (published[ja] ?? '').replace('十二月', '師走');

  async function changedMeanwhile(answers: Partial<Desk>) {
    const asked = desk(answers);
    const backend = backendWith(asked);
    await backend.getEntry(ja);
    backend.files.set(ja, theirs);
    return { asked, backend, saving: save(backend, [file(ja, { title: '冬' })]) };
  }

  test('is asked with all three versions, and nothing is saved without an answer', async () => {
    const { asked, backend, saving } = await changedMeanwhile({ settle: async () => undefined });
    await expect(saving).rejects.toThrow('保存をやめました');
    expect(asked.conflicts).toEqual([
      {
        path: ja,
        type: 'articles',
        slug: 'koya',
        base: published[ja],
        theirs,
        content: published[ja]?.replace('高野山', '冬'),
      },
    ]);
    expect(backend.files.get(ja)).toBe(theirs);
  });

  test("saves the editor's own version where the editor says so", async () => {
    const { backend, saving } = await changedMeanwhile({ settle: async ({ content }) => content });
    await saving;
    expect(backend.files.get(ja)).toBe(published[ja]?.replace('高野山', '冬'));
  });

  test('saves both together where the editor says so', async () => {
    const both = theirs.replace('高野山', '冬');
    const { backend, saving } = await changedMeanwhile({ settle: async () => both });
    await saving;
    expect(backend.files.get(ja)).toBe(both);
    // What was saved is what the next change is compared with.
    expect(backend.baseOf(ja)).toBe(both);
  });

  test('is not saved where both together cannot be read or published', async () => {
    const broken = '---\ntitle: a\ntitle: b\n---\n';
    const { backend, saving } = await changedMeanwhile({ settle: async () => broken });
    await expect(saving).rejects.toThrow('直すところ');
    expect(backend.files.get(ja)).toBe(theirs);
    let asked = 0;
    const refusing = await changedMeanwhile({
      settle: async () => theirs.replace('高野山', '冬'),
      refusals: async () => ((asked += 1) > 1 ? ['要旨がありません。'] : []),
    });
    await expect(refusing.saving).rejects.toThrow('直すところ');
    expect(refusing.backend.files.get(ja)).toBe(theirs);
  });

  test('is none where the host cannot be asked: nothing is saved, and nobody is told of a deletion', async () => {
    const asked = desk({ settle: async ({ content }) => content });
    const backend = backendWith(asked);
    await backend.getEntry(ja);
    backend.isDown = true;
    await expect(save(backend, [file(ja, { title: '冬' })])).rejects.toThrow('確かめられません');
    await expect(save(backend, [file(`${folder}-2/index.ja.mdx`, {}, published[ja])])).rejects.toThrow('確かめられません');
    expect(asked.conflicts).toEqual([]);
    expect(backend.saved).toEqual([]);
  });

  test('of a restored draft of a text under review is with its branch, not with what is published', async () => {
    const asked = desk();
    const backend = backendWith(asked);
    backend.branch.set(ja, theirs);
    await backend.unpublishedEntryDataFile('articles', 'koya/index', ja, 'a1');
    backend.setBase(ja, theirs);
    await save(backend, [file(ja, { title: '冬' }, theirs)], { useWorkflow: true });
    expect(asked.conflicts).toEqual([]);
  });

  test('is told from a file that was deleted meanwhile', async () => {
    const asked = desk({ settle: async ({ content }) => content });
    const backend = backendWith(asked);
    await backend.getEntry(ja);
    backend.files.delete(ja);
    await save(backend, [file(ja, { title: '冬' })]);
    expect(asked.conflicts.map(({ theirs }) => theirs)).toEqual([undefined]);
  });

  test('is asked where a new entry has the name of one that exists', async () => {
    const asked = desk();
    const backend = backendWith(asked);
    await expect(save(backend, [file(ja, { title: '別' })], { newEntry: true })).rejects.toThrow();
    expect(asked.conflicts.map(({ base, theirs }) => [base, theirs])).toEqual([[undefined, published[ja]]]);
  });

  test('is none for a new entry, though a host answers for a missing file with an empty text', async () => {
    const asked = desk();
    const backend = backendWith(asked);
    backend.files.clear();
    await save(backend, [file(ja, {})], { newEntry: true });
    expect(asked.conflicts).toEqual([]);
    expect(backend.files.has(ja)).toBe(true);
  });

  test('is none between an entry and its own branch under review', async () => {
    const asked = desk();
    const backend = backendWith(asked);
    await backend.getEntry(ja);
    const workflow = { useWorkflow: true };
    await save(backend, [file(ja, { title: '冬' })], workflow);
    await save(backend, [file(ja, { title: '冬の山' })], workflow);
    expect(asked.conflicts).toEqual([]);
    expect(backend.files.get(ja)).toBe(published[ja]);
    expect(backend.branch.get(ja)).toContain('title: 冬の山\n');
  });
});

describe('opening', () => {
  const broken = '---\ntitle: "高野山\n---\n';

  test.each([ja, en])('refuses every language of an entry where %s cannot be read', async (path) => {
    const backend = backendWith(desk());
    backend.files.set(path, broken);
    const opened = await Promise.allSettled([backend.getEntry(ja), backend.getEntry(en)]);
    expect(opened.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    for (const result of opened) {
      expect((result as PromiseRejectedResult).reason.message).toMatch(new RegExp(`${path}.+扱えません.+cannot be handled`));
    }
    expect(backend.baseOf(path)).toBeUndefined();
  });

  test('refuses a text under review that cannot be read', async () => {
    const backend = backendWith(desk());
    backend.branch.set(en, broken);
    await expect(backend.unpublishedEntryDataFile('articles', 'koya/index', ja, 'a1')).rejects.toThrow(en);
  });

  test('goes on without a translation that does not exist, and asks for no file twice', async () => {
    const backend = backendWith(desk());
    backend.files.delete(en);
    const [original, translation] = await Promise.allSettled([backend.getEntry(ja), backend.getEntry(en)]);
    expect(original.status).toBe('fulfilled');
    expect(translation.status).toBe('rejected');
    expect(backend.reads).toBe(2);
  });

  test('keeps the entry whole in the excerpts that the file API lists, and asks a Git host for nothing twice', async () => {
    class Excerpts extends FileApi {
      override async entriesByFolder(under: string, extension: string): Promise<FileEntry[]> {
        const entries = await super.entriesByFolder(under, extension);
        return entries.map((entry) => ({ ...entry, data: '---\nslug: koya\n---\n' }));
      }
    }
    const local = backendWith(desk(), Excerpts);
    await local.getEntry(ja);
    const listed = await local.entriesByFolder('content/articles', 'mdx', 2);
    expect(Object.fromEntries(listed.map(({ file: { path }, data }) => [path, data]))).toEqual({
      [ja]: published[ja],
      [en]: '---\nslug: koya\n---\n',
    });
    local.files.delete(ja);
    expect(await local.entriesByFolder('content/articles', 'mdx', 2)).toHaveLength(1);
    const host = backendWith(desk());
    await host.getEntry(ja);
    const { reads } = host;
    await host.entriesByFolder('content/articles', 'mdx', 2);
    expect(host.reads).toBe(reads);
  });

  test('shows the pictures of an entry, not the texts beside them', async () => {
    const backend = backendWith(desk());
    expect(await backend.getMedia(folder)).toEqual([
      expect.objectContaining({ name: 'cover.png', url: `blob:${folder}/cover.png` }),
    ]);
    expect(await backend.getMedia('content')).toEqual([]);
  });
});

describe('deleting', () => {
  test('names no file that does not exist, and takes the pictures along', async () => {
    const backend = backendWith(desk());
    backend.files.delete(en);
    await backend.deleteFiles([ja, en], 'delete');
    expect(backend.deleted).toEqual([[ja, `${folder}/cover.png`]]);
  });

  test('leaves the pictures to the file API, which sees to them itself', async () => {
    const backend = backendWith(desk(), FileApi);
    await backend.deleteFiles([ja, en], 'delete');
    expect(backend.deleted).toEqual([[ja, en]]);
  });

  test('asks with the entries that name this one, and stops where the editor does', async () => {
    const named = { ...published, [ja]: (published[ja] ?? '').replace('summary', 'themes: [tourism]\nsummary') };
    const asked: string[][] = [];
    const backend = backendWith(
      desk({
        mayDelete: async (_type, _slug, uses) => {
          asked.push(uses.map(({ slug }) => slug));
          return false;
        },
      }),
    );
    for (const [path, content] of Object.entries(named)) backend.files.set(path, content);
    await expect(backend.deleteFiles([theme], 'delete')).rejects.toThrow('削除をやめました');
    expect(asked).toEqual([['koya']]);
    expect(backend.deleted).toEqual([]);
  });

  test('takes nothing that somebody else has changed unseen', async () => {
    const backend = backendWith(desk());
    await backend.getEntry(ja);
    await backend.getEntry(en);
    backend.files.set(en, `${published[en]}More.\n`);
    await expect(backend.deleteFiles([ja, en], 'delete')).rejects.toThrow('別の人が変えました');
    await expect(backend.deleteTranslation('articles', 'koya', 'en', 'delete')).rejects.toThrow('別の人が変えました');
    expect(backend.deleted).toEqual([]);
  });

  test('a translation of a file that cannot be read now deletes nothing', async () => {
    const backend = backendWith(desk());
    backend.isDown = true;
    await expect(backend.deleteTranslation('themes', 'tourism', 'en', 'delete')).rejects.toThrow('確かめられません');
    expect(backend.saved).toEqual([]);
  });

  test('a translation in a file of its own deletes that file', async () => {
    const backend = backendWith(desk());
    await backend.deleteTranslation('articles', 'koya', 'en', 'delete');
    expect(backend.deleted).toEqual([[en]]);
    expect(backend.files.get(ja)).toBe(published[ja]);
  });

  test('a translation in a file of both languages leaves the other as it is', async () => {
    const backend = backendWith(desk());
    await backend.getEntry(theme);
    await backend.deleteTranslation('themes', 'tourism', 'en', 'delete');
    expect(backend.files.get(theme)).toBe('ja:\n  slug: tourism\n  status: published\n  title: 観光\n');
    expect(backend.baseOf(theme)).toBe(backend.files.get(theme));
  });
});
