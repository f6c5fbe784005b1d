/** Runs of Japanese within a text of another language, so that a screen reader changes its voice for them. */
import type { Language } from './languages.ts';

export interface LanguageRun {
  readonly text: string;
  /** Undefined where the run is in the text's own language. */
  readonly lang: 'ja' | undefined;
}

const japanese = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー〇「」『』・。、]+)/u;

/** A text in runs of one language each. Only Japanese can be told from other languages by its letters. */
export function languageRuns(text: string, language: Language): LanguageRun[] {
  if (language === 'ja') return [{ text, lang: undefined }];
  return text
    .split(japanese)
    .map((part, index) => ({ text: part, lang: index % 2 === 1 ? ('ja' as const) : undefined }))
    .filter((run) => run.text !== '');
}
