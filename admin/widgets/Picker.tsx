/** A list of what is chosen, and a field that finds more by any of its words: for any number of choices. */
import { useId, useState, type KeyboardEvent } from 'react';
import { say } from '../parts/language.ts';
import './picker.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What tells two choices of the same name apart. */
  readonly note?: string;
}

interface Props {
  readonly id: string;
  readonly className: string;
  readonly chosen: readonly string[];
  readonly many: boolean;
  /** True where the order means something, so that it can be changed. */
  readonly ordered: boolean;
  readonly placeholder: string;
  labelOf(value: string): string;
  find(query: string): readonly Choice[];
  choose(values: readonly string[]): void;
  onFocus(): void;
  onBlur(): void;
}

export function Picker({ id, className, chosen, many, ordered, placeholder, labelOf, find, choose, onFocus, onBlur }: Props) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const choices = isOpen ? find(query).filter(({ value }) => !chosen.includes(value)) : [];

  const add = (value: string) => {
    choose(many ? [...chosen, value] : [value]);
    setQuery('');
    setActive(0);
    if (!many) setOpen(false);
  };
  const move = (index: number, by: number) => {
    const values = [...chosen];
    const [value] = values.splice(index, 1);
    if (value !== undefined) values.splice(index + by, 0, value);
    choose(values);
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
      if (choice) add(choice.value);
    } else if (event.key === 'Escape') setOpen(false);
  };

  return (
    <div className={`picker ${className}`}>
      <ul className="picker-chosen">
        {chosen.map((value, index) => (
          <li key={value}>
            <span>{labelOf(value)}</span>
            {ordered && index > 0 && (
              <button
                type="button"
                onClick={() => move(index, -1)}
                aria-label={say({ ja: `「${labelOf(value)}」を前へ`, en: `Move '${labelOf(value)}' up` })}
              >
                ↑
              </button>
            )}
            {ordered && index < chosen.length - 1 && (
              <button
                type="button"
                onClick={() => move(index, 1)}
                aria-label={say({ ja: `「${labelOf(value)}」を後へ`, en: `Move '${labelOf(value)}' down` })}
              >
                ↓
              </button>
            )}
            <button
              type="button"
              onClick={() => choose(chosen.filter((other) => other !== value))}
              aria-label={say({ ja: `「${labelOf(value)}」を外す`, en: `Take '${labelOf(value)}' out` })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {(many || chosen.length === 0) && (
        <input
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-activedescendant={choices[active] ? `${listId}-${active}` : undefined}
          placeholder={placeholder}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => {
            onFocus();
            setOpen(true);
          }}
          onBlur={() => {
            onBlur();
            setOpen(false);
          }}
          onKeyDown={onKeyDown}
        />
      )}
      <ul
        id={listId}
        role="listbox"
        aria-label={say({ ja: '候補', en: 'Suggestions' })}
        className="picker-list"
        hidden={choices.length === 0}
      >
        {choices.map(({ value, label, note }, index) => (
          <li
            key={value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-label={label}
            // A press must not take the focus from the field before it counts.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(value)}
          >
            {label} {note && <small>{note}</small>}
          </li>
        ))}
      </ul>
      {isOpen && query !== '' && choices.length === 0 && (
        <p className="picker-none" role="status">
          {say({ ja: '見つかりませんでした', en: 'Nothing found' })}
        </p>
      )}
    </div>
  );
}
