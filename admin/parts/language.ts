/** The language in which the application speaks to the editor: Japanese unless the editor chose another. */
import { defaultLanguage, isLanguage, type Language, type Words } from '../../src/i18n/languages.ts';

const key = 'glocal.language';

/** The editor's language, for as long as the page is open. */
export const interfaceLanguage: Language = stored() ?? defaultLanguage;

/** A phrase in the editor's language. */
export function say(words: Words): string {
  return words[interfaceLanguage];
}

/** Changes the editor's language; the page is loaded anew, since every form is made of its words. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(key, language);
  location.reload();
}

/** The language chosen before; undefined where none was, or where the browser keeps nothing for pages. */
function stored(): Language | undefined {
  try {
    const value = localStorage.getItem(key) ?? undefined;
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
