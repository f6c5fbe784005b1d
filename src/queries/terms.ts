/** The term base as texts, the glossary and the check ask of it. */
import type { Language } from '../i18n/languages.ts';
import { finderOf, termFormsOf, type TermFinder } from '../terms/forms.ts';
import type { Library } from './library.ts';

const finders = new WeakMap<Library, Map<Language, TermFinder>>();

/** The finder of the terms that are published in the language; made once for a library. */
export function termFinderOf(library: Library, language: Language): TermFinder {
  const kept = finders.get(library) ?? new Map<Language, TermFinder>();
  finders.set(library, kept);
  let finder = kept.get(language);
  if (!finder) {
    finder = finderOf(library.written('terms', language).map(({ slug, data }) => termFormsOf(slug, data, language)));
    kept.set(language, finder);
  }
  return finder;
}
