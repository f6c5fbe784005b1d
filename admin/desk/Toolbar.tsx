/** The bar above an open entry: where it stands in each language, what keeps it from publication, and saving. */
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { entryPath } from '../../src/queries/paths.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { handbookPath, messagesChapter } from '../handbook/path.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import { Menu } from '../parts/Menu.tsx';
import { currentLedger, lineOf, onLedger, problemsByLanguage } from './desk.ts';
import { hasLanguage, openEntry, slugOf, type OpenEntry } from './open-entry.ts';
import { save } from './save.ts';
import { deleteEntry, duplicateEntry, removeTranslation, showUses } from './actions.tsx';
import { showField } from './show-field.ts';
import { standingOf, TranslationState } from './TranslationState.tsx';
import './toolbar.css';

/** What Decap hands to its own toolbar, as far as this one uses it. */
interface Props {
  readonly collection: { get(key: 'label' | 'name'): string };
  readonly editorBackLink: string;
  readonly hasChanged: boolean;
  readonly hasWorkflow: boolean;
  readonly isNewEntry: boolean;
  readonly hasUnpublishedChanges: boolean;
  readonly currentStatus?: string;
  onDelete(): void;
  onDeleteUnpublishedChanges(): void;
  onChangeStatus(status: string): void;
  onPublish(): void;
}

/** Milliseconds without typing after which the entry is checked. */
const pause = 300;

export default function Toolbar(props: Props) {
  const draft = useSyncExternalStore(store.subscribe, () => store.getState().entryDraft);
  useSyncExternalStore(onLedger, currentLedger);
  const [problems, setProblems] = useState<Partial<Record<Language, Problem[]>>>({});
  useEffect(() => {
    const timer = setTimeout(() => {
      const entry = openEntry();
      if (entry) setProblems(problemsByLanguage(entry));
    }, pause);
    return () => clearTimeout(timer);
  }, [draft]);
  const entry = openEntry();
  if (!entry) return null;
  return (
    <div className="toolbar">
      <a className="toolbar-back" href={`#${props.editorBackLink}`}>
        <span aria-hidden="true">←</span> {props.collection.get('label')}
      </a>
      <p className="toolbar-title">
        {String(entry.values[interfaceLanguage]?.['title'] ?? entry.values.ja?.['title'] ?? slugOf(entry))}
      </p>
      <ul className="toolbar-states">
        {languages.map((language) => (
          <li key={language}>
            <LanguageState entry={entry} language={language} problems={problems[language] ?? []} />
          </li>
        ))}
      </ul>
      <div className="toolbar-buttons">
        <span className="toolbar-saved" role="status">
          {entry.hasChanged
            ? say({ ja: '未保存', en: 'Not saved' })
            : entry.isNew
              ? say({ ja: '新しい項目', en: 'New' })
              : say({ ja: '保存済み', en: 'Saved' })}
        </span>
        {props.hasWorkflow && <Review {...props} />}
        <More entry={entry} {...props} />
        <button
          type="button"
          className="primary"
          title={say({ ja: '保存（Ctrl+S、Macでは⌘S）', en: 'Save (Ctrl+S, ⌘S on a Mac)' })}
          disabled={!entry.hasChanged || entry.isSaving}
          onClick={() => void save()}
        >
          {entry.isSaving ? say({ ja: '保存しています…', en: 'Saving…' }) : say({ ja: '保存', en: 'Save' })}
        </button>
      </div>
    </div>
  );
}

/** How a language stands, and a list of what keeps it from being published, each leading to its field. */
function LanguageState({ entry, language, problems }: { entry: OpenEntry; language: Language; problems: readonly Problem[] }) {
  if (!hasLanguage(entry, language)) {
    return (
      <span className="toolbar-state">
        {words[language].language} {say({ ja: 'まだありません', en: 'not started' })}
      </span>
    );
  }
  const status = entry.values[language]?.['status'] === 'published' ? 'published' : 'draft';
  const standing = standingOf(entry, language);
  return (
    <Menu
      label={
        <>
          <span className="toolbar-mark" data-status={status} data-blocked={problems.length > 0} />
          {words[language].language}{' '}
          {status === 'published' ? say({ ja: '公開', en: 'published' }) : say({ ja: '下書き', en: 'draft' })}
          {problems.length > 0 && (
            <strong className="toolbar-count">
              {say({ ja: `要修正${problems.length}`, en: `${problems.length} to mend` })}
            </strong>
          )}
          {standing?.isOld && <strong className="toolbar-count">{say({ ja: '原文より古い', en: 'out of date' })}</strong>}
        </>
      }
    >
      <div className="check-panel">
        {problems.length === 0 ? (
          <p>{say({ ja: '直すところはありません。', en: 'There is nothing to mend.' })}</p>
        ) : (
          <>
            <p>{say({ ja: '公開の前に直すところ', en: 'To mend before publication' })}</p>
            <ol>
              {problems.map((problem) => (
                <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.message.en}`}>
                  <button type="button" onClick={() => void showField(entry, language, problem)}>
                    {lineOf(problem)}
                  </button>
                </li>
              ))}
            </ol>
            <p>
              <a
                href={`${handbookPath(interfaceLanguage)}${messagesChapter[interfaceLanguage]}`}
                target="_blank"
                rel="noopener"
              >
                {say({ ja: 'メッセージの意味と直し方（手引き）', en: 'What each message means (handbook)' })}
              </a>
            </p>
          </>
        )}
        {standing && <TranslationState entry={entry} language={language} standing={standing} />}
      </div>
    </Menu>
  );
}

/** The steps of review on a Git host: draft, in review, ready. */
function Review({ currentStatus, onChangeStatus, onPublish, hasChanged }: Props) {
  if (!currentStatus) return null;
  return (
    <>
      <label>
        {say({ ja: '査読', en: 'Review' })}{' '}
        <select value={currentStatus} onChange={({ target }) => onChangeStatus(steps[target.value as keyof typeof steps].name)}>
          {Object.entries(steps).map(([value, { label }]) => (
            <option key={value} value={value}>
              {say(label)}
            </option>
          ))}
        </select>
      </label>
      {currentStatus === 'pending_publish' && (
        <button type="button" disabled={hasChanged} onClick={onPublish}>
          {say({ ja: '本番に入れる', en: 'Publish' })}
        </button>
      )}
    </>
  );
}

/** Decap's names of the steps, by its values. */
const steps = {
  draft: { name: 'DRAFT', label: { ja: '下書き', en: 'Draft' } },
  pending_review: { name: 'PENDING_REVIEW', label: { ja: '査読中', en: 'In review' } },
  pending_publish: { name: 'PENDING_PUBLISH', label: { ja: '公開待ち', en: 'Ready' } },
} as const;

function More({
  entry,
  onDelete,
  onDeleteUnpublishedChanges,
  hasUnpublishedChanges,
  isNewEntry,
}: { entry: OpenEntry } & Props) {
  if (isNewEntry) return null;
  const translations = languages.slice(1).filter((language) => hasLanguage(entry, language));
  return (
    <Menu label={say({ ja: 'その他', en: 'More' })} side="end">
      <ul className="menu-list">
        {languages
          .filter((language) => entry.values[language]?.['status'] === 'published' && entry.slug !== '')
          .map((language) => (
            <li key={language}>
              <a href={entryPath(language, entry.type, entry.slug)} target="_blank" rel="noopener">
                {say({
                  ja: `ページを開く（${words[language].language}）`,
                  en: `Open the page (${words[language].language})`,
                })}
              </a>
            </li>
          ))}
        <li>
          <button type="button" onClick={() => void showUses(entry)}>
            {say({ ja: '使われている場所を見る', en: 'Where this is used' })}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => void duplicateEntry(entry)}>
            {say({ ja: '翻訳も含めて複製する', en: 'Duplicate, translations included' })}
          </button>
        </li>
        {translations.map((language) => (
          <li key={language}>
            <button type="button" className="danger" onClick={() => void removeTranslation(entry, language)}>
              {say({
                ja: `翻訳を削除する（${words[language].language}）`,
                en: `Delete the translation (${words[language].language})`,
              })}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="danger"
            onClick={hasUnpublishedChanges ? onDeleteUnpublishedChanges : () => void deleteEntry(entry, onDelete)}
          >
            {hasUnpublishedChanges
              ? say({ ja: '査読中の変更を捨てる', en: 'Discard the changes under review' })
              : say({ ja: 'この項目を削除する', en: 'Delete this entry' })}
          </button>
        </li>
      </ul>
    </Menu>
  );
}
