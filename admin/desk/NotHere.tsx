import type { ReactNode } from 'react';
import type { Words } from '../../src/i18n/languages.ts';
import { say } from '../parts/language.ts';
import './board.css';

/** A page that says that something is not there, and leads back to a list. */
export function NotHere({ title, back = '/', children }: { title: Words; back?: string | undefined; children?: ReactNode }) {
  return (
    <main className="board">
      <h1>{say(title)}</h1>
      {children}
      <p>
        <a href={`#${back}`}>{say({ ja: '一覧へ', en: 'To the lists' })}</a>
      </p>
    </main>
  );
}
