/** The `string` widget: a line of text. The name of an entry that was saved is its file's, and stays. */
import type { ControlProps } from './control.ts';
import { openEntry } from '../desk/open-entry.ts';

export function LineControl({
  value,
  field,
  forID,
  classNameWrapper,
  onChange,
  setActiveStyle,
  setInactiveStyle,
}: ControlProps<string>) {
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
