/** Shows softly what cannot be seen: ideographic spaces, and white space at the end of a line. */
import type { Extension } from '@codemirror/state';
import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

const wide = Decoration.mark({ class: 'tx-wide-space' });
const trailing = Decoration.mark({ class: 'tx-trailing-space' });

const matcher = new MatchDecorator({
  regexp: /(?<![ \t\u00a0])[ \t\u00a0]+$|\u3000/g,
  decoration: ([found]) => (found === '\u3000' ? wide : trailing),
});

export const unseenSpaces: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }

    update(update: ViewUpdate): void {
      // A new decoration beside it would end a composition; the spaces are shown once it is done.
      if (update.view.composing) this.decorations = this.decorations.map(update.changes);
      else if (update.docChanged && update.startState.doc.length > 0 && !this.stale) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      } else if (update.docChanged || update.viewportChanged || this.stale) {
        this.decorations = matcher.createDeco(update.view);
      }
      this.stale = update.view.composing && (update.docChanged || this.stale);
    }

    stale = false;
  },
  { decorations: (plugin) => plugin.decorations },
);
