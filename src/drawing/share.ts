/** The pictures that other places show beside a link to a page: the drawing of its data, with its title over it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement, type CSSProperties, type ReactNode } from 'react';
import type { Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { digest, keepFile, keptFile, touch } from '../kept.ts';
import { accent, beside, coverOf, light, shareSize, type Subject } from './cover.ts';
import type { Font } from './font.ts';
import { missingFrom } from './letters.ts';

/** What a picture shows. */
export interface Share {
  readonly language: Language;
  /** What kind of page it is, or its day and place. */
  readonly kicker: string;
  readonly title: string;
  readonly subject: Subject;
}

/** Pixels: where letters begin, how wide they may run, where the name of the site stands. */
const margin = 72;
export const measure = 548;
const foot = { top: 546, mark: 42 } as const;

/** Everything besides what a picture shows that decides its bytes. */
const version = (() => {
  const { dependencies } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const makers = ['satori', 'sharp', 'budoux', '@expo-google-fonts/noto-serif-jp', '@expo-google-fonts/source-serif-4', 'node'];
  const code = ['font.ts', 'letters.ts', 'lines.ts', 'share.ts', '../i18n/phrases.ts'].map((file) =>
    readFileSync(join(process.cwd(), 'src', 'drawing', file), 'utf8'),
  );
  return digest([...makers.map((name) => dependencies[name] ?? ''), ...code]);
})();

/**
 * The picture as PNG, kept under a digest of all that it shows: one that has been made is never made again, and the font is
 * read for a new one alone. Throws where the font lacks a character.
 */
export async function sharePicture(
  share: Share,
  cache = join(process.cwd(), '.cache', 'share'),
): Promise<Uint8Array<ArrayBuffer>> {
  const { language, kicker, title } = share;
  const { site } = words[language];
  const ground = groundFor(share);
  const shown = digest([version, ground, language, kicker, title, site.name, site.independentShort]);
  const file = join(cache, `${shown}.png`);
  const kept = keptFile(file);
  if (kept) {
    touch(file);
    return kept;
  }
  const { font } = await import('./font.ts');
  const png = await drawn(ground, await lettersOf(share, font()));
  keepFile(file, png);
  return png;
}

/** The drawing of the data with the mark of the site, still without letters. */
function groundFor({ subject }: Share): string {
  const icon = readFileSync(join(process.cwd(), 'public', 'icon.svg'), 'utf8');
  // Its tiles without the square that they stand on: the whole picture is their ground.
  const tiles = icon.replace(/<svg[^>]*>|<\/svg>|<rect[^>]*>/g, '');
  const mark = `<svg x="${margin}" y="${foot.top}" width="${foot.mark}" height="${foot.mark}" viewBox="4 4 24 24">${tiles}</svg>`;
  return coverOf(subject, shareSize, beside).replace(/<\/svg>$/, `${mark}</svg>`);
}

/** The letters of a picture as SVG, in outlines. */
async function lettersOf({ language, kicker, title }: Share, font: Font): Promise<string> {
  const { site } = words[language];
  const missing = missingFrom(font.letters, [kicker, title, site.name, site.independentShort].join(''));
  if (missing.length > 0) throw new Error(`No font of the pictures has '${missing.join(' ')}', for '${kicker}', '${title}'.`);
  const { setTitle } = await import('./lines.ts');
  const families = font.faces.map((_, index) => `face-${index}`);
  const { size, lines } = setTitle(title, language, measure, font.widthOf);
  // One that is longer than the measure, such as a day in a country with a long name, is smaller instead.
  const kickerSize = Math.min(27, measure / [...kicker].reduce((sum, character) => sum + font.widthOf(character), 0));
  const letters = box(
    { width: '100%', height: '100%', flexDirection: 'column', fontFamily: families.join(', '), color: light },
    [
      box({ position: 'absolute', left: margin, top: 60, fontSize: kickerSize, color: accent }, kicker),
      box(
        { position: 'absolute', left: margin, top: 118, flexDirection: 'column', fontSize: size, lineHeight: 1.32 },
        lines.map((line) => box({ whiteSpace: 'pre', marginLeft: hung(line) * size }, line)),
      ),
      box(
        { position: 'absolute', left: margin + foot.mark + 16, top: foot.top - 7, flexDirection: 'column', lineHeight: 1.3 },
        [box({ fontSize: 25 }, site.name), box({ fontSize: 17, opacity: 0.85 }, site.independentShort)],
      ),
    ],
  );
  const { default: satori } = await import('satori');
  return satori(letters, {
    ...shareSize,
    fonts: font.faces.map((data, index) => ({ name: families[index] ?? '', data, weight: 600 })),
  });
}

/** Ems by which a line is moved out: an opening bracket is half white, and would look indented. */
function hung(line: string): number {
  return /^[「『（［【〔《〈“]/.test(line) ? -0.5 : 0;
}

function box(style: CSSProperties, children: ReactNode): ReactNode {
  return createElement('div', { style: { display: 'flex', ...style } }, children);
}

/** Both drawings as one PNG of 16 colours: the ground, the letters and what lies between; a half of the bytes of 48. */
async function drawn(ground: string, letters: string): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(ground.replace(/<\/svg>$/, `${letters}</svg>`)))
    .png({ palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}
