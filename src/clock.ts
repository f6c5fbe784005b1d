/** The one place where the clock enters: two builds of the same commit show the same "today". */
import { execFileSync } from 'node:child_process';

/**
 * The instant that the build takes for now: SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) where it is set, else
 * the last commit's date, else, where there is no repository, the real clock.
 */
export function now(): Date {
  return new Date((instant ??= read()));
}

/** Read once: every caller of a build sees the same instant, and asking git takes milliseconds. */
let instant: number | undefined;

function read(): number {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  if (stated && /^\d+$/.test(stated)) return Number(stated) * 1000;
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(seconds) * 1000;
  } catch {
    return Date.now();
  }
}

/** Today in Japan as YYYY-MM-DD. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(now());
}
