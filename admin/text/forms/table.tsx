/** Asks how large a table shall be, and puts an empty one at the cursor. */
import { useState } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { say } from '../../parts/language.ts';
import { insertOnOwnLines } from '../insertion.ts';
import { writeTable } from '../tables.ts';
import { words } from '../words.ts';
import type { Writing } from '../writing.ts';
import { askForm } from './ask-form.tsx';
import { Field, Form } from './Field.tsx';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export async function insertTable({ view, language }: Writing): Promise<void> {
  const size = await askForm<Size>(say(words.table.title), (close) => <TableForm onAnswer={close} />);
  if (size) {
    // The heads are in the language of the text: they are part of it until the editor writes over them.
    const heads = Array.from(
      { length: size.columns },
      (_head, index) => `${words.table.heading[language]}${language === 'ja' ? '' : ' '}${index + 1}`,
    );
    const source = writeTable([heads, ...Array.from({ length: size.rows }, () => heads.map(() => ''))]);
    const spec = insertOnOwnLines(view.state, source);
    view.dispatch(spec);
    const start = view.state.selection.main.head - source.length + 2;
    view.dispatch({ selection: { anchor: start, head: start + (heads[0]?.length ?? 0) } });
  }
  view.focus();
}

function TableForm({ onAnswer }: { readonly onAnswer: (size: Size | undefined) => void }) {
  const [columns, setColumns] = useState('3');
  const [rows, setRows] = useState('3');
  const faults = new Map<'columns' | 'rows', Words>();
  for (const [name, value] of [
    ['columns', columns],
    ['rows', rows],
  ] as const) {
    if (!/^([1-9]|1\d|20)$/.test(value)) faults.set(name, words.faults.count);
  }
  return (
    <Form
      faults={faults}
      changed={false}
      confirm={words.buttons.insert}
      cancel={() => onAnswer(undefined)}
      onConfirm={() => onAnswer({ columns: Number(columns), rows: Number(rows) })}
    >
      {(shown) =>
        (
          [
            ['columns', columns, setColumns],
            ['rows', rows, setRows],
          ] as const
        ).map(([name, value, change]) => (
          <Field key={name} label={say(words.table[name])} fault={shown.get(name)}>
            {(attributes) => (
              <input
                {...attributes}
                type="number"
                min={1}
                max={20}
                value={value}
                onChange={({ target }) => change(target.value)}
              />
            )}
          </Field>
        ))
      }
    </Form>
  );
}
