/** The one place where the clock enters: two builds of the same commit show the same "today". */
import { execFileSync } from 'node:child_process';
import { dayInJapan } from './i18n/dates.ts';
import { note } from './queries/reads.ts';

/**
 * The instant that the build takes for now: SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) where it is set, else
 * the last commit's date, else, where there is no repository, the real clock. Throws a RangeError, with the remedy in both
 * languages, where that is no instant of this century.
 */
export function now(): Date {
  note('now');
  return instantOf();
}

/** Read once: every caller of a build sees the same instant, and asking git takes milliseconds. */
let instant: number | undefined;

function instantOf(): Date {
  return new Date((instant ??= read() * 1000));
}

/** In seconds. Outside them a clock is set wrong: every call for partners would be closed, or every event still to come. */
const first = Date.UTC(2000, 0) / 1000;
const last = Date.UTC(2100, 0) / 1000;

function read(): number {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  const value = stated ? stated : (lastCommit() ?? String(Math.floor(Date.now() / 1000)));
  const seconds = /^\d+$/.test(value) ? Number(value) : NaN;
  if (seconds >= first && seconds < last) return seconds;
  const source = stated
    ? { ja: '環境変数 SOURCE_DATE_EPOCH', en: 'The environment variable SOURCE_DATE_EPOCH' }
    : { ja: '最後のコミットの日時、またはこの機械の時計', en: 'The date of the last commit, or the clock of this machine,' };
  throw new RangeError(
    `${source.ja}が「${value}」です。2000年から2099年までの秒数（date +%s の出力）にしてください。\n` +
      `${source.en} is '${value}'. Set SOURCE_DATE_EPOCH to seconds between 2000 and 2099, as \`date +%s\` prints them.`,
  );
}

function lastCommit(): string | undefined {
  try {
    const command = ['-c', 'log.showSignature=false', 'log', '-1', '--format=%ct'];
    return execFileSync('git', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** Today in Japan as YYYY-MM-DD. */
export function today(): string {
  note('today');
  return dayInJapan(instantOf());
}
