/** Labels made of two phrases, with the punctuation of the editor's language. */
import { interfaceLanguage } from '../parts/language.ts';

const signs = {
  ja: { colon: '：', open: '（', close: '）' },
  en: { colon: ': ', open: ' (', close: ')' },
}[interfaceLanguage];

/** What something is, and what is done with it. */
export function withAction(what: string, action: string): string {
  return what + signs.colon + action;
}

/** A phrase with what stands in brackets behind it. */
export function withAside(phrase: string, aside: string): string {
  return phrase + signs.open + aside + signs.close;
}

/** How many a search has found. */
export function found(count: number): string {
  return { ja: `${count}件`, en: `${count} found` }[interfaceLanguage];
}
