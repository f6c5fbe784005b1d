/** The form of a block, made from its declaration: attributes, words, and the blocks inside as forms of their own. */
import { useEffect, useState } from 'react';
import type { Language } from '../../../src/i18n/languages.ts';
import type { Attribute } from '../../../src/model/blocks.ts';
import { say } from '../../parts/language.ts';
import { readDate } from '../../parts/read-date.ts';
import { EntrySearch } from '../forms/EntrySearch.tsx';
import { Field, Form, LineField } from '../forms/Field.tsx';
import { PictureField } from '../forms/PictureField.tsx';
import { withAction, withAside } from '../joined.ts';
import type { TextServices } from '../services.ts';
import { words } from '../words.ts';
import { faultsOf, type Faults } from './faults.ts';
import { emptyValues, listsParts, type BlockValues, type Declarations } from './values.ts';

interface Setting {
  readonly blocks: Declarations;
  readonly language: Language;
  readonly services: TextServices;
}

export function BlockForm({
  values: given,
  onAnswer,
  ...setting
}: Setting & { readonly values: BlockValues; readonly onAnswer: (values: BlockValues | undefined) => void }) {
  const [values, setValues] = useState(given);
  return (
    <Form
      faults={faultsOf(setting.blocks, values)}
      changed={JSON.stringify(values) !== JSON.stringify(given)}
      confirm={given.written ? words.buttons.apply : words.buttons.insert}
      cancel={() => onAnswer(undefined)}
      onConfirm={() => onAnswer(values)}
    >
      {(faults) => <Fields {...setting} values={values} path="" faults={faults} onChange={setValues} />}
    </Form>
  );
}

interface FieldsProps extends Setting {
  readonly values: BlockValues;
  readonly path: string;
  readonly faults: Faults;
  readonly onChange: (values: BlockValues) => void;
}

function Fields({ values, path, faults, onChange, ...setting }: FieldsProps) {
  const block = setting.blocks[values.name];
  if (!block) return null;
  const { holds } = block;
  const hasWords = holds !== 'nothing' && !listsParts(block, values.written);
  return (
    <>
      {Object.entries(block.attributes as Record<string, Attribute>).map(([name, attribute]) => (
        <AttributeField
          key={name}
          {...setting}
          attribute={attribute}
          value={values.attributes[name] ?? ''}
          fault={faults.get(path + name)}
          onChange={(value) => onChange({ ...values, attributes: { ...values.attributes, [name]: value } })}
        />
      ))}
      {hasWords && (
        <Field label={say(holds === 'phrase' ? words.form.phrase : words.form.text)} fault={faults.get(`${path}words`)}>
          {(attributes) => (
            <textarea
              {...attributes}
              lang={setting.language}
              className={holds === 'phrase' ? 'tx-line' : 'tx-words'}
              rows={holds === 'phrase' ? 2 : 6}
              value={values.words}
              onChange={({ target }) => onChange({ ...values, words: target.value })}
            />
          )}
        </Field>
      )}
      {typeof holds === 'object' && listsParts(block, values.written) && (
        <Parts {...setting} only={holds.only} values={values} path={path} faults={faults} onChange={onChange} />
      )}
    </>
  );
}

function Parts({ only, values, path, faults, onChange, ...setting }: FieldsProps & { readonly only: string }) {
  const block = setting.blocks[only];
  if (!block) return null;
  const label = say(block.label);
  const { parts } = values;
  const change = (changed: readonly BlockValues[]) => onChange({ ...values, parts: changed });
  const move = (from: number, to: number) => {
    const moved = [...parts];
    moved.splice(to, 0, ...moved.splice(from, 1));
    change(moved);
  };
  const fault = faults.get(`${path}parts`);
  return (
    <div className="tx-parts" data-fault={fault ? '' : undefined}>
      {parts.map((part, index) => {
        const name = `${label} ${index + 1}`;
        return (
          // Two parts may be equal in every value: only their places tell them apart.
          <fieldset key={index}>
            <legend>{name}</legend>
            <Fields
              {...setting}
              values={part}
              path={`${path}parts.${index}.`}
              faults={faults}
              onChange={(changed) => change(parts.map((other, at) => (at === index ? changed : other)))}
            />
            <p className="tx-part-buttons">
              <button
                type="button"
                aria-label={withAction(name, say(words.buttons.up))}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                ↑ {say(words.buttons.up)}
              </button>
              <button
                type="button"
                aria-label={withAction(name, say(words.buttons.down))}
                disabled={index === parts.length - 1}
                onClick={() => move(index, index + 1)}
              >
                ↓ {say(words.buttons.down)}
              </button>
              <button
                type="button"
                className="danger"
                aria-label={withAction(name, say(words.buttons.remove))}
                onClick={() => change(parts.filter((_part, at) => at !== index))}
              >
                {say(words.buttons.remove)}
              </button>
            </p>
          </fieldset>
        );
      })}
      {fault && <small className="tx-fault">{say(fault)}</small>}
      <button type="button" onClick={() => change([...parts, emptyValues(setting.blocks, only)])}>
        ＋ {withAction(say(words.buttons.add), label)}
      </button>
    </div>
  );
}

interface AttributeProps extends Setting {
  readonly attribute: Attribute;
  readonly value: string;
  readonly fault: ReturnType<Faults['get']>;
  readonly onChange: (value: string) => void;
}

function AttributeField({ attribute, value, fault, services, language, onChange }: AttributeProps) {
  const { label, optional, holds, options, unset } = attribute;
  const usual = unset && options?.[unset];
  const about = { label: say(label), optional, fault };
  if (options) {
    return (
      <Field {...about}>
        {(attributes) => (
          <select {...attributes} value={value} onChange={({ target }) => onChange(target.value)}>
            <option value="">
              {usual ? withAside(say(usual), say(words.form.unset)) : say(optional ? words.form.choose : words.form.chooseOne)}
            </option>
            {!Object.hasOwn(options, value) && value !== '' && <option value={value}>{value}</option>}
            {Object.entries(options).map(([name, words]) => (
              <option key={name} value={name}>
                {say(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  if (holds === 'picture') return <PictureField {...about} value={value} services={services} onChange={onChange} />;
  if (holds === 'event') return <EventField {...about} value={value} services={services} onChange={onChange} />;
  if (holds === 'date') {
    return <LineField {...about} hint={say(words.form.date)} value={value} read={readDate} onChange={onChange} />;
  }
  return <LineField {...about} value={value} lang={language} onChange={onChange} />;
}

function EventField({
  value,
  services,
  onChange,
  ...about
}: Pick<AttributeProps, 'value' | 'services' | 'fault' | 'onChange'> & { label: string; optional: boolean | undefined }) {
  const [title, setTitle] = useState<string | undefined>();
  useEffect(() => {
    if (value === '') return undefined;
    let current = true;
    services.findEntries(value, 'events').then(
      (entries) => current && setTitle(entries.find(({ slug }) => slug === value)?.title),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [value, services]);
  return (
    <EntrySearch
      {...about}
      services={services}
      type="events"
      chosen={value === '' ? undefined : title ? withAside(title, value) : value}
      onChoose={(entry) => {
        setTitle(entry?.title);
        onChange(entry?.slug ?? '');
      }}
    />
  );
}
