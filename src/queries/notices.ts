import type { Entry } from '../entries/entry.ts';

/**
 * True while a notice may be answered on the day `today` (YYYY-MM-DD): it has not closed, and where no closing date is
 * known it was confirmed within the last year. A date without a day lasts to its end.
 */
export function isOpen({ data }: Entry<'notices'>, today: string): boolean {
  if (data.expires) return data.expires >= today.slice(0, data.expires.length);
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return data.confirmed >= yearAgo.slice(0, data.confirmed.length);
}
