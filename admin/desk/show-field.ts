/** Leads from a problem to the place where it is mended. */
import { languages, type Language } from '../../src/i18n/languages.ts';
import { contentTypes } from '../../src/model/content-types.ts';
import type { Fields } from '../../src/model/fields.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { editorOf } from '../widgets/editors.ts';
import type { OpenEntry } from './open-entry.ts';

/** Brings the field of a problem into view and puts the cursor there. */
export async function showField(
  { type }: OpenEntry,
  language: Language,
  { field, line, column, file }: Problem,
): Promise<void> {
  const editor = editorOf(language);
  if ((field === undefined || field === 'body') && file.endsWith('.mdx') && editor) {
    editor.goTo({ line: Math.max(1, line - editor.firstLine() + 1), column });
    // The text scrolls within the form, and the form on the screen.
    document.activeElement?.closest('.cm-editor')?.scrollIntoView({ block: 'center' });
    return;
  }
  const name = field?.split('.')[0] ?? '';
  const fields: Fields = contentTypes[type].fields;
  const isShared = fields[name]?.translated === false;
  const pane = isShared ? 0 : languages.indexOf(language);
  const labels = [...document.querySelectorAll<HTMLLabelElement>(`label[for^="${CSS.escape(name)}-field-"]`)];
  const label = labels[Math.min(pane, labels.length - 1)];
  label?.scrollIntoView({ block: 'center' });
  const control = label && document.getElementById(label.htmlFor);
  control?.focus({ preventScroll: true });
}
