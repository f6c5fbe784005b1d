/**
 * What each chart counts, from the library of entries alone: nothing is written down twice. The Japanese versions are
 * counted, since the facts stand there.
 */
import { prefectures, regionSlugs } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import { shortDate } from '../i18n/dates.ts';
import type { Words } from '../i18n/languages.ts';
import { countryName, placeName, regionName, shortPlaceName } from '../i18n/names.ts';
import { counts, eventKinds } from '../model/types/events.ts';
import { facetsOf } from '../queries/facets.ts';
import type { Library } from '../queries/library.ts';
import type { ChartName } from './titles.ts';

/** What is told apart within a row. The look is never colour alone: a mark, an edge or a filling goes with it. */
export interface Series {
  readonly name: Words;
  /** One or two letters within each unit. */
  readonly mark?: Words;
  readonly look: 'full' | 'dashed' | 'open' | 'pale' | 'warm' | 'mid' | 'edge';
}

/** One entry of the register, drawn as one tile. */
export interface Unit {
  readonly series: number;
  /** What the tile says in place of its series' mark, such as a number in a series of receptions. */
  readonly text?: string;
}

export interface UnitRow {
  readonly label: Words;
  readonly units: readonly Unit[];
  /** What is said where there is no unit. */
  readonly remark?: 'cancelled';
}

/** A number of people, or a range of it, drawn as a bar. */
export interface BarRow {
  readonly label: Words;
  readonly series: number;
  readonly people: number;
  readonly most: number | undefined;
  readonly approximate: boolean;
  /** True where no primary source gives it. */
  readonly secondary: boolean;
}

interface About {
  /** What one tile or one step of a bar stands for. */
  readonly unit: Words;
  /** What is counted more than once. */
  readonly twice?: Words;
  readonly series: readonly Series[];
  /** True where the series are counts of different programmes, which are not added together. */
  readonly apart?: true;
  /** What the figures cover, and what they leave out. */
  readonly note: Words;
  /** Where the entries stand that were counted. */
  readonly from:
    | { readonly type: 'programmes'; readonly slug: string }
    | { readonly type: 'events' | 'partnerships'; readonly slug?: undefined };
}

export type Chart = About &
  ({ readonly form: 'units'; readonly rows: readonly UnitRow[] } | { readonly form: 'bars'; readonly rows: readonly BarRow[] });

type Event = Entry<'events'>;

const oneEvent: Words = { ja: '一つの升が記録の一件', en: 'Each square is one entry of the register' };

/** The chart of that name, counted from the library. */
export const charts: Readonly<Record<ChartName, (library: Library) => Chart>> = {
  'events-by-year': (library) => {
    return {
      form: 'units',
      unit: oneEvent,
      series: kindSeries,
      rows: byYear(
        held(library).toSorted((a, b) => kindOf(a) - kindOf(b)),
        (event) => ({ series: kindOf(event) }),
      ),
      note: {
        ja: '日付を資料で確かめられたできごとだけの数で、実際に開かれた数ではありません。中止されたものは含みません。',
        en: 'Only events whose date a source gives are counted. It is not a count of everything that took place, and cancelled events are left out.',
      },
      from: { type: 'events' },
    };
  },

  'iikura-receptions': (library) => {
    const all = eventsOf(library).filter(({ data }) => data.programme === 'iikura-receptions');
    const cancelled = new Set(all.filter(({ data }) => data.cancelled).map(({ data }) => data.date.slice(0, 4)));
    const rows = byYear(all, ({ data: { number, numberInferred, venue = '' } }) => {
      const series = !venue.includes('飯倉公館') ? 3 : number === undefined ? 2 : numberInferred ? 1 : 0;
      return number === undefined ? { series } : { series, text: String(number) };
    });
    return {
      form: 'units',
      unit: {
        ja: '一つの升が一回。中の数字は第何回か',
        en: 'Each square is one reception; the figure in it is its number in the series',
      },
      series: [
        { name: { ja: '回数が資料にある', en: 'Number given by a source' }, look: 'full' },
        { name: { ja: '回数は推定', en: 'Number inferred' }, look: 'dashed' },
        { name: { ja: '回数は不明', en: 'Number not known' }, look: 'pale' },
        { name: { ja: '飯倉公館以外（回数は不明）', en: 'Held elsewhere (number not known)' }, look: 'edge' },
      ],
      rows: rows.map((row) => (row.units.length === 0 && cancelled.has(row.label.en) ? { ...row, remark: 'cancelled' } : row)),
      note: {
        ja: '資料で確かめられた回だけを数えました。通しの回数の一覧は見つかっておらず、ほかにも開かれた可能性があります。',
        en: 'Only receptions found in the sources are counted. No complete numbered list has been found, so there may have been others.',
      },
      from: { type: 'programmes', slug: 'iikura-receptions' },
    };
  },

  'iikura-attendance': (library) => {
    const kinds = ['reported', 'announced'] as const;
    const receptions = held(library).filter(({ data }) => data.programme === 'iikura-receptions');
    return {
      form: 'bars',
      unit: { ja: '人', en: 'People' },
      series: [
        { name: counts.reported, look: 'full' },
        { name: counts.announced, look: 'dashed' },
      ],
      rows: receptions.flatMap(({ data }) => {
        const [given] = data.attendance.filter(({ count }) => count !== 'registered');
        if (!given) return [];
        const places = (language: keyof Words) => data.prefectures.map((slug) => shortPlaceName(slug, language)).join('・');
        return {
          label: {
            ja: `${shortDate(data.date, 'ja')}　${places('ja')}`,
            en: `${shortDate(data.date, 'en')}, ${places('en').replaceAll('・', ', ')}`,
          },
          series: kinds.indexOf(given.count as (typeof kinds)[number]),
          people: given.people,
          most: given.most,
          approximate: given.approximate ?? false,
          secondary: data.sources.every(({ standing }) => standing === 'secondary'),
        };
      }),
      note: {
        ja: `出席者数が資料にある回だけを並べました（記録の${receptions.length}回のうち）。多くは「約」の付く数です。場所は共に主催した都道府県か、その市のある都道府県です。`,
        en: `Only receptions whose attendance a source gives are shown, of the ${receptions.length} in the register. Most of the figures are approximate. The place is the prefecture of the co-host.`,
      },
      from: { type: 'programmes', slug: 'iikura-receptions' },
    };
  },

  'tours-by-year': (library) => ({
    form: 'units',
    unit: oneEvent,
    series: tourSeries,
    apart: true,
    rows: byYear(
      tours(library).toSorted((a, b) => tourKind(a) - tourKind(b)),
      (tour) => ({ series: tourKind(tour) }),
    ),
    note: {
      ja: '資料で確かめられた視察だけの数です。二つの施策は別のもので、件数を足し合わせることはしません。予定だけが分かるものを含みます。',
      en: 'Only tours found in the sources are counted. The two programmes are separate, and their counts are not added together. Tours known from an announcement alone are included.',
    },
    from: { type: 'events' },
  }),

  'tours-by-prefecture': (library) => {
    const all = tours(library);
    const rows = prefectures.map(({ slug }) => ({
      slug,
      label: { ja: shortPlaceName(slug, 'ja'), en: shortPlaceName(slug, 'en') },
      units: all
        .filter((tour) => facetsOf(tour).prefecture.includes(slug))
        .map((tour) => ({ series: tourKind(tour) }))
        .sort((a, b) => a.series - b.series),
    }));
    const without = rows.filter(({ units }) => units.length === 0);
    return {
      form: 'units',
      unit: { ja: '一つの升が視察一回', en: 'Each square is one tour' },
      twice: { ja: '二つの県を回る視察は両方に数える', en: 'a tour of two prefectures stands with both' },
      series: tourSeries,
      apart: true,
      rows: rows.filter(({ units }) => units.length > 0).map(({ label, units }) => ({ label, units })),
      note: {
        ja: `記録に視察のない都道府県は${without.length}です（${without.map(({ slug }) => placeName(slug, 'ja')).join('、')}）。記録は資料で確かめられた視察だけなので、視察がなかったという意味ではありません。`,
        en: `The register has no tour for ${without.length} prefectures (${without.map(({ label }) => label.en).join(', ')}). It holds only tours found in the sources, so this does not mean that none went there.`,
      },
      from: { type: 'events' },
    };
  },

  'countries-on-tours': (library) => {
    const all = tours(library);
    const named = all.filter(({ data }) => data.countries.length > 0);
    const found = new Map<string, Event[]>();
    for (const tour of named) for (const code of tour.data.countries) found.set(code, [...(found.get(code) ?? []), tour]);
    const label = (code: string) => ({ ja: countryName(code, 'ja'), en: countryName(code, 'en') });
    const often = [...found].filter(([, lists]) => lists.length >= 5);
    return {
      form: 'units',
      unit: {
        ja: '一つの升が名簿一つ。中の数字は西暦の下二桁',
        en: 'Each square is one list; the figure in it is the year, as its last two digits',
      },
      series: [
        { name: { ja: '外交団のツアー（予定）', en: 'Tour of the diplomatic corps (announced)' }, look: 'full' },
        { name: { ja: '外交団のツアー（参加）', en: 'Tour of the diplomatic corps (took part)' }, look: 'warm' },
        { name: { ja: '大使の視察（予定）', en: "Ambassadors' tour (announced)" }, look: 'open' },
      ],
      rows: often
        .map(([code, lists]) => ({
          label: label(code),
          units: lists.map((tour) => ({
            series: tourKind(tour) === 1 ? 2 : tour.data.attendance.some(({ count }) => count === 'reported') ? 1 : 0,
            text: tour.data.date.slice(2, 4),
          })),
        }))
        .sort((a, b) => b.units.length - a.units.length || (a.label.en < b.label.en ? -1 : 1)),
      note: {
        ja: `国の名が資料にある視察は、記録の${all.length}件のうち${named.length}件です。名のある国と機関は合わせて${found.size}で、名簿の数の多い順に並べました。名簿の多くは予定で、名のない国が参加しなかったという意味ではありません。`,
        en: `The sources name the countries of ${named.length} of the ${all.length} tours in the register: ${found.size} countries and bodies in all. Most of the lists are announcements. That a country is on no list does not mean that it took no part.`,
      },
      from: { type: 'events' },
    };
  },

  'events-by-region': (library) => {
    const all = held(library).toSorted((a, b) => kindOf(a) - kindOf(b));
    const placeless = all.filter((event) => facetsOf(event).region.length === 0).length;
    return {
      form: 'units',
      unit: oneEvent,
      twice: { ja: '二つの地方にわたるものは両方に数える', en: 'one that concerns two regions stands with both' },
      series: kindSeries,
      apart: true,
      rows: regionSlugs.map((slug) => ({
        label: { ja: regionName(slug, 'ja'), en: regionName(slug, 'en') },
        units: all.filter((event) => facetsOf(event).region.includes(slug)).map((event) => ({ series: kindOf(event) })),
      })),
      note: {
        ja: `地方の分け方は慣用によります。都道府県の分からない${placeless}件は入れていません。資料で確かめられたものだけの数で、実際に行われた数ではありません。`,
        en: `The regions are the customary ones. Entries whose prefectures are not known (${placeless}) are left out. Only events found in the sources are counted, not everything that took place.`,
      },
      from: { type: 'events' },
    };
  },

  'figures-by-kind': (library) => {
    const all = held(library);
    const rows = kinds.map((kind) => ({
      label: kindLabels[kind],
      units: all
        .filter(({ data }) => data.kind === kind)
        .map((event) => ({ series: figureOf(event) }))
        .sort((a, b) => a.series - b.series),
    }));
    return {
      form: 'units',
      unit: oneEvent,
      series: [
        { name: counts.reported, mark: { ja: '実', en: 'R' }, look: 'full' },
        { name: { ja: '発表と実績の両方', en: 'announced and reported' }, mark: { ja: '両', en: 'B' }, look: 'warm' },
        { name: counts.announced, mark: { ja: '予', en: 'A' }, look: 'pale' },
        { name: counts.registered, mark: { ja: '登', en: 'S' }, look: 'mid' },
        { name: { ja: '人数が資料にない', en: 'no figure in the sources' }, look: 'dashed' },
      ],
      rows: rows.filter(({ units }) => units.length > 0),
      note: {
        ja: '資料で確かめられたできごとだけの数です。人数は、同じ種類のものどうしでなければ比べられません。',
        en: 'Only events found in the sources are counted. Figures of different kinds cannot be compared.',
      },
      from: { type: 'events' },
    };
  },

  'seminars-by-year': (library) => {
    const seminars = held(library).filter(({ data }) => data.programme === 'regional-promotion-seminars');
    return {
      form: 'units',
      unit: oneEvent,
      series: [
        { name: { ja: '会場', en: 'In a hall' }, mark: { ja: '会', en: 'H' }, look: 'full' },
        { name: { ja: 'オンライン', en: 'Online' }, mark: { ja: '線', en: 'O' }, look: 'warm' },
        { name: { ja: '会場とオンライン', en: 'Hall and online' }, mark: { ja: '併', en: 'B' }, look: 'mid' },
        { name: { ja: '記載なし', en: 'Not stated' }, mark: { ja: '？', en: '?' }, look: 'dashed' },
      ],
      rows: byYear(seminars, (seminar) => ({ series: seminarForms.indexOf(formOf(seminar)) })),
      note: {
        ja: '記録の項目の数です。一つの項目が同じ年の何回かをまとめていることがあり、開催の回数ではありません。形は会場の欄によります。',
        en: 'These are entries of the register, one of which may stand for several seminars of a year. It is not a count of seminars. The form is read from the venue.',
      },
      from: { type: 'programmes', slug: 'regional-promotion-seminars' },
    };
  },

  'visits-by-year': (library) => ({
    form: 'units',
    unit: {
      ja: '一つの升が訪問一件。中の字は訪ねた県の数',
      en: 'Each square is one visit; the figure in it is the number of prefectures visited',
    },
    series: [
      { name: { ja: '一次資料がある', en: 'Known from a primary source' }, look: 'full' },
      { name: { ja: '二次資料だけによる', en: 'Known from secondary sources alone' }, look: 'dashed' },
    ],
    rows: byYear(
      held(library).filter(({ data }) => data.programme === 'local-to-the-world'),
      (visit) => ({ series: isSecondary(visit) ? 1 : 0, text: String(facetsOf(visit).prefecture.length) }),
    ),
    note: {
      ja: '月まで確かめられた訪問だけの数です。2022年に再開した後の訪問には、日付が分からず記録に入れていないものがあります。',
      en: 'Only visits whose month a source gives are counted. Of those since the restart in 2022 some have no date in the sources and are not in the register.',
    },
    from: { type: 'programmes', slug: 'local-to-the-world' },
  }),

  'partnerships-by-decade': (library) => ({
    form: 'units',
    unit: { ja: '一つの升が提携一件', en: 'Each square is one partnership' },
    series: [
      { name: { ja: '一次資料がある', en: 'Known from a primary source' }, look: 'full' },
      { name: { ja: '二次資料だけによる', en: 'Known from secondary sources alone' }, look: 'dashed' },
    ],
    rows: spans(
      library
        .listed('partnerships', 'ja')
        .flatMap((partnership) =>
          partnership.data.date
            ? [
                {
                  at: Math.floor(Number(partnership.data.date.slice(0, 4)) / 10),
                  unit: { series: isSecondary(partnership) ? 1 : 0 },
                },
              ]
            : [],
        )
        .toSorted((a, b) => a.unit.series - b.unit.series),
      (decade) => ({ ja: `${decade}0年代`, en: `${decade}0s` }),
    ),
    note: {
      ja: '年の分かる提携だけを数えました、全国の提携の一部です。どの年代に提携が多かったかを示すものではありません。',
      en: 'Only links whose year a source gives are counted, a small part of all there are. It does not show in which decades links were many.',
    },
    from: { type: 'partnerships' },
  }),
};

const kinds = Object.keys(eventKinds) as (keyof typeof eventKinds)[];
const kindMarks: Readonly<Record<keyof typeof eventKinds, Pick<Series, 'look'> & { mark: Words }>> = {
  reception: { mark: { ja: 'レ', en: 'R' }, look: 'full' },
  seminar: { mark: { ja: 'セ', en: 'S' }, look: 'mid' },
  'study-tour': { mark: { ja: '視', en: 'T' }, look: 'pale' },
  forum: { mark: { ja: 'フ', en: 'F' }, look: 'open' },
  symposium: { mark: { ja: 'シ', en: 'Y' }, look: 'edge' },
  'mission-event': { mark: { ja: '在', en: 'M' }, look: 'warm' },
  visit: { mark: { ja: '訪', en: 'V' }, look: 'dashed' },
};
const kindSeries: readonly Series[] = kinds.map((kind) => ({ name: eventKinds[kind], ...kindMarks[kind] }));

/** The kinds as the labels of rows, which have little room. */
const kindLabels: Readonly<Record<keyof typeof eventKinds, Words>> = {
  reception: { ja: 'レセプション', en: 'Receptions' },
  seminar: { ja: 'セミナー', en: 'Seminars' },
  'study-tour': { ja: '視察', en: 'Tours' },
  forum: { ja: 'フォーラム', en: 'Forums' },
  symposium: { ja: 'シンポジウム', en: 'Symposium' },
  'mission-event': { ja: '在外公館', en: 'Missions' },
  visit: { ja: '訪問', en: 'Visits' },
};

const tourProgrammes = ['diplomats-study-tours', 'ambassadors-tours'];
const tourSeries: readonly Series[] = [
  {
    name: { ja: '駐日外交団による地方視察ツアー', en: 'Study tours for the diplomatic corps' },
    mark: { ja: '団', en: 'D' },
    look: 'full',
  },
  {
    name: { ja: '駐日各国大使の地方視察', en: "Ambassadors' tours of the regions" },
    mark: { ja: '使', en: 'A' },
    look: 'open',
  },
];

/** How a seminar reached its audience, as far as its venue tells. */
const seminarForms = ['hall', 'online', 'both', 'unsaid'] as const;

/** The form of a seminar: `オンライン` alone as its venue is online, beside another place it is both. */
export function formOf({ data: { venue } }: Event): (typeof seminarForms)[number] {
  if (!venue) return 'unsaid';
  if (!venue.includes('オンライン')) return 'hall';
  return venue.startsWith('オンライン') ? 'online' : 'both';
}

function tourKind({ data }: Event): number {
  return tourProgrammes.indexOf(data.programme ?? '');
}

/** The cases of a programme by year, from the first year to the last. */
export function casesByYear(cases: readonly Event[], slug: string): Chart {
  return {
    form: 'units',
    unit: oneEvent,
    series: [{ name: { ja: '事例', en: 'Past cases' }, look: 'full' }],
    rows: byYear([...cases].reverse(), () => ({ series: 0 })),
    note: {
      ja: '資料で確かめられた事例だけの数で、実際に行われた数ではありません。中止されたものは含みません。',
      en: 'Only cases that a source confirms are counted. It is not a count of everything that took place, and cancelled ones are left out.',
    },
    from: { type: 'programmes', slug },
  };
}

function kindOf({ data }: Event): number {
  return kinds.indexOf(data.kind);
}

/** Which figure of people an event has: reported, announced and reported, announced, registered, none. */
function figureOf({ data: { attendance } }: Event): number {
  const has = (kind: keyof typeof counts) => attendance.some(({ count }) => count === kind);
  if (has('reported')) return has('announced') ? 1 : 0;
  return has('announced') ? 2 : has('registered') ? 3 : 4;
}

/** Every event, the earliest first. */
function eventsOf(library: Library): readonly Event[] {
  return [...library.listed('events', 'ja')].reverse();
}

function held(library: Library): readonly Event[] {
  return eventsOf(library).filter(({ data }) => !data.cancelled);
}

function tours(library: Library): readonly Event[] {
  return held(library).filter((event) => tourKind(event) !== -1);
}

function isSecondary({ data }: Entry<'events'> | Entry<'partnerships'>): boolean {
  return data.sources.every(({ standing }) => standing === 'secondary');
}

/** A row for each year from the first to the last, those without an event among them. */
function byYear(events: readonly Event[], unit: (event: Event) => Unit): UnitRow[] {
  return spans(
    events.map((event) => ({ at: Number(event.data.date.slice(0, 4)), unit: event.data.cancelled ? undefined : unit(event) })),
    (year) => ({ ja: `${year}年`, en: String(year) }),
  );
}

/** A row for each step from the first to the last; within a row the order in which they were found. */
function spans(
  found: readonly { readonly at: number; readonly unit: Unit | undefined }[],
  label: (at: number) => Words,
): UnitRow[] {
  if (found.length === 0) return [];
  const steps = found.map(({ at }) => at);
  const first = Math.min(...steps);
  return Array.from({ length: Math.max(...steps) - first + 1 }, (_, index) => ({
    label: label(first + index),
    units: found.flatMap(({ at, unit }) => (at === first + index && unit ? unit : [])),
  }));
}
