/** Lists in pages: a page asks for its own slice, so that what changes in another leaves it as it was. */
import type { Entry } from '../entries/entry.ts';
import type { Language } from '../i18n/languages.ts';
import type { TypeName } from '../model/content-types.ts';
import { anniversaries } from './anniversaries.ts';
import type { Library } from './library.ts';
import { noticesByState } from './notices.ts';
import { question } from './questions.ts';

/** The most entries on a page of a list, with which its HTML keeps within the budget of `tools/weigh.ts`. */
export const mostOnPage = 48;

/** One page of a list. Every language lists every entry, so that all have as many pages. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** How many pages the list has, at least one. */
  readonly pages: number;
}

function cut<Item>(items: readonly Item[], page: number): ListPage<Item> {
  return {
    items: items.slice((page - 1) * mostOnPage, page * mostOnPage),
    pages: Math.max(1, Math.ceil(items.length / mostOnPage)),
  };
}

const pageOfList = question('pageOfList', (library, type: TypeName, language: Language, page: number) =>
  cut(library.listed(type, language), page),
);

/** A page of the list of a type, in the type's order; the first is 1. */
export function listPage<T extends TypeName>(library: Library, type: T, language: Language, page: number): ListPage<Entry<T>> {
  return pageOfList(library, type, language, page) as unknown as ListPage<Entry<T>>;
}

/** A page of the notices on the day `today` (YYYY-MM-DD): the open ones stand together on the first, the past ones are cut. */
export const noticesPage = question('noticesPage', (library, language: Language, today: string, page: number) => {
  const { open, past } = noticesByState(library.listed('notices', language), today);
  return { ...cut(past, page), open: page === 1 ? open : [] };
});

/**
 * A page of the anniversaries after the day `today` (YYYY-MM-DD). The first tells how many there are: all, those that the calendar
 * holds and those that it leaves out.
 */
export const anniversariesPage = question('anniversariesPage', (library, language: Language, today: string, page: number) => {
  const all = anniversaries(library, language, today);
  const written = all.filter(({ entry }) => entry.language === language);
  const held = written.filter(({ date }) => date.length === 10).length;
  const counts = page === 1 ? { all: all.length, held, left: written.length - held } : undefined;
  return { ...cut(all, page), counts };
});

/**
 * What a row of links to the pages of a list shows: the first, the last, the page itself and its neighbours; undefined
 * where others between two of them are left out. A page that would be left out alone is shown: a sign were no shorter.
 */
export function shownPages(page: number, pages: number): (number | undefined)[] {
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  );
  return shown.flatMap((number, index) => {
    const left = index === 0 ? 0 : number - (shown[index - 1] ?? 0) - 1;
    if (left === 1) return [number - 1, number];
    return left > 1 ? [undefined, number] : [number];
  });
}
