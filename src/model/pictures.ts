/** What a picture beside an entry may be: the same rule where it is chosen, where it is saved and where it is checked. */
import { isPictureFile } from './spelling.ts';

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

/** A name that the content check accepts: `写真 1.JPG` becomes `picture-1.jpg`. */
export function nameFor(name: string, ending: string, taken: readonly string[]): string {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, 60);
  const base = isPictureFile(`${stem}.${ending}`) && !/^\d+$/.test(stem) ? stem : `picture${stem ? `-${stem}` : ''}`;
  for (let number = 1; ; number += 1) {
    const candidate = `${base}${number === 1 ? '' : `-${number}`}.${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.slice(at, at + 4));
}
