/**
 * The rules of a `_headers` file as they hold for a path: every rule whose pattern matches, the later one winning; a line
 * `! Name` takes back what an earlier rule gave, so that a browser does not have to satisfy both.
 */

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

/** The lines `from to 301` of a `_redirects` file, as addresses and where they lead. */
export function redirectsIn(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split(' ').slice(0, 2) as [string, string]));
}
