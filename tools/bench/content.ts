/**
 * Content for the bench: entries in both languages beside the project's own, as an editorial office would have written them in
 * thirty years. The same number gives the same bytes.
 */
import { linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefectureSlugs } from '../../src/data/places.ts';
import type { Entry } from '../../src/entries/entry.ts';
import { contentFolder, textName } from '../../src/entries/entry.ts';
import { fingerprintOf } from '../../src/entries/fingerprint.ts';
import { readAll } from '../../src/entries/read.ts';
import { writeEntry, writeMaps, type Values } from '../../src/entries/write.ts';
import { defaultLanguage, languages, type Language, type Words } from '../../src/i18n/languages.ts';
import { countryName, placeName } from '../../src/i18n/names.ts';
import { chartTitles } from '../../src/charts/titles.ts';
import { contentTypes, type Data, type TypeName } from '../../src/model/content-types.ts';
import { isCountry } from '../../src/model/fields.ts';
import { eventKinds, counts } from '../../src/model/types/events.ts';
import { partnershipKinds } from '../../src/model/types/partnerships.ts';
import { phrasesIn, type Phrases } from './phrases.ts';
import { randomFrom, type Random } from './random.ts';

/** The slugs of what was written, the oldest first. */
export type Made = Readonly<Record<'articles' | 'events' | 'partnerships' | 'issues', readonly string[]>>;

/** Of ten entries in a row: seven articles, two events, a partnership. */
const turns = [
  'articles',
  'articles',
  'events',
  'articles',
  'articles',
  'partnerships',
  'articles',
  'events',
  'articles',
  'articles',
] as const;

/** Articles in a number of the magazine. */
const articlesOfANumber = 20;

const [firstYear, lastYear] = [1995, 2025];

/** Pictures that all entries share: as many different ones as an office uses again and again. */
const poolSize = 8;

/**
 * Writes `count` entries in every language, and the numbers of the magazine that name their articles, below `root/content`, where
 * the project's own content lies already. The pictures are hard links to those of the project below `root`.
 */
export function writeContent(root: string, count: number): Made {
  const material = materialIn(root);
  const made = { articles: [] as string[], events: [] as string[], partnerships: [] as string[], issues: [] as string[] };
  for (let index = 0; index < count; index += 1) {
    const type = turns[index % turns.length] ?? 'articles';
    const slug = `bench-${index.toString().padStart(5, '0')}`;
    const scene = { root, slug, index, count, material, made, random: randomFrom(index) };
    if (type === 'articles') writeArticle(scene);
    else if (type === 'events') writeEvent(scene);
    else writePartnership(scene);
    made[type].push(slug);
  }
  for (let start = 0; start < made.articles.length; start += articlesOfANumber) {
    made.issues.push(
      writeIssue(root, material, made.articles.slice(start, start + articlesOfANumber), made.issues.length, count),
    );
  }
  return made;
}

/** What of the project's own content others are made from. */
interface Material {
  readonly phrases: Readonly<Record<Language, Phrases>>;
  readonly pictures: readonly string[];
  readonly maps: readonly string[];
  readonly themes: readonly { readonly slug: string; readonly title: Words }[];
  readonly programmes: readonly string[];
  readonly sources: readonly Data<'articles'>['sources'][number][];
  readonly municipalities: readonly Data<'articles'>['municipalities'][number][];
  readonly stops: readonly Data<'events'>['stops'][number][];
  readonly partners: readonly Data<'partnerships'>['partner'][];
  readonly countries: readonly string[];
  readonly numbers: number;
}

function materialIn(root: string): Material {
  const { entries } = readAll(root);
  const of = <T extends TypeName>(type: T) =>
    entries.filter((entry): entry is (typeof entries)[number] & Entry<T> => entry.type === type);
  const originals = <T extends TypeName>(type: T) => of(type).filter(({ language }) => language === defaultLanguage);
  const titlesOf = (slug: string) =>
    Object.fromEntries(of('themes').flatMap((theme) => (theme.slug === slug ? [[theme.language, theme.data.title]] : [])));
  const pictures = readdirSync(join(root, contentFolder, 'articles'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.png'))
    .sort();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const mentioned = originals('events').flatMap(({ data }) => data.countries);
  const others = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  return {
    phrases: { ja: phrasesIn('ja', entries), en: phrasesIn('en', entries) },
    pictures: pictures.filter((file) => file.endsWith('cover.png')).slice(0, poolSize),
    maps: pictures.filter((file) => file.endsWith('map.png')),
    themes: originals('themes').map(({ slug }) => ({ slug, title: titlesOf(slug) as Words })),
    programmes: originals('programmes').map(({ slug }) => slug),
    sources: [...new Map(originals('events').flatMap(({ data }) => data.sources.map((one) => [one.title.ja, one]))).values()],
    municipalities: originals('events').flatMap(({ data }) => data.municipalities),
    stops: originals('events').flatMap(({ data }) => data.stops),
    partners: originals('partnerships').map(({ data }) => data.partner),
    countries: [...new Set([...mentioned, ...others])].filter((code) => code !== 'JP'),
    numbers: Math.max(...originals('issues').map(({ data }) => data.number)),
  };
}

interface Scene {
  readonly root: string;
  readonly slug: string;
  readonly index: number;
  readonly count: number;
  readonly material: Material;
  /** What was written before. */
  readonly made: Made;
  readonly random: Random;
}

function writeArticle(scene: Scene): void {
  const { root, slug, index, count, material, made, random } = scene;
  const subjects = subjectsOf(scene);
  const cover = random.chance(0.6) ? picture(scene, 'cover.png', random.one(material.pictures)) : undefined;
  const map = random.chance(0.3) ? picture(scene, 'map.png', random.one(material.maps)) : undefined;
  const events = random.some(made.events.slice(-20), random.between(0, 3));
  const earlier = made.articles.at(-random.between(1, 40));
  const plain = random.chance(0.3);
  const plan = planOf(random, { map: map !== undefined, event: events[0], earlier });
  const shared = {
    date: dayOf(index, count),
    cover,
    ...subjects.facts,
    programme: random.chance(0.5) ? random.one(material.programmes) : undefined,
    events,
    sources: sourcesOf(scene),
  };
  writeFolder(root, 'articles', slug, shared, (language) => ({
    title: subjects.title(language),
    summary: passage(material, language, random, 2, 400),
    plain: plain ? passage(material, language, random, 2, 300) : undefined,
    body: bodyOf(plan, language, scene),
  }));
}

function writeEvent(scene: Scene): void {
  const { root, slug, index, count, material, random } = scene;
  const subjects = subjectsOf(scene);
  const date = dayOf(index, count);
  const abroad = random.chance(0.2);
  const shared = {
    kind: random.one(Object.keys(eventKinds)),
    programme: random.chance(0.7) ? random.one(material.programmes) : undefined,
    date,
    end: random.chance(0.3) ? dayOf(index, count, random.between(1, 3)) : undefined,
    country: abroad ? subjects.facts.countries[0] : undefined,
    ...subjects.facts,
    attendance: random.chance(0.7)
      ? [{ people: random.between(20, 900), approximate: true, count: random.one(Object.keys(counts)) }]
      : [],
    stops: random.some(material.stops, random.between(0, 5)),
    sources: sourcesOf(scene),
  };
  const paragraphs = random.between(1, 4);
  writeFolder(root, 'events', slug, shared, (language) => ({
    title: subjects.title(language),
    summary: passage(material, language, random, 1, 400),
    body: Array.from({ length: paragraphs }, () => passage(material, language, random, 3)).join('\n\n'),
  }));
}

function writePartnership(scene: Scene): void {
  const { root, slug, index, count, material, random } = scene;
  const home = random.one(material.municipalities);
  const partner = random.one(material.partners);
  const country = random.early(material.countries);
  const title = (language: Language) => {
    const names = [home.name[language] ?? home.name.ja, partner[language] ?? partner.ja] as const;
    const where = countryName(country, language);
    return language === 'ja' ? `${names[0]}と${names[1]}（${where}）` : `${names[0]} and ${names[1]}, ${where}`;
  };
  const original: Values = {
    slug,
    status: 'published',
    title: title('ja'),
    kind: random.one(Object.keys(partnershipKinds)),
    date: dayOf(index, count),
    prefectures: [home.prefecture],
    home: home.name,
    partner,
    countries: [country],
    themes: random.some(material.themes, 1).map((theme) => theme.slug),
    sources: sourcesOf(scene),
  };
  const english = { status: 'published', original: fingerprintOf('partnerships', original), title: title('en') };
  const file = join(root, contentFolder, 'partnerships', `${slug}.yaml`);
  writeFileSync(file, writeMaps('partnerships', undefined, { ja: original, en: english }));
}

/** A number of the magazine with its line-up; gives its slug. */
function writeIssue(root: string, material: Material, lineUp: readonly string[], index: number, count: number): string {
  const number = material.numbers + 1 + index;
  const slug = `no-${number}`;
  const random = randomFrom(-2 - index);
  const last = Number(lineUp.at(-1)?.slice('bench-'.length));
  const theme = random.one(material.themes);
  const shared = {
    number,
    date: dayOf(last, count),
    lineUp,
    themes: [theme.slug],
    sources: random.some(material.sources, 2),
  };
  writeFolder(root, 'issues', slug, shared, (language) => ({
    title: language === 'ja' ? `${theme.title.ja}を読む 第${number}集` : `Reading on ${theme.title.en}, part ${number}`,
    summary: passage(material, language, random, 2, 400),
    body: [passage(material, language, random, 4), passage(material, language, random, 4)].join('\n\n'),
  }));
  return slug;
}

/** Writes the files of an entry: the shared facts into the original, the words into each language. */
function writeFolder(
  root: string,
  type: 'articles' | 'events' | 'issues',
  slug: string,
  shared: Values,
  wordsIn: (language: Language) => Values,
): void {
  const folder = join(root, contentFolder, type, slug);
  mkdirSync(folder, { recursive: true });
  const original = inOrder(type, { slug, status: 'published', ...shared, ...wordsIn(defaultLanguage) });
  for (const language of languages) {
    const translation = () => ({
      status: 'published',
      original: fingerprintOf(type, original),
      ...wordsIn(language),
    });
    const values = language === defaultLanguage ? original : inOrder(type, translation());
    writeFileSync(join(folder, textName(language)), writeEntry(type, undefined, values));
  }
}

/** The values that are there, in the order in which the type declares its fields. */
function inOrder(type: TypeName, values: Values): Values {
  const names = Object.keys(contentTypes[type].fields);
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** A day of the years of the bench: entries follow each other evenly. */
function dayOf(index: number, count: number, later = 0): string {
  const [first, end] = [Date.UTC(firstYear, 0, 1), Date.UTC(lastYear, 11, 1)];
  const day = first + Math.floor(((end - first) * index) / count) + later * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

function subjectsOf({ index, material, random }: Scene) {
  const prefectures = random.some(prefectureSlugs, random.chance(0.2) ? random.between(2, 5) : 1);
  const countries = [...new Set(Array.from({ length: random.between(1, 6) }, () => random.early(material.countries)))];
  const themes = random.some(material.themes, random.between(1, 3));
  const municipalities = random.chance(0.3) ? random.some(material.municipalities, 1) : [];
  const title = (language: Language) => {
    const place = placeName(prefectures[0] ?? 'tokyo', language);
    const country = countryName(countries[0] ?? 'US', language);
    const theme = themes[0]?.title[language] ?? '';
    return language === 'ja'
      ? `${place}と${country}――${theme} その${index + 1}`
      : `${place} and ${country}: ${theme}, ${index + 1}`;
  };
  return { title, facts: { themes: themes.map(({ slug }) => slug), prefectures, municipalities, countries } };
}

function sourcesOf({ material, random }: Scene) {
  return random.some(material.sources, random.between(1, 4));
}

/** Puts a picture of the pool into the folder of an article; gives it as a cover. */
function picture({ root, slug }: Scene, name: string, from: string) {
  const folder = join(root, contentFolder, 'articles', slug);
  mkdirSync(folder, { recursive: true });
  linkSync(join(root, contentFolder, 'articles', from), join(folder, name));
  return { file: name, alt: { ja: 'この号のために描かれた日本の地図。', en: 'A map of Japan, drawn for this number.' } };
}

/** Sentences in a row: as many as asked for, or as the most characters that are allowed. */
function passage(material: Material, language: Language, random: Random, sentences: number, most = Infinity): string {
  const chosen = random.some(material.phrases[language].sentences, sentences);
  const join = () => chosen.join(language === 'ja' ? '' : ' ');
  while (join().length > most) chosen.pop();
  return join();
}

/** What a text consists of, the same in every language. */
type Part =
  | { readonly kind: 'paragraph'; readonly sentences: number; readonly note?: number; readonly link?: string }
  | { readonly kind: 'table' | 'list' | 'timeline'; readonly rows: number }
  | { readonly kind: 'heading' | 'callout' | 'facts' | 'quote' | 'figure' }
  | { readonly kind: 'event'; readonly slug: string }
  | { readonly kind: 'chart'; readonly of: string };

interface Plan {
  readonly parts: readonly Part[];
  readonly notes: number;
}

/** One to eight KB in each language, more short texts than long ones. */
function planOf(random: Random, has: { map: boolean; event: string | undefined; earlier: string | undefined }): Plan {
  const parts: Part[] = [{ kind: 'paragraph', sentences: 3 }];
  const sections = random.early([2, 1, 3, 2, 4, 3, 5, 4, 6]);
  const notes = random.chance(0.5) ? random.between(1, 3) : 0;
  for (let section = 0; section < sections; section += 1) {
    parts.push({ kind: 'heading' });
    const note = section < notes ? { note: section + 1 } : {};
    const link = section === 0 && has.earlier !== undefined ? { link: has.earlier } : {};
    parts.push({ kind: 'paragraph', sentences: random.between(3, 5), ...note, ...link });
    if (random.chance(0.6)) parts.push({ kind: 'paragraph', sentences: random.between(2, 4) });
    const rows = random.between(3, 8);
    const block = random.one(['callout', 'facts', 'quote', 'timeline', 'list', 'table'] as const);
    if (random.chance(0.5)) {
      parts.push(block === 'table' || block === 'list' || block === 'timeline' ? { kind: block, rows } : { kind: block });
    }
  }
  if (random.chance(0.4)) parts.push({ kind: 'table', rows: random.between(3, 10) });
  if (has.map) parts.push({ kind: 'figure' });
  if (has.event !== undefined) parts.push({ kind: 'event', slug: has.event });
  if (random.chance(0.05)) parts.push({ kind: 'chart', of: random.one(Object.keys(chartTitles)) });
  return { parts, notes: Math.min(notes, sections) };
}

function bodyOf({ parts, notes }: Plan, language: Language, { material, random }: Scene): string {
  const phrases = material.phrases[language];
  const say = (ja: string, en: string) => (language === 'ja' ? ja : en);
  const sentence = () => random.one(phrases.sentences);
  const heading = () => random.one(phrases.headings);
  const attribute = (words: string) => words.replaceAll('"', '');
  const rowsOf = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index));
  const written = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return `## ${heading()}`;
      case 'paragraph': {
        const words = passage(material, language, random, part.sentences);
        const link =
          part.link === undefined
            ? ''
            : say(
                `[前の記事](/ja/articles/${part.link}/)も読めます。`,
                ` See also [an earlier article](/en/articles/${part.link}/).`,
              );
        return words + (part.note === undefined ? '' : `[^${part.note}]`) + link;
      }
      case 'list':
        return rowsOf(part.rows, () => `- ${sentence()}`).join('\n');
      case 'table': {
        const rows = rowsOf(part.rows, () => {
          const place = placeName(random.one(prefectureSlugs), language);
          return `| ${place} | ${random.between(1995, 2025)} | ${random.between(1, 900)} |`;
        });
        return [say('| 場所 | 年 | 人数 |', '| Place | Year | People |'), '|---|---|---|', ...rows].join('\n');
      }
      case 'timeline': {
        const moments = rowsOf(part.rows, (row) => `<Moment date="${2000 + row * 2}">\n\n${sentence()}\n\n</Moment>`);
        return [`<Timeline title="${attribute(heading())}">`, ...moments, '</Timeline>'].join('\n');
      }
      case 'callout':
        return `<Callout title="${attribute(heading())}">\n\n${sentence()}\n\n</Callout>`;
      case 'facts':
        return `<FactBox title="${attribute(heading())}" source="${say('本サイトの記録', 'Register of this site')}">\n\n- ${sentence()}\n- ${sentence()}\n\n</FactBox>`;
      case 'quote':
        return `<PullQuote>${sentence()}</PullQuote>`;
      case 'figure':
        return `<Figure src="map.png" alt="${say('升目で描いた日本の地図。', 'A map of Japan in equal cells.')}" caption="${attribute(sentence())}" />`;
      case 'event':
        return `<EventCard event="${part.slug}" />`;
      case 'chart':
        return `<Chart of="${part.of}" />`;
    }
  });
  const footnotes = Array.from({ length: notes }, (_, index) => `[^${index + 1}]: ${sentence()}`);
  return [...written, ...footnotes].join('\n\n');
}
