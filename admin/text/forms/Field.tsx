/** The parts of which the forms of a text are made: a label, a field, and what is wrong with it. */
import { useContext, useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { say } from '../../parts/language.ts';
import { words } from '../words.ts';
import { LeavingContext } from './ask-form.tsx';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly fault: Words | undefined;
  readonly children: (attributes: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

export function Field({ label, hint, optional = false, fault, children }: FieldProps) {
  const id = useId();
  return (
    <div className="tx-field" data-fault={fault ? '' : undefined}>
      <label htmlFor={id}>
        {label}
        {!optional && <span className="tx-required">{say(words.form.required)}</span>}
      </label>
      <div id={`${id}-about`}>
        {hint && <small>{hint}</small>}
        {fault && <small className="tx-fault">{say(fault)}</small>}
      </div>
      {children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': fault !== undefined })}
    </div>
  );
}

interface LineProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly lang?: string;
  readonly onChange: (value: string) => void;
  /** What is written as it should be read, once the field is left. */
  readonly read?: (value: string) => string;
}

/** One line of text, which is shown on as many lines as it needs. */
export function LineField({ value, lang, onChange, read, ...about }: LineProps) {
  return (
    <Field {...about}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="tx-line"
          rows={1}
          lang={lang}
          value={value}
          onKeyDown={submitOnEnter}
          onChange={({ target }) => onChange(target.value.replace(/(?<!\s)\s*\n\s*/g, ' '))}
          onBlur={read && (() => onChange(read(value)))}
        />
      )}
    </Field>
  );
}

/** Enter answers the form, as in an input; the Enter that ends a composition does not. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/**
 * A form whose faults are shown when it is answered, the first of them with the focus. Closed with changes in it, it asks
 * first.
 */
export function Form<Name extends string>({
  faults,
  changed,
  confirm,
  cancel,
  onConfirm,
  extra,
  children,
}: {
  readonly faults: ReadonlyMap<Name, Words>;
  /** True where closing it would lose something. */
  readonly changed: boolean;
  readonly confirm: Words;
  readonly cancel: () => void;
  readonly onConfirm: () => void;
  readonly extra?: ReactNode;
  readonly children: (shown: ReadonlyMap<Name, Words>) => ReactNode;
}) {
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const question = useId();
  const back = useRef<HTMLElement | null>(null);
  const dialog = useContext(LeavingContext);

  const stay = () => {
    setLeaving(false);
    back.current?.focus();
  };
  // Once the dialog is open: a browser that has closed it all the same opens it again with the focus elsewhere.
  useEffect(() => {
    if (leaving) form.current?.querySelector<HTMLElement>('.tx-leaving button')?.focus();
  }, [leaving]);
  useEffect(() => {
    dialog.mayClose = () => {
      // Escape at the question goes back to the form.
      if (leaving) stay();
      else if (changed) {
        back.current = form.current?.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
        setLeaving(true);
      }
      return !changed;
    };
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (faults.size === 0) return onConfirm();
    setTried(true);
    const { currentTarget } = event;
    // The faults are drawn first.
    requestAnimationFrame(() =>
      currentTarget.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] button')?.focus(),
    );
  };
  return (
    <form className="tx-form" noValidate ref={form} onSubmit={submit}>
      {children(tried ? faults : new Map())}
      <div className="tx-form-end">
        {leaving ? (
          <div className="dialog-buttons tx-leaving" role="group" aria-labelledby={question}>
            <p id={question}>{say(words.form.leaving)}</p>
            <button type="button" onClick={stay}>
              {say(words.buttons.stay)}
            </button>
            <button type="button" className="danger" onClick={cancel}>
              {say(words.buttons.discard)}
            </button>
          </div>
        ) : (
          <p className="dialog-buttons">
            {extra}
            <button type="button" onClick={cancel}>
              {say(words.buttons.cancel)}
            </button>
            <button type="submit" className="primary">
              {say(confirm)}
            </button>
          </p>
        )}
      </div>
    </form>
  );
}
