/** Questions to the editor, in the browser's own modal dialog: focus stays inside, Escape answers nothing. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './dialog.css';
import { say } from './language.ts';

interface Question<Answer> {
  readonly title: string;
  /** Narrow for a question, wide for a form or a comparison. */
  readonly size?: 'narrow' | 'wide';
  /** False where the question must be answered: then nothing but an answer closes it. */
  readonly closes?: boolean;
  /** Asked before it closes without an answer; false where its body has something to ask first. */
  readonly mayClose?: () => boolean;
  /** What stands in the dialog; `answer` closes it. */
  readonly body: (answer: (value: Answer) => void) => ReactNode;
}

/** Asks, and gives the answer; undefined where the editor closed the dialog. */
export function ask<Answer>(question: Question<Answer>): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const host = document.createElement('div');
    document.body.append(host);
    const root = createRoot(host);
    const close = (value: Answer | undefined) => {
      root.unmount();
      host.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(value);
    };
    root.render(<Dialog question={question} close={close} />);
  });
}

/** Gives the focus where a dialog opens; React's own way of it would come before the dialog is open. */
export function startHere(field: HTMLElement | null): void {
  field?.setAttribute('autofocus', '');
}

/** Tells the editor something that needs to be seen before work goes on. */
export async function tell(title: string, body: ReactNode): Promise<void> {
  await ask<true>({
    title,
    body: (answer) => (
      <>
        {body}
        <p className="dialog-buttons">
          <button type="button" className="primary" autoFocus onClick={() => answer(true)}>
            {say({ ja: '閉じる', en: 'Close' })}
          </button>
        </p>
      </>
    ),
  });
}

function Dialog<Answer>({
  question: { title, size = 'narrow', closes = true, mayClose = () => true, body },
  close,
}: {
  question: Question<Answer>;
  close: (value: Answer | undefined) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    if (closes && mayClose()) close(undefined);
    // A browser closes a dialog at the second Escape whatever its page says.
    else if (!dialog.current?.open) dialog.current?.showModal();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-size={size}
      aria-labelledby={id}
      // Decap listens for keys on the document: what is typed here is not for it.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        // The second Escape cannot be refused: the dialog closes, and is asked about then.
        if (!event.nativeEvent.cancelable) return;
        event.preventDefault();
        leave();
      }}
      onClose={leave}
    >
      <h2 id={id}>{title}</h2>
      {body(close)}
      {closes && (
        <button type="button" className="dialog-close" aria-label={say({ ja: '閉じる', en: 'Close' })} onClick={leave}>
          ×
        </button>
      )}
    </dialog>
  );
}
