/** Pictures as they lie on disk: each is decoded in full once, and what was found is kept under its digest. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Words } from '../i18n/languages.ts';
import { digest, keepFile, keptFile } from '../kept.ts';
import { contentTypes, typeNames } from '../model/content-types.ts';
import { animates, endingOf, isPicture, isWhole, pictureLimit } from '../model/pictures.ts';
import type { Problem } from '../model/refusal.ts';
import { isPictureFile, isSlug } from '../model/spelling.ts';
import { fileDigests } from './kept-entries.ts';
import { contentFolder } from './entry.ts';
import { tracesInExif, tracesInXmp } from './exif.ts';

/** What is wrong with a picture, and how to mend it. */
interface Fault {
  readonly message: Words;
  readonly remedy: Words;
}

/** Two at a time: one of the largest takes 160 MB while it is decoded. */
const atOnce = 2;

/** Every problem of the pictures at these paths below `root`, in their order. */
export async function pictureProblems(root: string, files = picturesBelow(root)): Promise<Problem[]> {
  const faults = new Map<string, readonly Fault[]>();
  const waiting = files.values();
  const work = async () => {
    for (const file of waiting) faults.set(file, await faultsOf(root, file));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return files.flatMap((file) => (faults.get(file) ?? []).map((fault) => ({ file, line: 1, column: 1, ...fault })));
}

/** The pictures beside entries, by their paths. What is no ordinary file is refused by the reading. */
export function picturesBelow(root: string): string[] {
  const inside = (folder: string) => {
    if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  return typeNames
    .filter((type) => contentTypes[type].storage === 'folder')
    .flatMap((type) =>
      inside(`${contentFolder}/${type}`)
        .filter((entry) => entry.isDirectory() && isSlug(entry.name))
        .flatMap((entry) => {
          const folder = `${contentFolder}/${type}/${entry.name}`;
          const pictures = inside(folder).filter((file) => file.isFile() && isPictureFile(file.name));
          return pictures.map((picture) => `${folder}/${picture.name}`);
        }),
    );
}

async function faultsOf(root: string, file: string): Promise<readonly Fault[]> {
  const { size } = lstatSync(join(root, file));
  if (size > pictureLimit.bytes) return [tooHeavy(size)];
  // Another ending makes another verdict of the same bytes.
  const ending = file.split('.').pop() ?? '';
  const verdict = join(
    process.cwd(),
    '.cache',
    'pictures',
    `${keyOf(ending, fileDigests.of(join(root, file))?.digest ?? '')}.json`,
  );
  const kept = keptIn(verdict);
  if (kept) return kept;
  const faults = await examine(file, await readFile(join(root, file)));
  keepFile(verdict, JSON.stringify(faults));
  return faults;
}

/** Digest of these rules and of what decodes, so that a change of either looks at every picture anew. */
const rules = digest(
  ['package.json', 'src/entries/picture-files.ts', 'src/entries/exif.ts', 'src/model/pictures.ts'].map((file) =>
    readFileSync(join(process.cwd(), file), 'utf8'),
  ),
);

function keyOf(ending: string, bytes: string): string {
  return digest([rules, ending, bytes]);
}

/** The verdict that is kept in a file; undefined where there is none, or where the file is damaged. */
function keptIn(file: string): readonly Fault[] | undefined {
  const kept = keptFile(file);
  return kept && (JSON.parse(kept.toString('utf8')) as readonly Fault[]);
}

async function examine(file: string, bytes: Buffer): Promise<Fault[]> {
  const name = file.split('/').pop() ?? '';
  if (!isPicture(name, bytes)) return [otherFormat(name, bytes)];
  try {
    const options = { limitInputPixels: pictureLimit.pixels, failOn: 'truncated' } as const;
    const { width, height, pages = 1, exif, xmp } = await sharp(bytes, options).metadata();
    if (Math.max(width, height) > pictureLimit.longestSide || width * height > pictureLimit.pixels) {
      return [tooLarge(width, height)];
    }
    await sharp(bytes, options).timeout({ seconds: 10 }).raw().toBuffer();
    const traces = new Set([
      ...(exif ? tracesInExif(exif) : []),
      ...tracesInXmp(`${xmp?.toString('utf8') ?? ''}${bytes.toString('latin1')}`),
    ]);
    return [
      ...(pages > 1 || animates(bytes) ? [moving] : []),
      ...(isWhole(name, bytes) ? [] : [withMore]),
      ...[...traces].map(telling),
    ];
  } catch (error) {
    return [/pixel limit/i.test(String(error)) ? tooLarge() : broken(error)];
  }
}

const anew: Words = {
  ja: '編集画面（/admin/）から入れ直すと、新しく描き直されて直ります。',
  en: 'Put it in again in the newsroom (/admin/), which draws it anew.',
};

function tooHeavy(bytes: number): Fault {
  const limit = pictureLimit.bytes / 1024 / 1024;
  const size = (bytes / 1024 / 1024).toFixed(1);
  return {
    message: {
      ja: `画像が${limit} MBを超えています（${size} MB）。`,
      en: `The picture is larger than ${limit} MB (${size} MB).`,
    },
    remedy: {
      ja: `長い辺を${pictureLimit.side}ピクセルほどに縮めてください。`,
      en: `Make its longest side about ${pictureLimit.side} pixels.`,
    },
  };
}

function tooLarge(width?: number, height?: number): Fault {
  const most = { side: pictureLimit.longestSide, pixels: pictureLimit.pixels / 1e6 };
  const size = width && height ? `${width} × ${height}` : undefined;
  return {
    message: {
      ja: `画像が大きすぎます${size ? `（${size}ピクセル）` : ''}。一辺${most.side}ピクセル、全体で${most.pixels * 100}万ピクセルまでです。`,
      en: `The picture is too large${size ? ` (${size} pixels)` : ''}: at most ${most.side} pixels a side and ${most.pixels} megapixels.`,
    },
    remedy: {
      ja: `長い辺を${pictureLimit.side}ピクセルほどに縮めてください。`,
      en: `Make its longest side about ${pictureLimit.side} pixels.`,
    },
  };
}

function otherFormat(name: string, bytes: Uint8Array): Fault {
  const ending = name.split('.').pop() ?? '';
  const found = bytes.length === 0 ? undefined : endingOf(bytes);
  if (bytes.length === 0) {
    return {
      message: { ja: '画像のファイルが空です。', en: 'The picture is an empty file.' },
      remedy: { ja: '画像を入れ直すか、ファイルを削除してください。', en: 'Put the picture in again, or delete the file.' },
    };
  }
  return {
    message: {
      ja: `名前は .${ending} ですが、中身は${found ? `${found} の画像` : `${ending} の画像ではない別のもの`}です。`,
      en: `Its name ends with .${ending}, but it holds ${found ? `a picture in the format ${found}` : 'something else'}.`,
    },
    remedy: found
      ? { ja: `名前の終わりを .${found} に直してください。`, en: `End its name with .${found}.` }
      : {
          ja: 'jpg・png・webp・avif の形式で保存し直してください（SVGとGIFは使えません）。',
          en: 'Save it as jpg, png, webp or avif; SVG and GIF cannot be used.',
        },
  };
}

const moving: Fault = {
  message: { ja: '動く画像です。', en: 'The picture moves.' },
  remedy: {
    ja: '読者が止められないため使えません。一場面を静止画で保存してください。',
    en: 'Readers cannot stop it. Save one scene of it as a still picture.',
  },
};

const withMore: Fault = {
  message: {
    ja: '画像の後に、画像ではないデータが続いています。',
    en: 'Data that are no picture follow the picture in its file.',
  },
  remedy: anew,
};

function telling(trace: Words): Fault {
  return {
    message: { ja: `画像に${trace.ja}が記録されています。`, en: `The picture records ${trace.en}.` },
    remedy: anew,
  };
}

function broken(error: unknown): Fault {
  const reason = String((error as Error).message).split('\n')[0] ?? '';
  return {
    message: {
      ja: '画像が途中で切れているか、壊れています。',
      en: `The picture is cut off or damaged (${reason}).`,
    },
    remedy: { ja: '元の画像から保存し直してください。', en: 'Save it again from the original picture.' },
  };
}
