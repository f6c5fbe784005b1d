/** Sorts a register that is on the page already, by the heading that is pressed. */

for (const table of document.querySelectorAll<HTMLTableElement>('.register table')) letSort(table);

function letSort(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  if (!body) return;
  const rows = [...body.rows];
  const collator = new Intl.Collator(document.documentElement.lang);

  const sort = (column: HTMLElement) => {
    const ascending = column.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
    column.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const value = (row: HTMLElement) => row.dataset[column.dataset['by'] ?? ''] ?? '';
    // What is not known stands last, whichever way the rest is sorted.
    const isBlank = (row: HTMLElement) => Number(/^0*$/.test(value(row)));
    body.append(...rows.sort((a, b) => isBlank(a) - isBlank(b) || collator.compare(value(a), value(b)) * (ascending ? 1 : -1)));
  };

  for (const column of table.querySelectorAll('th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...column.childNodes);
    button.addEventListener('click', () => sort(column));
    column.append(button);
  }
}
