/**
 * `npm run build`: the content check, the site into a folder beside `dist/`, an audit of what was made, and the swap. Whatever
 * fails, and a warning is a failure, leaves the `dist/` of before untouched.
 */
import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute } from '../settings.ts';
import { now } from '../src/clock.ts';
import { noteIn, notes } from './audit/past.ts';
import { environmentOf } from './build/environment.ts';
import { inputsOf } from './build/inputs.ts';
import { takeLock } from './build/lock.ts';
import { removeUnsealed, seal } from './build/seal.ts';
import { placesOf, recover, swap } from './build/swap.ts';
import { told, warningsIn } from './build/warnings.ts';

const root = process.cwd();
const places = placesOf(root);
const cache = {
  astro: join(root, '.cache', 'astro'),
  sums: join(root, '.cache', 'astro.sums'),
  rebuild: join(root, '.cache', 'rebuild'),
};
/** Megabytes for new objects: a build makes many that die young, and with the usual 16 collecting them takes a fifth of its time. */
const nursery = '--max-semi-space-size=64';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

/** A failure whose words say all; of any other the trace is wanted too. */
class Refusal extends Error {}

try {
  await publish();
} catch (error) {
  console.error(error instanceof Refusal || error instanceof RangeError ? error.message : error);
  console.error('公開用の dist/ は前のままです。 dist/, which is published, is as it was.');
  process.exitCode = 1;
}

async function publish(): Promise<void> {
  // The same permissions whoever builds.
  process.umask(0o022);
  const env = environmentOf(process.env, now());
  // Waiting would publish the same content twice; who knows of newer content builds again.
  const letGo = takeLock(places.lock);
  if (!letGo) {
    throw new Refusal(
      '別のビルドが動いています。終わってから、もう一度実行してください。\nAnother build is running. Run this again when it has ended.',
    );
  }
  try {
    recover(places);
    const inputs = inputsOf(root, env, cache.rebuild);
    if (inputs.areThoseOf(places.dist)) {
      console.log('前回のビルドから何も変わっていません。 Nothing has changed since the last build.');
      writeFileSync(places.changed, '');
      return;
    }
    removeUnsealed(cache.astro, cache.sums);
    refuseWarnings(warningsIn(await run('tools/build/site.ts', [places.next, places.dist, cache.rebuild], env)));
    seal(cache.astro, cache.sums);
    if (stop.signal.aborted) throw stopped();
    const passed = join(cache.rebuild, notes.passed);
    // Before they are public: a network that forgets too much is slower, one that forgets too little shows what is gone.
    writeFileSync(places.changed, (noteIn(passed)?.changed ?? []).map((path) => `${absolute(path)}\n`).join(''));
    swap(places);
    renameSync(passed, join(cache.rebuild, notes.published));
    inputs.note();
  } finally {
    letGo();
  }
}

function stopped(): Refusal {
  return new Refusal('ビルドを中止しました。 The build was stopped.');
}

/** Runs one of our commands to its end, showing what it says, and gives that. Throws where it fails. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nursery, command, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      signal: stop.signal,
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.setEncoding('utf8').on('data', (words: string) => {
        said[stream] += words;
        process[stream].write(words);
      });
    }
    // It is told to stop; what it was writing is removed when it has.
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error);
    });
    child.once('close', (code, signal) => {
      if (stop.signal.aborted) reject(stopped());
      else if (code === 0) resolve(said);
      else reject(new Refusal(`${command} が失敗しました（${signal ?? code}）。 ${command} failed (${signal ?? code}).`));
    });
  });
}

function refuseWarnings(warnings: readonly string[]): void {
  if (warnings.length === 0) return;
  throw new Refusal(
    `${told(warnings)}\n\n` +
      '警告が出たため、公開しません。原因を直してください。直せない警告だけを、理由を添えて tools/build/warnings.ts の一覧に加えます。\n' +
      'There were warnings, so nothing is published. Mend their cause; one that cannot be mended goes, with its reason, ' +
      'on the list in tools/build/warnings.ts.',
  );
}
