/** Below a text: what there is to mend, as a list that leads to each place; notices; and the length. */
import type { Text } from '@codemirror/state';
import type { Language, Words } from '../../src/i18n/languages.ts';
import type { Place } from '../../src/model/refusal.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import { excerptAt, told } from './checking.ts';
import type { Reading } from './reading.ts';
import { words } from './words.ts';

export class Status {
  readonly element = document.createElement('div');
  readonly #list = document.createElement('ol');
  readonly #panel = document.createElement('section');
  readonly #toggle = document.createElement('button');
  readonly #summary = document.createElement('span');
  readonly #notice = document.createElement('p');
  readonly #length = document.createElement('span');
  /** What Tab does in the text, for its description. */
  readonly keys = document.createElement('p');
  readonly #hint = document.createElement('span');
  readonly #goTo: (place: Place) => void;

  readonly #language: Language;

  /** `language` is that of the text. */
  constructor(id: string, language: Language, goTo: (place: Place) => void) {
    this.#language = language;
    this.#goTo = goTo;
    this.element.className = 'tx-status';
    this.#panel.className = 'tx-findings';
    this.#panel.hidden = true;
    this.#panel.id = `${id}-findings`;
    this.#panel.setAttribute('aria-label', say(words.status.list));
    this.#panel.append(this.#list);
    this.#notice.className = 'tx-notice';
    this.#notice.setAttribute('role', 'status');
    this.#toggle.type = 'button';
    this.#toggle.className = 'tx-summary';
    this.#toggle.setAttribute('aria-expanded', 'false');
    this.#toggle.setAttribute('aria-controls', this.#panel.id);
    this.#toggle.disabled = true;
    this.#summary.setAttribute('aria-live', 'polite');
    this.#summary.textContent = say(words.status.checking);
    this.#toggle.append(this.#summary);
    this.#toggle.addEventListener('click', () => this.toggle());
    this.keys.id = `${id}-keys`;
    this.keys.className = 'tx-unseen';
    this.keys.textContent = say(words.keys);
    this.#hint.className = 'tx-hint';
    this.#hint.textContent = say(words.keysInTable);
    // The description says it already.
    this.#hint.ariaHidden = 'true';
    this.#hint.hidden = true;
    this.#length.className = 'tx-length';
    const bar = document.createElement('div');
    bar.className = 'tx-status-bar';
    bar.append(this.#toggle, this.#hint, this.#length);
    this.element.append(this.keys, this.#notice, this.#panel, bar);
  }

  /** Opens or closes the list; opened, its first entry has the focus. */
  toggle(): void {
    if (this.#toggle.disabled) return;
    this.#panel.hidden = !this.#panel.hidden;
    this.#toggle.setAttribute('aria-expanded', String(!this.#panel.hidden));
    if (!this.#panel.hidden) this.#list.querySelector('button')?.focus();
  }

  /** Shows how to move on in a table, and out of it. */
  showKeys(inTable: boolean): void {
    this.#hint.hidden = !inTable;
  }

  notify(notice: Words | string): void {
    this.#notice.textContent = typeof notice === 'string' ? notice : say(notice);
  }

  show({ findings, advice, length }: Reading, doc: Text): void {
    const unit = words.status[this.#language === 'ja' ? 'characters' : 'words'];
    this.#length.textContent = measured(length, say(unit));
    const summary = [
      findings.length > 0 ? counted(words.status.findings, findings.length) : say(words.status.clear),
      ...(advice.length > 0 ? [counted(words.status.advice, advice.length)] : []),
    ].join('　');
    // Read aloud only when it says something new.
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary;
    this.#toggle.dataset['state'] = findings.length > 0 ? 'error' : 'clear';
    this.#toggle.disabled = findings.length + advice.length === 0;
    if (this.#toggle.disabled) {
      this.#panel.hidden = true;
      this.#toggle.setAttribute('aria-expanded', 'false');
    }
    const entries = [
      ...findings.map((finding) => ({ ...finding, kind: 'error' })),
      ...advice.map((hint) => ({ ...hint, kind: 'info' })),
    ];
    const focused = [...this.#list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    this.#list.replaceChildren(
      ...entries.map((found) => {
        const entry = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset['kind'] = found.kind;
        // The words themselves are found sooner than a line by its number.
        const excerpt = excerptAt(doc, found);
        const where = document.createElement(excerpt === '' ? 'span' : 'q');
        where.className = 'tx-where';
        where.textContent = excerpt || say(words.status.emptyLine);
        if (excerpt !== '') where.lang = this.#language;
        const kind = document.createElement('span');
        kind.className = 'tx-kind';
        kind.textContent = say(found.kind === 'error' ? words.status.finding : words.status.advice);
        const what = document.createElement('span');
        what.className = 'tx-what';
        what.textContent = told(found);
        button.append(kind, where, what);
        button.addEventListener('click', () => this.#goTo(found));
        entry.append(button);
        return entry;
      }),
    );
    if (focused >= 0) this.#list.querySelectorAll('button')[Math.min(focused, entries.length - 1)]?.focus();
  }
}

function measured(length: number, unit: string): string {
  const figure = length.toLocaleString(interfaceLanguage);
  if (interfaceLanguage === 'ja') return figure + unit;
  return `${figure} ${length === 1 ? unit.replace(/s$/, '') : unit}`;
}

function counted(what: Words, count: number): string {
  return interfaceLanguage === 'ja' ? `${say(what)} ${count}件` : `${say(what)}: ${count}`;
}
