/** Labels made of two phrases, with the punctuation of the editor's language. */
import { words } from '../../src/i18n/words.ts';
import { interfaceLanguage } from '../parts/language.ts';

/** A phrase with what stands in brackets behind it. */
export const { withAside } = words[interfaceLanguage];

/** What something is, and what is done with it. */
export function withAction(what: string, action: string): string {
  return what + { ja: '：', en: ': ' }[interfaceLanguage] + action;
}

/** How many a search has found. */
export function found(count: number): string {
  return { ja: `${count}件`, en: `${count} found` }[interfaceLanguage];
}
