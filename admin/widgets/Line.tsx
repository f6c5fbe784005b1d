/** The `string` widget: a line of text, or a date. The name of an entry that was saved is its file's, and stays. */
import { datePattern } from '../../src/model/fields.ts';
import { openEntry } from '../desk/open-entry.ts';
import type { ControlProps } from './control.ts';
import { DateLine } from './DateLine.tsx';

export function LineControl(props: ControlProps<string>) {
  const isDate = props.field.getIn(['pattern', 0]) === datePattern;
  return isDate ? <DateLine {...props} /> : <Line {...props} />;
}

function Line({ value, field, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle }: ControlProps<string>) {
  const isName = field.get('name') === 'slug' && field.get('required') === true;
  return (
    <input
      id={forID}
      type="text"
      className={classNameWrapper}
      value={value ?? ''}
      readOnly={isName && openEntry()?.isNew === false}
      onChange={({ target }) => onChange(target.value)}
      onFocus={setActiveStyle}
      onBlur={setInactiveStyle}
    />
  );
}
