/** The search page's element: its form asks, its list answers, and the URL always says what is asked. */
import { runsOf } from './excerpt.ts';
import { normalise } from './tokens.ts';
import { ask, questionOf, searchOf, type Found, type Hit, type Pagefind, type Question } from './query.ts';
import { facets } from '../model/facets.ts';

/** Results shown at first and with each "more". */
const page = 10;

/** Rest after a keystroke before a search, in milliseconds. */
const rest = 200;

class SiteSearch extends HTMLElement {
  #listening: AbortController | undefined;
  #pagefind: Promise<Pagefind> | undefined;
  /** Counts searches, so that a slow answer to an old question is dropped. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { form, input } = this.#parts();
    form.hidden = false;
    this.#one<HTMLDetailsElement>('.facets').open = matchMedia('(width >= 56rem)').matches;
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    form.addEventListener('change', (event) => event.target !== input && this.#ask('push'), { signal });
    // While an input method composes, what stands in the field is not yet what the reader means.
    input.addEventListener('input', (event) => !(event as InputEvent).isComposing && this.#askSoon(), { signal });
    input.addEventListener('compositionend', () => this.#askSoon(), { signal });
    this.#one('[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    window.addEventListener('popstate', () => this.#restore(), { signal });
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  #parts() {
    return {
      form: this.#one<HTMLFormElement>('form'),
      input: this.#one<HTMLInputElement>('input[name=q]'),
      boxes: [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')],
      list: this.#one('#results'),
      count: this.#one('#result-count'),
      more: this.#one<HTMLButtonElement>('[data-more]'),
      clear: this.#one<HTMLButtonElement>('[data-clear]'),
    };
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`The search page has no ${selector}.`);
    return found;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#ask('push');
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask('replace'), rest);
  }

  #clear(): void {
    const { boxes, input } = this.#parts();
    for (const box of boxes) box.checked = false;
    input.value = '';
    input.focus();
    void this.#ask('push');
  }

  /** The form as the URL says, then its answer. */
  #restore(): void {
    const question = questionOf(location.search);
    const { input, boxes } = this.#parts();
    input.value = question.q;
    for (const box of boxes) {
      box.checked = (question.chosen as ReadonlyMap<string, readonly string[]>).get(box.name)?.includes(box.value) ?? false;
      const details = box.closest('details');
      if (box.checked && details) details.open = true;
    }
    void this.#ask('keep');
  }

  #question(): Question {
    const { input, boxes } = this.#parts();
    const valuesOf = (name: string) => boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
    return { q: input.value, chosen: new Map(facets.map((facet) => [facet, valuesOf(facet)])) };
  }

  async #ask(history: 'push' | 'replace' | 'keep'): Promise<void> {
    clearTimeout(this.#timer);
    const number = ++this.#asked;
    const question = this.#question();
    const search = searchOf(question);
    if (history !== 'keep' && search !== location.search) {
      window.history[history === 'push' ? 'pushState' : 'replaceState'](null, '', location.pathname + search);
    }
    // The same search in the other language: facets are slugs in both.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')) link.search = search;
    const { count, clear } = this.#parts();
    clear.hidden = search === '';
    if (search === '') {
      this.#show({ hits: [], counts: {} }, this.dataset['idle'] ?? '');
      void this.#showAllCounts(number);
      return;
    }
    count.textContent = this.dataset['loading'] ?? '';
    try {
      const found = await ask(await this.#load(), question);
      const hits = await exactTitleFirst(found.hits, question.q);
      if (number !== this.#asked) return;
      const sentence =
        hits.length === 0 ? this.dataset['none'] : this.dataset['count']?.replace('{count}', String(hits.length));
      this.#show({ ...found, hits }, sentence ?? '');
    } catch (error) {
      if (number === this.#asked) count.textContent = this.dataset['failed'] ?? '';
      throw error;
    }
  }

  async #showAllCounts(number: number): Promise<void> {
    const counts = await (await this.#load()).filters();
    if (number === this.#asked) this.#showCounts(counts);
  }

  #load(): Promise<Pagefind> {
    return (this.#pagefind ??= (async () => {
      const pagefind = (await import(/* @vite-ignore */ this.dataset['index'] ?? '')) as Pagefind;
      // `name` and the rest are for readers: only `title` and `about` hold words as the index knows them.
      await pagefind.options({
        ranking: { metaWeights: { title: 5, about: 0.5, name: 0, kind: 0, date: 0, place: 0 } },
        excerptLength: excerptLength(),
      });
      // Counts are given only for facets that are loaded.
      await pagefind.filters();
      return pagefind;
    })());
  }

  #show({ hits, counts }: Found, sentence: string): void {
    const { list, count, more } = this.#parts();
    count.textContent = sentence;
    list.replaceChildren();
    this.#showCounts(counts);
    let shown = 0;
    const number = this.#asked;
    const showMore = async () => {
      const next = hits.slice(shown, shown + page);
      shown += next.length;
      more.hidden = shown >= hits.length;
      const items = await Promise.all(next.map(itemOf));
      if (number === this.#asked) list.append(...items);
      return items[0];
    };
    more.onclick = () => void showMore().then((first) => first?.querySelector('a')?.focus());
    void showMore();
  }

  #showCounts(counts: Found['counts']): void {
    for (const place of this.querySelectorAll<HTMLElement>('[data-count-of]')) {
      const [facet = '', value = ''] = place.dataset['countOf']?.split(':') ?? [];
      const count = counts[facet]?.[value] ?? 0;
      place.textContent = String(count);
      const box = place.closest('label');
      const checked = box?.querySelector('input')?.checked ?? false;
      if (box) box.hidden = count === 0 && !checked;
    }
  }
}

/** Pagefind ranks a short title that holds the words above the one that is the words; readers expect that one first. */
async function exactTitleFirst(hits: readonly Hit[], q: string): Promise<Hit[]> {
  const plain = (text: string) => normalise(text).toLowerCase().trim();
  const wanted = plain(q);
  const head = await Promise.all(
    hits.slice(0, page).map(async (hit) => ({ hit, exact: plain((await hit.data()).meta['name'] ?? '') === wanted })),
  );
  return [...head.filter(({ exact }) => exact), ...head.filter(({ exact }) => !exact)]
    .map(({ hit }) => hit)
    .concat(hits.slice(page));
}

async function itemOf(hit: Hit): Promise<HTMLLIElement> {
  const { url, excerpt, meta } = await hit.data();
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta['name'] ?? url;
  const facts = document.createElement('p');
  facts.className = 'facts';
  facts.append(...(['kind', 'date', 'place'] as const).flatMap((name) => (meta[name] ? [span(name, meta[name])] : [])));
  const words = document.createElement('p');
  words.className = 'excerpt';
  words.append(...marked(excerpt));
  item.append(link, facts, words);
  return item;
}

function span(name: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

/** Words in an excerpt: two lines, of characters in Japanese and of words elsewhere. */
function excerptLength(): number {
  return document.documentElement.lang === 'ja' ? 60 : 32;
}

/** Text and `mark` elements, never HTML: nothing of an excerpt is ever parsed. */
function marked(excerpt: string): Node[] {
  return runsOf(excerpt).map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

customElements.define('site-search', SiteSearch);
