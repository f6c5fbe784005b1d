/** Where an article is set, as a newspaper's place line names it. */
import { prefectureSlugs } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import { placeName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { facetsOf } from './facets.ts';

/** More places than this are counted, not named. */
const most = 5;

/** The municipalities, and the prefectures of which none is named, in the JIS code's order; undefined where there is no place. */
export function placeLine(entry: Entry<'articles'>): string | undefined {
  const { language, data } = entry;
  const t = words[language];
  const named = facetsOf(entry).prefecture;
  if (named.length > most) return t.prefecturesInAll(named.length);
  const places = prefectureSlugs
    .filter((slug) => named.includes(slug))
    .flatMap((slug) => {
      const towns = data.municipalities.filter(({ prefecture }) => prefecture === slug);
      const prefecture = placeName(slug, language);
      return towns.length > 0 ? towns.map(({ name }) => t.townIn(name[language] ?? name.ja, prefecture)) : [prefecture];
    });
  return places.join(t.semicolon) || undefined;
}
