import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { settings } from '../../settings.ts';
import { prefectureSlugs } from '../../src/data/places.ts';
import { anniversariesCalendar, eventCalendar, eventsCalendar } from '../../src/editions/calendar.ts';
import { dayAfter, escaped, folded } from '../../src/editions/icalendar.ts';
import type { Entry } from '../../src/entries/entry.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages, type Language } from '../../src/i18n/languages.ts';
import { anniversaries } from '../../src/queries/anniversaries.ts';
import { daysKnown, eventsAbout } from '../../src/queries/events.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { calendarPath, entryPath, eventsCalendarPath, listPath, prefecturePath } from '../../src/queries/paths.ts';

const library = makeLibrary(readAll(process.cwd()).entries);
const today = '2026-11-20';

const event = (data: object, language: Language = 'ja', slug = 'a') =>
  ({
    type: 'events',
    slug,
    language,
    data: {
      title: '題',
      summary: '要旨',
      kind: 'forum',
      date: '2026-12-04',
      prefectures: [],
      sources: [],
      aliases: [],
      ...data,
    },
  }) as unknown as Entry<'events'>;

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => ({ component, ...plain(new ICAL.Event(component)) }));
}

const plain = ({ uid, summary, description, location, startDate, endDate }: ICAL.Event) => ({
  uid,
  summary,
  description,
  location,
  wholeDays: startDate.isDate && endDate.isDate,
  start: startDate.toString(),
  end: endDate.toString(),
});

/** Every calendar that the site has, by its path. */
function calendars(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of languages) {
    const list = listPath(language, 'events');
    const all = library.written('events', language);
    found.set(calendarPath(list), eventsCalendar(all, { language, page: list, file: calendarPath(list) }));
    const add = (page: string, facet: 'prefecture' | 'theme' | 'programme', value: string, about: string) =>
      found.set(
        eventsCalendarPath(page),
        eventsCalendar(eventsAbout(library, facet, value, language), { language, page, file: eventsCalendarPath(page), about }),
      );
    for (const slug of prefectureSlugs) add(prefecturePath(language, slug), 'prefecture', slug, slug);
    for (const { slug, data } of library.written('themes', language))
      add(entryPath(language, 'themes', slug), 'theme', slug, data.title);
    for (const { slug, data } of library.written('programmes', language))
      add(entryPath(language, 'programmes', slug), 'programme', slug, data.title);
    for (const one of all.filter(daysKnown))
      found.set(calendarPath(entryPath(language, 'events', one.slug)), eventCalendar(one));
    found.set(`/${language}/anniversaries.ics`, anniversariesCalendar(anniversaries(library, language, today), language));
  }
  return found;
}

const every = calendars();

describe('how a calendar is written (RFC 5545)', () => {
  test('lines end in CRLF and none is longer than 75 octets, or begins with half a character', () => {
    for (const [path, file] of every) {
      expect(file.endsWith('END:VCALENDAR\r\n'), path).toBe(true);
      expect(file.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line), `${path}: ${line}`).toBeLessThanOrEqual(75);
        expect(line, path).not.toContain('\ufffd');
      }
    }
  });

  test.each(['a'.repeat(200), '県'.repeat(60), `x${'県'.repeat(60)}`, `xy${'𠮷'.repeat(60)}`, '', 'short'])(
    'a line that is folded reads as it was: %s',
    (line) => {
      expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
      for (const part of folded(line).split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    },
  );

  test('a full line is 75 octets, the space before it among them', () => {
    expect(
      folded('a'.repeat(150))
        .split('\r\n')
        .map(({ length }) => length),
    ).toEqual([75, 75, 2]);
  });

  test('backslash, semicolon, comma and line breaks are escaped, and nothing else', () => {
    expect(escaped('a\\b;c,d\ne\r\nf:"g"')).toBe('a\\\\b\\;c\\,d\\ne\\nf:"g"');
    const [back] = read(eventCalendar(event({ title: 'a\\b;c,d:"e"', summary: 'f\ng' })));
    expect([back?.summary, back?.description]).toEqual(['a\\b;c,d:"e"', 'f\ng']);
  });

  test.each([
    ['2014-12-05', '2014-12-06'],
    ['2014-12-31', '2015-01-01'],
    ['2016-02-28', '2016-02-29'],
    ['2015-02-28', '2015-03-01'],
  ])('the day after %s is %s', (day, next) => expect(dayAfter(day)).toBe(next));

  test('a calendar without events still holds the component that the standard asks for', () => {
    const file = eventsCalendar([], { language: 'ja', page: '/ja/events/', file: '/ja/events.ics' });
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });
});

describe('events', () => {
  test('last to the day after their last day, as whole days that leave the reader free', () => {
    const [one] = read(eventCalendar(event({})));
    const [two] = read(eventCalendar(event({ date: '2014-12-04', end: '2014-12-05' })));
    expect([one?.start, one?.end]).toEqual(['2026-12-04', '2026-12-05']);
    expect([two?.start, two?.end]).toEqual(['2014-12-04', '2014-12-06']);
    expect(one?.wholeDays).toBe(true);
    expect(one?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  test('of a month, of a year, or whose last day is unknown, are in no calendar', () => {
    const events = [
      event({ date: '2026-12' }, 'ja', 'month'),
      event({ date: '2026' }, 'ja', 'year'),
      event({ date: '2026-12-30', end: '2027-01' }, 'ja', 'half'),
      event({}, 'ja', 'day'),
    ];
    const file = eventsCalendar(events, { language: 'ja', page: '/ja/events/', file: '/ja/events.ics' });
    expect(read(file).map(({ uid }) => uid.split('@')[0])).toEqual(['day']);
  });

  test('that are not published in the language are left out', () => {
    const file = eventsCalendar([event({}, 'ja', 'a'), event({}, 'en', 'b')], {
      language: 'en',
      page: '/en/events/',
      file: '/en/events.ics',
    });
    expect(read(file).map(({ uid }) => uid.split('@')[0])).toEqual(['b']);
  });

  test('that were cancelled say so', () => {
    const status = (data: object) => read(eventCalendar(event(data)))[0]?.component.getFirstPropertyValue('status');
    expect(status({ cancelled: true })).toBe('CANCELLED');
    expect(status({})).toBe('CONFIRMED');
    expect(read(eventCalendar(event({ cancelled: true })))[0]?.description).toBe('この行事は中止されました。\n要旨');
  });

  test('keep their identifier in both languages and when their address changes', () => {
    const host = new URL(settings.baseUrl).host;
    const identifier = (one: Entry<'events'>) => read(eventCalendar(one))[0]?.uid;
    expect(identifier(event({}))).toBe(`a@${host}`);
    expect(identifier(event({}, 'en'))).toBe(`a@${host}`);
    expect(identifier(event({ aliases: [{ slug: 'first' }, { slug: 'second' }] }))).toBe(`first@${host}`);
  });

  test('are stamped with the newest date of their sources, whatever the clock says', () => {
    const stamp = (data: object) => String(read(eventCalendar(event(data)))[0]?.component.getFirstPropertyValue('dtstamp'));
    const sources = [{ date: '2026-10-02' }, { date: '2026-10' }, {}];
    expect(stamp({ sources })).toBe('2026-10-02T00:00:00Z');
    expect(stamp({ sources: [{ date: '2014' }] })).toBe('2014-01-01T00:00:00Z');
    expect(stamp({})).toBe('2026-12-04T00:00:00Z');
  });

  test.each(languages)('%s: all of them whose days are known are in the calendar, each with its page', (language) => {
    const known = library.written('events', language).filter(daysKnown);
    const held = read(every.get(`/${language}/events.ics`) ?? '');
    expect(known.length).toBeGreaterThan(20);
    expect(held.map(({ summary }) => summary)).toEqual(known.map(({ data }) => data.title));
    expect(held.map(({ component }) => component.getFirstPropertyValue('url'))).toEqual(
      known.map(({ slug }) => `${settings.baseUrl}/${language}/events/${slug}/`),
    );
    expect(new Set(held.map(({ uid }) => uid)).size).toBe(held.length);
  });
});

describe('anniversaries', () => {
  const all = anniversaries(library, 'ja', today);

  test('are those of every dated partnership and programme, the next ones first', () => {
    const dated = [
      ...library.listed('partnerships', 'ja').flatMap(({ slug, data }) => (data.date ? [slug] : [])),
      ...library.listed('programmes', 'ja').flatMap(({ slug, data }) => (data.since ? [slug] : [])),
    ];
    expect(all.map(({ entry }) => entry.slug).sort()).toEqual(dated.sort());
    const days = all.map(({ date }) => date).filter((date) => date.length === 10);
    expect(days).toEqual([...days].sort());
    for (const { date, years, since } of all) {
      expect(years % 5).toBe(0);
      expect(Number(date.slice(0, 4)) - Number(since.slice(0, 4))).toBe(years);
      expect(date >= today.slice(0, date.length)).toBe(true);
    }
  });

  test('what has no day stands after the days of its year', () => {
    const programme = (slug: string, since: string, fiscal = false) =>
      ({
        type: 'programmes',
        slug,
        language: 'ja',
        data: { title: slug, since, sinceFiscal: fiscal, themes: [], prefectures: [], countries: [], sources: [] },
      }) as unknown as Entry;
    const made = makeLibrary([programme('year', '2021'), programme('day', '2021-12-24'), programme('fiscal', '2016', true)]);
    expect(anniversaries(made, 'ja', '2026-11-20').map(({ entry }) => entry.slug)).toEqual(['day', 'fiscal', 'year']);
    // Fiscal 2026 runs to the end of March 2027.
    const fiscalOn = (day: string) => anniversaries(made, 'ja', day).find(({ fiscal }) => fiscal)?.date;
    expect([fiscalOn('2027-03-31'), fiscalOn('2027-04-01')]).toEqual(['2026', '2031']);
  });

  test.each(languages)(
    '%s: those whose day is known are in the calendar, each round year under a name of its own',
    (language) => {
      const held = read(every.get(`/${language}/anniversaries.ics`) ?? '');
      const known = anniversaries(library, language, today).filter(({ date }) => date.length === 10);
      expect(held.map(({ start }) => start)).toEqual(known.map(({ date }) => date));
      expect(held[0]?.uid).toMatch(/^partnerships-[a-z-]+-\d+@/);
      expect(held[0]?.summary).toMatch(language === 'ja' ? /　\d+周年$/ : /: \d+(st|nd|rd|th) anniversary$/);
      const later = anniversaries(library, language, '2036-11-20');
      const uids = read(anniversariesCalendar(later, language)).map(({ uid }) => uid);
      expect(uids.some((uid) => held.some((one) => one.uid === uid))).toBe(false);
    },
  );
});

/** A Python that has `icalendar` (Debian: python3-icalendar), a reader of another hand than ical.js. */
const python = ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', 'import icalendar']).status === 0);

describe('two readers of different hands', () => {
  test('ical.js reads every calendar', () => {
    expect(every.size).toBeGreaterThan(2 * (47 + 2));
    for (const [path, file] of every) expect(() => read(file), path).not.toThrow();
  });

  // Where Python has no icalendar, this says nothing: ical.js has read the same files above.
  test.skipIf(!python)("Python's icalendar reads the same from every calendar as ical.js", () => {
    const program = `
import icalendar, json, sys
found = []
for path, text in json.load(sys.stdin):
    calendar = icalendar.Calendar.from_ical(text)
    events = list(calendar.walk('VEVENT'))
    faults = [str(e) for c in calendar.walk() for e in getattr(c, 'errors', [])]
    found.append([path, faults, [[str(e['UID']), str(e['SUMMARY']), str(e['DESCRIPTION']), str(e['DTSTART'].dt), str(e['DTEND'].dt)] for e in events]])
json.dump(found, sys.stdout)
`;
    const { stdout, stderr, status } = spawnSync(python ?? '', ['-c', program], {
      input: JSON.stringify([...every]),
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(status, stderr).toBe(0);
    const ours = [...every].map(([path, file]) => [
      path,
      [],
      read(file).map(({ uid, summary, description, start, end }) => [uid, summary, description, start, end]),
    ]);
    expect(JSON.parse(stdout)).toEqual(ours);
  });
});
