/** What the newsroom asks the editor before it saves, deletes or restores. */
import { diffIndices } from 'node-diff3';
import { useState } from 'react';
import { words } from '../../src/i18n/words.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import { ask, startHere, tell } from '../parts/dialog.tsx';
import { isReadable, type Conflict, type Desk } from '../backends/guarded.ts';
import type { Difference, KeptDraft } from './drafts.ts';
import { titleOf } from './ledger.ts';
import { bothOf } from './merge.ts';
import { routeOf, type OpenEntry } from './open-entry.ts';
import { refusedNow } from './desk.ts';
import { nameOf } from './TranslationState.tsx';
import './questions.css';

/** The guarded backend's questions, asked in dialogs. */
export const askEditor: Desk = {
  refusals: async (files) => {
    const problems = [...new Set(await refusedNow(files))];
    const isDraft = files.every(({ content }) => !/^[ \t]*status: published$/m.test(content));
    if (problems.length > 0) await tellProblems(problems, isDraft);
    return problems;
  },
  settle: (conflict) => settle(conflict),
  mayDelete: async (_type, _slug, uses) => {
    if (uses.length === 0) return true;
    await tell(
      say({ ja: 'ほかの項目が参照しています', en: 'Other entries name this one' }),
      <>
        <p>
          {say({
            ja: '消すと次の項目のリンクが切れ、サイトを公開できなくなります。先に、これらから外してください。',
            en: 'Without it these would lead nowhere and the site could not be published. Take it out of them first.',
          })}
        </p>
        <ul>
          {uses.map((entry) => (
            <li key={`${entry.type}/${entry.slug}`}>
              <a href={`#${routeOf(entry.type, entry.slug)}`}>{titleOf(entry, interfaceLanguage)}</a>
            </li>
          ))}
        </ul>
      </>,
    );
    return false;
  },
};

/** Lists what has to be mended before the entry can be saved as it is. */
function tellProblems(problems: readonly string[], isDraft: boolean): Promise<void> {
  return tell(
    isDraft
      ? say({ ja: '直すところがあるため、保存していません', en: 'Not saved: something has to be put right first' })
      : say({ ja: 'このままでは公開できないため、保存していません', en: 'Not saved: it could not be published as it is' }),
    <>
      <ol>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ol>
      <p>
        {isDraft
          ? say({
              ja: '直してから、もう一度保存してください。書いた内容はこの画面に残っています。',
              en: 'Put it right and save again. What you wrote is still on this screen.',
            })
          : say({
              ja: '直すか、公開状態を「下書き」にすれば保存できます。書いた内容はこの画面に残っています。',
              en: 'Put it right, or set the status to “draft”, and save again. What you wrote is still on this screen.',
            })}
      </p>
    </>,
  );
}

/** Asks which version to save where somebody else changed the file: both where they do not touch, mine, or neither. */
async function settle({ path, base, content, theirs }: Conflict): Promise<string | undefined> {
  const both = theirs === undefined ? undefined : bothOf(base ?? '', content, theirs);
  // Lines that go together may still say something twice.
  const merged = both !== undefined && isReadable(path, both) ? both : undefined;
  return ask<string>({
    title: say({ ja: '別の人も、この項目を変えています', en: 'Someone else has changed this entry too' }),
    size: 'wide',
    body: (answer) => (
      <>
        <p>
          <code>{path}</code>{' '}
          {theirs === undefined
            ? say({ ja: 'は、開いた後に削除されました。', en: 'was deleted after you opened it.' })
            : say({
                ja: 'は、開いた後に別の人（または別の画面）が保存しました。違いは次のとおりです。',
                en: 'was saved by someone else, or in another window, after you opened it. The versions differ as follows.',
              })}
        </p>
        {theirs !== undefined && <Comparison theirs={theirs} mine={content} />}
        <p className="dialog-buttons">
          {merged !== undefined && (
            <button type="button" className="primary" onClick={() => answer(merged)}>
              {say({ ja: '両方の変更を合わせて保存する', en: 'Save both changes together' })}
            </button>
          )}
          <button type="button" className="danger" onClick={() => answer(content)}>
            {theirs === undefined
              ? say({ ja: 'もう一度作って保存する', en: 'Create it again and save' })
              : say({ ja: '相手の変更を消して、自分の版を保存する', en: 'Save mine and discard theirs' })}
          </button>
        </p>
      </>
    ),
  });
}

/** The lines in which two versions differ. */
export function Comparison({ theirs, mine }: { theirs: string; mine: string }) {
  const changes = diffIndices(theirs.split('\n'), mine.split('\n'));
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{say({ ja: 'いま保存されている版', en: 'As it is saved now' })}</th>
          <th scope="col">{say({ ja: 'あなたの版', en: 'Yours' })}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ buffer1, buffer1Content, buffer2Content }) => (
          <tr key={buffer1.join()}>
            <td>{buffer1Content.join('\n') || '―'}</td>
            <td>{buffer2Content.join('\n') || '―'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Offers what this device kept of an entry. It must be answered: what is written next takes the place of what was kept. */
export function askToRestore(
  entry: OpenEntry,
  { savedAt }: KeptDraft,
  changed: readonly Difference[],
): Promise<'restore' | 'discard' | undefined> {
  const when = new Date(savedAt).toLocaleString(interfaceLanguage);
  return ask({
    title: say({ ja: '保存していない下書きが残っています', en: 'There is writing that was not saved' }),
    closes: false,
    body: (answer) => (
      <>
        <p>
          {say({
            ja: `${when} に書いた内容を、この端末が覚えています。保存済みの版と違うのは次の欄です。`,
            en: `This device remembers what you wrote on ${when}. It differs from the saved version in these fields:`,
          })}
        </p>
        <ul>
          {changed.map(({ language, name }) => (
            <li key={`${language}.${name}`}>
              {nameOf(entry, name)}（{words[language].language}）
            </li>
          ))}
        </ul>
        <RestoreButtons answer={answer} />
      </>
    ),
  });
}

/** What is discarded is gone, so that it is asked twice; the key that is pressed without reading restores. */
function RestoreButtons({ answer }: { answer: (value: 'restore' | 'discard') => void }) {
  const [isSure, setSure] = useState(false);
  return (
    <>
      {isSure && (
        <p role="alert">{say({ ja: '破棄した内容は元に戻せません。', en: 'What is discarded cannot be brought back.' })}</p>
      )}
      <p className="dialog-buttons">
        <button type="button" className={isSure ? 'danger' : ''} onClick={() => (isSure ? answer('discard') : setSure(true))}>
          {isSure ? say({ ja: '破棄を確定する', en: 'Yes, discard it' }) : say({ ja: '下書きを破棄する', en: 'Discard it' })}
        </button>
        <button type="button" className="primary" ref={startHere} onClick={() => answer('restore')}>
          {say({ ja: '下書きを復元する', en: 'Restore it' })}
        </button>
      </p>
    </>
  );
}
