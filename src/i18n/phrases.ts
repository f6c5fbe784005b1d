/** Phrases of a Japanese title, between which a line may end. At build only: browsers that know phrases find their own. */
import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** The text in pieces that should stay on one line each; joined they are the text. A dash ends the piece before it. */
export function phrasesOf(text: string): string[] {
  if (text === '') return [];
  return parser
    .parse(text)
    .join('\0')
    .replaceAll(/\0?([—―]{2})\0?/g, '$1\0')
    .split('\0')
    .filter(Boolean);
}
