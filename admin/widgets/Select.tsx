/** The `select` widget: a menu for a few values, a field to search in for prefectures and countries. */
import { List, type Map as ImmutableMap } from 'immutable';
import { say } from '../parts/language.ts';
import type { ControlProps } from './control.ts';
import { findChoices } from './find-choices.ts';
import { Picker, type Choice } from './Picker.tsx';

/** More than this are not looked through with the eye. */
const few = 12;

export function SelectControl({
  value,
  field,
  forID,
  classNameWrapper,
  onChange,
  setActiveStyle,
  setInactiveStyle,
}: ControlProps<string | List<string>>) {
  const options = (field.get('options') as List<ImmutableMap<string, string>>).toArray();
  const choices = options.map((option): Choice => ({ value: option.get('value', ''), label: option.get('label', '') }));
  const many = field.get('multiple') === true;
  const chosen = List.isList(value) ? value.toArray() : value ? [value] : [];
  const labelOf = (wanted: string) => choices.find((choice) => choice.value === wanted)?.label ?? wanted;
  if (!many && choices.length <= few) {
    const [current = ''] = chosen;
    const isKnown = choices.some((choice) => choice.value === current);
    return (
      <select
        id={forID}
        className={`select ${classNameWrapper}`}
        value={current}
        onChange={({ target }) => onChange(target.value)}
        onFocus={setActiveStyle}
        onBlur={setInactiveStyle}
      >
        {!isKnown && <option value={current}>{current || say({ ja: '選んでください', en: 'Choose' })}</option>}
        {isKnown && field.get('clearable') === true && <option value="">{say({ ja: '（なし）', en: '(none)' })}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <Picker
      id={forID}
      className={classNameWrapper}
      chosen={chosen}
      many={many}
      ordered={false}
      placeholder={say({ ja: '名前やよみで探す', en: 'Search by name' })}
      labelOf={labelOf}
      find={(query) => findChoices(choices, query)}
      choose={(values) => onChange(many ? List(values) : (values[0] ?? ''))}
      onFocus={setActiveStyle}
      onBlur={setInactiveStyle}
    />
  );
}
