import { useEffect } from 'react';
import { say } from '../parts/language.ts';
import { newsroomName } from '../parts/name.ts';

interface Props {
  readonly error?: unknown;
  onLogin(credentials: object): void;
}

/** Lets everybody in, since there is nobody to sign in; says so where the file API that it saves to does not answer. */
export function NoServer({ error, onLogin }: Props) {
  // Once: an answer that fails is told, not asked for again.
  useEffect(() => onLogin({}), []);
  if (!error) return null;
  return (
    <main className="no-server">
      <h1>{say(newsroomName)}</h1>
      <p>
        {say({
          ja: 'ここからは保存できません。この編集室は、手元のパソコンで npm start を実行したときに使えます。',
          en: 'Nothing can be saved from here. This newsroom works where npm start runs on your own computer.',
        })}
      </p>
      <p>
        {say({
          ja: '公開サイトから編集するには、環境変数 NEWSROOM_BACKEND でGitホストを選んで組み立て直してください（docs/deployment.md）。',
          en: 'To edit from the public site, choose a Git host with the environment variable NEWSROOM_BACKEND and build again (docs/deployment.md).',
        })}
      </p>
      <p>
        <a href="/">{say({ ja: 'サイトへ戻る', en: 'Back to the site' })}</a>
      </p>
    </main>
  );
}
