/** What a command costs: processor time and memory of all its processes, and when it said what. On Linux alone: it asks /proc. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Line {
  /** Seconds since the command began. */
  readonly at: number;
  readonly text: string;
}

export interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor, user and system, of the command and of every process that it waited for. */
  readonly cpu: number;
  readonly memory: Memory;
  /** What it said, on either stream. */
  readonly lines: readonly Line[];
}

export interface Memory {
  /** The most that all processes held together, in bytes: pages that they share count for each. */
  readonly together: number;
  /** The most that one process held, in bytes. */
  readonly largest: number;
}

/** Shells tell the time of the children that they waited for; on a third stream, so that it mixes with nothing. */
const timed = '"$@"; code=$?; times >&3; exit $code';

/** Runs a command to its end. Throws an Error with the last that it said where it fails. */
export function measure(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('sh', ['-c', timed, 'sh', ...command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const watch = watchMemory(child.pid ?? 0);
    const lines: Line[] = [];
    let times = '';
    const [, out, err, third] = child.stdio;
    for (const stream of [out, err]) {
      let rest = '';
      stream?.on('data', (data: Buffer) => {
        const parts = (rest + data.toString()).split('\n');
        rest = parts.pop() ?? '';
        const at = (performance.now() - start) / 1000;
        lines.push(...parts.map((text) => ({ at, text })));
      });
    }
    third?.on('data', (data: Buffer) => {
      times += data.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const wall = (performance.now() - start) / 1000;
      const memory = watch.stop();
      if (code === 0) resolve({ wall, cpu: secondsOfChildren(times), memory, lines });
      else {
        const last = lines.slice(-30).map(({ text }) => text);
        reject(new Error(`${command.join(' ')} ended with ${code} in ${cwd}:\n${last.join('\n')}`));
      }
    });
  });
}

/** The second line of `times`: user and system time of the children. */
function secondsOfChildren(times: string): number {
  const [, children = ''] = times.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** Watches the memory of a process and its descendants from now on. */
export function watchMemory(root: number): { stop(): Memory } {
  let together = 0;
  let largest = 0;
  const look = () => {
    let sum = 0;
    for (const pid of treeOf(root)) {
      const status = read(`/proc/${pid}/status`);
      sum += kilobytes(status, 'VmRSS');
      largest = Math.max(largest, kilobytes(status, 'VmHWM'));
    }
    together = Math.max(together, sum);
  };
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return { together: together * 1024, largest: largest * 1024 };
    },
  };
}

function treeOf(pid: number): number[] {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended since it was seen.
  }
  const children = threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean));
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
