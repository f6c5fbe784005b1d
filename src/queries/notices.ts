/** Whether a notice may still be answered. */
import type { Entry } from '../entries/entry.ts';

export type NoticeState =
  | 'open'
  /** Its closing date is past. */
  | 'closed'
  /** No closing date is known and nobody has confirmed it for a year: whether it is open cannot be said. */
  | 'unconfirmed';

/** The state of a notice on the day `today` (YYYY-MM-DD). A date without a day lasts to its end. */
export function noticeState({ data }: Entry<'notices'>, today: string): NoticeState {
  if (data.expires) return data.expires >= today.slice(0, data.expires.length) ? 'open' : 'closed';
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return data.confirmed >= yearAgo.slice(0, data.confirmed.length) ? 'open' : 'unconfirmed';
}

/** Notices by whether they may be answered: the open ones by the nearest closing date, those without one after them. */
export function noticesByState(
  notices: readonly Entry<'notices'>[],
  today: string,
): { readonly open: readonly Entry<'notices'>[]; readonly past: readonly Entry<'notices'>[] } {
  const isOpen = (notice: Entry<'notices'>) => noticeState(notice, today) === 'open';
  const closing = ({ data }: Entry<'notices'>) => `${data.expires ?? '9999'}-99-99`.slice(0, 10);
  return {
    open: notices.filter(isOpen).sort((a, b) => (closing(a) < closing(b) ? -1 : closing(a) > closing(b) ? 1 : 0)),
    past: notices.filter((notice) => !isOpen(notice)),
  };
}
