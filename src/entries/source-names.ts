/** Where entries name one source in different ways, so that readers would take it for two. */
import { defaultLanguage, type Words } from '../i18n/languages.ts';
import { standings } from '../model/fields.ts';
import type { Entry } from './entry.ts';

/** A source that an entry names otherwise than most entries do. */
export interface OddName {
  readonly url: string;
  readonly message: Words;
  readonly remedy: Words;
}

type Source = Entry<'events'>['data']['sources'][number];

/** What is to be the same wherever an address is named; the date may be that of another look at the page. */
const nameOf = ({ title, publisher, standing }: Source) => JSON.stringify([title, publisher, standing]);

/**
 * Gives the sources of an entry whose address most entries name otherwise, by title, publisher or standing; of two names
 * that are equally common, the one that comes first in the entries is the name. Entries in the default language alone have
 * sources of their own.
 */
export function oddNamesIn(entries: readonly Entry[]): (entry: Entry) => OddName[] {
  const names = new Map<string, Map<string, { source: Source; count: number }>>();
  for (const { url, source } of entries.flatMap(addressed)) {
    const known = names.get(url) ?? new Map<string, { source: Source; count: number }>();
    const { count } = known.get(nameOf(source)) ?? { count: 0 };
    names.set(url, known.set(nameOf(source), { source, count: count + 1 }));
  }
  return (entry) =>
    addressed(entry).flatMap(({ url, source }) => {
      const [usual] = [...(names.get(url)?.values() ?? [])].sort((a, b) => b.count - a.count);
      if (!usual || nameOf(usual.source) === nameOf(source)) return [];
      const { title, publisher, standing } = usual.source;
      return [
        {
          url,
          message: {
            ja: '出典の資料名、発行者か性質が、同じURLのほかの出典と違います。',
            en: 'The title, publisher or standing of this source differs from the same URL elsewhere.',
          },
          remedy: {
            ja: `「${title.ja}」（${publisher.ja}、${standings[standing].ja}）にそろえるか、ほかのほうを直してください。`,
            en: `Write “${title.en}” (${publisher.en}, ${standings[standing].en}), or mend the others.`,
          },
        },
      ];
    });
}

function addressed({ language, data }: Entry): { url: string; source: Source }[] {
  if (language !== defaultLanguage || !('sources' in data)) return [];
  return data.sources.flatMap((source) => (source.url ? [{ url: source.url, source }] : []));
}
