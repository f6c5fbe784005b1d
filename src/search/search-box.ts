/** The search field of every page: on focus it fetches the names, and suggests pages while a reader types. */
import type { NameFinder, NameKind } from './names.ts';

/** Suggestions shown at most. */
const most = 8;

class SearchBox extends HTMLElement {
  #names: Promise<NameFinder> | undefined;
  #active = -1;
  /** Counts what is typed, so that a late answer to an earlier text is dropped. */
  #typed = 0;

  connectedCallback(): void {
    const input = this.#input;
    this.#list.setAttribute('role', 'listbox');
    Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    }).forEach(([name, value]) => input.setAttribute(name, value));
    input.addEventListener('focus', () => void this.#load());
    // While an input method composes, what stands in the field is not yet what the reader means.
    input.addEventListener('input', (event) => !(event as InputEvent).isComposing && void this.#suggest());
    input.addEventListener('compositionend', () => void this.#suggest());
    input.addEventListener('keydown', (event) => !event.isComposing && this.#key(event));
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#go((event.target as HTMLElement).closest('li')));
    this.addEventListener('focusout', ({ relatedTarget }) => !this.contains(relatedTarget as Node | null) && this.#close());
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input[type=search]') as HTMLInputElement;
  }

  get #list(): HTMLElement {
    return this.querySelector('ul') as HTMLElement;
  }

  #load(): Promise<NameFinder> {
    return (this.#names ??= import('./load.ts').then(({ loadNames }) => loadNames(this.dataset['names'] ?? '')));
  }

  async #suggest(): Promise<void> {
    const number = ++this.#typed;
    const text = this.#input.value.trim();
    const names = text ? (await this.#load()).suggest(text, most) : [];
    if (number !== this.#typed) return;
    const kinds = JSON.parse(this.dataset['kinds'] ?? '{}') as Partial<Record<NameKind, string>>;
    this.#list.replaceChildren(
      ...names.map(({ label, kind, url }, index) => {
        const item = document.createElement('li');
        item.id = `${this.#list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.dataset['url'] = url;
        const shownKind = document.createElement('span');
        shownKind.className = 'kind';
        shownKind.textContent = kinds[kind] ?? '';
        item.append(label, ' ', shownKind);
        return item;
      }),
    );
    this.#activate(-1);
    this.#list.hidden = names.length === 0;
    this.#input.setAttribute('aria-expanded', String(names.length > 0));
    const status = this.querySelector('[role=status]');
    if (status)
      status.textContent = names.length > 0 ? (this.dataset['count'] ?? '').replace('{count}', String(names.length)) : '';
  }

  #key(event: KeyboardEvent): void {
    const { length } = this.#list.children;
    if (this.#list.hidden) return;
    if (event.key === 'ArrowDown') this.#activate(this.#active + 1 >= length ? -1 : this.#active + 1);
    else if (event.key === 'ArrowUp') this.#activate(this.#active < 0 ? length - 1 : this.#active - 1);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#go(this.#list.children[this.#active] as HTMLElement);
    else return;
    event.preventDefault();
  }

  /** The suggestion that Enter goes to; -1 leaves the text as it is typed. */
  #activate(number: number): void {
    this.#active = number;
    for (const [index, item] of [...this.#list.children].entries())
      item.setAttribute('aria-selected', String(index === number));
    const active = this.#list.children[number];
    active?.scrollIntoView({ block: 'nearest' });
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    this.#typed++;
    this.#activate(-1);
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
  }

  #go(item: HTMLElement | null): void {
    if (item?.dataset['url']) location.href = item.dataset['url'];
  }
}

customElements.define('search-box', SearchBox);
