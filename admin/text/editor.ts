/** The editor of an entry's text: Markdown with the blocks of the model, checked as it is written. */
import { history, historyField, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, linter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, Transaction, type TransactionSpec } from '@codemirror/state';
import { dropCursor, EditorView, highlightSpecialChars, keymap, type KeyBinding } from '@codemirror/view';
import type { Finding } from '../../src/body/guard.ts';
import type { Language, Words } from '../../src/i18n/languages.ts';
import { blocks } from '../../src/model/blocks.ts';
import type { Place } from '../../src/model/refusal.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import { addPictureFiles, editBlockAt, isMenu, toolbar } from './actions.ts';
import { blockButtons } from './blocks/buttons.ts';
import { breaksOf, rememberBreaks, smallestChange, takeBreaks, usualBreak, withPlainBreaks, writtenValue } from './breaks.ts';
import { checking, offsetOf } from './checking.ts';
import { Echoes } from './echoes.ts';
import { FullScreen } from './full-screen.ts';
import { beginParagraph, continueList, indentItems, outdentItems } from './lines.ts';
import { markdownLanguage } from './markdown.ts';
import { pasting } from './paste/pasting.ts';
import { Reader } from './reader.ts';
import type { TextServices } from './services.ts';
import { Status } from './status.ts';
import './text.css';
import { nextCell, previousCell, tableAtCursor } from './tables.ts';
import { Toolbar } from './toolbar.ts';
import { unseenSpaces } from './unseen.ts';
import { phrases, words } from './words.ts';
import type { Writing } from './writing.ts';

export type { EntryChoice, TextServices } from './services.ts';

/** How many editors the page has had, for ids; `crypto.randomUUID` is missing where a page comes over plain HTTP. */
let made = 0;

/** What an editor leaves: its text, and what can be undone and where the cursor stands in it. */
export interface Left {
  readonly value: string;
  readonly state: unknown;
}

/** What is kept of a state beside its text and its selection. */
const keptFields = { history: historyField };

interface Options {
  readonly value: string;
  /** The language of the text. */
  readonly language: Language;
  readonly label: string;
  /** The line break of the text's file, for a text that has none of its own yet. */
  readonly lineBreak?: string | undefined;
  readonly services: TextServices;
  /** What an editor of the same text left when it went. */
  readonly left?: Left | undefined;
  onChange(value: string): void;
  onFindings?(findings: readonly Finding[]): void;
}

export class TextEditor {
  readonly #view: EditorView;
  readonly #reader = new Reader();
  readonly #element = document.createElement('div');
  readonly #status: Status;
  readonly #full: FullScreen;
  readonly #echoes = new Echoes();
  readonly #onChange: (value: string) => void;
  /** True where the host has not heard of a change yet: it hears nothing while a composition is open. */
  #untold = false;
  /** A value from outside that waits for the end of a composition. */
  #given: string | undefined;

  constructor(parent: HTMLElement, { value, language, label, lineBreak, services, left, onChange, onFindings }: Options) {
    this.#onChange = onChange;
    const id = `text-${(made += 1)}`;
    this.#status = new Status(id, language, (place) => this.goTo(place));
    const bar = new Toolbar(() => this.#writing(language, services), id);
    this.#full = new FullScreen(this.#element, (isFull) => {
      bar.relabel('full', words.actions[isFull ? 'notFull' : 'full'], isFull ? 'notFull' : 'full');
      this.#view.dispatch({ effects: EditorView.scrollIntoView(this.#view.state.selection.main, { y: 'nearest' }) });
    });
    const edit = (at: number) => editBlockAt(this.#writing(language, services), at);

    const config = {
      doc: withPlainBreaks(value),
      extensions: [
        rememberBreaks(value, lineBreak),
        history(),
        dropCursor(),
        highlightSpecialChars(),
        unseenSpaces,
        markdownLanguage(),
        bracketMatching(),
        blockButtons(blocks, edit),
        search({ top: true }),
        linter(null),
        lintGutter(),
        checking(this.#reader, language, services, (reading) => {
          this.#status.show(reading, this.#view.state.doc);
          onFindings?.(reading.findings);
        }),
        pasting(() => this.#writing(language, services), addPictureFiles),
        Prec.high(keymap.of(this.#keys(bar, language, services))),
        keymap.of([...historyKeymap, ...searchKeymap, ...standardKeymap]),
        EditorState.phrases.of(Object.fromEntries(Object.entries(phrases).map(([key, phrase]) => [key, say(phrase)]))),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          id,
          lang: language,
          // Editable content has the focus by itself, but accessibility checkers look for this.
          tabindex: '0',
          'aria-label': label,
          'aria-describedby': this.#status.keys.id,
          // Browsers know the spelling of English, and underline all of Japanese.
          spellcheck: String(language === 'en'),
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            const fromOutside = update.transactions.every((transaction) => transaction.annotation(Transaction.remote));
            if (!fromOutside) this.#tell();
          }
          if (update.docChanged || update.selectionSet || update.focusChanged) {
            bar.update(update.state);
            this.#status.showKeys(tableAtCursor(update.state) !== undefined);
          }
        }),
        EditorView.domEventHandlers({
          // CodeMirror reads the composed words in its own handler of this event, and once more a moment later.
          compositionend: () => void setTimeout(() => this.#settle(), 60),
          input: () => this.#status.notify(''),
        }),
      ],
    };
    const state = left?.value === value ? EditorState.fromJSON(left.state, config, keptFields) : EditorState.create(config);

    this.#element.className = 'text-editor';
    this.#element.lang = interfaceLanguage;
    this.#element.append(bar.element);
    this.#view = new EditorView({ state, parent: this.#element });
    this.#element.append(this.#status.element);
    bar.update(state);
    parent.append(this.#element);
  }

  /** The text as it goes into the file: what nobody touched has the bytes that it came with. */
  get value(): string {
    return writtenValue(this.#view.state);
  }

  /** Takes a value from outside, by one change of what differs; a late echo of what was typed here is no such value. */
  setValue(value: string): void {
    if (this.#view.composing) {
      this.#given = value;
      return;
    }
    this.#given = undefined;
    if (value === this.value || this.#echoes.has(value)) return;
    const { doc } = this.#view.state;
    this.#view.dispatch({
      changes: smallestChange(doc.toString(), withPlainBreaks(value)),
      effects: takeBreaks.of(breaksOf(value, usualBreak(this.#view.state))),
      annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
    });
  }

  focus(): void {
    this.#view.focus();
  }

  /** Where the cursor is; undefined while somebody writes elsewhere. */
  get cursor(): Place | undefined {
    if (!this.#view.hasFocus) return undefined;
    const { doc, selection } = this.#view.state;
    const line = doc.lineAt(selection.main.head);
    return { line: line.number, column: selection.main.head - line.from + 1 };
  }

  /** Puts the cursor at a place of the text and shows it. */
  goTo(place: Place): void {
    const at = offsetOf(this.#view.state.doc, place);
    this.#view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.#view.focus();
  }

  /** What an editor that takes this one's place goes on with. */
  get left(): Left {
    return { value: this.value, state: this.#view.state.toJSON(keptFields) };
  }

  destroy(): void {
    this.#full.end();
    this.#view.destroy();
    this.#reader.end();
    this.#element.remove();
  }

  #writing(language: Language, services: TextServices): Writing {
    return {
      view: this.#view,
      language,
      services,
      reader: this.#reader,
      notify: (notice: Words | string) => this.#status.notify(notice),
      toggleFull: () => {
        this.#full.toggle();
        this.#view.focus();
      },
    };
  }

  #tell(): void {
    if (this.#view.composing) {
      this.#untold = true;
      return;
    }
    this.#untold = false;
    const { value } = this;
    this.#echoes.add(value);
    this.#onChange(value);
  }

  /** Catches up after a composition. */
  #settle(): void {
    if (this.#view.composing) return;
    if (this.#untold) this.#tell();
    if (this.#given !== undefined) this.setValue(this.#given);
    // What waits for the end of a composition to show itself is shown now.
    this.#view.dispatch({});
  }

  #keys(bar: Toolbar, language: Language, services: TextServices): KeyBinding[] {
    const spec = (make: (state: EditorState) => TransactionSpec | undefined) => (view: EditorView) => {
      const made = make(view.state);
      if (made) view.dispatch(made);
      return made !== undefined;
    };
    const writing = () => this.#writing(language, services);
    const binding = (key: string, run: (writing: Writing) => void): KeyBinding => ({
      key,
      run: () => {
        run(writing());
        return true;
      },
      preventDefault: true,
    });
    const actions = toolbar.flat().flatMap((entry): KeyBinding[] => {
      if (isMenu(entry)) {
        const listed = entry.entries.flat().flatMap(({ key, run }) => (key ? [binding(key, run)] : []));
        return entry.key ? [binding(entry.key, () => bar.open(entry.name)), ...listed] : listed;
      }
      // CodeMirror binds these itself, as each platform is used to.
      if (!entry.key || ['undo', 'redo', 'search'].includes(entry.name)) return [];
      return [binding(entry.key, entry.run)];
    });
    return [
      ...actions,
      binding('Mod-Enter', (at) => editBlockAt(at, at.view.state.selection.main.head)),
      { key: 'Enter', run: spec((state) => continueList(state) ?? beginParagraph(state)), shift: insertNewline },
      { key: 'Enter', run: insertNewline },
      { key: 'Tab', run: spec((state) => nextCell(state) ?? indentItems(state)) },
      { key: 'Shift-Tab', run: spec((state) => previousCell(state) ?? outdentItems(state)) },
      { key: 'F8', run: nextDiagnostic },
      { key: 'Shift-F8', run: previousDiagnostic },
      binding('Mod-Shift-m', () => this.#status.toggle()),
    ];
  }
}
