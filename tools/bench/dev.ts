/** `npm start` on a room: how soon it shows a page, and how soon what is saved is on it. */
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Builder } from './builders.ts';
import { environment } from './builders.ts';
import { editText } from './changes.ts';
import type { Made } from './content.ts';
import { watchMemory, type Memory } from './measure.ts';

export interface DevFigures {
  /** Seconds until the home page is there. */
  readonly start: number;
  /** Seconds until the page of an article is there, after the home page. */
  readonly firstArticle: number;
  /** Seconds from a saved text to its page, for each of some edits. */
  readonly edits: readonly number[];
  readonly memory: Memory;
}

const edits = 5;

/** Starts the server in the room of this project, whose texts it changes, and stops it. */
export async function measureDev({ room }: Builder, made: Made): Promise<DevFigures> {
  const port = await freePort();
  const server = spawn(process.execPath, ['tools/dev.ts'], {
    cwd: room,
    env: { ...environment, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const watch = watchMemory(server.pid ?? 0);
  const shows = async (path: string, words: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(60_000) });
    return answer.ok && (await answer.text()).replaceAll('<wbr>', '').includes(words);
  };
  try {
    const start = await secondsUntil(() => shows('/ja/', '</html>'), 600);
    const slug = made.articles[Math.floor(made.articles.length / 2)] ?? '';
    const path = `/ja/articles/${slug}/`;
    const firstArticle = await secondsUntil(() => shows(path, '</html>'), 120);
    const seconds: number[] = [];
    for (let count = 1; count <= edits; count += 1) {
      const sentence = `測るための文、その${count}。`;
      editText(room, made, sentence);
      seconds.push(await secondsUntil(() => shows(path, sentence), 120));
    }
    return { start, firstArticle, edits: seconds, memory: watch.stop() };
  } finally {
    watch.stop();
    server.kill();
    await ended;
  }
}

async function secondsUntil(holds: () => Promise<boolean>, patience: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const seconds = () => (performance.now() - start) / 1000;
    if (await holds().catch(() => false)) return seconds();
    if (seconds() > patience) throw new Error(`Not within ${patience} s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
