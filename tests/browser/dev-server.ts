import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../../tools/build/inputs.ts';

export interface DevServer {
  /** The copy of the project that it serves. */
  readonly root: string;
  readonly origin: string;
  /** The page at a path, as text, without the places where a title may break. */
  get(path: string): Promise<string>;
  stop(): void;
}

/** What `npm start` runs, on a copy of the project that a test may change, beforehand with `prepare` or while it runs. */
export async function startDevServer(prepare: (root: string) => void = () => {}): Promise<DevServer> {
  const root = mkdtempSync(join(tmpdir(), 'dev-server-'));
  for (const name of read) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  prepare(root);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // Vitest's own variables would tell Vite that it is being tested.
  const server = spawn(process.execPath, ['tools/dev.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port) },
    stdio: 'ignore',
  });
  const get = async (path: string) => {
    const answer = await fetch(origin + path, { signal: AbortSignal.timeout(5000) });
    return withoutBreaks(await answer.text());
  };
  await until(async () => (await get('/ja/themes/tourism/')).includes('観光'), 60_000);
  return {
    root,
    origin,
    get,
    stop: () => {
      server.kill();
      rmSync(root, { recursive: true });
    },
  };
}

/** HTML as it reads: without the places where a title may break. */
export function withoutBreaks(html: string): string {
  return html.replaceAll('<wbr>', '');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Milliseconds until the condition holds. */
export async function until(holds: () => Promise<boolean>, patience: number): Promise<number> {
  const start = Date.now();
  for (;;) {
    if (await holds().catch(() => false)) return Date.now() - start;
    if (Date.now() - start > patience) throw new Error(`Not within ${patience} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
