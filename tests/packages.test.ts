/** What the project is built from: few packages, each with its version, its reason and a licence that allows the use. */
import { readFileSync } from 'node:fs';
import satisfies from 'spdx-satisfies';
import { expect, test } from 'vitest';
import { billOf, type Lock } from '../tools/sbom.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> & Lock };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const named = { ...manifest.dependencies, ...manifest.devDependencies };

/** Licences whose conditions this project meets; copyleft among them only by file (MPL) or for a library of its own (LGPL). */
const allowed = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'WTFPL'],
  ...['CC-BY-3.0', 'OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later'],
];

/** Packages that say their licence in a file and not in their manifest, read there. */
const readInFile: Readonly<Record<string, string>> = {
  'node_modules/format': 'MIT',
  'node_modules/fuzzy': 'MIT',
  'node_modules/semaphore': 'MIT',
};

/** The name of a package by its place. */
const name = (path: string) => path.replace(/^.*node_modules\//, '');

test('every version is exact', () => {
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('every package that is named here has its reason in docs/decisions.md', () => {
  const [, table = ''] = readFileSync('docs/decisions.md', 'utf8').split('## Dependencies');
  const told = table
    .split('\n')
    .flatMap((line) => (line.startsWith('| ') ? (line.split('|')[1] ?? '').split(',') : []))
    .map((entry) => entry.replaceAll('`', '').trim());
  const has = (dependency: string) =>
    told.some((entry) => (entry.endsWith('…') ? dependency.startsWith(entry.slice(0, -1)) : entry === dependency));
  // Types are for the package that they describe.
  expect(Object.keys(named).filter((dependency) => !dependency.startsWith('@types/') && !has(dependency))).toEqual([]);
});

test('every package has a licence that is allowed, and none is unknown', () => {
  const of = ([path, { license }]: (typeof installed)[number]) => license ?? readInFile[path] ?? 'NONE';
  const refused = installed.filter((entry) => {
    try {
      return !satisfies(of(entry), allowed.join(' OR '));
    } catch {
      return true;
    }
  });
  expect(refused.map((entry) => [entry[0], of(entry)])).toEqual([]);
  for (const path of Object.keys(readInFile)) expect(lock.packages[path], path).toBeDefined();
});

test('the scripts that run when packages are installed are listed, each allowed or refused', () => {
  const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => name(path));
  expect([...new Set(running)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

test('every package comes from a registry with a digest of its bytes', () => {
  const loose = installed.filter(([, { integrity, link }]) => link !== true && !/^sha512-/.test(integrity ?? ''));
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('the bill of materials has every package once, with its licence and digest, and leads from the project to each', () => {
  const bill = billOf(lock.packages);
  const refs = bill.components.map((component) => component['bom-ref']);
  expect(refs).toEqual(installed.map(([path]) => path));
  expect(bill.components.filter(({ licenses }) => !licenses).map((component) => component['bom-ref'])).toEqual(
    Object.keys(readInFile),
  );
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const reached = new Set<string>();
  const follow = (ref: string): void => {
    if (reached.has(ref)) return;
    reached.add(ref);
    needs.get(ref)?.forEach(follow);
  };
  follow(bill.metadata.component['bom-ref']);
  // Peers are found, not needed, and stand beside what asks for them.
  const unreached = refs.filter((ref) => !reached.has(ref) && !(lock.packages[ref] as { peer?: boolean }).peer);
  expect(unreached.length).toBeLessThan(refs.length / 50);
  expect(bill.components[0]?.hashes?.[0]).toMatchObject({ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) });
});
