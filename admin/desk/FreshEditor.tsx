/**
 * Decap's editor, made anew for each entry. Led from one entry straight to another, Decap keeps the first one's form under
 * the second one's name, and would save it there. Where an entry cannot be opened there is a way back.
 */
import Editor from 'decap-cms-core/dist/esm/components/Editor/Editor.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { useRef, useSyncExternalStore } from 'react';
import { NotHere } from './NotHere.tsx';

export default function FreshEditor(props: { readonly location: { readonly pathname: string } }) {
  const { pathname } = props.location;
  const shown = useRef({ pathname, number: 0 });
  const fault = useSyncExternalStore(store.subscribe, () => faultOf(pathname));
  if (shown.current.pathname !== pathname) {
    // A new entry that was just saved stays: only its address has changed, and the cursor is still in the text.
    const isSavedNow = shown.current.pathname.endsWith('/new') && history.action === 'REPLACE';
    shown.current = { pathname, number: shown.current.number + (isSavedNow ? 0 : 1) };
  }
  if (fault) {
    return (
      <NotHere title={{ ja: 'この項目は開けません', en: 'This entry cannot be opened' }} back={pathname.split('/entries/')[0]}>
        <p>{fault}</p>
      </NotHere>
    );
  }
  return (
    <main>
      <Editor key={shown.current.number} {...props} />
    </main>
  );
}

/** Why the entry of an address could not be read; undefined where it could. */
function faultOf(pathname: string): string | undefined {
  const [, type, slug] = /^\/collections\/([^/]+)\/entries\/(.+)$/.exec(pathname) ?? [];
  return type && slug ? store.getState().entries.getIn(['entities', `${type}.${slug}`, 'error']) : undefined;
}
