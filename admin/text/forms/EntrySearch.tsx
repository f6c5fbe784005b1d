/** Finds an entry of the site by its words, and shows the one that is chosen (WAI-ARIA's combobox with a list box). */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { words as siteWords } from '../../../src/i18n/words.ts';
import type { TypeName } from '../../../src/model/content-types.ts';
import { interfaceLanguage, say } from '../../parts/language.ts';
import { found } from '../joined.ts';
import type { EntryChoice, TextServices } from '../services.ts';
import { words } from '../words.ts';
import { startHere } from '../../parts/dialog.tsx';
import { Field } from './Field.tsx';

/** Milliseconds of rest before a search. */
const pause = 100;

interface Props {
  readonly label: string;
  readonly services: TextServices;
  readonly type?: TypeName;
  readonly optional?: boolean | undefined;
  readonly fault: Words | undefined;
  /** What is chosen, as the editor reads it. */
  readonly chosen: string | undefined;
  readonly onChoose: (entry: EntryChoice | undefined) => void;
}

/** The answer to a search, with the words that were sought. */
interface Found {
  readonly query: string;
  readonly entries: readonly EntryChoice[] | 'failed';
}

export function EntrySearch({ label, services, type, optional, fault, chosen, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** True once something was chosen or given up here: then the focus follows. */
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    if (!touched) return;
    const form = box.current?.closest('form');
    // What is chosen is done with: the form goes on behind it.
    const next = [...(form?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])].find(
      (field) => (box.current?.compareDocumentPosition(field) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    if (chosen === undefined) box.current?.querySelector<HTMLElement>('input')?.focus();
    else (next ?? form?.querySelector<HTMLElement>('.primary'))?.focus();
  }, [chosen === undefined, touched]);

  const choose = (entry: EntryChoice | undefined) => {
    setTouched(true);
    onChoose(entry);
  };
  return (
    <div ref={box}>
      {chosen === undefined ? (
        <Search label={label} services={services} type={type} optional={optional} fault={fault} onChoose={choose} />
      ) : (
        <Field label={label} optional={optional} fault={fault}>
          {(attributes) => (
            <div className="tx-chosen">
              <span>{chosen}</span>
              <button type="button" {...attributes} ref={startHere} aria-invalid={undefined} onClick={() => choose(undefined)}>
                {say(words.buttons.other)}
              </button>
            </div>
          )}
        </Field>
      )}
    </div>
  );
}

function Search({
  label,
  services,
  type,
  optional,
  fault,
  onChoose,
}: Omit<Props, 'chosen' | 'type'> & { readonly type: TypeName | undefined }) {
  const [query, setQuery] = useState('');
  const [composing, setComposing] = useState(false);
  const [answer, setAnswer] = useState<Found | undefined>();
  const [isOpen, setOpen] = useState(true);
  const [active, setActive] = useState<number | undefined>();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  useEffect(() => {
    if (composing) return undefined;
    let current = true;
    const take = (entries: Found['entries']) => {
      if (!current) return;
      setAnswer({ query, entries });
      // What fits best is ready for Enter; a list that nobody has asked for has no best.
      setActive(query.trim() !== '' && entries.length > 0 && entries !== 'failed' ? 0 : undefined);
    };
    const timer = setTimeout(() => {
      services.findEntries(query, type).then(take, () => take('failed'));
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, composing, services, type]);

  useEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const entries = answer && answer.entries !== 'failed' ? answer.entries : [];
  const shown = isOpen && entries.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = entries.length - 1;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && last >= 0) {
      const down = event.key === 'ArrowDown';
      setOpen(true);
      setActive((at) => {
        if (at === undefined || !shown) return down ? 0 : last;
        return down ? (at === last ? 0 : at + 1) : at === 0 ? last : at - 1;
      });
    } else if (event.key === 'Enter') {
      // A search is not the answer of the form; nor is what an older search has found that of this one.
      const entry = shown && answer?.query === query && active !== undefined ? entries[active] : undefined;
      if (entry) onChoose(entry);
    } else if (event.key === 'Escape' && shown) {
      setOpen(false);
      setActive(undefined);
    } else return;
    event.preventDefault();
  };

  const status =
    answer === undefined
      ? say(words.entries.searching)
      : answer.entries === 'failed'
        ? say(words.entries.failed)
        : entries.length === 0
          ? say(words.entries.none)
          : undefined;

  return (
    <Field label={label} hint={say(words.entries.search)} optional={optional} fault={fault}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            ref={startHere}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-activedescendant={shown && active !== undefined ? `${id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onKeyDown={onKeyDown}
          />
          <p role="status" className={status ? 'tx-search-status' : 'tx-unseen'}>
            {status ?? found(entries.length)}
          </p>
          <ul
            ref={list}
            tabIndex={-1}
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            className="tx-entries"
            hidden={!shown}
          >
            {entries.map((entry, index) => (
              <li
                key={`${entry.type}/${entry.slug}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                title={entry.title}
                // A press must not take the focus from the field before it counts.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
              >
                <span>{entry.title}</span>
                <small>
                  {siteWords[interfaceLanguage].types[entry.type]}　{entry.date ?? entry.slug}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
