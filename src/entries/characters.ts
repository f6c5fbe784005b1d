/** The characters of a file, before anything in it is read. Without a file system: the newsroom looks at them too. */
import type { Words } from '../i18n/languages.ts';
import type { Problem } from '../model/refusal.ts';
import { codeName, invisible } from '../model/spelling.ts';

/** As many problems of one kind as are told of one file: a file that was damaged as a whole has thousands. */
export const mostTold = 10;

/** Bound of the fields of a file. */
const fieldBytes = 64 * 1024;

/** A line break that is no `\n`, U+FFFD, or what cannot be seen; tabs and line breaks are left to those who read the lines. */
const odd = new RegExp(`\\r(?!\\n)|\\ufffd|(?![\\t\\r\\n])(?:${invisible.source})`, 'gu');

/** Every problem of the characters of a file: what cannot be seen, what was damaged, what is not composed as NFC. */
export function characterProblems(file: string, content: string): Problem[] {
  return [...oddCharacters(file, content), ...decomposed(file, content)];
}

/** A problem where the fields of a file, from its line `line` on, are more than any entry needs. */
export function sizeProblems(file: string, yaml: string, line: number): Problem[] {
  if (new TextEncoder().encode(yaml).length <= fieldBytes) return [];
  return [
    {
      file,
      line,
      column: 1,
      message: {
        ja: `項目の欄が${fieldBytes / 1024} KBを超えています。`,
        en: `The fields are larger than ${fieldBytes / 1024} KB.`,
      },
      remedy: { ja: '長い文は本文に移してください。', en: 'Move what is long into the text.' },
    },
  ];
}

function oddCharacters(file: string, content: string): Problem[] {
  const found: Problem[] = [];
  for (const { 0: character, index } of content.matchAll(odd)) {
    if (found.length === mostTold) break;
    found.push(problemAt(file, content, index, oddity(character, index)));
  }
  return found;
}

function oddity(character: string, index: number): { message: Words; remedy: Words } {
  const code = codeName(character);
  if (character === '\ufeff' && index === 0) {
    return {
      message: {
        ja: 'ファイルの先頭に見えない印（BOM、U+FEFF）があります。',
        en: 'The file starts with an invisible byte order mark (BOM, U+FEFF).',
      },
      remedy: { ja: '「UTF-8（BOMなし）」で保存し直してください。', en: 'Save it again as UTF-8 without BOM.' },
    };
  }
  if (character === '\ufffd') {
    return {
      message: { ja: '文字化けした文字（U+FFFD）があります。', en: 'There is a character that was lost (U+FFFD).' },
      remedy: { ja: '元の文字を打ち直してください。', en: 'Type the character that stood here again.' },
    };
  }
  if (character === '\r') {
    return {
      message: { ja: '改行が古い形（CRだけ）です。', en: 'A line ends in the old way, with CR alone.' },
      remedy: { ja: '改行をLFにして保存し直してください。', en: 'Save the file again with LF as line ends.' },
    };
  }
  return {
    message: { ja: `見えない文字 ${code} があります。`, en: `There is an invisible character, ${code}.` },
    remedy: {
      ja: 'この位置の前後を消して、打ち直してください。',
      en: 'Delete what stands here and type it again.',
    },
  };
}

/** The first letter of each line that NFC would write otherwise, such as か with a mark of its own in place of が. */
function decomposed(file: string, content: string): Problem[] {
  if (content.normalize('NFC') === content) return [];
  let start = 0;
  const found: Problem[] = [];
  for (const line of content.split('\n')) {
    const at = offsetOfDecomposed(line);
    if (at !== undefined && found.length < mostTold) {
      const written = /^.\p{M}*/su.exec(line.slice(at))?.[0] ?? '';
      const composed = written.normalize('NFC');
      found.push(
        problemAt(file, content, start + at, {
          message: {
            ja: `「${written}」（${codesOf(written)}）がUnicodeの標準の形（NFC）ではありません。`,
            en: `'${written}' (${codesOf(written)}) is not in the standard form of Unicode (NFC).`,
          },
          remedy: {
            ja: `「${composed}」（${codesOf(composed)}）と打ち直してください。PDFやMacのファイル名から写した文字によくあります。`,
            en: `Type '${composed}' (${codesOf(composed)}). Words copied from a PDF or from a file name on a Mac are often so.`,
          },
        }),
      );
    }
    start += line.length + 1;
  }
  return found;
}

function offsetOfDecomposed(line: string): number | undefined {
  if (line.normalize('NFC') === line) return undefined;
  // A letter with its marks, or a syllable of Hangul in its parts, is normalised on its own.
  for (const { 0: cluster, index } of line.matchAll(/[\u1100-\u11ff]+|.\p{M}*/gsu)) {
    if (cluster.normalize('NFC') !== cluster) return index;
  }
  return 0;
}

const codesOf = (text: string) => [...text].map(codeName).join(' ');

function problemAt(file: string, content: string, offset: number, words: { message: Words; remedy: Words }): Problem {
  const before = content.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = content.indexOf('\n', offset);
  const excerpt = content.slice(
    Math.max(lineStart, offset - 30),
    lineEnd === -1 ? offset + 50 : Math.min(lineEnd, offset + 50),
  );
  return {
    file,
    line: before.split('\n').length,
    column: offset - lineStart + 1,
    ...words,
    excerpt: excerpt.trim(),
  };
}
