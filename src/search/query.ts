/**
 * From what a reader types to the records that answer it. What is written exactly so comes first; other forms, spellings,
 * readings, names of other languages and subjects widen a query that finds little, and each hit says how it was found.
 */
import type { Facet } from '../model/facets.ts';
import { Dictionary } from './dictionary.ts';
import type { Places, SearchIndex, Shard } from './engine.ts';
import { spellingsOf } from './spellings.ts';
import { stemOf } from './stems.ts';
import { facetOf, type Name, type NameFinder } from './names.ts';
import { isKana, isLatin } from './readings.ts';
import { titleCode } from './table.ts';
import { isJapanese, latinWord, normalise, piecesOf, wordsOf, type Piece } from './tokens.ts';

/** How a record answers a query, from the nearest to the widest. */
export const manners = ['exact', 'form', 'spelling', 'reading', 'name', 'subject', 'parts', 'partial'] as const;
export type Manner = (typeof manners)[number];

/** A record that answers, and what was found in it that was not asked in so many words. */
export interface Hit {
  readonly shard: Shard;
  readonly row: number;
  readonly manner: Manner;
  readonly via: readonly string[];
  readonly score: number;
}

/** The answer to a text, before facets narrow it. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** What is marked in excerpts: words and phrases that were found. */
  readonly marks: readonly string[];
  /** What the query names: its pages are offered above the hits. */
  readonly names: readonly Name[];
  /** True where not every shard has answered yet: the newest have. */
  readonly isUnfinished: boolean;
}

/** One way to find a word. */
interface Way {
  readonly manner: Manner;
  /** As it is told and marked. */
  readonly text: string;
  readonly pieces?: readonly Piece[];
  readonly subject?: { readonly facet: Facet; readonly value: string };
}

/** A word or a quoted phrase of the query with every way to find it. */
interface Term {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly ways: readonly Way[];
}

/** What is known of a query before it is searched. */
interface Understood {
  readonly query: string;
  /** The words that say what it is about. */
  readonly content: readonly Term[];
  /** True where it has others beside them. */
  readonly isQuestion: boolean;
  readonly spans: ReturnType<NameFinder['within']>;
  readonly names: readonly Name[];
  /** Names that are the query, or most of it: their pages come first. */
  readonly meant: readonly Name[];
  /** Names whose pages answer a question that finds little. */
  readonly alsoMeant: readonly Name[];
}

/** Hits below which a query is widened. */
const few = 10;

/** BM25, as Pagefind and Lucene set it. */
const saturation = 1.4;
const lengthShare = 0.75;

/** What a word in a title weighs more. */
const titleWeight = 4;

export class Searcher {
  readonly #index: SearchIndex;
  readonly #dictionary: Dictionary;
  readonly #names: NameFinder;

  constructor(index: SearchIndex, names: NameFinder) {
    this.#index = index;
    this.#dictionary = new Dictionary(index);
    this.#names = names;
  }

  /** Every shard that the index has. */
  shards(): Promise<Shard[]> {
    return Promise.all(this.#index.manifest.shards.map((_, number) => this.#index.shard(number)));
  }

  /**
   * The records that answer a text; all of them for an empty one. Where the index has several shards, `onNewest` is given what
   * the newest one holds before the others have answered.
   */
  async answer(query: string, onNewest?: (answer: Answer) => void): Promise<Answer> {
    const terms = termsOf(query);
    if (terms.length === 0) return this.#everything(query);
    const question = this.#understood(query, terms);
    const newest = this.#index.manifest.shards.length > 1 ? onNewest : undefined;

    const asked = await Promise.all(terms.map((term) => this.#withForms(term)));
    const hits = await this.#find(asked, (some) =>
      newest?.({ hits: some, marks: [], names: question.names, isUnfinished: true }),
    );
    if (hits.length >= few || terms.some(({ isQuoted }) => isQuoted)) {
      return this.#ordered(question, united(hits, await this.#pagesOf(question.meant)), asked);
    }
    const wide = await this.#widen(question, asked);
    return this.#ordered(question, united(wide.hits, await this.#pagesOf(question.meant)), wide.terms);
  }

  /** What a query names, and which of it is an answer even where its page does not hold every word. */
  #understood(query: string, terms: readonly Term[]): Understood {
    const named = this.#names.named(query);
    const spans = this.#names.within(query);
    const names = [...new Set([...named, ...spans.flatMap((span) => span.names)])];
    const content = contentOf(terms, this.#names);
    const isQuestion = content.length !== terms.length || content.some(({ text }, index) => text !== terms[index]?.text);
    const held = (name: Name) => content.filter(({ text }) => isPartOf(text, name)).length;
    const isAllNames = content.every(({ text }) => names.some((name) => isPartOf(text, name)));
    // Most of "inbound tourism in the regions" is a name; of a question whose words are all names, each is.
    const meant = names.filter((name) => named.includes(name) || isAllNames || held(name) > content.length / 2);
    return { query, content, isQuestion, spans, names, meant, alsoMeant: isQuestion || terms.length > 1 ? names : meant };
  }

  /** The records that other ways to find the terms give; then those that hold what the question is about, or most of it. */
  async #widen(question: Understood, asked: readonly Term[]): Promise<{ hits: Hit[]; terms: readonly Term[] }> {
    const { query, content, isQuestion, spans, alsoMeant } = question;
    const pages = await this.#pagesOf(alsoMeant);
    let terms = await Promise.all(asked.map((term) => this.#widened(term)));
    let hits = await this.#find(terms);
    const grouped = groupedBy(spans, query);
    if (grouped.length > 0) {
      const widened = await Promise.all(grouped.map((term) => this.#widened(term)));
      hits = united(hits, await this.#find(widened));
      terms = [...terms, ...widened];
    }
    if (hits.length > 0 || content.length === 0) return { hits: united(hits, pages), terms };
    terms = await Promise.all(content.map(async (term) => this.#widened(await this.#withForms(term))));
    if (isQuestion) hits = (await this.#find(terms)).map((hit) => ({ ...hit, manner: 'parts' }));
    if (hits.length === 0) hits = await this.#findSome(terms);
    return { hits: united(hits, pages), terms };
  }

  /** Names that begin as the text does, at most so many. */
  suggest(text: string, count: number): Name[] {
    return this.#names.suggest(text, count);
  }

  /** What a text that finds nothing may have meant, the nearest first: other texts that find something. */
  async near(query: string): Promise<string[]> {
    const words = wordsOf(query);
    const offers = this.#names
      .near(query)
      .map(({ name, form }) => name.here.find((own) => own.toLowerCase() === form) ?? name.label);
    for (const [index, word] of words.entries()) {
      const known = isLatin(word)
        ? await this.#dictionary.near(latinWord(word))
        : this.#names.near(word).map(({ name }) => name.here[0] ?? '');
      offers.push(...known.slice(0, 3).map((other) => words.with(index, other).join(' ')));
    }
    const bare = normalise(query).replace(/\s+/g, '');
    if (words.length === 1 && /^\p{Script=Han}{4,}$/u.test(bare)) offers.push((bare.match(/.{1,2}/gu) ?? []).join(' '));
    const found: string[] = [];
    const known = new Set([query.toLowerCase()]);
    for (const offer of offers) {
      if (found.length === 4 || known.has(offer.toLowerCase())) continue;
      known.add(offer.toLowerCase());
      if ((await this.answer(offer)).hits.length > 0) found.push(offer);
    }
    return found;
  }

  /** Each word of a text that finds something by itself, with its number of records. */
  async single(query: string): Promise<{ word: string; records: number }[]> {
    const words = [...new Set(contentOf(termsOf(query), this.#names).map(({ text }) => text))];
    if (words.length < 2) return [];
    const counted = await Promise.all(words.map(async (word) => ({ word, records: (await this.answer(word)).hits.length })));
    return counted.filter(({ records }) => records > 0);
  }

  /** The pages of what a question names, as far as they are records. */
  async #pagesOf(names: readonly Name[]): Promise<Hit[]> {
    const pages = new Set(names.map(({ kind, slug }) => `${kind}/${slug}`));
    return (await this.shards()).flatMap((shard) =>
      shard.table.ids.flatMap((_, row): Hit[] =>
        pages.has(itselfAt(shard, row)) ? [{ shard, row, manner: 'subject', via: [], score: 0 }] : [],
      ),
    );
  }

  async #everything(query: string): Promise<Answer> {
    if (query.trim() !== '') return { hits: [], marks: [], names: [], isUnfinished: false };
    const shards = await this.shards();
    // Words are likely to follow: the newest shard is made ready for them.
    void shards[0]?.begin();
    const hits = shards.flatMap((shard) =>
      shard.table.ids.map((_, row): Hit => ({ shard, row, manner: 'exact', via: [], score: 0 })),
    );
    return { hits: hits.sort(newestFirst), marks: [], names: [], isUnfinished: false };
  }

  /** Inflected forms stand beside what is asked: English knows no other way to look a word up. */
  async #withForms(term: Term): Promise<Term> {
    const word = latinWord(term.text);
    if (term.isQuoted || !isLatin(term.text) || /[-]/.test(term.text)) return term;
    const forms = await this.#dictionary.inflected(word);
    return { ...term, ways: [...term.ways, ...forms.map((form): Way => wayOf('form', form))] };
  }

  async #widened(term: Term): Promise<Term> {
    if (term.isQuoted) return term;
    const ways: Way[] = [...term.ways];
    const know = new Set(ways.map(({ text }) => text.toLowerCase()));
    const add = (way: Way) => {
      if (know.has(way.text.toLowerCase()) && !way.subject) return;
      know.add(way.text.toLowerCase());
      ways.push(way);
    };
    const { text } = term;
    if (isJapanese(text[0] ?? '') && [...text].length > 1) {
      for (const spelling of [...spellingsOf(text), ...(await this.#dictionary.spelled(text))])
        add(wayOf('spelling', spelling));
    }
    for (const name of this.#names.named(text)) {
      for (const form of name.here) add(wayOf('name', form));
      const facet = facetOf(name);
      if (facet) add({ manner: 'subject', text: name.label, subject: { facet, value: name.slug } });
    }
    if (this.#index.manifest.readings.length > 0 && (isKana(text) || (isLatin(text) && text.length > 2))) {
      const nouns = [...text].length > 1 ? await this.#dictionary.read(text) : [];
      for (const { noun } of nouns.slice(0, 12)) add(wayOf('reading', noun));
      // A reading that is only half typed; what is Latin may as well be a word of another language.
      if (nouns.length === 0 && isKana(text) && [...text].length > 1) {
        for (const { noun } of await this.#dictionary.begunReading(text, 6)) add(wayOf('reading', noun));
      }
    }
    if (isLatin(text) && text.length > 2 && !(await this.#finds(ways))) {
      for (const word of await this.#dictionary.completed(latinWord(text), 6)) add(wayOf('form', word));
    }
    return { ...term, ways };
  }

  async #finds(ways: readonly Way[]): Promise<boolean> {
    const shards = await this.shards();
    const found = await Promise.all(ways.flatMap((way) => shards.map((shard) => rowsOf(shard, way))));
    return found.some((places) => places.size > 0);
  }

  /** The records in which every term is found in one of its ways. */
  async #find(terms: readonly Term[], onNewest?: (hits: Hit[]) => void): Promise<Hit[]> {
    const counts = this.#index.manifest.shards.length;
    const finds: Find[] = [];
    for (let number = 0; number < counts; number++) {
      finds.push(await find(await this.#index.shard(number), terms));
      if (number === 0 && counts > 1 && onNewest) onNewest(this.#score(finds, terms, terms.length).sort(nearestFirst));
    }
    return this.#score(finds, terms, terms.length);
  }

  /** The records in which at least two terms, and half of them, are found: the most first. */
  async #findSome(terms: readonly Term[]): Promise<Hit[]> {
    if (terms.length < 3) return [];
    const finds = await Promise.all((await this.shards()).map((shard) => find(shard, terms)));
    return this.#score(finds, terms, Math.max(2, Math.ceil(terms.length / 2)));
  }

  #score(finds: readonly Find[], terms: readonly Term[], needed: number): Hit[] {
    const records = this.#index.manifest.shards.reduce((sum, shard) => sum + shard.records, 0);
    // Rarity is that of all ways of a manner together: a rare homophone is not what a reading means first.
    const weights = terms.map(({ ways }, term) => {
      const holding = Map.groupBy(ways.keys(), (way) => ways[way]?.manner);
      return ways.map(({ manner }, way) => {
        const alike = holding.get(manner) ?? [];
        const rows = finds.reduce(
          (sum, { places }) => sum + new Set(alike.flatMap((other) => [...(places[term]?.[other]?.keys() ?? [])])).size,
          0,
        );
        return Math.log(1 + (records - rows + 0.5) / (rows + 0.5)) / (1 + alike.indexOf(way) / 4);
      });
    });
    return finds.flatMap(({ shard, places, mean }) => {
      const best = new Map<number, { terms: number; manner: number; score: number; via: string[] }>();
      for (const [number, { ways }] of terms.entries()) {
        const own = new Map<number, { manner: number; score: number; via: string | undefined }>();
        for (const [at, way] of ways.entries()) {
          const manner = manners.indexOf(way.manner);
          for (const [row, found] of places[number]?.[at] ?? []) {
            const weight = (weights[number]?.[at] ?? 0) * frequency(shard, row, found, mean);
            const before = own.get(row);
            if (!before || manner < before.manner) {
              own.set(row, { manner, score: weight + (before?.score ?? 0) / 4, via: manner === 0 ? undefined : way.text });
            } else before.score += weight / 4;
          }
        }
        for (const [row, { manner, score, via }] of own) {
          const sum = best.get(row) ?? { terms: 0, manner: 0, score: 0, via: [] };
          best.set(row, {
            terms: sum.terms + 1,
            manner: Math.max(sum.manner, manner),
            score: sum.score + score,
            via: via ? [...sum.via, via] : sum.via,
          });
        }
      }
      return [...best]
        .filter(([, sum]) => sum.terms >= needed)
        .map(([row, sum]): Hit => {
          const isPartial = sum.terms < terms.length;
          const manner = isPartial ? 'partial' : (manners[sum.manner] ?? 'exact');
          return { shard, row, manner, via: sum.via, score: sum.score + (isPartial ? sum.terms * 1000 : 0) };
        });
    });
  }

  /** The hits in their order: a title that is the query, the page of what it means, then by manner and score. */
  #ordered({ query, names, meant }: Understood, hits: readonly Hit[], terms: readonly Term[]): Answer {
    const code = titleCode(query);
    const pages = new Set(meant.map((name) => `${name.kind}/${name.slug}`));
    const rank = ({ shard, row }: Hit) => {
      const isPage = pages.has(itselfAt(shard, row));
      if (shard.table.titles[row] === code) return isPage ? 0 : 1;
      return isPage ? 2 : 3;
    };
    const ranked = hits.map((hit) => ({ hit, rank: rank(hit) }));
    ranked.sort((a, b) => a.rank - b.rank || nearestFirst(a.hit, b.hit));
    const marks = new Set(terms.flatMap(({ ways }) => ways.filter(({ pieces }) => pieces).map(({ text }) => text)));
    return { hits: ranked.map(({ hit }) => hit), marks: [...marks], names, isUnfinished: false };
  }
}

/** True where a word is a form of a name or a part of one. */
function isPartOf(text: string, { here, elsewhere }: Name): boolean {
  const word = text.toLowerCase();
  return [...here, ...elsewhere].some((form) => form.toLowerCase().includes(word));
}

/** The facets whose values have a page that is a record of its own, and the type of that record. */
const ownTypes = { prefecture: 'prefectures', theme: 'themes', programme: 'programmes' } as const;

/** What a record is itself, such as `theme/tourism`; empty where it is about things rather than one. */
function itselfAt({ table }: Shard, row: number): string {
  const type = table.facets.type.values[table.facets.type.cells[row]?.[0] ?? -1];
  const [facet] = Object.entries(ownTypes).find(([, own]) => own === type) ?? [];
  if (!facet) return '';
  const { values, cells } = table.facets[facet as keyof typeof ownTypes];
  return `${facet}/${values[cells[row]?.[0] ?? -1] ?? ''}`;
}

interface Find {
  readonly shard: Shard;
  /** For each term and each of its ways, where it stands. */
  readonly places: readonly (readonly Places[])[];
  readonly mean: number;
}

async function find(shard: Shard, terms: readonly Term[]): Promise<Find> {
  const places = await Promise.all(terms.map(({ ways }) => Promise.all(ways.map((way) => rowsOf(shard, way)))));
  const { lengths } = shard.table;
  return { shard, places, mean: lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1) };
}

function rowsOf(shard: Shard, { pieces, subject }: Way): Promise<Places> {
  if (pieces) return shard.places(pieces);
  const { values, cells } = shard.table.facets[subject?.facet ?? 'type'];
  const value = values.indexOf(subject?.value ?? '');
  const rows = cells.flatMap((own, row) => (own.includes(value) ? [[row, []] as const] : []));
  return Promise.resolve(new Map<number, readonly number[]>(value === -1 ? [] : rows));
}

/** How much of a record a word is, and more where it stands in the title. */
function frequency({ table }: Shard, row: number, places: readonly number[], mean: number): number {
  const relative = 1 - lengthShare + lengthShare * ((table.lengths[row] ?? mean) / mean);
  const inText = (places.length * (saturation + 1)) / (places.length + saturation * relative);
  const inTitle = places.some((place) => place < (table.titleLengths[row] ?? 0)) ? titleWeight : 0;
  return inText + inTitle;
}

function nearestFirst(a: Hit, b: Hit): number {
  return manners.indexOf(a.manner) - manners.indexOf(b.manner) || b.score - a.score || newestFirst(a, b);
}

/** By date, the newest first; without a date last. Rows stand in that order in a shard, and shards too. */
export function newestFirst(a: Hit, b: Hit): number {
  const [first, second] = [a.shard.table.dates[a.row] ?? '', b.shard.table.dates[b.row] ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.shard.name === b.shard.name ? a.row - b.row : a.shard.name < b.shard.name ? -1 : 1;
}

/** A phrase in the quotation marks of either language. */
const quoted = /(["“”][^"“”]+["“”]|「[^「」]+」|『[^『』]+』)/u;

/** The words of a query and its phrases in quotation marks. */
function termsOf(query: string): Term[] {
  return normalise(query)
    .split(quoted)
    .flatMap((part, index): Term[] => {
      // What the pattern takes stands between what it leaves.
      if (index % 2 === 1) {
        const text = part.slice(1, -1).trim();
        const pieces = sideBySide(wordsOf(text));
        return pieces.length > 0 ? [{ text, isQuoted: true, ways: [{ manner: 'exact', text, pieces }] }] : [];
      }
      return wordsOf(part)
        .map((word) => ({ text: word, isQuoted: false, ways: waysOf(word) }))
        .filter(({ ways }) => ways.length > 0);
    });
}

/** A word as it is written; one with a hyphen also as its parts side by side. */
function waysOf(word: string): Way[] {
  const own = wayOf('exact', word);
  const parts = word.split('-').filter(Boolean);
  const ways = parts.length > 1 ? [own, { ...own, pieces: sideBySide(parts) }] : [own];
  return ways.filter(({ pieces }) => pieces && pieces.length > 0);
}

function wayOf(manner: Manner, text: string): Way {
  return { manner, text, pieces: sideBySide(wordsOf(text)) };
}

/** The pieces of words that follow one another. */
function sideBySide(words: readonly string[]): Piece[] {
  const joined: { tokens: readonly string[]; isPrefix: boolean }[] = [];
  for (const piece of words.flatMap(piecesOf)) {
    const last = joined.at(-1);
    if (last && !last.isPrefix && !piece.isPrefix)
      joined[joined.length - 1] = { ...last, tokens: [...last.tokens, ...piece.tokens] };
    else joined.push(piece);
  }
  return joined;
}

/** The terms of a query where names of several words are one term each; none where it holds no such name. */
function groupedBy(spans: readonly { from: number; to: number }[], query: string): Term[] {
  const text = normalise(query);
  const long = spans.filter(({ from, to }) => /\S\s+\S/.test(text.slice(from, to)));
  if (long.length === 0) return [];
  const between = [...long, { from: text.length, to: text.length }].map(({ from }, index) =>
    text.slice(long[index - 1]?.to ?? 0, from),
  );
  return between.flatMap((part, index) => {
    const { from, to } = long[index] ?? {};
    const name = text.slice(from, to);
    return [...termsOf(part), ...(long[index] ? [{ text: name, isQuoted: false, ways: [wayOf('exact', name)] }] : [])];
  });
}

/** The hits of both, each record once and in its nearest manner. */
function united(hits: readonly Hit[], others: readonly Hit[]): Hit[] {
  const byRecord = new Map<string, Hit>();
  for (const hit of [...hits, ...others].sort(nearestFirst)) {
    const key = `${hit.shard.name} ${hit.row}`;
    if (!byRecord.has(key)) byRecord.set(key, hit);
  }
  return [...byRecord.values()];
}

/** Words of English questions that say nothing of their subject. */
const particles = new Set(
  'a an and any are as at be by can do does for from get has have how i in into is it its me my of on or our that the their there they this to us want was we what when where which who why will with would you your about between'
    .split(' ')
    .map(stemOf),
);

/**
 * Words in hiragana that do not say what a question is about. None is made of others of them, as には of に and は is: each
 * way of reading には…には would be tried, and twice as many with every には.
 */
const functional =
  /^(?:は|が|を|に|で|と|も|の|へ|や|から|まで|より|など|ため|について|による|によって|における|した|したい|して|する|できる|ある|いる|なる|たい|です|ます|ください|どう|どこ|いつ|なに|だれ|こと|よう|お|ご)+$/u;

/** The words of a question that say what it is about: without particles and endings of verbs, names that it is made of apart. */
function contentOf(terms: readonly Term[], finder: NameFinder): Term[] {
  const words = terms.flatMap(({ text, isQuoted }) => {
    if (isQuoted) return [text];
    if (!isJapanese(text[0] ?? '') && !/\p{Script=Han}/u.test(text))
      return particles.has(stemOf(latinWord(text))) ? [] : [text];
    if (!/\p{Script=Hiragana}/u.test(text)) {
      const spans = finder.within(text);
      const covered = spans.reduce((sum, { from, to }) => sum + to - from, 0);
      return covered === text.length ? spans.map(({ from, to }) => text.slice(from, to)) : [text];
    }
    if (/^[\p{Script=Hiragana}ー]+$/u.test(text)) return functional.test(text) ? [] : [text];
    // 祭り and 取り組み are words; 訪れる and 呼びたい are not what a text is about.
    const parts = text.match(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}]+/gu) ?? [];
    return parts.filter((part) => [...part].length > 1);
  });
  return [...new Set(words)]
    .map((text) => ({ text, isQuoted: false, ways: waysOf(text) }))
    .filter(({ ways }) => ways.length > 0);
}
