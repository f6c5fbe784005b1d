/**
 * The support finder as one form. Its answers are the linked pages, fetched and put in place; the cases are ordered by
 * their nearness to who asks. The state is in the URL, so that an answer can be sent to a colleague.
 */
import { nearest, nearness } from './queries/nearest.ts';

const finder = document.querySelector<HTMLElement>('#finder');
const status = document.querySelector<HTMLElement>('#finder-status');
const results = document.querySelector<HTMLElement>('#finder-results');
const links = document.querySelector<HTMLElement>('#finder-needs');
if (finder && status && results && links) start(finder, status, results, links);

function start(finder: HTMLElement, status: HTMLElement, results: HTMLElement, links: HTMLElement): void {
  const fields = ['need', 'who', 'prefecture'] as const;
  const field = (name: (typeof fields)[number]) => finder.querySelector(`[name=${name}]`) as HTMLSelectElement;
  let asked = 0;

  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const name of fields) field(name).value = query.get(name) ?? '';
    void answer();
  };

  const answer = async () => {
    const number = (asked += 1);
    const [need, who, place] = fields.map((name) => field(name));
    const region = place?.selectedOptions[0]?.dataset['region'];
    links.hidden = Boolean(need?.value);
    if (!need?.value) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    const page = await fetchPage(`${finder.dataset['base'] ?? ''}${need.value}/${who?.value ? `${who.value}/` : ''}`);
    // A later question has taken this one's place.
    if (number !== asked) return;
    const fits = page?.querySelector('#fits');
    if (!fits) {
      status.textContent = status.dataset['failed'] ?? '';
      return;
    }
    const asker = { prefecture: place?.value, region, audience: who?.value };
    for (const list of fits.querySelectorAll('.cases')) {
      const cases = [...list.children].map((item) => ({ item, ...caseOf((item as HTMLElement).dataset) }));
      for (const known of cases) {
        const near = known.item.querySelector('.near');
        if (near) near.textContent = status.dataset[nearness(known, asker) ?? ''] ?? '';
      }
      list.replaceChildren(...nearest(cases, asker).map(({ item }) => item));
    }
    const count = String(fits.querySelectorAll('section').length);
    const near = place?.value
      ? (status.dataset['nearest'] ?? '').replace('{place}', place.selectedOptions[0]?.text.trim() ?? '')
      : '';
    status.textContent = (status.dataset['found'] ?? '').replace('{count}', count) + near;
    results.replaceChildren(document.adoptNode(fits));
  };

  finder.hidden = false;
  finder.addEventListener('change', () => {
    const query = new URLSearchParams(
      fields.map((name) => [name, field(name).value]).filter(([, value]) => value) as string[][],
    );
    history.pushState(null, '', query.size > 0 ? `?${query.toString()}` : location.pathname);
    void answer();
  });
  addEventListener('popstate', restore);
  restore();
}

function caseOf({ prefectures = '', regions = '', municipal }: DOMStringMap) {
  const listed = (slugs: string) => slugs.split(' ').filter(Boolean);
  return { prefectures: listed(prefectures), regions: listed(regions), municipal: municipal !== undefined };
}

/** A page of this site as a document; the browser parses it, so that no text becomes markup here. */
function fetchPage(url: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.addEventListener('loadend', () => resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined));
    request.send();
  });
}
