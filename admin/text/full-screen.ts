/** Lets the text field fill the window, and puts it back in its place. */

export class FullScreen {
  readonly #element: HTMLElement;
  readonly #onChange: (isFull: boolean) => void;
  #isFull = false;

  constructor(element: HTMLElement, onChange: (isFull: boolean) => void) {
    this.#element = element;
    this.#onChange = onChange;
    element.addEventListener('keydown', this.#onKey);
  }

  toggle(): void {
    this.#set(!this.#isFull);
  }

  /** For an editor that is taken off the page. */
  end(): void {
    if (this.#isFull) this.#set(false);
  }

  #set(isFull: boolean): void {
    const { parentElement } = this.#element;
    // Its place stays as large as it was, so that the form behind does not move.
    if (parentElement) parentElement.style.minBlockSize = isFull ? `${this.#element.offsetHeight}px` : '';
    this.#isFull = isFull;
    this.#element.classList.toggle('tx-full', isFull);
    if (isFull) document.addEventListener('focusin', this.#onFocus);
    else document.removeEventListener('focusin', this.#onFocus);
    this.#onChange(isFull);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isTaken = event.defaultPrevented || event.isComposing || this.#element.querySelector('[role=menu]') !== null;
    if (event.key !== 'Escape' || !this.#isFull || isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(false);
  };

  /** Whoever goes on to what lies behind shall see it. */
  readonly #onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof Element && !this.#element.contains(target) && !target.closest('dialog')) this.#set(false);
  };
}
