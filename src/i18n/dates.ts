/** Dates as readers know them. A date is a string as exact as its source; it is shown no more exactly than that. */
import type { Language } from './languages.ts';

/** Dates on the site are days in Japan. */
const timeZone = 'Asia/Tokyo';

const parts = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<number, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, exactness: keyof typeof parts, month: 'long' | 'short' = 'long'): Intl.DateTimeFormat {
  const key = `${locale} ${exactness} ${month}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...parts[exactness], ...(exactness > 4 ? { month } : {}), timeZone });
    formats.set(key, found);
  }
  return found;
}

/** The day in Japan at an instant, as YYYY-MM-DD. */
export function dayInJapan(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/**
 * A date of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in the language: 「2014年（平成26年）2月4日」, "4 February 2014".
 * Japanese carries the era; of a year alone, the era is the one in which the year ended.
 */
export function formatDate(date: string, language: Language): string {
  const exactness = date.length as keyof typeof parts;
  const day = instant(date);
  if (language !== 'ja') return format('en-GB', exactness).format(day);
  const western = format('ja-JP', exactness).format(day);
  return western.replace('年', `年（${era(date)}）`);
}

/** The Japanese era and its year: 平成26年, 令和元年. */
export function era(date: string): string {
  const lastDay = date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-28` : date;
  return format('ja-JP-u-ca-japanese', 4)
    .format(instant(lastDay))
    .replace(/(\D)1年/, '$1元年');
}

/** A day without its era or its year's frills, for narrow columns: 「2014年2月4日」, "4 Feb 2014". */
export function shortDate(date: string, language: Language): string {
  const exactness = date.length as keyof typeof parts;
  if (language === 'ja') return format('ja-JP', exactness).format(instant(date));
  return format('en-GB', exactness, 'short').format(instant(date));
}

/** First and last day as one phrase: 「2014年12月4日～5日」, "4–5 December 2014". Without a last day, the day alone. */
export function formatRange(start: string, end: string | undefined, language: Language): string {
  if (!end || end === start) return formatDate(start, language);
  if (language === 'ja') {
    const shared = start.slice(0, 7) === end.slice(0, 7) ? 'month' : start.slice(0, 4) === end.slice(0, 4) ? 'year' : 'none';
    const last = shortDate(end, 'ja');
    const rest = shared === 'month' ? last.replace(/^.*月/, '') : shared === 'year' ? last.replace(/^.*年/, '') : last;
    return `${formatDate(start, 'ja')}～${rest}`;
  }
  return format('en-GB', start.length as keyof typeof parts)
    .formatRange(instant(start), instant(end))
    .replace(/\s*–\s*/, '–');
}

/** Noon in Tokyo of the date's first day, so that no time zone moves it. */
function instant(date: string): Date {
  const [year, month = '01', day = '01'] = date.split('-');
  return new Date(`${year}-${month}-${day}T12:00:00+09:00`);
}
