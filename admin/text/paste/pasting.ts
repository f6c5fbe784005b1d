/** What comes from the clipboard or is dropped: formatted words become Markdown, pictures go to the entry. */
import { ChangeSet, Prec, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { footnoteLabels, notesAtEnd } from '../footnotes.ts';
import { words } from '../words.ts';
import type { Writing } from '../writing.ts';

export function pasting(writing: () => Writing, addPictures: (writing: Writing, files: readonly File[]) => void): Extension {
  // Firefox gives the formatted words to Ctrl+Shift+V too; only the key tells.
  let plainUntil = 0;
  return Prec.high(
    EditorView.domEventHandlers({
      keydown(event) {
        if (event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v') {
          plainUntil = performance.now() + 1000;
        }
      },
      paste(event, view) {
        const { clipboardData } = event;
        if (!clipboardData) return false;
        const html = performance.now() < plainUntil ? '' : clipboardData.getData('text/html');
        const plain = clipboardData.getData('text/plain');
        plainUntil = 0;
        const pictures = pictureFiles(clipboardData);
        // Word and Excel add a picture of the copied words to the words themselves.
        if (pictures.length > 0 && plain.trim() === '') {
          event.preventDefault();
          addPictures(writing(), pictures);
          return true;
        }
        event.preventDefault();
        if (html === '' && plain === '') return true;
        if (isFormatted(html)) void pasteHtml(writing(), html, plain);
        else insert(view, withoutControls(plain));
        return true;
      },
      drop(event, view) {
        const pictures = event.dataTransfer ? pictureFiles(event.dataTransfer) : [];
        if (pictures.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at !== null) view.dispatch({ selection: { anchor: at } });
        addPictures(writing(), pictures);
        return true;
      },
    }),
  );
}

function pictureFiles({ files }: DataTransfer): File[] {
  return [...files].filter(({ type }) => type.startsWith('image/'));
}

/** Editors of code send their words as HTML too: colours, and nothing that the words do not say themselves. */
function isFormatted(html: string): boolean {
  return html !== '' && !/<div style="[^"]*white-space:\s*pre;/.test(html.slice(0, 600));
}

/** Plain words without the characters that control a terminal or a direction of writing; nothing else is changed. */
export function withoutControls(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    '',
  );
}

async function pasteHtml({ view, notify }: Writing, html: string, plain: string): Promise<void> {
  try {
    const { markdownOf } = await import('./html.ts');
    const { markdown, notes, pictures } = markdownOf(html, footnoteLabels(view.state.doc.toString()));
    insert(view, isBlocks(markdown) ? onOwnLines(view, markdown) : markdown, notes);
    if (pictures > 0) notify(words.notices.noPictures);
  } catch {
    insert(view, withoutControls(plain));
    notify(words.notices.pastePlain);
  }
}

/** True for anything but a single paragraph, which may go into the middle of a sentence. */
function isBlocks(markdown: string): boolean {
  return markdown.includes('\n\n') || /^(?:#|[-*>|]\s|\||\d+\.\s|```)/.test(markdown);
}

/** Blocks with an empty line before and after, where there are words. */
function onOwnLines({ state }: EditorView, markdown: string): string {
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const gap = (beside: string) => (beside === '' || beside === '\n\n' ? '' : /^\n$|[^\n]\n$/.test(beside) ? '\n' : '\n\n');
  return gap(before) + markdown + gap([...after].reverse().join(''));
}

function insert(view: EditorView, text: string, notes = ''): void {
  const { state } = view;
  const { from, to } = state.selection.main;
  const pasted = state.changes({ from, to, insert: state.toText(text) });
  let changes = pasted;
  if (notes !== '') {
    const after = pasted.apply(state.doc);
    const end = notesAtEnd(after.toString(), notes);
    changes = pasted.compose(ChangeSet.of({ from: end.from, insert: state.toText(end.insert) }, after.length));
  }
  view.dispatch({
    changes,
    selection: { anchor: from + state.toText(text).length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  });
}
