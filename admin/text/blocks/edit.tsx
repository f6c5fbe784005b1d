/** Puts a new block into a text, or changes one that stands there, by its form. */
import { isolateHistory } from '@codemirror/commands';
import { blocks as model, type Block } from '../../../src/model/blocks.ts';
import { say } from '../../parts/language.ts';
import { offsetOf } from '../checking.ts';
import { askForm } from '../forms/ask-form.tsx';
import { insertOnOwnLines } from '../insertion.ts';
import { words } from '../words.ts';
import type { Writing } from '../writing.ts';
import { BlockForm } from './BlockForm.tsx';
import { amendBlock, emptyValues, valuesOf, writeBlock, type BlockValues, type Declarations } from './values.ts';

export const blocks: Declarations = model;

/** Asks for a new block, the selected words inside it, and puts it at the cursor. */
export async function insertBlock(writing: Writing, name: string, given?: Partial<BlockValues>): Promise<void> {
  const { view, notify } = writing;
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  const selected = view.state.sliceDoc(from, to);
  const values = await answer(writing, { ...emptyValues(blocks, name, selected.trim()), ...given });
  if (!values) return view.focus();
  if (view.state.doc !== doc) return notify(words.notices.changed);
  const source = writeBlock(blocks, values);
  const taken = selected.trim() !== '' && values.words !== '';
  if (blocks[name]?.inline) {
    view.dispatch({
      changes: { from, to, insert: source },
      selection: { anchor: from + source.length },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.block',
    });
  } else if (taken && fillsLines(writing, from, to)) {
    // Whole paragraphs that were selected go into the block; a part of one stays where it is, and is copied.
    view.dispatch({
      changes: { from, to, insert: source },
      selection: { anchor: from + source.length },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.block',
    });
  } else {
    view.dispatch({ ...insertOnOwnLines(view.state, source), annotations: isolateHistory.of('full') });
  }
  view.focus();
}

/** True where a selection is nothing but whole paragraphs, with empty lines or the text's ends around it. */
function fillsLines({ view }: Writing, from: number, to: number): boolean {
  const { doc } = view.state;
  const first = doc.lineAt(from);
  const last = doc.lineAt(to);
  const empty = (number: number) => number < 1 || number > doc.lines || doc.line(number).text.trim() === '';
  return from === first.from && to === last.to && empty(first.number - 1) && empty(last.number + 1);
}

/** Opens the form of the innermost block at a place; what the form leaves alone keeps its bytes. */
export async function editBlock(writing: Writing, at: number): Promise<void> {
  const { view, reader, notify } = writing;
  const { doc } = view.state;
  const source = doc.toString();
  const reading = await reader.ask('block', { source, at });
  if ('finding' in reading) {
    const from = offsetOf(doc, reading.finding);
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    notify({
      ja: words.notices.broken.ja + reading.finding.message.ja,
      en: `${words.notices.broken.en} ${reading.finding.message.en}`,
    });
    return;
  }
  const { block: written } = reading;
  if (!written || !Object.hasOwn(blocks, written.name)) return notify(words.notices.noBlock);
  const before = valuesOf(blocks, source, written);
  const after = await answer(writing, before);
  if (after) {
    if (view.state.doc !== doc) return notify(words.notices.changed);
    const changes = amendBlock(blocks, source, before, after);
    if (changes.length > 0) view.dispatch({ changes, annotations: isolateHistory.of('full'), userEvent: 'input.block' });
  }
  view.focus();
}

function answer({ services, language }: Writing, values: BlockValues): Promise<BlockValues | undefined> {
  const { label } = blocks[values.name] as Block;
  return askForm<BlockValues>(say(label), (close) => (
    <BlockForm blocks={blocks} language={language} services={services} values={values} onAnswer={close} />
  ));
}
