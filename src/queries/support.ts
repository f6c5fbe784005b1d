/** The support finder: from what a body wants, and who it is, to programmes and to the cases nearest to it. */
import { prefectureOf } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { audiences, needs, type Audience, type Need } from '../model/types/programmes.ts';
import type { Case } from './nearest.ts';
import { question } from './questions.ts';

export const needSlugs = Object.keys(needs) as Need[];
export const audienceSlugs = Object.keys(audiences) as Audience[];

/** A programme that serves a need, with how many cases it has, and those that may be shown, the newest first. */
export interface Fit {
  readonly programme: Entry<'programmes'>;
  readonly count: number;
  readonly cases: readonly Entry<'events'>[];
}

/** How many of the nearest cases are shown: `fits.css` hides the others. */
const casesShown = 5;

/** The programmes that serve a need and, where one is given, an audience. */
export const programmesFor = question(
  'programmesFor',
  (library, language: Language, need: Need, audience?: Audience): Fit[] => {
    const events = library.listed('events', language);
    return library
      .listed('programmes', language)
      .filter(({ data }) => data.needs.includes(need) && (!audience || data.audiences.includes(audience)))
      .map((programme) => {
        const cases = events.filter(({ data }) => data.programme === programme.slug);
        return { programme, count: cases.length, cases: nearToSomebody(cases, caseOf, casesShown) };
      });
  },
);

/**
 * Of cases in their order those that are among the first so many by nearness, whoever asks: the first of each prefecture, of
 * each region, of each kind of body and of all. However many cases there are, these are no more than so many for each.
 */
export function nearToSomebody<C>(cases: readonly C[], about: (known: C) => Case, most: number): C[] {
  const counts = new Map<string, number>();
  return cases.filter((known) => {
    const { prefectures, regions, municipal } = about(known);
    const groups = [
      'all',
      municipal ? 'municipal' : prefectures.length > 0 ? 'prefectural' : 'of no place',
      ...prefectures.map((slug) => `prefecture ${slug}`),
      ...regions.map((slug) => `region ${slug}`),
    ];
    const isFirst = groups.some((group) => (counts.get(group) ?? 0) < most);
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return isFirst;
  });
}

/** A case of the register, as far as nearness goes. */
export function caseOf({ data }: Entry<'events'>): Case {
  const places = data.municipalities.map(({ prefecture }) => prefecture);
  const prefectures = [...new Set([...data.prefectures, ...places])];
  return {
    prefectures,
    regions: [...new Set(prefectures.map((slug) => prefectureOf(slug).region))],
    municipal: places.length > 0,
  };
}
