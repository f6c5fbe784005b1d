/**
 * iCalendar as far as whole days need it (RFC 5545; the calendar's own name and refresh from RFC 7986). Days stay the
 * strings that they are everywhere on this site: no time zone and no clock comes near them.
 */
import type { Language } from '../i18n/languages.ts';

/** Something that fills whole days. Dates are YYYY-MM-DD. */
export interface WholeDays {
  /** Never used for anything else, and the same in every later version of the file (RFC 5545, 3.8.4.7). */
  readonly uid: string;
  readonly first: string;
  /** The last day itself, not the day after it. */
  readonly last: string;
  /** The day on which what is said here was last revised. */
  readonly revised: string;
  readonly title: string;
  readonly description: string;
  readonly place?: string;
  readonly categories: readonly string[];
  /** Address of the page. */
  readonly url: string;
  readonly cancelled?: boolean;
}

export interface Calendar {
  readonly name: string;
  readonly language: Language;
  /** Who made the file, as a formal public identifier: `-//operator//site//JA` (RFC 5545, 3.7.3). */
  readonly product: string;
  /** Address of the page that the calendar belongs to. */
  readonly page: string;
  /** Address of the file itself, where a program fetches it again. */
  readonly source: string;
  readonly days: readonly WholeDays[];
}

/** The file of a calendar: UTF-8, lines that end in CRLF, none longer than 75 octets. */
export function icalendar({ name, language, product, page, source, days }: Calendar): string {
  const inLanguage = `;LANGUAGE=${language}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    `NAME${inLanguage}:${escaped(name)}`,
    // Apple, Google and Outlook read the name from here.
    `X-WR-CALNAME:${escaped(name)}`,
    `URL:${page}`,
    `SOURCE;VALUE=URI:${source}`,
    // The site is built once a day; asking more often finds nothing new.
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...(days.length > 0 ? days.flatMap((day) => component(day, inLanguage)) : japanStandardTime),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.6 asks for one component at least, and a calendar to subscribe to may not have an event yet. */
const japanStandardTime = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19520101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function component(day: WholeDays, inLanguage: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(day.uid)}`,
    // Without a METHOD this is when the information was last revised, in UTC (3.8.7.2).
    `DTSTAMP:${basic(day.revised)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day.first)}`,
    // The end is not part of the event: for whole days it is the day after the last (3.6.1).
    `DTEND;VALUE=DATE:${basic(dayAfter(day.last))}`,
    `SUMMARY${inLanguage}:${escaped(day.title)}`,
    `DESCRIPTION${inLanguage}:${escaped(day.description)}`,
    ...(day.place ? [`LOCATION${inLanguage}:${escaped(day.place)}`] : []),
    `CATEGORIES${inLanguage}:${day.categories.map(escaped).join(',')}`,
    `URL:${day.url}`,
    `STATUS:${day.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A register is no appointment: it takes no time of whoever reads it (3.8.2.7).
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A TEXT value (RFC 5545, 3.3.11): backslash, semicolon, comma and line break are escaped, and nothing else. */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/**
 * A content line cut into lines of at most 75 octets, the line break not counted; the space that begins each further line
 * is (RFC 5545, 3.1). A character is never cut: half of one is no UTF-8, and the section allows programs to choke on it.
 */
export function folded(line: string): string {
  const most = 75;
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > most) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

/** The day after a day, both YYYY-MM-DD. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** A DATE value (RFC 5545, 3.3.4). */
function basic(date: string): string {
  return date.replaceAll('-', '');
}
