/** The `relation` widget: entries are chosen by their titles, from the ledger, however many there are. */
import { List } from 'immutable';
import { useSyncExternalStore } from 'react';
import type { TypeName } from '../../src/model/content-types.ts';
import { currentLedger, onLedger } from '../desk/desk.ts';
import { titleOf } from '../desk/ledger.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import type { ControlProps } from './control.ts';
import { findEntries } from './find-entries.ts';
import { Picker } from './Picker.tsx';

export function RelationControl({
  value,
  field,
  forID,
  classNameWrapper,
  onChange,
  setActiveStyle,
  setInactiveStyle,
}: ControlProps<string | List<string>>) {
  const ledger = useSyncExternalStore(onLedger, currentLedger);
  const type = field.get('collection') as TypeName;
  const many = field.get('multiple') === true;
  return (
    <Picker
      id={forID}
      className={classNameWrapper}
      chosen={List.isList(value) ? value.toArray() : value ? [value] : []}
      many={many}
      ordered={many}
      placeholder={say({ ja: '題名やよみで探す', en: 'Search by title' })}
      labelOf={(slug) => {
        const entry = ledger.find((candidate) => candidate.type === type && candidate.slug === slug);
        return entry ? titleOf(entry, interfaceLanguage) : slug;
      }}
      find={(query) =>
        findEntries(ledger, query, interfaceLanguage, type).map(({ slug, title, date }) => ({
          value: slug,
          label: title,
          note: date ?? slug,
        }))
      }
      choose={(slugs) => onChange(many ? List(slugs) : (slugs[0] ?? null))}
      onFocus={setActiveStyle}
      onBlur={setInactiveStyle}
    />
  );
}
