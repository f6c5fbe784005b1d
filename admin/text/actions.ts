/** Everything that the toolbar and the keyboard can do to a text. */
import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { Words } from '../../src/i18n/languages.ts';
import { blocks, type Block } from '../../src/model/blocks.ts';
import { insertFootnote } from './footnotes.ts';
import type { IconName } from './icons.ts';
import { headingLevelOf, isQuote, listKindOf, setHeading, toggleList, toggleQuote } from './lines.ts';
import { isMarked, nodeAround, toggleMark, type MarkName } from './marks.ts';
import {
  addColumn,
  addRow,
  alignColumn,
  alignmentOf,
  deleteColumn,
  deleteRow,
  lineUpBars,
  tableAtCursor,
  type Alignment,
} from './tables.ts';
import { words } from './words.ts';
import type { Writing } from './writing.ts';

export interface Action {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly icon?: IconName;
  /** True where its label stands beside its icon. */
  readonly text?: true;
  /** A key in CodeMirror's notation. */
  readonly key?: string;
  /** Whether it is on at the cursor; for what can only be done, undefined. */
  readonly pressed?: (state: EditorState) => boolean;
  readonly possible?: (state: EditorState) => boolean;
  readonly run: (writing: Writing) => void;
}

/** A button that opens a list of actions. */
export interface Menu {
  readonly name: string;
  readonly label: Words;
  readonly icon?: IconName;
  readonly key?: string;
  readonly entries: readonly (readonly Action[])[];
}

function change(make: (state: EditorState) => TransactionSpec | undefined): Action['run'] {
  return ({ view, notify }) => {
    const spec = make(view.state);
    if (spec) view.dispatch(spec);
    else notify(words.notices.notThere);
    view.focus();
  };
}

/** Runs what is loaded only when somebody asks for it. */
function later<Part>(load: () => Promise<Part>, run: (part: Part, writing: Writing) => Promise<void>): Action['run'] {
  return (writing) => {
    load()
      .then((part) => run(part, writing))
      .catch((error: unknown) => {
        // The host's refusals are plain errors with words for the editor; anything else is for the maintainers.
        if (error instanceof Error && error.name === 'Error') return writing.notify(error.message);
        reportError(error);
        writing.notify(words.notices.notLoaded);
      });
  };
}

const forms = () => import('./blocks/edit.tsx');

export function insertBlockAction(name: string): Action['run'] {
  return later(forms, ({ insertBlock }, writing) => insertBlock(writing, name));
}

/** Opens the form of the block at a place. */
export function editBlockAt(writing: Writing, at: number): void {
  later(forms, ({ editBlock }) => editBlock(writing, at))(writing);
}

function mark(name: MarkName, key: string): Action {
  return {
    name,
    label: words.actions[name],
    icon: name,
    key,
    pressed: (state) => isMarked(state, name),
    run: change((state) => toggleMark(state, name)),
  };
}

function heading(level: 2 | 3 | 4 | undefined): Action {
  return {
    name: `heading-${level ?? 'none'}`,
    label: words.headings[level ?? 'none'],
    key: `Mod-Alt-${level ?? 0}`,
    pressed: (state) => headingLevelOf(state) === level,
    run: change((state) => (level === headingLevelOf(state) ? { selection: state.selection } : setHeading(state, level))),
  };
}

function align(alignment: Alignment): Action {
  return {
    ...inTable(alignment ?? 'none', (state) => alignColumn(state, alignment)),
    pressed: (state) => {
      const table = tableAtCursor(state);
      return table !== undefined && alignmentOf(state, table) === alignment;
    },
  };
}

function inTable(name: keyof typeof words.tables, make: (state: EditorState) => TransactionSpec | undefined): Action {
  return {
    name,
    label: words.tables[name],
    possible: (state) => tableAtCursor(state) !== undefined && make(state) !== undefined,
    run: change(make),
  };
}

const insertTable: Action = {
  name: 'insert-table',
  label: words.tables.insert,
  key: 'Mod-Alt-t',
  run: later(
    () => import('./forms/table.tsx'),
    ({ insertTable: insert }, writing) => insert(writing),
  ),
};

/** The picture's own command, for pasted files too. */
export function addPictureFiles(writing: Writing, files: readonly File[]): void {
  later(
    () => import('./forms/picture.tsx'),
    ({ addPictures }) => addPictures(writing, files),
  )(writing);
}

function blockAction(name: string, { label, hint }: Block): Action {
  return { name: `block-${name}`, label, hint, run: insertBlockAction(name) };
}

/** The toolbar, group by group. */
export const toolbar: readonly (readonly (Action | Menu)[])[] = [
  [
    {
      name: 'undo',
      label: words.actions.undo,
      icon: 'undo',
      key: 'Mod-z',
      possible: (state) => undoDepth(state) > 0,
      run: commanded(undo),
    },
    {
      name: 'redo',
      label: words.actions.redo,
      icon: 'redo',
      key: 'Mod-y',
      possible: (state) => redoDepth(state) > 0,
      run: commanded(redo),
    },
  ],
  [{ name: 'heading', label: words.actions.heading, entries: [[heading(undefined), heading(2), heading(3), heading(4)]] }],
  [mark('bold', 'Mod-b'), mark('italic', 'Mod-i'), mark('strikethrough', 'Mod-Shift-x')],
  [
    {
      name: 'bullets',
      label: words.actions.bullets,
      icon: 'bullets',
      key: 'Mod-Shift-8',
      pressed: (state) => listKindOf(state) === 'bullets',
      run: change((state) => toggleList(state, 'bullets')),
    },
    {
      name: 'numbers',
      label: words.actions.numbers,
      icon: 'numbers',
      key: 'Mod-Shift-7',
      pressed: (state) => listKindOf(state) === 'numbers',
      run: change((state) => toggleList(state, 'numbers')),
    },
    {
      name: 'quote',
      label: words.actions.quote,
      icon: 'quote',
      key: 'Mod-Shift-9',
      pressed: isQuote,
      run: change(toggleQuote),
    },
  ],
  [
    {
      name: 'link',
      label: words.actions.link,
      icon: 'link',
      key: 'Mod-k',
      pressed: (state) => nodeAround(state, 'Link') !== undefined,
      run: later(
        () => import('./forms/link.tsx'),
        ({ editLink }, writing) => editLink(writing),
      ),
    },
    {
      name: 'picture',
      label: words.actions.picture,
      icon: 'picture',
      key: 'Mod-Alt-p',
      run: later(
        () => import('./forms/picture.tsx'),
        ({ insertPicture }, writing) => insertPicture(writing),
      ),
    },
    { name: 'footnote', label: words.actions.footnote, key: 'Mod-Alt-f', run: change(insertFootnote) },
    { name: 'ruby', label: words.actions.ruby, key: 'Mod-Alt-r', run: insertBlockAction('Ruby') },
  ],
  [
    {
      name: 'table',
      label: words.actions.table,
      icon: 'table',
      entries: [
        [insertTable],
        [
          inTable('rowAbove', (state) => addRow(state, 'above')),
          inTable('rowBelow', (state) => addRow(state, 'below')),
          inTable('deleteRow', deleteRow),
        ],
        [
          inTable('columnLeft', (state) => addColumn(state, 'left')),
          inTable('columnRight', (state) => addColumn(state, 'right')),
          inTable('deleteColumn', deleteColumn),
        ],
        [align(undefined), align('left'), align('center'), align('right')],
        [inTable('lineUp', lineUpBars)],
      ],
    },
    {
      name: 'blocks',
      label: words.actions.blocks,
      icon: 'blocks',
      key: 'Mod-Alt-b',
      entries: [
        Object.entries<Block>(blocks)
          .filter(([, { within }]) => !within)
          .map(([name, block]) => blockAction(name, block)),
      ],
    },
  ],
  [
    {
      name: 'search',
      label: words.actions.search,
      icon: 'search',
      key: 'Mod-f',
      run: ({ view }) => {
        openSearchPanel(view);
      },
    },
  ],
  [{ name: 'full', label: words.actions.full, icon: 'full', text: true, run: ({ toggleFull }) => toggleFull() }],
];

function commanded(command: typeof undo): Action['run'] {
  return ({ view }) => {
    command(view);
    view.focus();
  };
}

export function isMenu(entry: Action | Menu): entry is Menu {
  return 'entries' in entry;
}
