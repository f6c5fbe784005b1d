/** Asks by a form, in the newsroom's dialog; what was filled in is not thrown away without a question. */
import { createContext, type ReactNode } from 'react';
import { ask } from '../../parts/dialog.tsx';
import './forms.css';

/** What stands between the dialog and its form. */
export interface Leaving {
  /** Set by the form: whether the dialog may close now. */
  mayClose: () => boolean;
}

export const LeavingContext = createContext<Leaving>({ mayClose: () => true });

export function askForm<Answer>(
  title: string,
  body: (answer: (value: Answer | undefined) => void) => ReactNode,
): Promise<Answer | undefined> {
  const leaving: Leaving = { mayClose: () => true };
  return ask<Answer | undefined>({
    title,
    mayClose: () => leaving.mayClose(),
    body: (answer) => <LeavingContext value={leaving}>{body(answer)}</LeavingContext>,
  });
}
