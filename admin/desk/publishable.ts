import type { Language } from '../../src/i18n/languages.ts';
import { textName } from '../../src/entries/entry.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { readMaps, readValues, writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';

/** A file with the status of one language set to published, to see what that would take. */
export function publishable(type: TypeName, path: string, content: string, language: Language): string {
  if (contentTypes[type].storage === 'file') {
    const maps = readMaps(content) ?? {};
    const values = maps[language] as Values | undefined;
    return values ? writeMaps(type, content, { ...maps, [language]: { ...values, status: 'published' } }) : content;
  }
  const values = readValues(content);
  return values && path.endsWith(`/${textName(language)}`)
    ? writeEntry(type, content, { ...values, status: 'published' })
    : content;
}
