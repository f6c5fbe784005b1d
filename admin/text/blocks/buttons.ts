/** The small button beside a block's opening tag that opens its form; blocks within a line show it only at the cursor. */
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, WidgetType, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { say } from '../../parts/language.ts';
import { withAction } from '../joined.ts';
import { tagAt } from '../tags.ts';
import { words } from '../words.ts';
import type { Declarations } from './values.ts';

class EditButton extends WidgetType {
  readonly label: string;
  readonly edit: (at: number) => void;

  constructor(label: string, edit: (at: number) => void) {
    super();
    this.label = label;
    this.edit = edit;
  }

  override eq(other: EditButton): boolean {
    return other.label === this.label && other.edit === this.edit;
  }

  toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tx-edit';
    button.textContent = say(words.buttons.edit);
    button.setAttribute('aria-label', withAction(this.label, say(words.buttons.edit)));
    button.title = withAction(this.label, say(words.buttons.edit));
    // The keyboard has its own way (Mod-Enter); as stops of Tab, dozens of these would stand before the way out.
    button.tabIndex = -1;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => this.edit(view.posAtDOM(button) - 1));
    return button;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

export function blockButtons(blocks: Declarations, edit: (at: number) => void): Extension {
  const labels = new Map(Object.entries(blocks).map(([name, { label }]) => [name, say(label)]));

  const decorate = (view: EditorView): DecorationSet => {
    const { state } = view;
    const ranges: ReturnType<Decoration['range']>[] = [];
    for (const { from, to } of view.visibleRanges) {
      syntaxTree(state).iterate({
        from,
        to,
        enter: (node) => {
          if (node.name !== 'BlockTag') return;
          const tag = tagAt(state.sliceDoc(node.from, node.to), 0);
          const label = tag && labels.get(tag.name);
          if (!label || tag.kind === 'closing') return;
          if (blocks[tag.name]?.inline && !isAtCursor(state, node.from, node.to, tag.name)) return;
          // Side 1: what is typed right behind the tag goes between the tag and its button.
          ranges.push(Decoration.widget({ widget: new EditButton(label, edit), side: 1 }).range(node.to));
        },
      });
    }
    return Decoration.set(ranges, true);
  };

  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      stale = false;

      constructor(view: EditorView) {
        this.decorations = decorate(view);
      }

      update(update: ViewUpdate): void {
        const grown = syntaxTree(update.startState) !== syntaxTree(update.state);
        const changed = update.docChanged || update.viewportChanged || update.selectionSet || grown;
        if (update.view.composing) {
          // A button that comes or goes beside it would end a composition.
          this.decorations = this.decorations.map(update.changes);
          this.stale ||= changed;
        } else if (changed || this.stale) {
          this.decorations = decorate(update.view);
          this.stale = false;
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

/** True where the cursor stands in the block, on the line on which it begins. */
function isAtCursor(state: EditorState, from: number, to: number, name: string): boolean {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(from);
  const closing = line.text.indexOf(`</${name}>`, to - line.from);
  const end = closing < 0 ? to : line.from + closing + name.length + 3;
  return head >= from && head <= end;
}
