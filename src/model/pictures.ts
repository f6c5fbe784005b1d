/** What a picture beside an entry may be: the same rule where it is chosen, where it is saved and where it is checked. */

/** Bounds of a picture. */
export const pictureLimit = {
  bytes: 8 * 1024 * 1024,
  pixels: 40e6,
  /** The longest side that is kept; a longer one is made smaller when the picture is added. */
  side: 2560,
} as const;

/** The formats by the ending of the name, each with what its bytes start with. */
const signatures: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  jpg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  jpeg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  png: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  webp: (bytes) => letters(bytes, 0) === 'RIFF' && letters(bytes, 8) === 'WEBP',
  avif: (bytes) => letters(bytes, 4) === 'ftyp' && /^avi[fs]$/.test(letters(bytes, 8)),
};

/** True where the bytes begin as a picture of the format that the name's ending claims. */
export function isPicture(name: string, bytes: Uint8Array): boolean {
  return signatures[name.split('.').pop() ?? '']?.(bytes) ?? false;
}

/** The ending that fits the bytes; undefined where they are no picture of a known format. */
export function endingOf(bytes: Uint8Array): string | undefined {
  return Object.keys(signatures).find((ending) => signatures[ending]?.(bytes));
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.slice(at, at + 4));
}
