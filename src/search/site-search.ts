/** The search page's element: its form asks, its list answers, and the URL always says what is asked. */
import { facets, type Facet } from '../model/facets.ts';
import { facetOf, type Name } from './names.ts';
import { narrow, valuesOf, type Narrowed } from './narrow.ts';
import { openSearch, type Search } from './open.ts';
import type { Answer, Hit } from './query.ts';
import { element, itemsOf, type LiveWords } from './result-list.ts';
import { inOrder, isIdle, questionOf, searchOf, withinLength, type Question } from './state.ts';

/** Results shown at first and with each "more". */
const page = 10;

/** Results of a type shown where they are grouped. */
const pageOfType = 3;

/** Rest after a keystroke before a search, in milliseconds. */
const rest = 150;

type History = 'push' | 'replace' | 'keep';

/** How far a list was read. */
interface Remembered {
  readonly shown?: number;
  readonly scroll?: number | undefined;
}

class SiteSearch extends HTMLElement {
  #listening: AbortController | undefined;
  readonly #searches = new Map<string, Promise<Search>>();
  /** Counts questions, so that a slow answer to an old one is dropped. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The answer to the words that were asked last: choosing facets asks nothing anew. */
  #answered: { readonly q: string; readonly answer: Promise<Answer> } | undefined;
  /** Values of the address that no facet has. */
  #unknown: readonly string[] = [];
  readonly #title = document.title;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { form, input } = this.#parts();
    this.#one<HTMLDetailsElement>('.facets').open = matchMedia('(width >= 56rem)').matches;
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    form.addEventListener('change', (event) => event.target !== input && void this.#ask('push'), { signal });
    // While an input method composes, what stands in the field is not yet what the reader means.
    input.addEventListener('input', (event) => !(event as InputEvent).isComposing && this.#askSoon(), { signal });
    input.addEventListener('compositionend', () => this.#askSoon(), { signal });
    this.#one('[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    window.addEventListener('popstate', () => this.#restore(), { signal });
    window.addEventListener('pagehide', () => this.#remember({ scroll: window.scrollY }), { signal });
    if (location.search) this.#restore();
    // The page was built with what an address that asks nothing shows; the index comes when a reader turns to the form.
    else form.addEventListener('focusin', () => void this.#search(this.dataset['base'] ?? ''), { signal, once: true });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  /** What this place in the history was like when it was left: a new question begins with nothing. */
  get #remembered(): Remembered {
    return (history.state as Remembered | null) ?? {};
  }

  #remember(change: Remembered): void {
    history.replaceState({ ...this.#remembered, ...change }, '');
  }

  get #words(): LiveWords {
    return JSON.parse(this.dataset['words'] ?? '{}') as LiveWords;
  }

  #parts() {
    return {
      form: this.#one<HTMLFormElement>('form'),
      input: this.#one<HTMLInputElement>('input[name=q]'),
      boxes: [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox][data-facet]')],
      from: this.#one<HTMLInputElement>('input[name=from]'),
      to: this.#one<HTMLInputElement>('input[name=to]'),
      order: this.#one<HTMLSelectElement>('select[name=sort]'),
      byType: this.#one<HTMLInputElement>('input[name=by]'),
      results: this.#one('#results'),
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

  /** Takes every condition back; the words stay. */
  #clear(): void {
    this.#put({ ...questionOf(''), q: this.#parts().input.value });
    this.#one('#found-title').focus();
    void this.#ask('push');
  }

  /** The form as the URL says, then its answer. */
  #restore(): void {
    this.#put(questionOf(location.search));
    for (const details of this.querySelectorAll('details'))
      if (details.querySelector(':scope > fieldset :checked')) details.open = true;
    void this.#ask('keep');
  }

  #put({ q, chosen, from, to, isByDate, isByType }: Question): void {
    const parts = this.#parts();
    parts.input.value = q;
    const isIn = (values: readonly string[] | undefined, { value }: HTMLInputElement) =>
      values?.some((own) => own.toLowerCase() === value.toLowerCase()) ?? false;
    for (const box of parts.boxes) box.checked = isIn(chosen.get(box.name as Facet), box);
    this.#unknown = [...chosen].flatMap(([facet, values]) =>
      values.filter((value) => !parts.boxes.some((box) => box.name === facet && isIn([value], box))),
    );
    parts.from.value = from;
    parts.to.value = to;
    parts.order.value = isByDate ? 'date' : '';
    parts.byType.checked = isByType;
  }

  #question(): Question {
    const { input, boxes, from, to, order, byType } = this.#parts();
    const valuesIn = (facet: Facet) => boxes.filter((box) => box.name === facet && box.checked).map(({ value }) => value);
    const [first, last] = inOrder(from.value, to.value);
    // The fields say what is searched.
    if (first !== from.value) [from.value, to.value] = [first, last];
    return {
      q: withinLength(input.value),
      chosen: new Map(facets.map((facet) => [facet, valuesIn(facet)])),
      from: first,
      to: last,
      isByDate: order.value === 'date',
      isByType: byType.checked,
    };
  }

  async #ask(history: History): Promise<void> {
    clearTimeout(this.#timer);
    const number = ++this.#asked;
    const question = this.#question();
    const search = searchOf(question);
    if (history !== 'keep' && search !== location.search) {
      window.history[history === 'push' ? 'pushState' : 'replaceState'](null, '', location.pathname + search);
    }
    const asked = question.q.trim();
    document.title = asked ? `${asked} – ${this.#title}` : this.#title;
    // The same search in the other language: facets are slugs in both.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')) link.search = search;
    this.#showChips(question);
    this.#one('[data-clear]').hidden = searchOf({ ...question, q: '' }) === '';
    this.#parts().results.setAttribute('aria-busy', 'true');
    if (!isIdle(question)) this.#tell(this.#words.loading);
    try {
      const opened = await this.#search(this.dataset['base'] ?? '');
      const answer = await this.#answer(opened, question, (newest) => {
        if (number === this.#asked) void this.#show(opened, newest, question, number);
      });
      if (number === this.#asked) await this.#show(opened, answer, question, number);
      if (number === this.#asked) this.#parts().results.removeAttribute('aria-busy');
    } catch (error) {
      if (number === this.#asked) this.#tell(this.#words.failed);
      this.#answered = undefined;
      throw error;
    }
  }

  #search(base: string): Promise<Search> {
    let search = this.#searches.get(base);
    if (!search) {
      search = openSearch(base);
      this.#searches.set(base, search);
      search.catch(() => this.#searches.delete(base));
    }
    return search;
  }

  #answer({ searcher }: Search, { q }: Question, onNewest: (answer: Answer) => void): Promise<Answer> {
    if (this.#answered?.q !== q) this.#answered = { q, answer: searcher.answer(q, onNewest) };
    return this.#answered.answer;
  }

  async #show(search: Search, answer: Answer, question: Question, number: number): Promise<void> {
    const narrowed = narrow(answer.hits, question);
    this.#showCounts(narrowed.counts);
    // Where nothing is named in full, what the words begin is offered.
    const { q } = question;
    const begun = answer.names.length === 0 && [...q.trim()].length > 1 ? search.searcher.suggest(q, 6) : [];
    this.#showNames(answer.names.length > 0 ? answer.names : begun, question);
    const { results } = this.#parts();
    this.#one('.order').hidden = narrowed.hits.length < 2;
    if (isIdle(question)) {
      results.replaceChildren();
      this.#tell(this.dataset['idle'] ?? '', ...this.#leftOut());
      return;
    }
    const lists = question.isByType
      ? await this.#listsByType(search, narrowed, answer.marks, question)
      : [await this.#list(search, narrowed.hits, answer.marks, page)];
    const offers = narrowed.hits.length === 0 ? await this.#offers(search, answer, question) : [];
    if (number !== this.#asked) return;
    results.replaceChildren(...lists, ...offers);
    // Whoever comes back finds the page as it was left.
    const { scroll } = this.#remembered;
    if (scroll !== undefined && !answer.isUnfinished) {
      this.#remember({ scroll: undefined });
      window.scrollTo({ top: scroll, behavior: 'instant' });
    }
    this.#tell(...this.#sentences(narrowed.hits, answer), ...this.#leftOut());
  }

  #leftOut(): string[] {
    return this.#unknown.map((name) => this.#words.unknown.replace('{name}', name));
  }

  /** Sentences that screen readers announce, one after the other. */
  #tell(...sentences: readonly string[]): void {
    this.#one('#result-count').replaceChildren(...sentences.map((sentence) => element('p', '', [sentence])));
  }

  #sentences(hits: readonly Hit[], { isUnfinished }: Answer): string[] {
    const t = this.#words;
    if (hits.length === 0) return [t.none];
    const count = (isUnfinished ? t.unfinished : t.count).replace('{count}', String(hits.length));
    const exact = hits.filter(({ manner }) => manner === 'exact' || manner === 'form').length;
    if (exact === hits.length) return [count];
    return [count, exact === 0 ? t.allWidened : t.widened.replace('{exact}', String(exact))];
  }

  /** A list of hits that grows on request, the reader's place kept. */
  async #list(search: Search, hits: readonly Hit[], marks: readonly string[], size: number): Promise<HTMLElement> {
    const list = element('ol', 'hits');
    list.setAttribute('role', 'list');
    const more = element('button', 'more', [this.dataset['more'] ?? '']);
    more.type = 'button';
    let shown = 0;
    const showMore = async (amount: number) => {
      const next = hits.slice(shown, shown + amount);
      shown += next.length;
      more.hidden = shown >= hits.length;
      const items = await itemsOf(search, next, marks, this.#words);
      list.append(...items);
      return items[0];
    };
    more.addEventListener(
      'click',
      () =>
        void showMore(size).then((first) => {
          first?.querySelector('a')?.focus();
          this.#remember({ shown });
          this.#tell(this.#words.shown.replace('{shown}', String(shown)).replace('{count}', String(hits.length)));
        }),
    );
    await showMore(Math.max(size, size === page ? (this.#remembered.shown ?? 0) : 0));
    return element('div', '', [list, more]);
  }

  /** The hits of each type under its name, the types in the order of their best hits. */
  async #listsByType(search: Search, { hits }: Narrowed, marks: readonly string[], question: Question): Promise<HTMLElement[]> {
    const byType = Map.groupBy(hits, (hit) => valuesOf(hit, 'type')[0] ?? '');
    return Promise.all(
      [...byType].map(async ([type, own]) => {
        const heading = element('h3', '', [this.#label('type', type)]);
        const list = await this.#list(search, own.slice(0, pageOfType), marks, pageOfType);
        const section = element('section', 'of-type', [heading, list]);
        if (own.length > pageOfType) {
          const label = this.#words.only.replace('{count}', String(own.length)).replace('{type}', this.#label('type', type));
          const only = element('a', '', [label]);
          only.href = searchOf({ ...question, chosen: new Map(question.chosen).set('type', [type]), isByType: false });
          section.append(element('p', '', [only]));
        }
        return section;
      }),
    );
  }

  #showCounts(counts: Narrowed['counts']): void {
    for (const box of this.#parts().boxes) {
      const count = counts[box.name as Facet].get(box.value) ?? 0;
      const label = box.closest('label');
      const place = label?.querySelector('.count');
      if (place) place.textContent = String(count);
      if (label) label.hidden = count === 0 && !box.checked;
    }
    for (const group of this.querySelectorAll<HTMLElement>('.facets details:has([data-facet])')) {
      group.hidden = !group.querySelector('label:not([hidden])');
    }
  }

  #label(facet: Facet, value: string): string {
    const box = this.#parts().boxes.find(({ name, value: own }) => name === facet && own === value);
    return box?.closest('label')?.querySelector('.label')?.textContent?.trim() ?? value;
  }

  /** Each choice as a button that takes it back. */
  #showChips({ chosen, from, to }: Question): void {
    const t = this.#words;
    const chips = this.#one('.chips');
    const chip = (name: string, undo: () => void) => {
      const button = element('button', '', [name]);
      button.type = 'button';
      button.setAttribute('aria-label', t.remove.replace('{name}', name));
      button.addEventListener('click', () => {
        const at = [...chips.children].indexOf(button);
        undo();
        void this.#ask('push');
        (
          (chips.children[Math.min(at, chips.children.length - 1)] as HTMLElement | undefined) ?? this.#one('#found-title')
        ).focus();
      });
      return button;
    };
    chips.replaceChildren(
      ...[...chosen].flatMap(([facet, values]) =>
        values.map((value) => chip(this.#label(facet, value), () => this.#choose(facet, value, false))),
      ),
      ...(from ? [chip(t.since.replace('{day}', from), () => (this.#parts().from.value = ''))] : []),
      ...(to ? [chip(t.until.replace('{day}', to), () => (this.#parts().to.value = ''))] : []),
    );
    chips.hidden = chips.children.length === 0;
  }

  #choose(facet: Facet, value: string, isChosen: boolean): void {
    const box = this.#parts().boxes.find(({ name, value: own }) => name === facet && own === value);
    if (box) box.checked = isChosen;
  }

  /** The pages of what the words name, each with a way to narrow the search to it. */
  #showNames(names: readonly Name[], { chosen }: Question): void {
    const t = this.#words;
    const box = this.#one('.named');
    const items = names.slice(0, 6).map((name) => {
      const link = element('a', '', [name.label]);
      link.href = name.url;
      const item = element('li', '', [element('span', 'kind', [this.#kinds[name.kind] ?? '']), link]);
      const facet = facetOf(name);
      if (facet && !chosen.get(facet)?.includes(name.slug) && this.#label(facet, name.slug) !== name.slug) {
        const button = element('button', '', [t.narrow.replace('{name}', name.label)]);
        button.type = 'button';
        button.addEventListener('click', () => {
          this.#choose(facet, name.slug, true);
          // Words that say no more than the condition would only narrow it further.
          const { input } = this.#parts();
          if ([...name.here, ...name.elsewhere].some((form) => sameWords(form, input.value))) input.value = '';
          void this.#ask('push');
          this.#one('#found-title').focus();
        });
        item.append(button);
      }
      return item;
    });
    this.#one('.named ul').replaceChildren(...items);
    box.hidden = items.length === 0;
  }

  get #kinds(): Readonly<Record<string, string>> {
    return JSON.parse(this.dataset['kinds'] ?? '{}') as Record<string, string>;
  }

  /** What may be nearer to what was meant: another spelling, one word, the other language, fewer conditions; each with its count. */
  async #offers(search: Search, answer: Answer, question: Question): Promise<HTMLElement[]> {
    const t = this.#words;
    const counted = (name: string, count: number) => t.hits.replace('{name}', name).replace('{count}', String(count));
    const countOf = (hits: readonly Hit[], asked: Question) => narrow(hits, asked).hits.length;
    const groups: HTMLElement[] = [];
    const group = (title: string, links: readonly { label: string; href: string; count: number; lang?: string }[]) => {
      const found = links.filter(({ count }) => count > 0);
      if (found.length === 0) return;
      const items = found.map(({ label, href, count, lang }) => {
        const link = element('a', '', [counted(label, count)]);
        link.href = href;
        if (lang) link.hreflang = lang;
        return element('li', '', [link]);
      });
      groups.push(element('section', 'offer', [element('h3', '', [title]), element('ul', '', items)]));
    };

    const fewer = [
      ...[...question.chosen].flatMap(([facet, values]) =>
        values.map((value) => ({
          name: this.#label(facet, value),
          asked: {
            ...question,
            chosen: new Map(question.chosen).set(
              facet,
              values.filter((own) => own !== value),
            ),
          },
        })),
      ),
      ...(question.from || question.to
        ? [{ name: [question.from, question.to].join('–'), asked: { ...question, from: '', to: '' } }]
        : []),
    ];
    group(
      t.wider,
      fewer.map(({ name, asked }) => ({
        label: t.without.replace('{name}', name),
        href: searchOf(asked),
        count: isIdle(asked) ? 0 : countOf(answer.hits, asked),
      })),
    );
    if (answer.hits.length > 0 || !question.q.trim()) return groups;

    const { searcher } = search;
    const texts = await searcher.near(question.q);
    const near = await Promise.all(
      texts.map(async (q) => ({
        label: q,
        href: searchOf({ ...question, q }),
        count: countOf((await searcher.answer(q)).hits, question),
      })),
    );
    group(t.near, near);
    const single = await searcher.single(question.q);
    group(
      t.single,
      single.map(({ word, records }) => ({ label: word, href: searchOf({ ...question, q: word }), count: records })),
    );
    for (const { lang, language, base, path } of JSON.parse(this.dataset['others'] ?? '[]') as Other[]) {
      const other = await this.#search(base);
      const { hits } = await other.searcher.answer(question.q);
      group(t.other.replace('{language}', language), [
        { label: question.q, href: path + searchOf(question), count: countOf(hits, question), lang },
      ]);
    }
    return groups;
  }
}

function sameWords(form: string, words: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return plain(form) === plain(words);
}

/** The search in another language of the site. */
interface Other {
  readonly lang: string;
  readonly language: string;
  readonly base: string;
  readonly path: string;
}

customElements.define('site-search', SiteSearch);
