/** The text editors on the screen, by the language that they write. */
import type { Language } from '../../src/i18n/languages.ts';
import type { Place } from '../../src/model/refusal.ts';

export interface ShownEditor {
  text(): string;
  goTo(place: Place): void;
  /** Where the cursor is; undefined while somebody writes elsewhere. */
  cursor(): Place | undefined;
  /** The line of the saved file on which the text starts. */
  firstLine(): number;
}

const shown = new Map<Language, ShownEditor>();

export function editorOf(language: Language): ShownEditor | undefined {
  return shown.get(language);
}

/** Makes an editor known; gives the way to take it off again. */
export function showEditor(language: Language, editor: ShownEditor): () => void {
  shown.set(language, editor);
  return () => {
    if (shown.get(language) === editor) shown.delete(language);
  };
}
