/** Sorted lines in small files: a dictionary of which a reader fetches only the leaf that holds a word. */

/** The keys with which the leaves of a dictionary begin, in order. The leaf's number is its place. */
export type Leaves = readonly string[];

/** Characters of a leaf at most, unless a single line is longer: 1 to 2 kB on the way. */
const leafSize = 2000;

/**
 * Leaves of lines that each begin with their key and a tab. Gives the keys with which they begin, and their texts. Lines of one
 * key stay in one leaf.
 */
export function inLeaves(lines: readonly string[]): { keys: string[]; leaves: string[] } {
  const keys: string[] = [];
  const leaves: string[] = [];
  let size = Infinity;
  for (const line of lines.toSorted(byUnits)) {
    if (size + line.length > leafSize && keyOf(line) !== keyOf(leaves.at(-1) ?? '')) {
      keys.push(keyOf(line));
      leaves.push(line);
      size = line.length;
    } else {
      leaves[leaves.length - 1] += `\n${line}`;
      size += line.length + 1;
    }
  }
  return { keys, leaves };
}

/** The numbers of the leaves that hold keys with the prefix: none where there are no leaves. */
export function leavesOf(keys: Leaves, prefix: string): number[] {
  const from = keys.findLastIndex((key) => key <= prefix);
  const numbers = from === -1 ? [] : [from];
  for (let at = from + 1; at < keys.length && keys[at]?.startsWith(prefix); at++) numbers.push(at);
  return numbers;
}

/** The lines of a leaf as their key and what follows it. */
export function linesOf(leaf: string): { key: string; rest: string }[] {
  return leaf
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ key: keyOf(line), rest: line.slice(line.indexOf('\t') + 1) }));
}

function keyOf(line: string): string {
  const last = line.slice(line.lastIndexOf('\n') + 1);
  return last.slice(0, Math.max(last.indexOf('\t'), 0));
}

/** By code units, as strings compare: the same in every locale. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
