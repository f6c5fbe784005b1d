/** Which programmes reached which prefectures: the cases of the register, counted. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import { question } from './questions.ts';
import { caseOf } from './support.ts';

export interface ProgrammeCounts {
  readonly programme: Entry<'programmes'>;
  /** How many of its cases name a place in Japan. */
  readonly cases: number;
  /** How many of them each prefecture has, by its slug; a case in two prefectures counts in both. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Every programme that has cases with a place in Japan, the one with most of them first. What was cancelled is left out. */
export const programmeCounts = question('programmeCounts', (library, language: Language): ProgrammeCounts[] => {
  const held = library.listed('events', language).filter(({ data }) => !data.cancelled);
  return library
    .listed('programmes', language)
    .map((programme) => {
      const placed = held
        .filter(({ data }) => data.programme === programme.slug)
        .map((event) => caseOf(event).prefectures)
        .filter((prefectures) => prefectures.length > 0);
      const counts = new Map<string, number>();
      for (const slug of placed.flat()) counts.set(slug, (counts.get(slug) ?? 0) + 1);
      return { programme, cases: placed.length, counts };
    })
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.cases - a.cases);
});
