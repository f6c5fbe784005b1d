/**
 * Decap's editor, made anew for each entry. Led from one entry straight to another, Decap keeps the first one's form under
 * the second one's name, and would save it there.
 */
import Editor from 'decap-cms-core/dist/esm/components/Editor/Editor.js';
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { useRef } from 'react';

export default function FreshEditor(props: { readonly location: { readonly pathname: string } }) {
  const { pathname } = props.location;
  const shown = useRef({ pathname, number: 0 });
  if (shown.current.pathname !== pathname) {
    // A new entry that was just saved stays: only its address has changed, and the cursor is still in the text.
    const isSavedNow = shown.current.pathname.endsWith('/new') && history.action === 'REPLACE';
    shown.current = { pathname, number: shown.current.number + (isSavedNow ? 0 : 1) };
  }
  return <Editor key={shown.current.number} {...props} />;
}
