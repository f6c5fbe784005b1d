/** The `relation` widget: entries are chosen by their titles, from the ledger, however many there are. */
import { List } from 'immutable';
import { useId, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { TypeName } from '../../src/model/content-types.ts';
import { currentLedger, onLedger } from '../desk/desk.ts';
import { titleOf } from '../desk/ledger.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import type { ControlProps } from './control.ts';
import { findEntries } from './find-entries.ts';
import './relation.css';

export function RelationControl(props: ControlProps<string | List<string>>) {
  const { value, field, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = props;
  const ledger = useSyncExternalStore(onLedger, currentLedger);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const type = field.get('collection') as TypeName;
  const many = field.get('multiple') === true;
  const chosen = List.isList(value) ? value.toArray() : value ? [value] : [];
  const choices = isOpen
    ? findEntries(ledger, query, interfaceLanguage, type).filter(({ slug }) => !chosen.includes(slug))
    : [];

  const put = (slugs: readonly string[]) => onChange(many ? List(slugs) : (slugs[0] ?? null));
  const add = (slug: string) => {
    put(many ? [...chosen, slug] : [slug]);
    setQuery('');
    setActive(0);
    if (!many) setOpen(false);
  };
  const move = (index: number, by: number) => {
    const slugs = [...chosen];
    const [slug] = slugs.splice(index, 1);
    if (slug !== undefined) slugs.splice(index + by, 0, slug);
    put(slugs);
  };
  const title = (slug: string) => {
    const entry = ledger.find((candidate) => candidate.type === type && candidate.slug === slug);
    return entry ? titleOf(entry, interfaceLanguage) : slug;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      setOpen(true);
      setActive(Math.max(0, Math.min(choices.length - 1, active + (isOpen ? step : 0))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = choices[active];
      if (choice) add(choice.slug);
    } else if (event.key === 'Escape') setOpen(false);
  };

  return (
    <div className={`relation ${classNameWrapper}`}>
      <ul className="relation-chosen">
        {chosen.map((slug, index) => (
          <li key={slug}>
            <span>{title(slug)}</span>
            {many && index > 0 && (
              <button
                type="button"
                onClick={() => move(index, -1)}
                aria-label={say({ ja: `「${title(slug)}」を前へ`, en: `Move '${title(slug)}' up` })}
              >
                ↑
              </button>
            )}
            <button
              type="button"
              onClick={() => put(chosen.filter((other) => other !== slug))}
              aria-label={say({ ja: `「${title(slug)}」を外す`, en: `Take '${title(slug)}' out` })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {(many || chosen.length === 0) && (
        <input
          id={forID}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={choices[active] ? `${listId}-${active}` : undefined}
          placeholder={say({ ja: '題名やよみで探す', en: 'Search by title' })}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => {
            setActiveStyle();
            setOpen(true);
          }}
          onBlur={() => {
            setInactiveStyle();
            setOpen(false);
          }}
          onKeyDown={onKeyDown}
        />
      )}
      <ul id={listId} role="listbox" className="relation-list" hidden={choices.length === 0}>
        {choices.map(({ slug, title: name, date }, index) => (
          <li
            key={slug}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // A press must not take the focus from the field before it counts.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(slug)}
          >
            {name} <small>{date ?? slug}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
