/** A date as exact as its source, written or taken from the calendar; below it, as readers will see it. */
import { useRef } from 'react';
import { formatDate } from '../../src/i18n/dates.ts';
import { isCalendarDate } from '../../src/model/spelling.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import { readDate } from '../parts/read-date.ts';
import type { ControlProps } from './control.ts';
import './date-line.css';

export function DateLine({
  value = '',
  forID,
  classNameWrapper,
  onChange,
  setActiveStyle,
  setInactiveStyle,
}: ControlProps<string>) {
  const calendar = useRef<HTMLInputElement>(null);
  const exists = isCalendarDate(value);
  return (
    <div className={classNameWrapper}>
      <div className="date-line">
        <input
          id={forID}
          type="text"
          autoComplete="off"
          placeholder={say({ ja: '例：2026-01-29、2026-01、2026', en: 'As in 2026-01-29, 2026-01 or 2026' })}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onFocus={setActiveStyle}
          onBlur={() => {
            setInactiveStyle();
            if (readDate(value) !== value) onChange(readDate(value));
          }}
        />
        {exists && <output htmlFor={forID}>{formatDate(value, interfaceLanguage)}</output>}
        <button
          type="button"
          title={say({ ja: 'カレンダーから選ぶ', en: 'Choose from a calendar' })}
          aria-label={say({ ja: 'カレンダーから選ぶ', en: 'Choose from a calendar' })}
          onClick={() => calendar.current?.showPicker()}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4" />
          </svg>
        </button>
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={exists && value.length === 10 ? value : ''}
          onChange={({ target }) => target.value && onChange(target.value)}
        />
      </div>
    </div>
  );
}
