/** Sorts and filters a register that is on the page already. */

for (const register of document.querySelectorAll<HTMLElement>('.register')) start(register);

function start(register: HTMLElement): void {
  const filters = register.querySelector<HTMLElement>('search');
  const body = register.querySelector('tbody');
  const status = register.querySelector<HTMLElement>('[role="status"]');
  const [year, place] = register.querySelectorAll('select');
  if (!filters || !body || !status || !year || !place) return;
  const rows = [...body.rows];
  const collator = new Intl.Collator(document.documentElement.lang);

  const filter = () => {
    for (const row of rows) {
      const { date = '', places = '' } = row.dataset;
      row.hidden = !date.startsWith(year.value) || (place.value !== '' && !places.split(' ').includes(place.value));
    }
    const shown = rows.filter(({ hidden }) => !hidden).length;
    status.textContent = (status.dataset['shown'] ?? '').replace('{shown}', String(shown));
  };

  const sort = (column: HTMLElement) => {
    const ascending = column.getAttribute('aria-sort') !== 'ascending';
    for (const other of register.querySelectorAll('th')) other.removeAttribute('aria-sort');
    column.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const value = (row: HTMLElement) => row.dataset[column.dataset['by'] ?? ''] ?? '';
    body.append(...rows.sort((a, b) => collator.compare(value(a), value(b)) * (ascending ? 1 : -1)));
  };

  for (const column of register.querySelectorAll('th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...column.childNodes);
    button.addEventListener('click', () => sort(column));
    column.append(button);
  }
  filters.addEventListener('change', filter);
  filters.hidden = false;
  filter();
}
