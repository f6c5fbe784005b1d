/** The translation board: every entry by language, with what the translation lacks. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { useMemo, useSyncExternalStore } from 'react';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { typeNames } from '../../src/model/content-types.ts';
import { More, portion, usePortions } from '../parts/More.tsx';
import { interfaceLanguage, say } from '../parts/language.ts';
import { boardPath } from './board-path.ts';
import { currentLedger, onLedger } from './desk.ts';
import { titleOf, type LedgerEntry } from './ledger.ts';
import { routeOf } from './open-entry.ts';
import { nameOf } from './TranslationState.tsx';
import './board.css';

/** How a translation stands, the most urgent first. */
const states = {
  behind: { ja: '原文より古い', en: 'Out of date' },
  missing: { ja: '未着手', en: 'Not started' },
  draft: { ja: '下書き', en: 'Draft' },
  uncompared: { ja: '照合の記録なし', en: 'No comparison on record' },
  published: { ja: '公開', en: 'Published' },
} as const;

type State = keyof typeof states;

const order = Object.keys(states) as State[];

function stateOf(entry: LedgerEntry, language: Language): State {
  const status = entry.status[language];
  if (!status) return 'missing';
  if (language === defaultLanguage) return status;
  const translation = entry.translations[language];
  if (translation && (translation.changed.length > 0 || translation.gone > 0)) return 'behind';
  if (status === 'draft') return 'draft';
  return translation?.compared ? 'published' : 'uncompared';
}

export function Board() {
  const ledger = useSyncExternalStore(onLedger, currentLedger);
  // In the address, so that the way back from an entry leads to the same rows.
  const chosen = new URLSearchParams(history.location.search);
  const type = typeNames.find((name) => name === chosen.get('type'));
  const state = order.find((name) => name === chosen.get('state'));
  const { shown, setShown, more, list } = usePortions<HTMLTableSectionElement>();
  const translation = languages.find((language) => language !== defaultLanguage) ?? defaultLanguage;
  const counts = useMemo(() => {
    const found = new Map<State, number>();
    for (const entry of ledger) {
      if (type && entry.type !== type) continue;
      const own = stateOf(entry, translation);
      found.set(own, (found.get(own) ?? 0) + 1);
    }
    return found;
  }, [ledger, type, translation]);
  // What needs work stands first.
  const rows = ledger
    .filter((entry) => (!type || entry.type === type) && (!state || stateOf(entry, translation) === state))
    .sort((a, b) => order.indexOf(stateOf(a, translation)) - order.indexOf(stateOf(b, translation)));
  const narrow = (name: 'type' | 'state', value: string) => {
    if (value) chosen.set(name, value);
    else chosen.delete(name);
    history.replace(`${boardPath}?${chosen.toString()}`);
    setShown(portion);
  };
  return (
    <main className="board">
      <h1>{say({ ja: '翻訳の状況', en: 'Translations' })}</h1>
      <div className="board-filters">
        <label>
          {say({ ja: '種類', en: 'Content type' })}
          <select value={type ?? ''} onChange={({ target }) => narrow('type', target.value)}>
            <option value="">{say({ ja: 'すべて', en: 'All' })}</option>
            {typeNames.map((name) => (
              <option key={name} value={name}>
                {words[interfaceLanguage].types[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words[translation].language}
          <select value={state ?? ''} onChange={({ target }) => narrow('state', target.value)}>
            <option value="">{say({ ja: 'すべて', en: 'All' })}</option>
            {order.map((name) => (
              <option key={name} value={name}>
                {say({
                  ja: `${states[name].ja}（${counts.get(name) ?? 0}）`,
                  en: `${states[name].en} (${counts.get(name) ?? 0})`,
                })}
              </option>
            ))}
          </select>
        </label>
        <p role="status">{say({ ja: `${rows.length}件`, en: `${rows.length} entries` })}</p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ ja: '題名', en: 'Title' })}</th>
            <th scope="col">{say({ ja: '種類', en: 'Content type' })}</th>
            {languages.map((language) => (
              <th key={language} scope="col">
                {words[language].language}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.slice(0, shown).map((entry) => (
            <tr key={`${entry.type}/${entry.slug}`}>
              <th scope="row">
                <a href={`#${routeOf(entry.type, entry.slug)}`}>{titleOf(entry, interfaceLanguage)}</a>
              </th>
              <td data-label={say({ ja: '種類', en: 'Content type' })}>{words[interfaceLanguage].types[entry.type]}</td>
              {languages.map((language) => (
                <td key={language} data-label={words[language].language} data-state={stateOf(entry, language)}>
                  {say(states[stateOf(entry, language)])}
                  <Changes entry={entry} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More left={rows.length - shown} onMore={more} />
    </main>
  );
}

/** What has changed in the original since. */
function Changes({ entry, language }: { entry: LedgerEntry; language: Language }) {
  const { changed = [], gone = 0 } = entry.translations[language] ?? {};
  if (changed.length === 0 && gone === 0) return null;
  const removed = gone - changed.length;
  return (
    <small>
      {[
        ...changed.map((name) => nameOf(entry, name)),
        ...(removed > 0 ? [say({ ja: `削除${removed}`, en: `${removed} removed` })] : []),
      ].join(say({ ja: '、', en: ', ' }))}
    </small>
  );
}
