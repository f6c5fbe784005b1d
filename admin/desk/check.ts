/** What would stop the publication of an entry, in the words of the build. */
import { guardSource, guard, syntaxFinding } from '../../src/body/guard.ts';
import { parse } from '../../src/body/parse.ts';
import { readMaps, readValues, type Values } from '../../src/entries/write.ts';
import { interfaceLanguage } from '../parts/language.ts';
import type { PlannedFile } from '../backends/guarded.ts';

/** The refusals of the texts that would be published; none for drafts, which may be unfinished. */
export function refusalsOf(files: readonly PlannedFile[]): string[] {
  return files.flatMap(({ path, content }) => {
    const versions = path.endsWith('.yaml') ? Object.values(readMaps(content) ?? {}) : [readValues(content)];
    return (versions as (Values | undefined)[])
      .filter((values) => values?.['status'] === 'published')
      .flatMap((values) => findingsOf(String(values?.['body'] ?? '')))
      .map(({ line, message, remedy }) => `${path}:${line} ${message[interfaceLanguage]} ${remedy[interfaceLanguage]}`);
  });
}

/** Everything that the text engine refuses in a source. */
export function findingsOf(source: string) {
  const tooLarge = guardSource(source);
  if (tooLarge.length > 0) return tooLarge;
  try {
    return guard(parse(source));
  } catch (error) {
    return [syntaxFinding(error, source)];
  }
}
