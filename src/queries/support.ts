/** The support finder: from what a body wants, and who it is, to programmes and to the cases nearest to it. */
import { prefectureOf } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { audiences, needs, type Audience, type Need } from '../model/types/programmes.ts';
import type { Library } from './library.ts';
import type { Case } from './nearest.ts';

export const needSlugs = Object.keys(needs) as Need[];
export const audienceSlugs = Object.keys(audiences) as Audience[];

/** A programme that serves a need, with its cases, the newest first. */
export interface Fit {
  readonly programme: Entry<'programmes'>;
  readonly cases: readonly Entry<'events'>[];
}

/** The programmes that serve a need and, where one is given, an audience. */
export function programmesFor(library: Library, language: Language, need: Need, audience?: Audience): Fit[] {
  const events = library.listed('events', language);
  return library
    .listed('programmes', language)
    .filter(({ data }) => data.needs.includes(need) && (!audience || data.audiences.includes(audience)))
    .map((programme) => ({ programme, cases: events.filter(({ data }) => data.programme === programme.slug) }));
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
