/** Fields that several types have, declared once. Each type places them in its own order. */
import * as f from './fields.ts';

export const slug = f.slug({
  label: { ja: 'スラッグ（URLの名前）', en: 'Slug (name in the URL)' },
  hint: {
    ja: '半角の英小文字・数字・ハイフン（例：first-article）。保存した後は変えられません。',
    en: 'Lower-case letters, digits and hyphens, as in first-article. It cannot be changed once saved.',
  },
  column: true,
});

export const status = f.status({ label: { ja: '公開状態', en: 'Status' }, translated: true });

/** Stands with a translation alone. */
export const original = f.fingerprint({
  label: { ja: '原文との照合', en: 'Compared with the original' },
  optional: true,
  translated: true,
});

export const title = f.text({ label: { ja: '題名', en: 'Title' }, translated: true, max: 120, column: true });

/** Words by which readers ask for what the texts call otherwise. */
export const searchedAs = f.list(
  { name: f.phrase({ label: { ja: '言い方', en: 'Words' } }) },
  {
    label: { ja: '検索で使われる言い方', en: 'Words readers search by' },
    hint: {
      ja: '題名と違う、読者の言い方（例：「観光客を呼ぶ」）。検索だけに使い、ページには出ません。',
      en: 'What readers call it, where that is not the title, as in “attract visitors”. Used by the search alone, never shown.',
    },
  },
);

export const summary = f.text({
  label: { ja: '要旨', en: 'Summary' },
  hint: { ja: '一覧と検索結果に出る一、二文。', en: 'One or two sentences, shown in lists and search results.' },
  translated: true,
  max: 400,
  column: true,
});

/** The same in words that everybody knows, for readers who are learning the language, and for all who are in a hurry. */
export const plain = f.longText({
  label: { ja: 'やさしい言葉での要約', en: 'In plain words' },
  hint: {
    ja: '短い文で、むずかしい言葉を使わずに、二つか三つの文で書きます。本文の前に出ます。',
    en: 'Two or three short sentences in words that everybody knows. They stand before the text.',
  },
  optional: true,
  translated: true,
  max: 300,
  column: true,
});

export const themes = f.relations('themes', { label: { ja: 'テーマ', en: 'Themes' }, facet: 'theme', column: true });

export const prefectures = f.prefecturesField({
  label: { ja: '都道府県', en: 'Prefectures' },
  facet: 'prefecture',
  column: true,
});

export const municipalities = f.list(
  {
    prefecture: f.prefectureField({ label: { ja: '都道府県', en: 'Prefecture' } }),
    name: f.phrase({ label: { ja: '市区町村名', en: 'Name' } }),
  },
  { label: { ja: '市区町村', en: 'Municipalities' }, column: true },
);

export const countries = f.countries({
  label: { ja: '国・地域', en: 'Countries and regions' },
  facet: 'country',
  column: true,
});

export const programme = f.relation('programmes', {
  label: { ja: '施策', en: 'Programme' },
  optional: true,
  facet: 'programme',
  column: true,
});

export const cover = f.image({ label: { ja: 'カバー画像', en: 'Cover picture' }, optional: true });

export const sources = f.sources({ label: { ja: '出典', en: 'Sources' }, column: true });

export const note = f.longText({
  label: { ja: '出典についての注記', en: 'Note on the sources' },
  hint: {
    ja: '資料どうしが食い違うとき、推定を含むときに書きます。',
    en: 'Say here where sources differ or something is inferred.',
  },
  optional: true,
  translated: true,
  column: true,
});

export const aliases = f.list(
  { slug: f.slug({ label: { ja: '以前のスラッグ', en: 'Former slug' } }) },
  { label: { ja: '以前のアドレス', en: 'Former addresses' } },
);

export const withoutTermLinks = f.flag({
  label: { ja: '用語集へのリンクを付けない', en: 'No links to the glossary' },
  hint: {
    ja: '用語は、本文に初めて出たところで用語集の説明へつながります。この本文で要らなければ選びます。',
    en: 'A term leads to its explanation in the glossary where a text first uses it. Choose this where a text is better without.',
  },
  optional: true,
});

export const readings = f.list(
  {
    word: f.text({ label: { ja: '言葉', en: 'Word' }, max: 60 }),
    reading: f.kana({ label: { ja: 'よみ', en: 'Reading' } }),
  },
  {
    label: { ja: 'ふりがな', en: 'Readings' },
    hint: {
      ja: '読みにくい言葉とそのよみ。日本語の本文で初めて出たところに付きます。',
      en: 'Words that are hard to read, and how they are read. Each has its reading where the Japanese text first uses it.',
    },
  },
);

export const body = f.body({ label: { ja: '本文', en: 'Text' }, translated: true });

/** How most entries begin. */
export const opening = { slug, status, original, title, summary };

/** What an entry is about: its themes, its places in Japan, the countries concerned. */
export const subjects = { themes, prefectures, municipalities, countries };
