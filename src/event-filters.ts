/** Narrows the events that are on the page already. What is chosen stands in the address, which can be sent on. */

for (const filters of document.querySelectorAll<HTMLElement>('.event-filters')) letNarrow(filters);

function letNarrow(filters: HTMLElement): void {
  const events = [...(filters.parentElement?.querySelectorAll<HTMLElement>('[data-event]') ?? [])];
  const menus = [...filters.querySelectorAll('select')];
  const status = filters.querySelector<HTMLElement>('[role="status"]');
  if (!status) return;

  const narrow = () => {
    const shown = events.filter((event) => {
      const isShown = menus.every(({ name, value }) => !value || (event.dataset[name] ?? '').split(' ').includes(value));
      event.hidden = !isShown;
      return isShown;
    });
    status.textContent = (status.dataset['shown'] ?? '').replace('{shown}', String(shown.length));
  };

  const asked = new URLSearchParams(location.search);
  for (const menu of menus) {
    const value = asked.get(menu.name) ?? '';
    if ([...menu.options].some((option) => option.value === value)) menu.value = value;
  }
  filters.addEventListener('change', () => {
    narrow();
    const chosen = new URLSearchParams(location.search);
    for (const { name, value } of menus) {
      if (value) chosen.set(name, value);
      else chosen.delete(name);
    }
    const query = chosen.toString();
    history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  });
  filters.hidden = false;
  narrow();
}
