import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkAll } from '../src/entries/check-all.ts';
import { addArticle, editText, editTitle, renameTheme } from '../tools/bench/changes.ts';
import { writeContent } from '../tools/bench/content.ts';
import { difference, snapshotOf } from '../tools/bench/files.ts';
import { measure } from '../tools/bench/measure.ts';
import { growthTable, targetsTable, type Measured, type Row } from '../tools/bench/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the content of the bench', () => {
  const rooms = ['a', 'b'].map((name) => join(folder, name));
  const made = rooms.map((room) => {
    cpSync('content', join(room, 'content'), { recursive: true });
    return writeContent(room, 40);
  });

  test('is the same for the same number, and in both languages', () => {
    const [first, second] = rooms.map((room) => snapshotOf(join(room, 'content')));
    expect([...(first ?? [])].map(([path, { digest }]) => [path, digest])).toEqual(
      [...(second ?? [])].map(([path, { digest }]) => [path, digest]),
    );
    expect(made[0]).toEqual(made[1]);
    expect(made[0]?.articles).toHaveLength(28);
    for (const slug of made[0]?.articles ?? []) {
      for (const language of ['ja', 'en']) expect(first?.has(`/articles/${slug}/index.${language}.mdx`), slug).toBe(true);
    }
  });

  test('passes the check that a build begins with', async () => {
    const { problems } = await checkAll(rooms[0] ?? '');
    expect(problems.slice(0, 3)).toEqual([]);
  });

  test('is changed by each edit in the files that the edit is about, and passes the check again', async () => {
    const room = rooms[1] ?? '';
    const [, known] = made;
    if (!known) throw new Error('Nothing was made.');
    const before = snapshotOf(join(room, 'content'));
    const slug = editText(room, known, '追記した文。', 'new');
    const after = snapshotOf(join(room, 'content'));
    expect([...after].filter(([path, { digest }]) => before.get(path)?.digest !== digest).map(([path]) => path)).toEqual([
      `/articles/${slug}/index.ja.mdx`,
    ]);
    expect(difference(before, after)).toMatchObject({ changed: 1, removed: 0, written: 1 });
    editTitle(room, known);
    addArticle(room, known);
    renameTheme(room);
    const { changed, removed } = difference(after, snapshotOf(join(room, 'content')));
    // A text, an article of two texts with its cover, and a theme.
    expect([changed, removed]).toEqual([5, 0]);
    const { problems } = await checkAll(room);
    expect(problems.slice(0, 3)).toEqual([]);
  });
});

describe('what a command costs', () => {
  const run = (script: string) => measure([process.execPath, '-e', script], folder, { PATH: process.env['PATH'] });

  test('is the processor time of all its processes, their memory, and what they said', async () => {
    const busy = 'const end = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < end);';
    const large = 'globalThis.held = Buffer.alloc(3e8, 1); setTimeout(() => console.log("done"), 500);';
    const { cpu, memory, lines, wall } = await run(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}]); ${busy} ${large}`,
    );
    expect(cpu).toBeGreaterThan(0.75);
    expect(wall).toBeGreaterThan(0.5);
    expect(memory.largest).toBeGreaterThan(3e8);
    expect(memory.together).toBeGreaterThanOrEqual(memory.largest);
    expect(lines.map(({ text }) => text)).toEqual(['done']);
  });

  test('is no figure where it fails, but what it said last', async () => {
    await expect(run('console.error("so much for that"); process.exit(3)')).rejects.toThrow(
      /ended with 3[\s\S]*so much for that/,
    );
  });
});

describe('the tables', () => {
  const cost = (cpu: number, megabytes: number) => ({
    cpu,
    wall: cpu,
    lines: [],
    memory: { largest: megabytes * 1024 ** 2, together: megabytes * 1024 ** 2 },
    files: 10,
    changed: 1,
    removed: 0,
    written: 1,
  });
  const rows = (ours: number, megabytes: number): Row[] =>
    ['cold', 'no change', 'one edited text', 'one edited text, years old'].map((name) => ({
      name,
      of: { Glocal: cost(ours, megabytes), Eleventy: cost(20, 500), Hugo: cost(50, 500) },
    }));
  const dev = { start: 1, firstArticle: 1, edits: [0.3, 0.4], memory: { largest: 1, together: 1 } };
  const sizes: Measured[] = [
    { size: 1000, rows: rows(4, 600), dev },
    { size: 10_000, rows: rows(45, 3000), dev },
  ];

  test('say by how much each cost grows from a size to the next', () => {
    expect(growthTable(sizes)).toContain('| 1,000 → 10,000: cold | 11.25 | 1.00 | 1.00 | 5.00 |');
  });

  test('say of each target what was measured, and whether it is met', () => {
    const table = targetsTable(sizes);
    expect(table).toContain('| one edited text, CPU ÷ Hugo | 0.90 | 0.4 | missed |');
    expect(table).toContain('| cold, CPU ÷ Eleventy | 2.25 | 2 | missed |');
    expect(table).toContain('| most memory of a process, GB | 2.93 | 2 | missed |');
    expect(table).toContain('| saved text to page, s, the slowest | 0.40 | 1 | met |');
    expect(table).toContain('| most growth of CPU ÷ growth of entries | 1.13 | 1 | missed |');
  });
});
