/** A list of actions below a button of the toolbar: arrows move, letters find, Escape gives the focus back. */
import { say } from '../parts/language.ts';
import type { Action } from './actions.ts';
import { printedKey } from './keys.ts';
import type { Writing } from './writing.ts';

export function openMenu(button: HTMLElement, entries: readonly (readonly Action[])[], writing: Writing): void {
  const { state } = writing.view;
  const list = document.createElement('div');
  list.className = 'tx-menu';
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', button.getAttribute('aria-label') ?? button.textContent);
  // In the top layer no ancestor's overflow cuts it off; the browser closes it at a click elsewhere.
  list.popover = 'auto';

  entries.forEach((group, index) => {
    if (index > 0) {
      const rule = document.createElement('hr');
      rule.setAttribute('role', 'separator');
      list.append(rule);
    }
    for (const action of group) {
      const item = document.createElement('button');
      item.type = 'button';
      item.tabIndex = -1;
      item.className = 'tx-menu-item';
      const pressed = action.pressed?.(state);
      item.setAttribute('role', pressed === undefined ? 'menuitem' : 'menuitemradio');
      if (pressed !== undefined) item.setAttribute('aria-checked', String(pressed));
      if (action.possible?.(state) === false) item.setAttribute('aria-disabled', 'true');
      const label = document.createElement('span');
      label.className = 'tx-menu-label';
      label.textContent = say(action.label);
      item.append(label);
      if (action.key) {
        const key = document.createElement('kbd');
        key.textContent = printedKey(action.key);
        item.append(key);
      }
      if (action.hint) {
        const hint = document.createElement('small');
        hint.textContent = say(action.hint);
        item.append(hint);
      }
      item.addEventListener('click', () => {
        if (item.getAttribute('aria-disabled') === 'true') return;
        list.hidePopover();
        action.run(writing);
      });
      list.append(item);
    }
  });

  const items = [...list.querySelectorAll<HTMLElement>('.tx-menu-item')];
  const focus = (index: number) => items.at(index % items.length)?.focus();
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') focus(at + 1);
    else if (event.key === 'ArrowUp') focus(at - 1);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(-1);
    else if (event.key === 'Tab') list.hidePopover();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const ordered = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      ordered.find((item) => item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
      return;
    } else return;
    if (event.key !== 'Tab') event.preventDefault();
  });
  list.addEventListener('toggle', (event) => {
    button.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open'));
    if ((event as ToggleEvent).newState !== 'closed') return;
    if (list.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    list.remove();
  });

  button.after(list);
  list.showPopover();
  place(list, button);
  (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
}

/** Below the button, or above it where the window has more room there; always within the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const gap = 4;
  const at = button.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - at.bottom - gap * 2;
  const above = at.top - gap * 2;
  const upwards = below < Math.min(list.scrollHeight, 240) && above > below;
  list.style.maxBlockSize = `${Math.max(120, upwards ? above : below)}px`;
  const { width, height } = list.getBoundingClientRect();
  list.style.insetInlineStart = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap))}px`;
  list.style.insetBlockStart = `${upwards ? at.top - gap - height : at.bottom + gap}px`;
}
