/**
 * The kinds of field. A field says once how it is checked, how an editor is asked for it, whether the languages share
 * it, whether readers filter by it and whether it is a column of the open data; everything else derives from that.
 */
import { z } from 'zod';
import { languages, type Language, type Words } from '../i18n/languages.ts';
import { prefectures, prefectureSlugs } from '../data/places.ts';
import { countryName, languageName } from '../i18n/names.ts';
import type { Facet } from './facets.ts';
import { refuse } from './refusal.ts';
import { invisible, isCalendarDate, isDeviceName, isPictureFile, isSlug } from './spelling.ts';

/** What Decap needs to draw a field: its widget and the widget's own settings. */
export interface Widget {
  readonly widget: string;
  /** The values of a menu with their names. */
  readonly options?: readonly { readonly value: string; readonly label: Words }[];
  readonly [setting: string]: unknown;
}

export interface Field<Schema extends z.ZodType = z.ZodType> {
  readonly kind: string;
  readonly label: Words;
  readonly hint: Words | undefined;
  readonly optional: boolean;
  /** True where each language has its own value; a shared value stands in the default language's file alone. */
  readonly translated: boolean;
  readonly facet: Facet | undefined;
  /** True where the open data has a column for it. */
  readonly column: boolean;
  readonly schema: Schema;
  readonly widget: Widget;
  /** The type whose slugs the value holds, for relations. */
  readonly relation: string | undefined;
  /** The fields inside a list or an object, for forms and messages. */
  readonly fields: Fields | undefined;
}

export type Fields = Readonly<Record<string, Field>>;

/** What every kind of field is told. `optional` and `translated` are off unless stated. */
export interface Ask {
  readonly label: Words;
  readonly hint?: Words;
  readonly optional?: true;
  readonly translated?: true;
  readonly facet?: Facet;
  readonly column?: true;
}

type Asked<Schema extends z.ZodType, A extends Ask> = Field<A extends { optional: true } ? z.ZodOptional<Schema> : Schema>;

function field<Schema extends z.ZodType, A extends Ask>(
  kind: string,
  ask: A,
  schema: Schema,
  widget: Widget,
  parts: { relation?: string; fields?: Fields } = {},
): Asked<Schema, A> {
  return {
    kind,
    label: ask.label,
    hint: ask.hint,
    optional: ask.optional ?? false,
    translated: ask.translated ?? false,
    facet: ask.facet,
    column: ask.column ?? false,
    schema: ask.optional ? schema.optional() : schema,
    widget,
    relation: parts.relation,
    fields: parts.fields,
  } as Asked<Schema, A>;
}

// ---------------------------------------------------------------------------------------------------------------- text

/** A line of text. `max` counts characters; what may be longer than a line of the form is asked for in a box. */
export function text<const A extends Ask & { max?: number }>(ask: A) {
  return field('text', ask, line(ask.max ?? 200), { widget: (ask.max ?? 0) > 200 ? 'text' : 'string' });
}

const kanaPattern = /^[\p{sc=Hiragana}\p{sc=Katakana}ー・]+$/u;

/** Whether a text is kana alone. */
export function isKana(text: string): boolean {
  return kanaPattern.test(text);
}

const refuseInvisible = refuse({
  ja: '改行・制御文字・見えない文字を取り除いてください。',
  en: 'Remove line breaks, control characters and invisible characters.',
});

/** Several lines of plain text, shown as paragraphs. */
export function longText<const A extends Ask & { max?: number }>(ask: A) {
  return field(
    'longText',
    ask,
    z
      .string()
      .trim()
      .min(1)
      .max(ask.max ?? 2000)
      .refine((value) => !invisible.test(value.replaceAll('\n', ' ')), refuseInvisible),
    { widget: 'text' },
  );
}

/** The same phrase in every language; languages other than the default may be left out. */
export function phrase<const A extends Ask & { max?: number }>(ask: A) {
  const fields = Object.fromEntries(
    languages.map((name, index) => {
      const label = languageNames(name);
      return [name, index === 0 ? text({ label }) : text({ label, optional: true })];
    }),
  );
  return field('phrase', ask, words(ask.max ?? 300), { widget: 'object' }, { fields });
}

/** The name of an entry in its URL: ASCII, never changed once public. */
export function slug<const A extends Ask>(ask: A) {
  return field('slug', ask, slugSchema, { widget: 'string', pattern: ['^[a-z0-9]+(-[a-z0-9]+)*$', 'first-article'] });
}

const slugSchema = z
  .string()
  .max(80)
  .refine(
    isSlug,
    refuse({
      ja: '半角の英小文字・数字とハイフンだけを使ってください（例：kyoto-reception-2015）。',
      en: 'Use lower-case letters, digits and single hyphens only, as in kyoto-reception-2015.',
    }),
  )
  .refine(
    (name) => !isDeviceName(name),
    refuse({
      ja: 'この名前はWindowsがファイルに許しません。ほかの言葉を足してください（例：con-2015）。',
      en: 'Windows allows no file of this name. Add a word, as in con-2015.',
    }),
  )
  // Said once more for JSON Schema, which cannot know a refinement: here and at the other kinds that have one.
  .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** How a word is read. */
export function kana<const A extends Ask>(ask: A) {
  return field('text', ask, kanaSchema, { widget: 'string' });
}

const kanaSchema = z
  .string()
  .trim()
  .max(60)
  .refine(isKana, refuse({ ja: 'ひらがなかカタカナで書いてください。', en: 'Write it in hiragana or katakana.' }))
  .meta({ pattern: kanaPattern.source });

/** The MDX text of an entry: not a key of the front matter, but what follows it. */
export function body<const A extends Ask>(ask: A) {
  return field('body', ask, z.string(), { widget: 'mdx' });
}

// -------------------------------------------------------------------------------------------------------- dates, figures

/** By it the newsroom tells a date from another line of text, since Decap's own widget for dates knows days alone. */
export const datePattern = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

/**
 * A date as exact as its source: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. A string, because `new Date()` would move days
 * between time zones and invent a day where the source has none.
 */
export function date<const A extends Ask>(ask: A) {
  return field('date', ask, dateSchema, { widget: 'string', pattern: [datePattern, 'YYYY-MM-DD / YYYY-MM / YYYY'] });
}

const dateSchema = z
  .string()
  .refine(
    isCalendarDate,
    refuse({
      ja: '暦にある日付を「2014-02-04」「2014-02」「2014」のいずれかの形で書いてください。',
      en: "Write a date that exists, as '2014-02-04', '2014-02' or '2014'.",
    }),
  )
  .meta({ pattern: datePattern });

/** A whole number from `min` (0 unless told). */
export function number<const A extends Ask & { min?: number }>(ask: A) {
  return field('number', ask, z.int().min(ask.min ?? 0), { widget: 'number', value_type: 'int', min: ask.min ?? 0 });
}

/** Yes or no; left out means no. */
export function flag<const A extends Ask>(ask: A) {
  return field('flag', ask, z.boolean(), { widget: 'boolean', default: false });
}

// ---------------------------------------------------------------------------------------------------------------- choice

/** The values that a choice offers, each with its name for readers and editors. */
export type Options = Readonly<Record<string, Words>>;

/** One of a fixed set of values. */
export function choice<const O extends Options, const A extends Ask>(options: O, ask: A) {
  return field('choice', ask, z.enum(keys(options)), { widget: 'select', options: selectOptions(options) });
}

/** Any number of a fixed set of values. Left out means none. */
export function choices<const O extends Options, const A extends Ask>(options: O, ask: A) {
  const widget = { widget: 'select', multiple: true, options: selectOptions(options) };
  return field('choices', ask, several(z.enum(keys(options))), widget);
}

/** Prefectures by slug. Left out means none. */
export function prefecturesField<const A extends Ask>(ask: A) {
  return field('prefectures', ask, several(z.enum(prefectureSlugs)), {
    widget: 'select',
    multiple: true,
    options: prefectureOptions,
  });
}

/** One prefecture by slug. */
export function prefectureField<const A extends Ask>(ask: A) {
  return field('prefecture', ask, z.enum(prefectureSlugs), { widget: 'select', options: prefectureOptions });
}

/** One language of the site. */
export function language<const A extends Ask>(ask: A) {
  return field('language', ask, z.enum(languages), { widget: 'select', options: selectOptions(languageOptions) });
}

/** The languages of the site with their names. */
export const languageOptions = Object.fromEntries(languages.map((name) => [name, languageNames(name)])) as Record<
  Language,
  Words
>;

function languageNames(name: Language): Words {
  return { ja: languageName(name, 'ja'), en: languageName(name, 'en') };
}

const prefectureOptions = prefectures.map(({ slug: value, ja, en }) => ({ value, label: { ja, en } }));

/** Countries and regions by their two letters of ISO 3166-1 (`EU` for the European Union). Left out means none. */
export function countries<const A extends Ask>(ask: A) {
  return field('countries', ask, several(countrySchema), { widget: 'select', multiple: true, options: countryOptions() });
}

/** One country or region by its two letters of ISO 3166-1. */
export function country<const A extends Ask>(ask: A) {
  return field('country', ask, countrySchema, { widget: 'select', options: countryOptions() });
}

const countrySchema = z
  .string()
  .refine(
    isCountry,
    refuse({
      ja: 'ISO 3166-1の2文字の国コードを大文字で書いてください（例：FR）。',
      en: 'Write the two capital letters of ISO 3166-1, as in FR.',
    }),
  )
  .meta({ pattern: '^[A-Z]{2}$' });

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes that Intl names though ISO 3166-1 gives them to no country: exceptional reservations and test regions. */
const notCountries = /^(AC|CP|CQ|DG|EA|EZ|IC|QO|TA|UN|XA|XB|ZZ)$/;

/** True for a current code of ISO 3166-1 alpha-2, for Kosovo (XK) and for the European Union (EU). */
export function isCountry(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) &&
    !notCountries.test(code) &&
    countryNames.of(code) !== undefined &&
    // A withdrawn code such as DD is rewritten to the one that took its place.
    new Intl.Locale(`und-${code}`).region === code
  );
}

function countryOptions() {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountry)
    .map((value) => ({ value, label: { ja: countryName(value, 'ja'), en: countryName(value, 'en') } }));
}

// -------------------------------------------------------------------------------------------------------------- relation

/** The slug of an entry of another type; whether it exists is for the content check to say. */
export function relation<const A extends Ask>(type: string, ask: A) {
  return field('relation', ask, slugSchema, relationWidget(type, false), { relation: type });
}

/** The slugs of entries of another type, in the order the editor gave. Left out means none. */
export function relations<const A extends Ask>(type: string, ask: A) {
  return field('relations', ask, several(slugSchema), relationWidget(type, true), { relation: type });
}

function relationWidget(collection: string, multiple: boolean): Widget {
  return {
    widget: 'relation',
    collection,
    multiple,
    // `{{slug}}` would store the path of the file, not the slug.
    value_field: 'slug',
    display_fields: ['title'],
    search_fields: ['title', 'slug'],
  };
}

// --------------------------------------------------------------------------------------------------------------- groups

type Shape<F extends Fields> = { [Name in keyof F]: F[Name]['schema'] };

/** A group of fields that belong together. */
export function group<const F extends Fields, const A extends Ask>(fields: F, ask: A) {
  return field('group', ask, z.strictObject(shapeOf(fields)), { widget: 'object' }, { fields });
}

/** Any number of groups. Left out means none. */
export function list<const F extends Fields, const A extends Ask>(fields: F, ask: A) {
  return field('list', ask, z.array(z.strictObject(shapeOf(fields))).default([]), { widget: 'list' }, { fields });
}

/** The Zod shape of a set of fields, in their order. */
export function shapeOf<F extends Fields>(fields: F): Shape<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as Shape<F>;
}

/** A picture beside the entry's text, with what a reader who cannot see it is told, and whose it is. */
export function image<const A extends Ask>(ask: A) {
  return group(
    {
      file: field('file', { label: { ja: 'ファイル', en: 'File' } }, fileSchema, { widget: 'image' }),
      alt: phrase({
        label: { ja: '代替テキスト', en: 'Alt text' },
        hint: {
          ja: '画像が見えない読者に、何が写っているかを伝える文。',
          en: 'What the picture shows, for a reader who cannot see it.',
        },
      }),
      credit: phrase({ label: { ja: 'クレジット', en: 'Credit' }, optional: true }),
    },
    ask,
  );
}

const fileSchema = z.string().refine(
  isPictureFile,
  refuse({
    ja: '記事と同じフォルダーにある画像（jpg・png・webp・avif）の名前を、半角英小文字で書いてください。',
    en: 'Name a picture in the same folder (jpg, png, webp or avif), in lower-case letters.',
  }),
);

/** Whether a source is the body's own word or somebody's report of it. */
export const standings = {
  primary: { ja: '一次資料', en: 'primary source' },
  secondary: { ja: '二次資料', en: 'secondary source' },
} as const satisfies Options;

/** Where the facts of an entry come from; a reader is told whether each source is the body's own or a report of it. */
export function sources<const A extends Ask>(ask: A) {
  return list(
    {
      title: phrase({ label: { ja: '資料名', en: 'Title' } }),
      publisher: phrase({ label: { ja: '発行者', en: 'Publisher' } }),
      url: url({ label: { ja: 'URL', en: 'URL' }, optional: true }),
      date: date({ label: { ja: '発行日・確認日', en: 'Date of the source' }, optional: true }),
      standing: choice(standings, {
        label: { ja: '資料の性質', en: 'Standing' },
        hint: {
          ja: '当事者が出した資料は一次、新聞や写しなどは二次とします。',
          en: 'Primary where the body concerned published it; secondary for newspapers and copies.',
        },
      }),
    },
    ask,
  );
}

/** An address on the web. Only http and https, so that no link can run code. */
export function url<const A extends Ask>(ask: A) {
  const schema = z
    .string()
    .refine(
      (value) => /^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value),
      refuse({
        ja: 'http:// か https:// で始まるURLを書いてください。',
        en: 'Write a URL that starts with http:// or https://.',
      }),
    )
    .meta({ pattern: '^https?://[^\\s<>"]+$' });
  return field('url', ask, schema, { widget: 'string' });
}

const states = {
  draft: { ja: '下書き', en: 'draft' },
  published: { ja: '公開', en: 'published' },
} as const satisfies Options;

/** Whether a language of an entry is published. A draft may be incomplete and has no page. */
export function status<const A extends Ask>(ask: A) {
  const widget = { widget: 'select', options: selectOptions(states), default: 'draft' };
  return field('status', ask, z.enum(keys(states)), widget);
}

/**
 * What a translation was made from (`src/entries/fingerprint.ts`). Nobody types it: the newsroom writes it when an editor
 * says that the translation agrees with the original.
 */
export function fingerprint<const A extends Ask>(ask: A) {
  const schema = z
    .string()
    .regex(/^[a-zA-Z0-9:]+( [a-zA-Z0-9:]+)*$/)
    .max(20_000);
  return field('fingerprint', ask, schema, { widget: 'hidden' });
}

// ------------------------------------------------------------------------------------------------------------------ zod

function keys<const O extends Options>(options: O) {
  return Object.keys(options) as [Extract<keyof O, string>, ...Extract<keyof O, string>[]];
}

function selectOptions(options: Options) {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

function line(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !invisible.test(value), refuseInvisible)
    .refine(
      (value) => value.trim() === value,
      refuse({ ja: '前後の空白を取り除いてください。', en: 'Remove the white space around it.' }),
    );
}

type PhraseShape = {
  [L in (typeof languages)[number]]: L extends (typeof languages)[0] ? z.ZodString : z.ZodOptional<z.ZodString>;
};

function words(max: number) {
  const shape = Object.fromEntries(
    languages.map((name, index) => [name, index === 0 ? line(max) : line(max).optional()]),
  ) as PhraseShape;
  return z.strictObject(shape);
}

function several<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .refine(
      (values) => new Set(values).size === values.length,
      refuse({ ja: '同じものが二度あります。一つにしてください。', en: 'The same value stands twice. Keep one.' }),
    )
    .meta({ uniqueItems: true })
    .default([]);
}
