/** `npm run check` as a command: what it prints in each form, and with what it exits. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkProject } from '../../tools/project-elsewhere.ts';
import { en, enFile, ja, jaFile, onDisk, type FilesOnDisk } from './on-disk.ts';
import { good } from './pictures.ts';

const command = join(process.cwd(), 'tools', 'check.ts');

function check(files: FilesOnDisk, ...options: string[]) {
  return checkIn(roomWith(files), ...options);
}

function roomWith(files: FilesOnDisk): string {
  const root = onDisk(files);
  linkProject(root);
  return root;
}

function checkIn(root: string, ...options: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], { cwd: root }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** What the check of a room keeps from one time to the next. */
const kept = (root: string, folder: string) => join(root, '.cache', folder);

const missing = { [jaFile]: ja('', '一\n\n![港の風景](a.png)') };
const message = "The picture 'a.png' does not exist.";

describe('the command', () => {
  test('says in both languages that nothing is wrong', async () => {
    const { status, stdout } = await check({ [jaFile]: ja() });
    expect(stdout).toBe('公開1件、下書き0件、問題なし、助言0件。 1 published, 0 drafts, no problems, advice: 0.\n');
    expect(status).toBe(0);
  });

  test('tells place, words, remedy and excerpt, and exits with 1', async () => {
    const { status, stderr } = await check(missing);
    expect(stderr).toMatch(
      /^content\/events\/a\/index\.ja\.mdx:12:\d+ \[body\]\n {4}画像「a\.png」がありません。.*\n {4}The picture 'a\.png' does not exist\. .*\n {4}> !\[港の風景\]\(a\.png\)\n\n/,
    );
    expect(stderr).toContain('1 problem, advice: 0. Nothing can be published.');
    expect(status).toBe(1);
  });

  test('advises on a picture that no page shows, in any language, and exits with 0', async () => {
    const cover = 'cover:\n  file: cover.png\n  alt: { ja: 四角形, en: A square }\n';
    const pictures = ['cover', 'in-text', 'idle'].map((name) => [`events/a/${name}.png`, good.png] as const);
    const shown = {
      [jaFile]: ja(cover),
      [enFile]: en('', 'Text.\n\n![A harbour](in-text.png)'),
      ...Object.fromEntries(pictures),
    };
    const { status, stdout } = await check(shown);
    expect(stdout).toMatch(
      /^助言.*\n\ncontent\/events\/a\/idle\.png:1:1\n {4}どのページにも.*\n {4}This picture is on no page\. .*\n\n公開2件/,
    );
    expect(status).toBe(0);
    // A draft may be about to show it.
    const begun = await check({ ...shown, [enFile]: en().replace('published', 'draft') });
    expect([begun.stdout, begun.status]).toEqual([expect.stringMatching(/^公開1件/), 0]);
  });

  test('reads an entry again when its file, what lies beside it, its text in the cache or the cache itself is another', async () => {
    const root = roomWith({ [jaFile]: ja('', '一\n\n![港の風景](a.png)'), 'events/a/a.png': good.png });
    const status = async () => (await checkIn(root)).status;
    expect([await status(), await status()]).toEqual([0, 0]);
    rmSync(join(root, 'content/events/a/a.png'));
    expect((await checkIn(root)).stderr).toContain(message);
    writeFileSync(join(root, 'content/events/a/a.png'), good.png);
    expect(await status()).toBe(0);
    const file = join(root, 'content', jaFile);
    writeFileSync(file, readFileSync(file, 'utf8').replace('status: published', 'status: unheard-of'));
    expect(await status()).toBe(1);
    writeFileSync(file, ja('', '一\n\n![港の風景](a.png)'));
    rmSync(kept(root, 'texts'), { recursive: true });
    expect(await status()).toBe(0);
    const shelf = join(kept(root, 'entries'), 'events.json');
    truncateSync(shelf, 100);
    expect([await status(), await status()]).toEqual([0, 0]);
    expect(statSync(shelf).size).toBeGreaterThan(100);
  });

  test('gives one JSON document', async () => {
    const { status, stdout } = await check(missing, '--format=json');
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ file: `content/${jaFile}`, line: 12, message: { en: message }, remedy: {} }],
      advice: [],
      counts: { problems: 1, advice: 0, published: 1, drafts: 0 },
    });
    expect(status).toBe(1);
  });

  test('gives annotations for GitHub, in which nothing that an editor writes ends a command', async () => {
    const files = { ...missing, 'events/%0A,x:y/index.ja.mdx': ja() };
    const { status, stdout } = await check(files, '--format=github');
    const [stray, picture, summary] = stdout.split('\n');
    expect(stray).toMatch(/^::error file=content\/events\/%250A%2Cx%3Ay,line=1,col=1,title=[^:]+::[^:]+%0AThis file or folder/);
    expect(picture).toMatch(
      /^::error file=content\/events\/a\/index\.ja\.mdx,line=12,col=\d+,title=body::画像.*%0AThe picture/,
    );
    expect(summary).toContain('2 problems');
    expect(status).toBe(1);
  });

  test('gives a Code Quality report for GitLab', async () => {
    const { status, stdout } = await check(missing, '--format=gitlab');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        description: expect.stringContaining(message) as string,
        check_name: 'body',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        severity: 'blocker',
        location: { path: `content/${jaFile}`, positions: { begin: { line: 12 } } },
      },
    ]);
    expect(status).toBe(1);
  });

  test('exits with 2 where it is asked for what it does not know', async () => {
    const { status, stderr } = await check({ [jaFile]: ja() }, '--format=xml');
    expect(stderr).toMatch(/「--format=xml」という指定はありません。[\s\S]*There is no option '--format=xml'\./);
    expect(status).toBe(2);
  });
});
