/** Phrases of a Japanese title, between which a line may end. At build only: browsers that know phrases find their own. */
import { createRequire } from 'node:module';
import type * as Budoux from 'budoux';

/** Loaded with the first title: the package brings a whole DOM along, and a check in which no text is new has no title. */
let parser: Budoux.Parser | undefined;

function loaded(): Budoux.Parser {
  const { loadDefaultJapaneseParser } = createRequire(import.meta.url)('budoux') as typeof Budoux;
  return loadDefaultJapaneseParser();
}

/** The text in pieces that should stay on one line each; joined they are the text. A dash ends the piece before it. */
export function phrasesOf(text: string): string[] {
  if (text === '') return [];
  parser ??= loaded();
  return parser
    .parse(text)
    .join('\0')
    .replaceAll(/\0?([—―]{2})\0?/g, '$1\0')
    .split('\0')
    .filter(Boolean);
}
