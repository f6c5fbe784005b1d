/** The entries of a list, in portions. Those that are only under review stand below, in a list of their own. */
import { isMap, type List, type Map as ImmutableMap } from 'immutable';
import { More, portion, usePortions } from '../parts/More.tsx';
import { say } from '../parts/language.ts';
import EntryCard from './EntryCard.tsx';
import './entry-list.css';

type Collection = ImmutableMap<string, string>;
type Entry = ImmutableMap<string, unknown>;

/** What Decap hands to a list, as far as this one uses it. */
interface Props {
  /** The collection whose list it is, or those of a search. */
  readonly collections: Collection | Iterable<Collection>;
  readonly entries: List<Entry>;
  /** The order that the entries stand in. */
  readonly sortFields?: readonly ImmutableMap<'key' | 'direction', string>[];
  readonly showPublishedEntries?: boolean;
  readonly showUnpublishedEntries?: boolean;
  getWorkflowStatus(collection: string, slug: string): string | null | undefined;
  getUnpublishedEntries?(collection: string): readonly Entry[];
}

export default function EntryList({
  collections,
  entries,
  sortFields = [],
  showPublishedEntries = true,
  showUnpublishedEntries = true,
  getWorkflowStatus,
  getUnpublishedEntries = () => [],
}: Props) {
  if (!isMap(collections)) {
    const searched = [...(collections as Iterable<Collection>)];
    return <Portions entries={entries.toArray()} collections={searched} getWorkflowStatus={getWorkflowStatus} />;
  }
  const collection = collections as Collection;
  const published = new Set(entries.map((entry) => entry.get('slug')));
  const unpublished = showUnpublishedEntries
    ? getUnpublishedEntries(collection.get('name', '')).filter((entry) => !published.has(entry.get('slug')))
    : [];
  const list = { collections: [collection], getWorkflowStatus };
  return (
    <>
      {showPublishedEntries && <Portions entries={entries.toArray()} {...list} />}
      {unpublished.length > 0 && (
        <>
          <h2 className="entry-list-heading">{say({ ja: 'まだ公開されていないもの', en: 'Not yet published' })}</h2>
          <Portions entries={sorted(unpublished, sortFields)} {...list} />
        </>
      )}
    </>
  );
}

/** How many of a list are shown, by its first entry: Decap makes a list anew whenever anything in its store changes. */
const shownOf = new Map<string, number>();

function Portions({
  entries,
  collections,
  getWorkflowStatus,
}: { entries: readonly Entry[]; collections: readonly Collection[] } & Pick<Props, 'getWorkflowStatus'>) {
  const list = `${collections.map((collection) => collection.get('name')).join()} ${String(entries[0]?.get('path'))}`;
  const { shown, more, list: cards } = usePortions<HTMLUListElement>(shownOf.get(list));
  return (
    <>
      <ul ref={cards} className="entry-list">
        {entries.slice(0, shown).map((entry) => {
          const type = String(entry.get('collection') ?? collections[0]?.get('name'));
          const collection = collections.find((one) => one.get('name') === type);
          const slug = String(entry.get('slug'));
          return (
            collection && (
              <EntryCard
                key={`${type}/${slug}`}
                collection={collection}
                collectionLabel={collections.length > 1 && collection.get('label')}
                entry={entry}
                workflowStatus={getWorkflowStatus(type, slug)}
              />
            )
          );
        })}
      </ul>
      <More
        left={entries.length - shown}
        onMore={() => {
          shownOf.set(list, shown + portion);
          more();
        }}
      />
    </>
  );
}

/** Entries in the order that the editor chose for the list, by code units as Decap has it. */
function sorted(entries: readonly Entry[], sortFields: NonNullable<Props['sortFields']>): Entry[] {
  const valueOf = (entry: Entry, field: (typeof sortFields)[number]) => String(entry.getIn(['data', field.get('key')]) ?? '');
  return entries.toSorted((a, b) => {
    for (const field of sortFields) {
      const [first, second] = field.get('direction') === 'Ascending' ? [a, b] : [b, a];
      const [own, other] = [valueOf(first, field), valueOf(second, field)];
      if (own !== other) return own < other ? -1 : 1;
    }
    return 0;
  });
}
