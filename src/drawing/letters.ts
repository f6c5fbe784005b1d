/** Which characters the pictures beside links can show. Without a file system: the newsroom asks in a browser. */

/** The code points of the characters that a font has. */
export type Letters = Pick<ReadonlySet<number>, 'has'>;

/** The characters of a text that these letters lack, each once. */
export function missingFrom(letters: Letters, text: string): string[] {
  return [...new Set(text)].filter((character) => isDrawn(character) && !letters.has(codeOf(character)));
}

/** False for what asks for no glyph of its own: selectors of variants, joiners. */
export function isDrawn(character: string): boolean {
  return !/\p{Default_Ignorable_Code_Point}/u.test(character);
}

export function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Code points in rising order as a short text: for each run, how far it is from the last one and how many follow. */
export function packLetters(codes: Iterable<number>): string {
  const runs: [first: number, last: number][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run?.[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs
    .map(([first, last], index) => `${(first - (runs[index - 1]?.[1] ?? 0)).toString(36)}+${(last - first).toString(36)}`)
    .join(' ')
    .replaceAll('+0', '');
}

/** The letters that `packLetters` was given. */
export function unpackLetters(packed: string): Letters {
  const codes = new Set<number>();
  let last = 0;
  for (const run of packed.split(' ')) {
    const [gap = 0, more = 0] = run.split('+').map((part) => parseInt(part, 36));
    for (let code = last + gap; code <= last + gap + more; code += 1) codes.add(code);
    last += gap + more;
  }
  return codes;
}
