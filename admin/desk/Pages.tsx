/** The newsroom's own pages, where Decap knows no page. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { say } from '../parts/language.ts';
import { Board } from './Board.tsx';
import { boardPath } from './board-path.ts';

export default function Pages() {
  if (history.location.pathname.startsWith(boardPath)) return <Board />;
  return (
    <main className="board">
      <h1>{say({ ja: 'このページはありません', en: 'There is no such page' })}</h1>
      <p>
        <a href="#/">{say({ ja: '一覧へ', en: 'To the lists' })}</a>
      </p>
    </main>
  );
}
