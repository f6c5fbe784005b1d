/**
 * Names by which readers ask for a place, a country, a theme, a programme, a kind of event or a term: in each language, in
 * kana, in Latin letters. They suggest, they lead to pages, and they carry a query from one language to another.
 */
import type { Facet } from '../model/facets.ts';
import { stemOf } from './stems.ts';
import { hiragana, isKana, isLatin, roughReading } from './readings.ts';
import { isJapanese, latinWord, normalise, wordsOf } from './tokens.ts';

export const nameKinds = ['prefecture', 'region', 'country', 'theme', 'programme', 'event', 'municipality', 'term'] as const;
export type NameKind = (typeof nameKinds)[number];

/** What a name stands for. */
export interface Name {
  readonly kind: NameKind;
  readonly slug: string;
  /** As the language of the page shows it. */
  readonly label: string;
  readonly url: string;
  /** Forms in which texts of the page's language have it: what is searched for one that asks otherwise. */
  readonly here: readonly string[];
  /** Forms in other languages, in kana and in Latin letters, and others that readers use. */
  readonly elsewhere: readonly string[];
}

/** The facet whose value a name is; terms and municipalities are none. */
export function facetOf({ kind }: Name): Facet | undefined {
  return kind === 'term' || kind === 'municipality' ? undefined : kind;
}

/** A name as its file holds it. */
type Packed = [kind: number, slug: string, label: string, url: string, here: string[], elsewhere: string[]];

/** The names as a file. */
export function packNames(names: readonly Name[]): string {
  return JSON.stringify(
    names.map(({ kind, slug, label, url, here, elsewhere }): Packed => [
      nameKinds.indexOf(kind),
      slug,
      label,
      url,
      here.filter((form) => form !== label),
      [...elsewhere],
    ]),
  );
}

/** The names of a file that `packNames` has written. */
export function unpackNames(text: string): Name[] {
  return (JSON.parse(text) as Packed[]).map(([kind, slug, label, url, here, elsewhere]) => ({
    kind: nameKinds[kind] ?? 'term',
    slug,
    label,
    url,
    here: [label, ...here],
    elsewhere,
  }));
}

/** A form of a name, in the shapes in which it is compared. */
interface Form {
  readonly name: Name;
  readonly key: string;
  /** The rough reading of a form in kana or in Latin letters. */
  readonly reading: string;
}

/** Finds names in what readers type. */
export class NameFinder {
  readonly #forms: readonly Form[];
  readonly #byKey = new Map<string, Set<Name>>();
  readonly #byReading = new Map<string, Set<Name>>();

  constructor(names: readonly Name[]) {
    this.#forms = names.flatMap((name) =>
      [...new Set([...name.here, ...name.elsewhere])].map((form) => ({ name, key: keyOf(form), reading: readingOf(form) })),
    );
    for (const { name, key, reading } of this.#forms) {
      add(this.#byKey, key, name);
      if (reading) add(this.#byReading, reading, name);
    }
  }

  /** The names that the text is, in whatever form; by reading only where no form is the text itself. */
  named(text: string): Name[] {
    const exact = this.#byKey.get(keyOf(text));
    if (exact) return [...exact];
    const reading = readingOf(text);
    if (reading.length < 3) return [];
    const found = this.#byReading.get(reading) ?? this.#byReading.get(reading.replace(/(?:ken|fu|to|prefecture)$/, ''));
    return found ? [...found] : [];
  }

  /** The names that stand within a longer query, at each place the longest, in its order. Offsets are of the normalised query. */
  within(query: string): { from: number; to: number; names: readonly Name[] }[] {
    const text = normalise(query);
    const words = [...text.matchAll(/[\p{Script=Latin}\p{M}\p{N}'’.-]+/gu)].map(({ 0: word, index }) => ({
      from: index,
      to: index + word.length,
    }));
    const found: { from: number; to: number; names: readonly Name[] }[] = [];
    for (let at = 0; at < text.length; at++) {
      const ends = isJapanese(text[at] ?? '')
        ? Array.from({ length: Math.min(longestName, text.length - at) }, (_, index) => at + index + 1)
        : words.slice(words.findIndex(({ from }) => from === at)).map(({ to }) => to);
      if (!isJapanese(text[at] ?? '') && !words.some(({ from }) => from === at)) continue;
      for (const to of ends.slice(0, longestName).reverse()) {
        const names = namesAt(this.#byKey, text.slice(at, to));
        if (!names) continue;
        found.push({ from: at, to, names: [...names] });
        at = to - 1;
        break;
      }
    }
    return found;
  }

  /** Names that begin as the text does, by any form, or hold it; the nearest first. */
  suggest(text: string, count: number): Name[] {
    const key = keyOf(text);
    const reading = readingOf(text);
    if (!key) return [];
    const nearness = new Map<Name, number>();
    for (const form of this.#forms) {
      const near = nearnessOf(form, key, reading);
      if (near < Math.min(nearness.get(form.name) ?? Infinity, 5)) nearness.set(form.name, near);
    }
    return [...nearness]
      .sort(([a, near], [b, other]) => near - other || nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind))
      .slice(0, count)
      .map(([name]) => name);
  }

  /** The names with a form that differs from the text by a slip or two, the nearest first. */
  near(text: string): { name: Name; form: string }[] {
    const key = keyOf(text);
    const allowed = slipsIn(key);
    return this.#forms
      .map((form) => ({
        form,
        distance: Math.abs(form.key.length - key.length) > allowed ? Infinity : distance(form.key, key),
      }))
      .filter(({ distance }) => distance > 0 && distance <= allowed)
      .sort((a, b) => a.distance - b.distance)
      .map(({ form }) => ({ name: form.name, form: form.key }));
  }
}

/** Characters of a Japanese name, or words of another, at most. */
const longestName = 24;

/** The names of a part of a query; kana alone and single characters are too often a part of something else. */
function namesAt(byKey: ReadonlyMap<string, ReadonlySet<Name>>, part: string): ReadonlySet<Name> | undefined {
  if (isJapanese(part[0] ?? '') && (part.length < 2 || /^[\p{Script=Hiragana}ー]+$/u.test(part))) return undefined;
  return byKey.get(keyOf(part));
}

function nearnessOf(form: Form, key: string, reading: string): number {
  if (form.key === key) return 0;
  if (reading.length > 1 && form.reading === reading) return 1;
  if (form.key.startsWith(key)) return 2;
  if (reading.length > 1 && form.reading.startsWith(reading)) return 3;
  if (key.length > 1 && form.key.includes(isJapanese(key[0] ?? '') ? key : ` ${key}`)) return 4;
  return 5;
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}

/** A form as it is compared: kana of both kinds alike, Latin words by their stems. */
function keyOf(form: string): string {
  return wordsOf(form.replace(/[-–]/g, ' '))
    .map((word) => (isJapanese(word[0] ?? '') ? (isKana(word) ? hiragana(word) : word) : stemOf(latinWord(word))))
    .filter((word) => word !== 'the')
    .join(' ')
    .trim();
}

/** The rough reading of a text in kana or in Latin letters; empty where it has none. */
function readingOf(text: string): string {
  const bare = text.replace(/[\s・]+/g, '');
  return isKana(bare) || isLatin(bare) ? roughReading(bare) : '';
}

/** Slips that are forgiven: none in short words, where they make another word. */
export function slipsIn(word: string): number {
  const length = [...word].length;
  const isIdeographic = /\p{Script=Han}/u.test(word);
  if (length < (isIdeographic ? 3 : 4)) return 0;
  return length < 8 ? 1 : 2;
}

/** The fewest letters to change, leave out, add or swap (optimal string alignment; Damerau 1964). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
