import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BackendName } from '../../admin/settings.ts';
import { backendNames, environments } from './environments.ts';

interface Application {
  readonly page: string;
  /** The programs, by name. */
  readonly programs: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  /** What the build said. */
  readonly said: string;
}

const folder = mkdtempSync(join(tmpdir(), 'applications-'));
const built = new Map<BackendName, Application>();

beforeAll(() => {
  for (const name of backendNames) built.set(name, build(name));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Built in a process of its own, as the site's build does. */
function build(name: BackendName): Application {
  const outDir = join(folder, name);
  const vite = resolve('node_modules/vite/bin/vite.js');
  const said = execFileSync(process.execPath, [vite, 'build', '--config', 'admin/vite.config.ts', '--outDir', outDir], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environments[name] },
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
  return {
    page: readFileSync(join(outDir, 'index.html'), 'utf8'),
    programs: new Map(
      files.filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(join(outDir, file), 'utf8')]),
    ),
    files,
    said,
  };
}

function application(name: BackendName): Application {
  return built.get(name) as Application;
}

describe.each(backendNames)('the application for %s', (name) => {
  test('makes no program out of text, so that its policy needs no exception', () => {
    for (const [file, program] of application(name).programs) {
      expect(program, file).not.toMatch(/\beval\s*\(/);
      expect(program, file).not.toMatch(/\bnew Function\s*\(/);
    }
  });

  test('has no script and no style in its page', () => {
    expect(application(name).page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
  });

  test('is built without a warning', () => {
    expect(application(name).said).toBe('');
  });

  test('holds no WebAssembly and no other place to save to', () => {
    const { files, programs } = application(name);
    expect(files.filter((file) => file.endsWith('.wasm'))).toEqual([]);
    // How each backend names itself in its errors.
    const named = Object.entries({ github: "'GitHub'", gitlab: "'GitLab'", gitea: "'Gitea'", forgejo: "'Forgejo'" }).flatMap(
      ([host, title]) => {
        const quoted = new RegExp(title.replaceAll("'", '["\'`]') + '[,;]');
        return [...programs.values()].some((program) => quoted.test(program)) ? [host] : [];
      },
    );
    expect(named).toEqual(['local', 'proxy'].includes(name) ? [] : [name]);
  });
});

test('a list needs less than Sveltia CMS does', () => {
  const { page, programs } = application('local');
  const first = [...page.matchAll(/(?:src|href)="\/admin\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file as string);
  expect(first.length).toBeGreaterThan(5);
  const bytes = first.map((file) => brotliCompressSync(programs.get(file) ?? '').length).reduce((sum, size) => sum + size);
  const theirs = brotliCompressSync(readFileSync('node_modules/@sveltia/cms/dist/sveltia-cms.js')).length;
  expect(bytes).toBeLessThan(theirs * 0.7);
});

test('what only an open entry needs is not fetched with a list', () => {
  const { page, programs } = application('local');
  const first = [...page.matchAll(/\/admin\/(assets\/[^"]+\.js)/g)].map(([, file]) => programs.get(file as string) ?? '');
  for (const mark of ['cm-content', 'mdxJsxFlowElement', 'picker-chosen']) {
    expect(
      first.some((program) => program.includes(mark)),
      mark,
    ).toBe(false);
    expect(
      [...programs.values()].some((program) => program.includes(mark)),
      mark,
    ).toBe(true);
  }
});
