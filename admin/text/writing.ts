/** What the parts of a text's editor share. */
import type { EditorView } from '@codemirror/view';
import type { Language, Words } from '../../src/i18n/languages.ts';
import type { Reader } from './reader.ts';
import type { TextServices } from './services.ts';

export interface Writing {
  readonly view: EditorView;
  /** The language of the text. */
  readonly language: Language;
  readonly services: TextServices;
  readonly reader: Reader;
  /** Tells the editor something in passing; the words stay until the next change. */
  notify(notice: Words | string): void;
  /** Fills the window with the text field, or puts it back. */
  toggleFull(): void;
}
