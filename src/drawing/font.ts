/** The fonts of the pictures that carry letters: which characters they have and how wide these are, read from their tables. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codeOf, isDrawn, type Letters } from './letters.ts';

const require = createRequire(import.meta.url);

/** The second has what the first lacks of Latin (Łódź), with Greek and Cyrillic; its medium is as dark as the Latin of the first. */
const files = [
  '@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf',
];

export interface Font {
  /** The files that the font is made of, each before those that fill its gaps. */
  readonly faces: readonly Buffer[];
  /** The code points of its characters, in rising order. */
  readonly letters: Letters & { keys(): Iterable<number> };
  /** How far a character reaches, in ems; without kerning, which only brings characters closer. */
  widthOf(character: string): number;
}

let opened: Font | undefined;

/** The font of all letters in pictures; read when it is first asked for. */
export function font(): Font {
  return (opened ??= opening(files.map((file) => readFileSync(require.resolve(file)))));
}

function opening(faces: readonly Buffer[]): Font {
  const widths = faces.map(widthsIn);
  const letters = new Set(widths.flatMap((widthOf) => [...widthOf.keys()]).sort((a, b) => a - b));
  return {
    faces,
    letters,
    widthOf: (character) => {
      if (!isDrawn(character)) return 0;
      // What no face has is as wide as any kanji; it is refused elsewhere.
      return widths.map((widthOf) => widthOf.get(codeOf(character))).find((width) => width !== undefined) ?? 1;
    },
  };
}

/**
 * The width in ems of every character of a TrueType file. Throws where it maps none beyond the first plane (`cmap` format 12).
 * Source: OpenType 1.9.1, https://learn.microsoft.com/typography/opentype/spec/otff
 */
function widthsIn(bytes: Buffer): ReadonlyMap<number, number> {
  const tables = tablesIn(bytes);
  const at = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`The font has no table '${name}'.`);
    return offset;
  };
  const unitsPerEm = bytes.readUInt16BE(at('head') + 18);
  // The last width of the table holds for every glyph after it.
  const last = bytes.readUInt16BE(at('hhea') + 34) - 1;
  const widthOf = (glyph: number) => bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, last)) / unitsPerEm;
  return new Map(glyphsIn(bytes, at('cmap')).map(([code, glyph]) => [code, widthOf(glyph)]));
}

/** Where each table of a font starts, by its name. */
function tablesIn(bytes: Buffer): ReadonlyMap<string, number> {
  const count = bytes.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const record = 12 + 16 * index;
      return [bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8)];
    }),
  );
}

/** Every character that a font maps, with its glyph. */
function glyphsIn(bytes: Buffer, cmap: number): [code: number, glyph: number][] {
  const encodings = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + bytes.readUInt32BE(cmap + 8 + 8 * index);
  });
  const table = encodings.find((encoding) => bytes.readUInt16BE(encoding) === 12);
  if (table === undefined) throw new Error("The font's cmap has no table of format 12.");
  return Array.from({ length: bytes.readUInt32BE(table + 12) }, (_, group) => {
    const record = table + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(record + offset)) as [number, number, number];
    return Array.from({ length: last - first + 1 }, (_, index): [number, number] => [first + index, glyph + index]);
  }).flat();
}
