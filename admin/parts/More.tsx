/** The rest of a long list, on demand. */
import { say } from './language.ts';
import './more.css';

/** How many rows of a list are drawn at first, and how many more each time: a browser takes seconds for thousands. */
export const portion = 100;

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
