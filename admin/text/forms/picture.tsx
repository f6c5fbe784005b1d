/** Puts a picture of the entry into its text, never without a text alternative. */
import { isolateHistory } from '@codemirror/commands';
import { useState } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { say } from '../../parts/language.ts';
import { blocks } from '../blocks/edit.tsx';
import { emptyValues, writeBlock } from '../blocks/values.ts';
import { insertOnOwnLines } from '../insertion.ts';
import { escapePhrase } from '../phrase.ts';
import type { TextServices } from '../services.ts';
import { words } from '../words.ts';
import type { Writing } from '../writing.ts';
import { askForm } from './ask-form.tsx';
import { Form, LineField } from './Field.tsx';
import { Thumbnail } from './PictureField.tsx';

export interface Described {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** The picture's source: an image of Markdown, or a figure where it has a caption or a credit. */
export function writePicture(file: string, { alt, caption, credit }: Described): string {
  if (caption === '' && credit === '') return `![${escapePhrase(alt)}](${file})`;
  return writeBlock(blocks, { ...emptyValues(blocks, 'Figure'), attributes: { src: file, alt, caption, credit } });
}

export async function insertPicture(writing: Writing): Promise<void> {
  const file = await writing.services.choosePicture();
  if (file === undefined) return writing.view.focus();
  await describeAndInsert(writing, file);
}

/** Pasted or dropped files, one after another. */
export async function addPictures(writing: Writing, files: readonly File[]): Promise<void> {
  for (const file of files) await describeAndInsert(writing, await writing.services.addPicture(file));
}

async function describeAndInsert({ view, services, language }: Writing, file: string): Promise<void> {
  const described = await askForm<Described>(say(words.picture.title), (close) => (
    <DescribeForm file={file} language={language} services={services} onAnswer={close} />
  ));
  if (described) {
    view.dispatch({
      ...insertOnOwnLines(view.state, writePicture(file, described)),
      annotations: isolateHistory.of('full'),
    });
  }
  view.focus();
}

function DescribeForm({
  file,
  language,
  services,
  onAnswer,
}: {
  readonly file: string;
  readonly language: string;
  readonly services: TextServices;
  readonly onAnswer: (described: Described | undefined) => void;
}) {
  const [described, setDescribed] = useState<Described>({ alt: '', caption: '', credit: '' });
  const faults = new Map<'alt', Words>(described.alt.trim() === '' ? [['alt', words.faults.empty]] : []);
  return (
    <Form
      faults={faults}
      changed={Object.values(described).some((words) => words !== '')}
      confirm={words.buttons.insert}
      cancel={() => onAnswer(undefined)}
      onConfirm={() =>
        onAnswer({ alt: described.alt.trim(), caption: described.caption.trim(), credit: described.credit.trim() })
      }
    >
      {(shown) => (
        <>
          <div className="tx-picture">
            <Thumbnail file={file} services={services} />
            <code>{file}</code>
          </div>
          {(['alt', 'caption', 'credit'] as const).map((name) => (
            <LineField
              key={name}
              label={say(words.picture[name])}
              hint={name === 'alt' ? say(words.picture.altHint) : undefined}
              optional={name !== 'alt'}
              fault={name === 'alt' ? shown.get('alt') : undefined}
              lang={language}
              value={described[name]}
              onChange={(value) => setDescribed({ ...described, [name]: value })}
            />
          ))}
        </>
      )}
    </Form>
  );
}
