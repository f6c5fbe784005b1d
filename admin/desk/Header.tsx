/** The bar above lists and pages. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { languages } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { typeNames } from '../../src/model/content-types.ts';
import { chooseLanguage, interfaceLanguage, say } from '../parts/language.ts';
import { handbookPath } from '../handbook/path.ts';
import { Menu } from '../parts/Menu.tsx';
import { newsroomName } from '../parts/name.ts';
import { boardPath } from './board-path.ts';
import './header.css';

interface Props {
  readonly hasWorkflow: boolean;
  onLogoutClick(): void;
}

export default function Header({ hasWorkflow, onLogoutClick }: Props) {
  const { types } = words[interfaceLanguage];
  const here = history.location.pathname;
  const current = (path: string) => (here.startsWith(path) ? { 'aria-current': 'page' as const } : {});
  return (
    <header className="newsroom-header">
      <p className="newsroom-name">
        <a href="#/">{say(newsroomName)}</a>
      </p>
      <nav aria-label={say({ ja: '編集室の中', en: 'Newsroom' })}>
        <a href="#/collections/articles" {...current('/collections/')}>
          {say({ ja: '一覧', en: 'Content' })}
        </a>
        <a href={`#${boardPath}`} {...current(boardPath)}>
          {say({ ja: '翻訳の状況', en: 'Translations' })}
        </a>
        {hasWorkflow && (
          <a href="#/workflow" {...current('/workflow')}>
            {say({ ja: '査読', en: 'Review' })}
          </a>
        )}
      </nav>
      <Menu label={say({ ja: '新しく書く', en: 'New' })} side="end">
        <ul className="menu-list">
          {typeNames.map((type) => (
            <li key={type}>
              <button type="button" onClick={() => history.push(`/collections/${type}/new`)}>
                {types[type]}
              </button>
            </li>
          ))}
        </ul>
      </Menu>
      {languages
        .filter((language) => language !== interfaceLanguage)
        .map((language) => (
          <button key={language} type="button" lang={language} onClick={() => chooseLanguage(language)}>
            {words[language].language}
          </button>
        ))}
      <a href={handbookPath(interfaceLanguage)} target="_blank" rel="noopener">
        {say({ ja: '手引き', en: 'Handbook' })}
      </a>
      <a href={`/${interfaceLanguage}/`}>{say({ ja: 'サイトを見る', en: 'View site' })}</a>
      {NEWSROOM.backend !== 'local' && (
        <button type="button" onClick={onLogoutClick}>
          {say({ ja: 'サインアウト', en: 'Sign out' })}
        </button>
      )}
    </header>
  );
}
