/** Makes a link of the selected words, or changes the one at the cursor. */
import { useState } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { isAllowedLink } from '../allowed.ts';
import { say } from '../../parts/language.ts';
import { withAside } from '../joined.ts';
import { nodeAround } from '../marks.ts';
import { escapeAddress, escapePhrase } from '../phrase.ts';
import type { EntryChoice, TextServices } from '../services.ts';
import { words } from '../words.ts';
import type { Writing } from '../writing.ts';
import { askForm } from './ask-form.tsx';
import { EntrySearch } from './EntrySearch.tsx';
import { startHere } from '../../parts/dialog.tsx';
import { Field, Form, LineField } from './Field.tsx';

interface Link {
  /** Its words in Markdown, as they stand in the text. */
  readonly words: string;
  readonly url: string;
}

type Answer = Link | 'unlink';

export async function editLink({ view, services, language }: Writing): Promise<void> {
  const { doc } = view.state;
  const { from, to } = view.state.selection.main;
  const old = linkAround(view.state);
  const given = old?.link ?? { words: view.state.sliceDoc(from, to), url: '' };
  const answer = await askForm<Answer>(say(words.link.title), (close) => (
    <LinkForm link={given} isOld={old !== undefined} language={language} services={services} onAnswer={close} />
  ));
  if (answer && view.state.doc === doc) {
    const insert = answer === 'unlink' ? given.words : `[${answer.words}](${escapeAddress(answer.url)})`;
    const [start, end] = old ? [old.from, old.to] : [from, to];
    view.dispatch({
      changes: { from: start, to: end, insert },
      selection: { anchor: start + insert.length },
      userEvent: 'input.link',
    });
  }
  view.focus();
}

function linkAround(state: Writing['view']['state']): { from: number; to: number; link: Link } | undefined {
  const node = nodeAround(state, 'Link');
  const address = node?.getChild('URL');
  const marks = node?.getChildren('LinkMark') ?? [];
  if (!node || !address || !marks[0] || !marks[1]) return undefined;
  const url = state.sliceDoc(address.from, address.to).replace(/^<(.*)>$/, '$1');
  return { from: node.from, to: node.to, link: { words: state.sliceDoc(marks[0].to, marks[1].from), url } };
}

function LinkForm({
  link,
  isOld,
  language,
  services,
  onAnswer,
}: {
  readonly link: Link;
  readonly isOld: boolean;
  readonly language: string;
  readonly services: TextServices;
  readonly onAnswer: (answer: Answer | undefined) => void;
}) {
  const [kind, setKind] = useState<'entry' | 'outside'>(link.url === '' || link.url.startsWith('/') ? 'entry' : 'outside');
  const [path, setPath] = useState(link.url.startsWith('/') ? link.url : '');
  const [entry, setEntry] = useState<EntryChoice | undefined>();
  const [url, setUrl] = useState(link.url.startsWith('/') ? '' : link.url);
  const [phrase, setPhrase] = useState(link.words);

  const faults = new Map<'target' | 'words', Words>();
  if (kind === 'entry' && path === '') faults.set('target', words.faults.entry);
  if (kind === 'outside' && !isAllowedLink(url.trim())) faults.set('target', words.faults.url);
  if (kind === 'outside' && phrase.trim() === '') faults.set('words', words.faults.empty);

  return (
    <Form
      faults={faults}
      changed={phrase !== link.words || (kind === 'entry' ? path : url) !== link.url}
      confirm={isOld ? words.buttons.apply : words.buttons.insert}
      cancel={() => onAnswer(undefined)}
      onConfirm={() => {
        const title = phrase.trim() === '' ? escapePhrase(entry?.title ?? path) : phrase;
        onAnswer({ words: title, url: kind === 'entry' ? path : url.trim() });
      }}
      extra={
        isOld && (
          <button type="button" className="danger" onClick={() => onAnswer('unlink')}>
            {say(words.buttons.unlink)}
          </button>
        )
      }
    >
      {(shown) => (
        <>
          <fieldset className="tx-choice">
            <legend>{say(words.link.target)}</legend>
            {(['entry', 'outside'] as const).map((name) => (
              <label key={name}>
                <input type="radio" name="kind" checked={kind === name} onChange={() => setKind(name)} />
                {say(words.link[name])}
              </label>
            ))}
          </fieldset>
          {kind === 'entry' ? (
            <EntrySearch
              label={say(words.link.entry)}
              services={services}
              fault={shown.get('target')}
              chosen={path === '' ? undefined : entry ? withAside(entry.title, path) : path}
              onChoose={(chosen) => {
                setEntry(chosen);
                setPath(chosen?.path ?? '');
              }}
            />
          ) : (
            <Field label={say(words.link.url)} fault={shown.get('target')}>
              {(attributes) => (
                <input
                  {...attributes}
                  ref={startHere}
                  type="url"
                  placeholder="https://"
                  value={url}
                  onChange={({ target }) => setUrl(target.value)}
                />
              )}
            </Field>
          )}
          <LineField
            label={say(words.link.words)}
            hint={kind === 'entry' ? say(words.link.emptyWords) : undefined}
            optional={kind === 'entry'}
            fault={shown.get('words')}
            lang={language}
            value={phrase}
            onChange={setPhrase}
          />
        </>
      )}
    </Form>
  );
}
