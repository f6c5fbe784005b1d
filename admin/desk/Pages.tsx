/** The newsroom's own pages, where Decap knows no page. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { Board } from './Board.tsx';
import { boardPath } from './board-path.ts';
import { NotHere } from './NotHere.tsx';

export default function Pages() {
  if (history.location.pathname.startsWith(boardPath)) return <Board />;
  return <NotHere title={{ ja: 'このページはありません', en: 'There is no such page' }} />;
}
