/**
 * What the editor told its host a moment ago. A host that answers late, as React may, would put an older text in place of
 * what has been typed since.
 */
export class Echoes {
  readonly #told = new Map<string, number>();

  /** Milliseconds for which a value counts as an echo. */
  readonly #lasting = 500;

  add(value: string): void {
    const now = performance.now();
    for (const [old, at] of this.#told) if (now - at > this.#lasting) this.#told.delete(old);
    this.#told.set(value, now);
  }

  has(value: string): boolean {
    const at = this.#told.get(value);
    return at !== undefined && performance.now() - at <= this.#lasting;
  }
}
