/** Text files as they lie on disk: what they are, how large, and whether their bytes are UTF-8. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../i18n/languages.ts';
import type { Problem } from '../model/refusal.ts';

/** Twice what fields and text together may have; a larger file is not even opened. */
const mostBytes = 256 * 1024;

/** The characters of a text file, by its path below `root`, or why they cannot be had. Never throws. */
export function readText(root: string, file: string): { readonly content: string } | { readonly problem: Problem } {
  try {
    const stats = lstatSync(join(root, file));
    if (!stats.isFile()) return refused(file, notAFile);
    if (stats.size > mostBytes) return refused(file, tooLarge(stats.size));
    const bytes = readFileSync(join(root, file));
    const content = decoded(bytes);
    return content === undefined ? refused(file, encoding(bytes), placeOfDamage(bytes)) : { content };
  } catch (error) {
    return refused(file, unreadable(error));
  }
}

const first = { line: 1, column: 1 };

function refused(file: string, words: { message: Words; remedy: Words }, at = first) {
  return { problem: { file, ...at, ...words } };
}

/** What is said of a name that stands for no file of its own: a link to another, a folder, a device. */
export const notAFile = {
  message: {
    ja: '普通のファイルではありません（リンク、フォルダーなど）。',
    en: 'This is no ordinary file but a link, a folder or the like.',
  },
  remedy: { ja: 'ファイルそのものを置いてください。', en: 'Put the file itself here.' },
};

const tooLarge = (bytes: number) => ({
  message: {
    ja: `ファイルが大きすぎます（${Math.ceil(bytes / 1024)} KB）。`,
    en: `The file is too large (${Math.ceil(bytes / 1024)} KB).`,
  },
  remedy: {
    ja: `${mostBytes / 1024} KB以内にしてください。画像は本文に埋め込まず、別のファイルにします。`,
    en: `Keep it within ${mostBytes / 1024} KB. A picture is a file of its own, never part of a text.`,
  },
});

const unreadable = (error: unknown) => ({
  message: {
    ja: 'ファイルを読めません。',
    en: `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
  },
  remedy: { ja: 'ファイルの権限と名前を確かめてください。', en: 'Check its permissions and its name.' },
});

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The name of the encoding that the bytes seem to have, for Japanese files that are not UTF-8. */
function encoding(bytes: Uint8Array): { message: Words; remedy: Words } {
  const name = likelyEncoding(bytes);
  return {
    message: {
      ja: `文字コードがUTF-8ではありません${name ? `（${name}のようです）` : ''}。`,
      en: `The file is not UTF-8${name ? ` but seems to be ${name}` : ''}.`,
    },
    remedy: {
      ja: 'エディターで「文字コードを指定して開き直し」、「UTF-8（BOMなし）」で保存してください。',
      en: 'Open it anew with its own encoding, and save it as UTF-8 without BOM.',
    },
  };
}

function likelyEncoding(bytes: Uint8Array): string | undefined {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) return 'UTF-16';
  return ['shift_jis', 'euc-jp'].find((label) => {
    try {
      return /[ぁ-んァ-ヶ一-龠]/.test(new TextDecoder(label, { fatal: true }).decode(bytes));
    } catch {
      return false;
    }
  });
}

/** Where the first bytes stand that are no UTF-8. */
function placeOfDamage(bytes: Uint8Array): { line: number; column: number } {
  // What was lost is U+FFFD; a file that holds the character itself before its damage is told a place too early.
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\ufffd', 1)[0] ?? '';
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
