/** The editor's place in a form, which Decap loses when it draws the form anew. */

import { languages } from '../../src/i18n/languages.ts';
import { editorOf } from '../widgets/editors.ts';

/** Milliseconds in which a form is drawn anew. */
const enough = 1000;

/** The part of the screen in which the form scrolls; on a phone the whole page does. */
function scroller(): Element | null {
  const pane = document.querySelector('[class*="ControlPaneContainer"]');
  return pane && pane.scrollHeight > pane.clientHeight ? pane : document.scrollingElement;
}

/**
 * Remembers how far down the editor is and where the cursor stands; the function that it gives goes back there, once there
 * is a form to do so.
 */
export function rememberPlace(): () => void {
  const place = scroller()?.scrollTop ?? 0;
  const refocus = rememberFocus();
  return () => {
    const end = performance.now() + enough;
    const back = () => {
      const pane = scroller();
      const isBack = refocus();
      if (pane && pane.scrollTop < place) pane.scrollTop = place;
      if (performance.now() < end && !(isBack && pane && pane.scrollTop >= place)) requestAnimationFrame(back);
    };
    requestAnimationFrame(back);
  };
}

/** Remembers the field that has the focus; the function that it gives returns it, and is true once it has. */
function rememberFocus(): () => boolean {
  for (const language of languages) {
    const cursor = editorOf(language)?.cursor();
    if (!cursor) continue;
    return () => {
      const editor = editorOf(language);
      if (editor && !editor.cursor()) editor.goTo(cursor);
      return editor?.cursor() !== undefined;
    };
  }
  // Decap numbers the fields anew each time.
  const [, name] = /^(.+-field-)\d+$/.exec(document.activeElement?.id ?? '') ?? [];
  if (!name) return () => true;
  const fields = () => [...document.querySelectorAll<HTMLElement>(`[id^="${CSS.escape(name)}"]`)];
  const index = fields().indexOf(document.activeElement as HTMLElement);
  return () => {
    const field = fields()[index];
    field?.focus({ preventScroll: true });
    return field !== undefined && document.activeElement === field;
  };
}

/** Keeps the place when the panes are changed; on a phone, where the page of the draft is below the form, goes there. */
export function keepPlaceBesidePanes(): void {
  document.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest('[class*="EditorToggle"]')) return;
      const back = rememberPlace();
      requestAnimationFrame(() => {
        const page = document.querySelector('#preview-pane');
        if (page && matchMedia('(width < 50rem)').matches) page.scrollIntoView();
        else back();
      });
    },
    { capture: true },
  );
}
