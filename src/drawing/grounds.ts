/** The dyes that covers, and the heads of the magazine's numbers, lie on: `--ground-0` to `--ground-6` of the tokens. */

/** Which of the grounds. */
export type Ground = number;

export const grounds: readonly Ground[] = [0, 1, 2, 3, 4, 5, 6];

/** The site as a whole lies on its own indigo, the ground of the masthead. */
export const groundOfSite: Ground = 6;

/** A number of the magazine has the ground after that of the number before it. */
export function groundOfNumber(number: number): Ground {
  return (number - 1) % grounds.length;
}

/** What belongs to no number has one by its name, always the same. */
export function groundOfName(name: string): Ground {
  // FNV-1a, so that names that differ a little have grounds that differ.
  let sum = 0x811c9dc5;
  for (const character of name) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum % grounds.length;
}
