/** What a camera writes into a picture beside the picture: where it was taken, with which camera, by whom. */
import type { Words } from '../i18n/languages.ts';

const place: Words = { ja: '撮影場所（GPS）', en: 'where it was taken (GPS)' };
const serial: Words = { ja: '機材の製造番号', en: 'the serial number of the camera or lens' };
const owner: Words = { ja: '撮影者・所有者の名前', en: 'the name of the camera’s owner' };
const maker: Words = { ja: 'メーカー独自の記録（製造番号などを含む）', en: 'notes of the camera’s maker, with serial numbers' };

/**
 * The tags that tell something of a person or a camera.
 * Source: CIPA DC-008 (Exif 3.0), 4.6.5 and 4.6.6; Adobe DNG 1.7 for CameraSerialNumber.
 */
const telling = new Map<number, Words>([
  [0xa430, owner],
  [0xa431, serial],
  [0xa435, serial],
  [0xc62f, serial],
  [0x927c, maker],
]);

const pointers = { exif: 0x8769, gps: 0x8825 };

/** What a block of Exif says that nobody should publish, each once. A broken block says nothing. */
export function tracesInExif(exif: Uint8Array): Words[] {
  const found = new Set<Words>();
  const start = latin(exif, 0, 6) === 'Exif\0\0' ? 6 : 0;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const order = latin(exif, start, 2);
  if (view.byteLength < 8 || (order !== 'II' && order !== 'MM')) return [];
  const little = order === 'II';

  /** The tags of a directory, each with its value or where that lies. */
  const tagsAt = (offset: number): [tag: number, value: number][] => {
    if (offset + 2 > view.byteLength) return [];
    const count = Math.min(view.getUint16(offset, little), Math.floor((view.byteLength - offset - 2) / 12));
    return Array.from({ length: count }, (_, index) => {
      const entry = offset + 2 + 12 * index;
      return [view.getUint16(entry, little), view.getUint32(entry + 8, little)];
    });
  };

  const main = tagsAt(view.getUint32(4, little));
  const inner = main.filter(([tag]) => tag === pointers.exif).flatMap(([, offset]) => tagsAt(offset));
  for (const [tag] of [...main, ...inner]) {
    const told = telling.get(tag);
    if (told) found.add(told);
  }
  const positions = main.filter(([tag]) => tag === pointers.gps).flatMap(([, offset]) => tagsAt(offset));
  // The version of the GPS tags, number 0, is no place.
  if (positions.some(([tag]) => tag !== 0)) found.add(place);
  return [...found];
}

/** What XMP, or any text within a picture's bytes, says that nobody should publish, each once. */
export function tracesInXmp(text: string): Words[] {
  const found: Words[] = [];
  if (/GPS(Latitude|Longitude|Position|DestLatitude|DestLongitude)/.test(text)) found.push(place);
  if (/(Camera|Body|Lens|:)SerialNumber/.test(text)) found.push(serial);
  if (/(Camera)?OwnerName/.test(text)) found.push(owner);
  return found;
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
