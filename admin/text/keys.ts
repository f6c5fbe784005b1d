/** Keys as an editor reads them. */

/** `Mod-Shift-8` as it is printed on the editor's keyboard: Ctrl+Shift+8, or ⇧⌘8 on a Mac. */
export function printedKey(key: string): string {
  const parts = key.split('-');
  const last = (parts.pop() ?? '').replace(/^[a-z]$/, (letter) => letter.toUpperCase());
  if (!isMac()) return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), last].join('+');
  const signs: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' };
  return (
    ['Alt', 'Shift', 'Mod']
      .filter((name) => parts.includes(name))
      .map((name) => signs[name] ?? '')
      .join('') + (last === 'Enter' ? '↩' : last)
  );
}

/** The key for `aria-keyshortcuts`. */
export function ariaKey(key: string): string {
  return key.replace('Mod', isMac() ? 'Meta' : 'Control').replaceAll('-', '+');
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
