/** Looks a text through when its writer pauses, and marks what was found; never while a composition is open. */
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { Finding } from '../../src/body/guard.ts';
import type { Language } from '../../src/i18n/languages.ts';
import type { Place } from '../../src/model/refusal.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import type { Advice } from './advice.ts';
import { writtenValue } from './breaks.ts';
import type { Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import type { TextServices } from './services.ts';
import { displayWidth } from './tables.ts';
import { tagAt } from './tags.ts';

/** Milliseconds of rest after the last key. */
const pause = 300;

export function checking(
  reader: Reader,
  language: Language,
  { terms }: Pick<TextServices, 'terms'>,
  onReading: (reading: Reading) => void,
) {
  return ViewPlugin.fromClass(
    class {
      timer: ReturnType<typeof setTimeout> | undefined;
      asked: Text | undefined;
      gone = false;

      readonly view: EditorView;

      constructor(view: EditorView) {
        this.view = view;
        this.wait(0);
      }

      update({ docChanged }: ViewUpdate): void {
        if (docChanged) this.wait(pause);
      }

      wait(milliseconds: number): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.check(), milliseconds);
      }

      async check(): Promise<void> {
        // The reader answers one question after another: a second one would only wait behind the first.
        if (this.view.composing || this.asked) return this.wait(pause);
        const { doc } = this.view.state;
        this.asked = doc;
        let reading: Reading;
        try {
          reading = await reader.ask('text', { source: writtenValue(this.view.state), language, terms: terms() });
        } catch (error) {
          return reportError(error);
        } finally {
          this.asked = undefined;
        }
        if (this.gone || this.view.state.doc !== doc) return;
        if (this.view.composing) return this.wait(pause);
        onReading(reading);
        this.view.dispatch(setDiagnostics(this.view.state, diagnosticsOf(doc, reading)));
      }

      destroy(): void {
        this.gone = true;
        clearTimeout(this.timer);
      }
    },
  );
}

/** A place of the file as a place of the document, held within its bounds. */
export function offsetOf(doc: Text, { line, column }: Place): number {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(at.to, at.from + Math.max(0, column - 1));
}

function diagnosticsOf(doc: Text, { findings, advice }: Reading): Diagnostic[] {
  return [
    ...findings.map((finding): Diagnostic => {
      const from = offsetOf(doc, finding);
      return { from, to: endOf(doc, from), severity: 'error', message: told(finding) };
    }),
    ...advice.map((hint): Diagnostic => {
      const from = offsetOf(doc, hint);
      return { from, to: Math.min(doc.lineAt(from).to, from + hint.length), severity: 'info', message: told(hint) };
    }),
  ].sort((a, b) => a.from - b.from);
}

/** How far a finding reaches: its tag, its link, else a few words; the tree gives the place where something begins. */
function endOf(doc: Text, from: number): number {
  const line = doc.lineAt(from);
  const rest = line.text.slice(from - line.from);
  const tag = tagAt(rest, 0);
  const length = tag?.to ?? /^!?\[[^\]]*\](?:\([^)]*\))?|^\S+/.exec(rest)?.[0].length ?? 1;
  return Math.min(line.to, from + Math.min(length, 60));
}

/** Columns of even width that an excerpt may take; a Japanese character takes two. */
const excerptWidth = 44;

/** The words at a place of the text, as long as one line of a list holds. */
export function excerptAt(doc: Text, place: Place): string {
  const { text, from } = doc.lineAt(offsetOf(doc, place));
  const start = offsetOf(doc, place) - from;
  const [words, before] = text.slice(start).trim() ? [text.slice(start), text.slice(0, start)] : [text, ''];
  let excerpt = '';
  for (const character of words.trim()) {
    if (displayWidth(excerpt + character) > excerptWidth) return `${before.trim() && '…'}${excerpt.trimEnd()}…`;
    excerpt += character;
  }
  return `${before.trim() && '…'}${excerpt}`;
}

/** A message with its remedy, in the editor's language. */
export function told({ message, remedy }: Pick<Finding | Advice, 'message' | 'remedy'>): string {
  return `${say(message)}${interfaceLanguage === 'ja' ? '' : ' '}${say(remedy)}`;
}
