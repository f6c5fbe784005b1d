import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { headersOf } from '../../../admin/server/headers.ts';
import { newsroomOf } from '../../../admin/settings.ts';
import { serve } from '../../../tools/serve.ts';
import { until } from '../../browser/dev-server.ts';

export interface GitHost {
  /** Where the newsroom is served. */
  readonly origin: string;
  /** The output of a git command in the repository. */
  git(...command: string[]): string;
  stop(): void;
}

/**
 * The newsroom as it is built for a Git host, with editorial workflow, over a repository that a test may spoil. Decap's own
 * server stands for the host, bound to loopback; it commits whatever lies in its folder, hence one of its own.
 */
export async function startGitHost(): Promise<GitHost> {
  const folder = mkdtempSync(join(tmpdir(), 'git-host-'));
  const repository = join(folder, 'repository');
  const git = (...command: string[]) => execFileSync('git', command, { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
  mkdirSync(repository);
  cpSync('content', join(repository, 'content'), { recursive: true });
  git('init', '--initial-branch', 'main');
  for (const [key, value] of [
    ['user.name', 'Editor'],
    ['user.email', 'editor@example.jp'],
    ['commit.gpgsign', 'false'],
    ['core.autocrlf', 'false'],
  ] as const) {
    git('config', '--local', key, value);
  }
  git('add', '.');
  git('commit', '--quiet', '--message', 'What is published');

  const port = await freePort();
  const env = {
    NEWSROOM_BACKEND: 'proxy',
    NEWSROOM_API: `http://127.0.0.1:${port}/api/v1`,
    NEWSROOM_WORKFLOW: 'yes',
  };
  const site = join(folder, 'site');
  build(join(site, 'admin'), env);
  cpSync('public/_headers', join(site, '_headers'));
  appendFileSync(join(site, '_headers'), headersOf(newsroomOf(env)));
  writeFileSync(join(site, 'admin', 'line-ups.json'), '[]');
  writeFileSync(join(site, '404.html'), '');
  const pages: Server = await serve(site, 0);
  const origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;

  const host: ChildProcess = spawn(process.execPath, [resolve('node_modules/decap-server/dist/index.js')], {
    // Its .env is read from where it runs.
    cwd: folder,
    env: {
      ...common(),
      MODE: 'git',
      GIT_REPO_DIRECTORY: repository,
      BIND_HOST: '127.0.0.1',
      PORT: String(port),
      ORIGIN: origin,
      LOG_LEVEL: 'error',
    },
    stdio: process.env['SHOW_HOST'] ? 'inherit' : 'ignore',
  });
  await until(async () => {
    const body = JSON.stringify({ action: 'info' });
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(env.NEWSROOM_API, { method: 'POST', headers, body })).ok;
  }, 20_000);
  return {
    origin,
    git,
    stop: () => {
      host.kill();
      pages.close();
      pages.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Builds in a process of its own, since Vitest's variables would tell React that it is being developed. */
function build(outDir: string, env: Readonly<Record<string, string>>): void {
  const vite = resolve('node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--config', 'admin/vite.config.ts', '--outDir', outDir], {
    env: { ...common(), NODE_ENV: 'production', ...env },
    stdio: 'pipe',
  });
}

function common() {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'] };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
