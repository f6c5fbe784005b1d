/** How many took part, as a reader is told it: the number, whom it counts, and what kind of count it is. */
import type { Entry } from '../entries/entry.ts';
import { words } from '../i18n/words.ts';
import { counts } from '../model/types/events.ts';

/** One phrase for each count: 「約230人（実績の報告）」, "20 diplomats (announced beforehand)". */
export function attendanceOf({ data, language }: Entry<'events'>): string[] {
  const t = words[language];
  return data.attendance.map(({ people, most, approximate, count, who }) => {
    const [least, upTo] = [people, most].map((amount) => amount?.toLocaleString(language));
    const number = upTo ? t.range(least ?? '', upTo) : (least ?? '');
    const amount = approximate ? t.about(number) : number;
    const whom = who?.[language];
    return t.counted(amount, whom, counts[count][language]);
  });
}
