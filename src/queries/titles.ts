/** The title of an entry, whatever its type. */
import { placeName } from '../i18n/names.ts';
import type { Entry } from '../entries/entry.ts';

/** The entry's own title; a prefecture's introduction bears the prefecture's name. */
export function titleOf(entry: Entry): string {
  return 'title' in entry.data ? entry.data.title : placeName(entry.slug, entry.language);
}
