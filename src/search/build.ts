/** The search index of a language as files, from the library. */
import { createIndex } from 'pagefind';
import type { Language } from '../i18n/languages.ts';
import type { Library } from '../queries/library.ts';
import { recordsOf } from './records.ts';

/** The files that the search page fetches; Pagefind's own interfaces and the highlighter are not among them. */
const needed =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.(pagefind|pf_meta|pf_index|pf_fragment|pf_filter))$/;

/** Builds the index of a language; gives its files by path. Throws where Pagefind refuses a record. */
export async function buildIndex(library: Library, language: Language): Promise<Map<string, Uint8Array>> {
  // English, because it cuts at spaces and nowhere else; and Latin words keep their stems.
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  for (const record of recordsOf(library, language)) {
    const { errors: refused } = await index.addCustomRecord({ ...record, language: 'en' });
    if (refused.length > 0) throw new Error(`${record.url}: ${refused.join('\n')}`);
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return new Map(files.filter(({ path }) => needed.test(path)).map(({ path, content }) => [path, content]));
}
