/** Texts rendered ahead, in processes that may fail: whatever a text costs, the others are rendered. */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Words } from '../i18n/languages.ts';
import { guardSource, type Finding } from './guard.ts';
import { isKnown, refuse, type Source } from './store.ts';

/** Bounds of one text and of the process that renders it. */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

const usual: Bounds = { seconds: 10, megabytes: 512 };

const mostProcesses = 4;

/** Below this many texts a second process would cost more than it saves. */
const textsAProcess = 20;

/**
 * Renders into the store every text that it lacks. What is wrong with one, or that it took too much time or memory, is what
 * `keep` says of it from then on. Starts no process where there is nothing to render. A text is asked for when a process is
 * free, so that whoever finds them may work meanwhile.
 */
export async function renderAhead(texts: Iterable<Source>, bounds: Bounds = usual): Promise<void> {
  const missing = missingOf(texts);
  const processes = Math.min(availableParallelism(), mostProcesses);
  const first: Source[] = [];
  for (let next; first.length <= (processes - 1) * textsAProcess && !(next = missing.next()).done;) first.push(next.value);
  const waiting = (function* () {
    yield* first;
    yield* missing;
  })();
  const needed = Math.min(processes, Math.ceil(first.length / textsAProcess));
  await Promise.all(Array.from({ length: needed }, () => renderInTurn(waiting, bounds)));
}

/** The texts that a process is to render. Large ones are refused by their size alone, at once and without a process. */
function* missingOf(texts: Iterable<Source>): Generator<Source> {
  for (const text of texts) {
    if (isKnown(text)) continue;
    const tooLarge = guardSource(text.source);
    if (tooLarge.length === 0) yield text;
    else refuse(text, tooLarge);
  }
}

/** Renders what is waiting, one text after another; a process that failed is followed by a new one. */
async function renderInTurn(waiting: Iterable<Source>, bounds: Bounds): Promise<void> {
  let child: ChildProcess | undefined;
  try {
    for (const text of waiting) {
      child ??= await start(bounds);
      const findings = await answer(child, text, bounds);
      if (Array.isArray(findings)) {
        if (findings.length > 0) refuse(text, findings);
      } else {
        refuse(text, [tooMuch[findings](bounds)]);
        child.kill('SIGKILL');
        child = undefined;
      }
    }
  } finally {
    child?.kill('SIGKILL');
  }
}

/** A process that is ready, so that a text's time is its own. Rejects where none can be started. */
function start({ megabytes }: Bounds): Promise<ChildProcess> {
  const child = fork(new URL('renderer.ts', import.meta.url), {
    // A small heap comes with a tiny nursery, in which the collector took half of the time of a cold check.
    execArgv: [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=16'],
    // What a process writes that runs out of memory is not for editors; they read the finding.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error('The process that renders texts cannot be started.'));
    child.once('exit', failed).once('error', failed);
    child.once('message', () => {
      child.off('exit', failed).off('error', failed);
      resolve(child);
    });
  });
}

/** What a process finds in a text; or that it took too long, or died of it. */
function answer(child: ChildProcess, text: Source, { seconds }: Bounds): Promise<Finding[] | 'time' | 'memory'> {
  return new Promise((resolve) => {
    const settle = (outcome: Finding[] | 'time' | 'memory') => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', died).off('error', died);
      resolve(outcome);
    };
    const answered = (findings: unknown) => settle(findings as Finding[]);
    const died = () => settle('memory');
    const timer = setTimeout(() => settle('time'), seconds * 1000);
    child.on('message', answered).on('exit', died).on('error', died);
    child.send(text);
  });
}

const shorten: Words = {
  ja: '本文を短くするか、強調・括弧・表・入れ子を減らして単純にしてください。',
  en: 'Shorten the text, or make it simpler: less emphasis, fewer brackets, tables and levels.',
};

const tooMuch = {
  time: ({ seconds }: Bounds): Finding => ({
    line: 1,
    column: 1,
    message: {
      ja: `本文を読むのに${seconds}秒を超えました。`,
      en: `It took more than ${seconds} seconds to read the text.`,
    },
    remedy: shorten,
  }),
  memory: ({ megabytes }: Bounds): Finding => ({
    line: 1,
    column: 1,
    message: {
      ja: `本文を読むためのメモリーが足りません（${megabytes} MBまで）。`,
      en: `Reading the text takes too much memory (more than ${megabytes} MB).`,
    },
    remedy: shorten,
  }),
};
