/** The row of buttons above a text: one stop for Tab, arrows between its buttons (WAI-ARIA's toolbar). */
import type { EditorState } from '@codemirror/state';
import type { Words } from '../../src/i18n/languages.ts';
import { say } from '../parts/language.ts';
import { isMenu, toolbar, type Action, type Menu } from './actions.ts';
import { icon, type IconName } from './icons.ts';
import { withAside } from './joined.ts';
import { ariaKey, printedKey } from './keys.ts';
import { openMenu } from './menu.ts';
import { words } from './words.ts';
import type { Writing } from './writing.ts';

export class Toolbar {
  readonly element = document.createElement('div');
  readonly #buttons: { entry: Action | Menu; button: HTMLButtonElement }[] = [];
  readonly #writing: () => Writing;

  constructor(writing: () => Writing, controls: string) {
    this.#writing = writing;
    this.element.className = 'tx-toolbar';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', say(words.toolbar));
    this.element.setAttribute('aria-controls', controls);
    for (const group of toolbar) {
      const box = document.createElement('div');
      box.className = 'tx-group';
      for (const entry of group) box.append(this.#button(entry));
      this.element.append(box);
    }
    this.#stopAt(this.#buttons[0]?.button);
    this.element.addEventListener('keydown', (event) => this.#move(event));
    // The selection of the text stays where it is while a button is pressed.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Shows what is on at the cursor, and what can be done. */
  update(state: EditorState): void {
    for (const { entry, button } of this.#buttons) {
      if (isMenu(entry)) continue;
      if (entry.pressed) setAttribute(button, 'aria-pressed', String(entry.pressed(state)));
      if (entry.possible) setAttribute(button, 'aria-disabled', String(!entry.possible(state)));
    }
  }

  /** Opens a menu by its name, for its key. */
  open(name: string): void {
    this.#buttons.find(({ entry }) => entry.name === name)?.button.click();
  }

  /** Gives a button another label and icon, by its name. */
  relabel(name: string, words: Words, drawing: IconName): void {
    const button = this.#buttons.find(({ entry }) => entry.name === name)?.button;
    if (!button) return;
    button.setAttribute('aria-label', say(words));
    button.title = say(words);
    button.replaceChildren(icon(drawing), labelled(say(words)));
  }

  #button(entry: Action | Menu): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tx-button';
    button.dataset['action'] = entry.name;
    const label = say(entry.label);
    button.setAttribute('aria-label', label);
    button.title = entry.key ? withAside(label, printedKey(entry.key)) : label;
    if (entry.key) button.setAttribute('aria-keyshortcuts', ariaKey(entry.key));
    if (entry.icon) button.append(icon(entry.icon));
    if (!entry.icon || isMenu(entry) || entry.text) button.append(labelled(label));
    if (isMenu(entry)) {
      button.setAttribute('aria-haspopup', 'menu');
      button.setAttribute('aria-expanded', 'false');
      button.append(icon('down'));
    }
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      if (isMenu(entry)) openMenu(button, entry.entries, this.#writing());
      else entry.run(this.#writing());
    });
    button.addEventListener('focus', () => this.#stopAt(button));
    this.#buttons.push({ entry, button });
    return button;
  }

  #stopAt(stop: HTMLButtonElement | undefined): void {
    for (const { button } of this.#buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  #move(event: KeyboardEvent): void {
    const at = this.#buttons.findIndex(({ button }) => button === event.target);
    const last = this.#buttons.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) {
      if (at >= 0 && event.key === 'ArrowDown' && event.target instanceof HTMLElement && event.target.ariaHasPopup === 'menu') {
        event.preventDefault();
        event.target.click();
      }
      return;
    }
    event.preventDefault();
    this.#buttons[to]?.button.focus();
  }
}

function labelled(words: string): HTMLElement {
  const label = document.createElement('span');
  label.textContent = words;
  return label;
}

/** Writing an attribute that has the value already would still wake assistive technology. */
function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
