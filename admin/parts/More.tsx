/** The rest of a long list, on demand. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { say } from './language.ts';

/** How many rows of a list are drawn at first, and how many more each time: a browser takes seconds for thousands. */
export const portion = 100;

/** How many rows are shown, and the way to more of them; `list` holds a row for each, and a link in each. */
export function usePortions<List extends HTMLElement>(start = portion) {
  const [shown, setShown] = useState(start);
  const list: RefObject<List | null> = useRef<List>(null);
  const before = useRef<number>(undefined);
  // On with what was asked for: the button may be gone.
  useEffect(() => {
    if (before.current !== undefined) list.current?.children[before.current]?.querySelector('a')?.focus();
    before.current = undefined;
  }, [shown]);
  const more = () => {
    before.current = shown;
    setShown(shown + portion);
  };
  return { shown, setShown, more, list };
}

/** The button that shows more; nothing where none are left. */
export function More({ left, onMore }: { left: number; onMore: () => void }) {
  if (left <= 0) return null;
  return (
    <p>
      <button type="button" className="more" onClick={onMore}>
        {say({
          ja: `さらに表示（残り${left.toLocaleString('ja')}件）`,
          en: `Show more (${left.toLocaleString('en')} left)`,
        })}
      </button>
    </p>
  );
}
