/** What a picture beside an entry may be: the same rule where it is chosen, where it is saved and where it is checked. */
import type { Words } from '../i18n/languages.ts';
import { isPictureFile } from './spelling.ts';

/** Bounds of a picture. */
export const pictureLimit = {
  bytes: 8 * 1024 * 1024,
  pixels: 40e6,
  /** The longest side that is accepted. */
  longestSide: 8000,
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

/** True for a PNG that moves; what moves in other formats has several pages. */
export function animates(bytes: Uint8Array): boolean {
  return [...pngChunks(bytes)].some(({ type }) => type === 'acTL');
}

/** True where the picture ends with its file: what follows it is shown nowhere and may be anything. */
export function isWhole(name: string, bytes: Uint8Array): boolean {
  const end = ends[name.split('.').pop() ?? '']?.(bytes);
  // Cameras fill the end of a file up with zeros.
  return end !== undefined && bytes.length >= end && bytes.subarray(end).every((byte) => byte === 0);
}

/** Where a picture ends in its bytes, by the ending of its name; undefined where its parts do not fit together. */
const ends: Readonly<Record<string, (bytes: Uint8Array) => number | undefined>> = {
  jpg: endOfJpeg,
  jpeg: endOfJpeg,
  png: (bytes) => [...pngChunks(bytes)].find(({ type }) => type === 'IEND')?.end,
  webp: (bytes) => 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true),
  avif: endOfBoxes,
};

function* pngChunks(bytes: Uint8Array): Generator<{ type: string; end: number }> {
  if (!signatures['png']?.(bytes)) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = letters(bytes, at + 4);
    yield { type, end };
    if (type === 'IEND') return;
    at = end;
  }
}

/** The segments of a JPEG, and the scans between them, up to the marker of its end. Source: ITU-T T.81, B.1.1. */
function endOfJpeg(bytes: Uint8Array): number | undefined {
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    // After the head of a scan, its data: a 0xff in them is followed by a zero or by the number of a restart.
    if (marker !== 0xda) continue;
    for (at = bytes.indexOf(0xff, at); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
      const next = bytes[at + 1] ?? 0;
      if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break;
    }
    if (at === -1) return undefined;
  }
  return undefined;
}

/** The boxes of an AVIF. Source: ISO/IEC 14496-12, 4.2. */
function endOfBoxes(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length && /^[\x20-\x7e]{4}$/.test(letters(bytes, at + 4))) {
    const size = view.getUint32(at);
    if (size === 0) return bytes.length;
    const length = size === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : size;
    if (length < 8) return undefined;
    at += length;
  }
  return at;
}

/** A name that the content check accepts: `写真 1.JPG` becomes `picture-1.jpg`. */
export function nameFor(name: string, ending: string, taken: readonly string[]): string {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|(?<![-_])[-_]+$/g, '')
    .slice(0, 60);
  const base = isPictureFile(`${stem}.${ending}`) && !/^\d+$/.test(stem) ? stem : `picture${stem ? `-${stem}` : ''}`;
  for (let number = 1; ; number += 1) {
    const candidate = `${base}${number === 1 ? '' : `-${number}`}.${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** True for a text alternative that only names a file or a picture, as `IMG_1234.jpg` and 画像1 do. */
export function isFileName(alt: string): boolean {
  return (
    /\.(jpe?g|png|webp|avif|gif|heic|svg|tiff?|bmp)$/i.test(alt.trim()) ||
    /^(img|dsc[fn]?|image|photo|pict?|picture|screenshot|figure|alt|画像|写真|図|イメージ)[\s\d０-９_-]*$/i.test(alt.trim())
  );
}

/** What is told of such a text alternative. */
export function altIsFileName(alt: string): { message: Words; remedy: Words } {
  return {
    message: {
      ja: `代替テキスト「${alt}」は、何が写っているかを伝えていません。`,
      en: `The text alternative '${alt}' does not say what the picture shows.`,
    },
    remedy: {
      ja: 'ファイル名や「写真」だけではなく、何が写っているかを短く書いてください。',
      en: 'Say in a few words what it shows, not the name of its file or that it is a picture.',
    },
  };
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.slice(at, at + 4));
}
