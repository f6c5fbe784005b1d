/** The fields of an entry as readers would have them: names instead of codes, titles instead of slugs. */
import { Fragment, type ReactNode } from 'react';
import { formatDate } from '../../src/i18n/dates.ts';
import { defaultLanguage, type Language, type Words } from '../../src/i18n/languages.ts';
import type { Field, Fields } from '../../src/model/fields.ts';
import { isCalendarDate } from '../../src/model/spelling.ts';
import type { Values } from '../../src/entries/write.ts';
import { titleOf, type LedgerEntry } from '../desk/ledger.ts';

interface Props {
  readonly fields: Fields;
  readonly values: Values;
  readonly language: Language;
  readonly ledger: readonly LedgerEntry[];
}

/** A list of the fields that hold something, each under its label. */
export function Facts({ fields, values, language, ledger }: Props) {
  const filled = Object.entries(fields).flatMap(([name, field]) => {
    const value = readable(field, values[name], language, ledger);
    return value === undefined || value === '' ? [] : [{ name, label: field.label[language], value }];
  });
  if (filled.length === 0) return null;
  return (
    <dl>
      {filled.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as a reader would have it; nothing where the field is empty. */
function readable(field: Field, value: unknown, language: Language, ledger: readonly LedgerEntry[]): ReactNode {
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  if (!Array.isArray(value)) return single(field, value, language, ledger);
  if (value.length === 0) return undefined;
  return (
    <ul>
      {value.map((item, index) => (
        <li key={index}>{single(field, item, language, ledger)}</li>
      ))}
    </ul>
  );
}

function single(
  { kind, relation, fields, widget }: Field,
  value: unknown,
  language: Language,
  ledger: readonly LedgerEntry[],
): ReactNode {
  if (fields) {
    const values = typeof value === 'object' ? (value as Values) : {};
    if (kind === 'phrase') return shown(values[language] ?? values[defaultLanguage]);
    // One line for a group: what each value is can be seen from the value.
    return Object.entries(fields)
      .map(([name, inner]) => (values[name] === true ? inner.label[language] : readable(inner, values[name], language, ledger)))
      .filter((inner) => inner !== undefined)
      .map((inner, index) => (
        <Fragment key={index}>
          {index > 0 && ' / '}
          {inner}
        </Fragment>
      ));
  }
  if (value === true) return { ja: 'はい', en: 'Yes' }[language];
  const word = shown(value);
  if (relation) {
    const entry = ledger.find(({ type, slug }) => type === relation && slug === word);
    return entry ? titleOf(entry, language) : word;
  }
  if (kind === 'date' && isCalendarDate(word)) return formatDate(word, language);
  const options = widget['options'] as readonly { value: string; label: Words }[] | undefined;
  return options?.find((option) => option.value === word)?.label[language] ?? word;
}

/** What is not of its kind is shown as it is written. */
function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
