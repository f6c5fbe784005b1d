/**
 * The rules of a `_headers` file as they hold for a path: every rule whose pattern matches, the later one winning; a line
 * `! Name` takes back what an earlier rule gave, so that a browser does not have to satisfy both.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one rule says of the paths that its pattern fits. */
export interface Rule {
  /** A path, or the beginning of paths before a `*`. */
  readonly pattern: string;
  /** Names of headers that earlier rules gave and this one takes back. */
  readonly taken: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

export type Headers = Readonly<Record<string, string>>;

/** The rules of a file, in its order. Throws on a line that is neither pattern, header, taking back nor empty. */
export function rulesIn(text: string): Rule[] {
  const rules: { pattern: string; taken: string[]; given: Record<string, string> }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const rule = rules.at(-1);
    const taken = /^\s+!\s*(\S+)\s*$/.exec(line);
    const given = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (/^\/\S*$/.test(line)) rules.push({ pattern: line, taken: [], given: {} });
    else if (rule && taken?.[1]) rule.taken.push(taken[1]);
    else if (rule && given?.[1]) rule.given[given[1]] = given[2] ?? '';
    else throw new Error(`_headers:${index + 1}: ${line}`);
  }
  return rules;
}

/** The headers of a path. */
export function headersFor(rules: readonly Rule[], path: string): Headers {
  const found: Record<string, string> = {};
  for (const { pattern, taken, given } of rules) {
    if (pattern.endsWith('*') ? !path.startsWith(pattern.slice(0, -1)) : path !== pattern) continue;
    for (const name of taken) Reflect.deleteProperty(found, name);
    Object.assign(found, given);
  }
  return found;
}

/** The lines `from to 301` of the `_redirects` in a folder, as addresses and where they lead; none where there is no such file. */
export function redirectsIn(folder: string): Map<string, string> {
  const file = join(folder, '_redirects');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [from, to] = line.trim().split(/\s+/);
      // Maintainers write some by hand, with notes between them.
      return from?.startsWith('/') && to ? [[from, to]] : [];
    }),
  );
}
