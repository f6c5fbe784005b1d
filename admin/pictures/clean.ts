/**
 * The door through which every picture comes in: its kind is read from its bytes, it is made no larger than pages need,
 * and only its pixels pass, so that no place, owner or serial number is published with it.
 */
import { endingOf, nameFor, pictureLimit } from '../../src/model/pictures.ts';
import { say } from '../parts/language.ts';

/** What a canvas can write for each format that comes in; AVIF can be read here, but not written. */
const written: Readonly<Record<string, { type: string; ending: string }>> = {
  jpg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  webp: { type: 'image/webp', ending: 'webp' },
  avif: { type: 'image/webp', ending: 'webp' },
};

/** High enough that nobody sees the difference. */
const quality = 0.92;

/** Largest file that is read at all; a photograph straight from a camera fits. */
const incoming = 40 * 1024 * 1024;

/**
 * A picture as it may be saved, under a name that none of `taken` has. Rejects with an Error whose message is for the
 * editor where it is no picture, cannot be decoded or is too large.
 */
export async function cleaned(file: File, taken: readonly string[]): Promise<File> {
  if (file.size > incoming) throw refusal('too-large', file);
  const bytes = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  const format = written[endingOf(bytes) ?? ''];
  if (!format) throw refusal('no-picture', file);
  const bitmap = await decoded(file);
  if (bitmap.width * bitmap.height > pictureLimit.pixels) throw refusal('too-large', file);
  const scale = Math.min(1, pictureLimit.side / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw refusal('unreadable', file);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: format.type, quality });
  if (blob.size > pictureLimit.bytes) throw refusal('too-large', file);
  return new File([blob], nameFor(file.name, format.ending, taken), { type: format.type });
}

async function decoded(file: File): Promise<ImageBitmap> {
  try {
    // Turned upright as the camera noted it, since the note itself does not pass.
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw refusal('unreadable', file);
  }
}

function refusal(reason: 'no-picture' | 'unreadable' | 'too-large', { name }: File): Error {
  const megabytes = pictureLimit.bytes / 1024 / 1024;
  return new Error(
    say(
      {
        'no-picture': {
          ja: `「${name}」は jpg・png・webp・avif の画像ではありません。写真なら、端末の設定か画像ソフトで JPEG にしてから入れてください。`,
          en: `'${name}' is not a jpg, png, webp or avif. Save a photograph as JPEG first.`,
        },
        unreadable: {
          ja: `「${name}」は壊れているか、途中までしかありません。元の画像から入れ直してください。`,
          en: `'${name}' is damaged or incomplete. Take it from the original again.`,
        },
        'too-large': {
          ja: `「${name}」は大きすぎます。4000万画素、${megabytes} MB までにしてください。`,
          en: `'${name}' is too large: 40 megapixels and ${megabytes} MB at the most.`,
        },
      }[reason],
    ),
  );
}
