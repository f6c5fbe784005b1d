/** Phrases of a Japanese title, between which a line may end. At build only: browsers that know phrases find their own. */
import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** The text in pieces that should stay on one line each; joined they are the text. */
export function phrasesOf(text: string): string[] {
  return text === '' ? [] : parser.parse(text);
}
