/** Pictures as they are published: of the kind that their name says, and pixels alone. */
import { extname, join } from 'node:path';
import sharp from 'sharp';
import type { Words } from '../../src/i18n/languages.ts';
import type { Problem } from '../../src/model/refusal.ts';

/** The formats by the ends of names, as sharp calls them; AVIF is HEIF with another codec. */
const formats: Readonly<Record<string, string>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'heif',
};

/** Pictures that cannot be read, are of another kind than their name says, or hold more than pixels and a colour profile. */
export async function pictureFaults(folder: string, files: readonly string[]): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const file of files.filter((name) => extname(name) in formats)) {
    const words = await faultOf(join(folder, file), formats[extname(file)] ?? '');
    if (words) found.push({ file: `dist${file}`, line: 1, column: 1, ...words });
  }
  return found;
}

async function faultOf(file: string, expected: string): Promise<{ message: Words; remedy: Words } | undefined> {
  const again = {
    ja: '元の画像を開いて保存し直すか、別の画像に替えてください。',
    en: 'Open the picture it was made from and save it anew, or use another.',
  };
  try {
    const { format, exif, xmp, iptc, comments } = await sharp(file).metadata();
    if (format !== expected) {
      return {
        message: {
          ja: `名前は${expected}の画像ですが、中身は${format}です。元の画像を読めなかったときに起こります。`,
          en: `Its name says ${expected} and its bytes say ${format}, as when the original could not be read.`,
        },
        remedy: again,
      };
    }
    const held = Object.entries({ Exif: exif, XMP: xmp, IPTC: iptc, comments }).flatMap(([name, value]) =>
      value ? [name] : [],
    );
    if (held.length === 0) return undefined;
    return {
      message: {
        ja: `撮影場所や作者などの付加情報（${held.join('、')}）が残っています。`,
        en: `It still holds data beside its pixels (${held.join(', ')}), such as where it was taken.`,
      },
      remedy: {
        ja: '編集室から入れ直すか、付加情報を取り除いて保存してください。',
        en: 'Put it in again through the newsroom, which takes such data away, or save it without them.',
      },
    };
  } catch {
    return { message: { ja: '画像として読めません。', en: 'It cannot be read as a picture.' }, remedy: again };
  }
}
