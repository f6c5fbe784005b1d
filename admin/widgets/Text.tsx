/** The `mdx` widget: the newsroom's text editor as a field of Decap's form. */
import { Component, createRef } from 'react';
import { splitFrontMatter } from '../../src/entries/document.ts';
import { textName } from '../../src/entries/entry.ts';
import { defaultLanguage, isLanguage, type Language } from '../../src/i18n/languages.ts';
import { currentLedger } from '../desk/desk.ts';
import { termsIn } from '../desk/ledger.ts';
import { filesOf, openEntry } from '../desk/open-entry.ts';
import { choosePicture } from '../pictures/Chooser.tsx';
import { addPicture, pictureUrl } from '../pictures/pictures.ts';
import { TextEditor, type Left } from '../text/editor.ts';
import type { ControlProps } from './control.ts';
import { showEditor } from './editors.ts';
import { findEntries } from './find-entries.ts';

/** What the last editor of each language left, and of which entry: editors are made anew when a pane is opened or closed. */
const left = new Map<Language, { readonly entry: string | undefined; readonly by: Left }>();

export class TextControl extends Component<ControlProps<string>> {
  readonly #host = createRef<HTMLDivElement>();
  #editor: TextEditor | undefined;
  #hide: (() => void) | undefined;
  #leave: (() => void) | undefined;

  override componentDidMount(): void {
    const { value, field, locale } = this.props;
    const language: Language = isLanguage(locale) ? locale : defaultLanguage;
    if (!this.#host.current) return;
    const entry = openEntry()?.key;
    const last = left.get(language);
    const editor = new TextEditor(this.#host.current, {
      value: value ?? '',
      language,
      label: String(field.get('label')),
      lineBreak: lineBreakIn(language),
      services: {
        findEntries: async (query, type) => findEntries(currentLedger(), query, language, type),
        terms: () => termsIn(currentLedger(), language),
        choosePicture,
        addPicture,
        pictureUrl,
      },
      left: last?.entry === entry ? last?.by : undefined,
      onChange: (text) => this.props.onChange(text),
    });
    this.#editor = editor;
    this.#leave = () => void left.set(language, { entry, by: editor.left });
    this.#hide = showEditor(language, {
      text: () => editor.value,
      goTo: (place) => editor.goTo(place),
      cursor: () => editor.cursor,
      firstLine: () => firstLineIn(language),
    });
  }

  override componentWillUnmount(): void {
    this.#hide?.();
    this.#leave?.();
    this.#editor?.destroy();
  }

  /** CodeMirror draws itself; only a value from outside (a restored draft, another language) has to reach it. */
  override shouldComponentUpdate({ value }: ControlProps<string>): boolean {
    if ((value ?? '') !== this.#editor?.value) this.#editor?.setValue(value ?? '');
    return false;
  }

  focus(): void {
    this.#editor?.focus();
  }

  override render() {
    return <div ref={this.#host} id={this.props.forID} className={this.props.classNameWrapper} />;
  }
}

/** The file that saving the entry now would make of a language. */
function fileIn(language: Language): string | undefined {
  const entry = openEntry();
  return entry && Object.entries(filesOf(entry)).find(([path]) => path.endsWith(`/${textName(language)}`))?.[1];
}

/** The line break after the first line of the file, which its fields begin with. */
function lineBreakIn(language: Language): string | undefined {
  return /\r?\n/.exec(fileIn(language) ?? '')?.[0];
}

/** The line of the file to be saved on which the text starts. */
function firstLineIn(language: Language): number {
  const file = fileIn(language);
  const split = file === undefined ? undefined : splitFrontMatter(file);
  // The empty line between the fields and the text is not shown in the editor.
  return split ? split.line + (/^\r?\n/.test(split.text) ? 1 : 0) : 1;
}
