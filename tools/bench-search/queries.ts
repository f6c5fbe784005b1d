/**
 * What is asked of a search over the documents of `corpus.ts`, and which documents are right answers. About half of the
 * queries are drawn from the documents by a seeded generator, so that nobody can have tuned a search to them; the others
 * are chosen by hand for what a reader of Japanese or English expects.
 */
import { type Document, type Language, drawn, generator, item, readings } from './corpus.ts';

export interface Query {
  readonly language: Language;
  readonly kind: string;
  readonly q: string;
  /** Tells whether a document is a right answer, by its title, a line feed and its text, all after `judged`. */
  readonly truth: (text: string) => boolean;
  /**
   * Tells of a document that is no right answer by `truth` whether nobody can say by a rule that it is a wrong one: 施設
   * within 実施設定, or 全て for すべて. Such documents are left out of what is counted, either way.
   */
  readonly unsure?: (text: string) => boolean;
}

type Test = (text: string) => boolean;

/** How many queries of a kind are drawn from the documents. */
const share = 7;

/**
 * A text as its readers take it: after NFKC, without the middle dots within katakana and without the spaces that some writers
 * set between Japanese and Latin letters.
 */
export function judged(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[ァ-ヺー])・(?=[ァ-ヺ])/gu, '')
    .replace(/(?<=[一-鿿々ぁ-ゖァ-ヺー]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=[一-鿿々ぁ-ゖァ-ヺー])/gu, '');
}

/** Returns the queries for the documents, those left out that have no right answer among them. */
export function queries(documents: readonly Document[]): Query[] {
  const texts = normalized(documents);
  return candidates(documents).filter(({ kind, truth }) => kind === 'absent' || texts.all.some(truth));
}

/**
 * Returns what is wrong with the queries for the documents, one complaint a line: queries without a right answer, those
 * that were left out for that, kinds with too few queries, and words meant to be absent that occur.
 */
export function sound(documents: readonly Document[], asked: readonly Query[]): string[] {
  const texts = normalized(documents);
  const complaints: string[] = [];
  const counts = new Map<string, number>();
  for (const { language, kind, q, truth } of asked) {
    const name = `${language} ${kind}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const right = texts.all.filter(truth).length;
    if (kind === 'absent') {
      const plain = q.normalize('NFKC').replaceAll('"', '').toLowerCase();
      const found = texts.all.findIndex((text) => text.toLowerCase().includes(plain));
      if (right > 0 || found >= 0) complaints.push(`${name} ${q}: occurs in ${item(documents, Math.max(found, 0)).id}`);
    } else if (right === 0) {
      complaints.push(`${name} ${q}: no document is a right answer`);
    }
  }
  for (const { language, kind, q } of candidates(documents)) {
    const kept = asked.some((query) => query.language === language && query.kind === kind && query.q === q);
    if (!kept) complaints.push(`${language} ${kind} ${q}: left out`);
  }
  for (const [name, count] of counts) if (count < 6) complaints.push(`${name}: only ${count} queries`);
  const of = (language: Language): number => asked.filter((query) => query.language === language).length;
  if (of('ja') < 120) complaints.push(`ja: only ${of('ja')} queries`);
  if (of('en') < 40) complaints.push(`en: only ${of('en')} queries`);
  return complaints;
}

function candidates(documents: readonly Document[]): Query[] {
  const texts = normalized(documents);
  const found = [...japanese(texts), ...english(texts)];
  const known = new Set<string>();
  return found.filter(({ language, kind, q }) => {
    const key = `${language} ${kind} ${q}`;
    return !known.has(key) && known.add(key);
  });
}

// ---------------------------------------------------------------------------------------------------------- Japanese

const kanji = '\\u3400-\\u9fff々';

function japanese(texts: Texts): Query[] {
  const ja = (kind: string, q: string, truth: Test, unsure?: Test): Query => ({
    language: 'ja',
    kind,
    q,
    truth,
    ...(unsure ? { unsure } : {}),
  });
  const standing = (kind: string, q: string): Query => ja(kind, q, stands(q), includes(q));
  const list: Query[] = [];

  // Compounds: words of several words, found as they are written.
  const compounds = frequencies(texts.ja, new RegExp(`(?<![${kanji}])[${kanji}]{4,8}(?![${kanji}])`, 'g'), 2, 60);
  for (const q of [...byHand.compound, ...draw(compounds, 'compound')]) list.push(ja('compound', q, includes(q)));

  // Places. 東京都 holds the letters of 京都 and is another place.
  list.push(ja('place', '京都', (text) => /(?<!東)京都/.test(text)));
  list.push(ja('place', '東京都', includes('東京都')), ja('place', '北海道', includes('北海道')));
  for (const q of byHand.place) list.push(standing('place', q));
  const banks = texts.ja.filter((_, number) => texts.jaIds[number]?.startsWith('ja-banks'));
  const places = frequencies(banks, new RegExp(`(?<=、)[${kanji}]{2,3}(?=、)`, 'g'), 2, 60);
  for (const q of draw(places, 'place')) list.push(standing('place', q));

  // Words in katakana which have one spelling only: those with two are of the kind `spelling`.
  const katakana = frequencies(texts.ja, /(?<![ァ-ヺー・])[ァ-ヺー]{5,12}(?![ァ-ヺー・])/g, 3, 150);
  const long = new Set(frequencies(texts.ja, /[ァ-ヺー]+ー/g, 1, texts.ja.length));
  const single = katakana.filter((word) => !/ー$|[ヴァィゥェォ]/.test(word) && !long.has(`${word}ー`));
  for (const q of [...byHand.katakana, ...draw(single, 'katakana')]) list.push(ja('katakana', q, includes(q)));

  // Whether SELinux holds the word Linux is a matter of taste.
  for (const q of byHand.width) {
    const bare = q.normalize('NFKC').toLowerCase();
    list.push(ja('width', q, written(q), (text) => text.toLowerCase().includes(bare)));
  }

  for (const spellings of byHand.spelling) {
    list.push(ja('spelling', spellings[0], (text) => spellings.some((spelling) => text.includes(spelling))));
  }

  // Readings, in kana and in the Latin alphabet.
  const words = readings();
  const spoken = [...words.keys()].filter((reading) => /^[ぁ-ん]{4,7}$/.test(reading));
  const heard = (kind: string, q: string, reading: string): Query => {
    const meant = words.get(reading) ?? [];
    const common = meant.slice(0, 8).filter((word) => new RegExp(`^[${kanji}]{2,}$`).test(word));
    const bare = wholeWord(folded(q));
    const latin: Test[] = kind === 'romaji' ? [(text) => bare(folded(text))] : [];
    const truths = [...common.map(stands), includes(reading), ...latin];
    const unsures = [...meant, katakanaOf(reading)].map(includes);
    return ja(kind, q, some(truths), some(unsures));
  };
  // Of names of places the dictionary has readings that no place has, so the words are drawn from sentences.
  const prose = texts.ja.filter((text) => !banks.includes(text));
  const frequent = (reading: string): boolean => {
    // A reading that often stands in the text as kana is a run of other words.
    if (prose.filter(includes(reading)).length > 5) return false;
    const count = prose.filter(heard('reading', reading, reading).truth).length;
    return count >= 3 && count <= 150;
  };
  const next = generator(seedOf('reading'));
  const sample: string[] = [];
  for (let tries = 0; tries < 3000 && sample.length < share + 6; tries++) {
    const reading = drawn(spoken, next);
    if (!sample.includes(reading) && frequent(reading)) sample.push(reading);
  }
  for (const reading of byHand.reading) list.push(heard('reading', reading, reading));
  for (const reading of sample.slice(0, share)) list.push(heard('reading', reading, reading));
  for (const [q, reading] of byHand.romaji) list.push(heard('romaji', q, reading));
  for (const [number, reading] of sample.slice(share).entries()) {
    list.push(heard('romaji', romanized(reading, number % 2 === 0 ? 'hepburn' : 'kunrei'), reading));
  }

  // Several words, all of which a right answer holds.
  const all = (q: string): Query => {
    const parts = q.split(' ');
    return ja(
      'words',
      q,
      (text) => parts.every((part) => stands(part)(text)),
      (text) => parts.every((part) => text.includes(part)),
    );
  };
  for (const q of [...byHand.words, ...drawnWords(texts.ja)]) list.push(all(q));

  // Half-typed compounds.
  const beginnings = draw(compounds, 'prefix').map((word) => word.slice(0, -1));
  for (const q of [...byHand.prefix, ...beginnings]) list.push(ja('prefix', q, includes(q)));

  const characters = frequencies(texts.ja, new RegExp(`[${kanji}]`, 'g'), 3, 200);
  for (const q of [...byHand.character, ...draw(characters, 'character')]) list.push(ja('character', q, includes(q)));

  // Clauses of 6 to 15 characters, from one punctuation mark to the next.
  const clauses = frequencies(texts.ja, new RegExp(`(?<=^|[、。「『])[${kanji}ぁ-んァ-ヺー]{6,15}(?=[、。」』])`, 'gm'), 1, 3);
  const sentences = clauses.filter((clause) => new RegExp(`[${kanji}][はがをにでとの][${kanji}ぁ-ん]`).test(clause));
  for (const q of [...byHand.phrase, ...draw(sentences, 'phrase')]) list.push(ja('phrase', q, includes(q)));

  for (const [q, ...others] of byHand.kana) list.push(ja('kana', q, includes(q), some(others.map(includes))));

  // Absent words. The letters of the turned ones occur, as 文字変換 does for 変換文字.
  const whole = texts.ja.join('\n');
  const turned = compounds
    .filter((word) => word.length === 4)
    .map((word) => word.slice(2) + word.slice(0, 2))
    .filter((word) => !whole.includes(word));
  for (const q of [...byHand.absent, ...draw(turned, 'absent')]) list.push(ja('absent', q, () => false));
  return list;
}

const byHand = {
  compound: ['世界人権宣言', '天体観測', '国際著作権法', '正規表現', '先住民族', '星座名'],
  place: ['東京', '大阪', '広島', '横浜', '奈良', '札幌', '名古屋', '福岡', '仙台', '長崎'],
  katakana: ['インターネット', 'オリオン', 'ドラゴン', 'インストール', 'アイコン', 'ピアノ', 'ギリシャ'],
  width: [
    'ＵＮＩＸ',
    'Ｌｉｎｕｘ',
    'ＰＤＦ',
    'ｼｽﾃﾑ',
    'ﾃﾞｰﾀﾍﾞｰｽ',
    'ｵﾘｵﾝ',
    'ｱﾙﾌｧﾍﾞｯﾄ',
    'ﾃﾞﾌｫﾙﾄ',
    '２０世紀',
    '第1条',
    '第2条',
    '３Ｄ',
  ],
  // The first of each is asked for; a document that holds any of them is a right answer.
  spelling: [
    ['サーバー', 'サーバ'],
    ['サーバ'],
    ['ユーザー', 'ユーザ'],
    ['コンピューター', 'コンピュータ'],
    ['メモリー', 'メモリ'],
    ['ヴァイオリン', 'バイオリン'],
    ['バイオリン', 'ヴァイオリン'],
    ['インターフェイス', 'インターフェース', 'インタフェース', 'インタフェイス'],
    ['ウインドウ', 'ウィンドウ', 'ウィンドー'],
    ['ディジタル', 'デジタル'],
    ['行なう', '行う'],
    ['引き数', '引数'],
    ['問合せ', '問い合わせ', '問い合せ', '問合わせ'],
    ['組合せ', '組み合わせ', '組み合せ', '組合わせ'],
    ['取扱い', '取り扱い', '取扱'],
    ['切替え', '切り替え', '切替'],
    ['書込み', '書き込み', '書込'],
    ['貼付け', '貼り付け', '貼付'],
    ['見積り', '見積もり', '見積'],
    ['取組', '取り組み', '取組み'],
    ['附属', '付属'],
    ['子ども', '子供', 'こども'],
    ['國際', '国際'],
    ['大學', '大学'],
    ['廣島', '広島'],
    ['歷史', '歴史'],
  ],
  reading: ['せいざ', 'れきし', 'うちゅう', 'おんがく', 'けんこく', 'とうきょう', 'きょうと', 'ひろしま', 'おうこく'],
  // With macrons and without, Hepburn and kunrei, as a keyboard types it.
  romaji: [
    ['Tokyo', 'とうきょう'],
    ['Tōkyō', 'とうきょう'],
    ['toukyou', 'とうきょう'],
    ['Ōsaka', 'おおさか'],
    ['Osaka', 'おおさか'],
    ['Kyôto', 'きょうと'],
    ['Hirosima', 'ひろしま'],
    ['rekishi', 'れきし'],
    ['uchū', 'うちゅう'],
    ['utyuu', 'うちゅう'],
    ['ongaku', 'おんがく'],
    ['Sapporo', 'さっぽろ'],
  ],
  words: ['星座 神話', '歴史 文化', '音楽 楽譜', '大阪 名古屋', '太陽 月', '画像 レイヤー'],
  prefix: ['世界人権', '天体観', '先住民', '日本国', 'インターネッ', '共和'],
  character: ['星', '寺', '祭', '駅', '竜', '剣', '湖'],
  phrase: [
    '太陽の動き',
    '次のように入力',
    '職業を自由に選択し',
    '各都市は団結します',
    'トレミー星表の歴史',
    '西は大洋の海岸',
    '月は別の神話にも登場します',
  ],
  // Behind the word: how it is written in kanji, which a search may find or not.
  kana: [
    ['すべて', '全て', '総て', '凡て'],
    ['ほとんど', '殆ど', '殆んど'],
    ['たとえば', '例えば'],
    ['さまざま', '様々', '様様'],
    ['もちろん', '勿論'],
    ['まったく', '全く'],
    ['あらかじめ', '予め'],
    ['いわゆる', '所謂'],
    ['それぞれ', '夫々', '其々'],
    ['かならず', '必ず'],
    ['おもしろい', '面白い'],
  ],
  absent: [
    '姉妹都市交流',
    '雪まつり',
    '観光案内所',
    '味噌煮込み',
    '伝統工芸士',
    'ホッケーリンク',
    'ずんだもち',
    'なまはげ',
    '高校野球部',
    '外交官試験',
    'ﾗｰﾒﾝ屋',
    'ｋａｒａｏｋｅ',
  ],
} as const;

/** Returns queries of two and three words out of one document each. */
function drawnWords(texts: readonly string[]): string[] {
  const word = new RegExp(`(?<![${kanji}])[${kanji}]{2}(?![${kanji}])|(?<![ァ-ヺー])[ァ-ヺ]{4,8}(?![ァ-ヺー])`, 'g');
  const known = new Set(frequencies(texts, word, 3, 250));
  const next = generator(seedOf('words'));
  const found: string[] = [];
  for (let tries = 0; tries < 1000 && found.length < share; tries++) {
    const text = drawn(texts, next);
    const words = [...new Set(text.match(word) ?? [])].filter((one) => known.has(one));
    const count = found.length % 3 === 2 ? 3 : 2;
    if (words.length < 6) continue;
    const start = Math.floor(next() * (words.length - count * 2));
    found.push(Array.from({ length: count }, (_, number) => words[start + number * 2]).join(' '));
  }
  return found;
}

const katakanaOf = (reading: string): string =>
  reading.replace(/[ぁ-ん]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Returns a reading in the Latin alphabet: in Hepburn with macrons, or in kunrei with circumflexes. */
function romanized(reading: string, system: 'hepburn' | 'kunrei'): string {
  const rows: Readonly<Record<string, string>> = {
    '': 'あいうえお',
    k: 'かきくけこ',
    s: 'さしすせそ',
    t: 'たちつてと',
    n: 'なにぬねの',
    h: 'はひふへほ',
    m: 'まみむめも',
    r: 'らりるれろ',
    g: 'がぎぐげご',
    z: 'ざじずぜぞ',
    d: 'だぢづでど',
    b: 'ばびぶべぼ',
    p: 'ぱぴぷぺぽ',
  };
  const sounds = new Map([
    ['や', 'ya'],
    ['ゆ', 'yu'],
    ['よ', 'yo'],
    ['わ', 'wa'],
    ['を', 'o'],
    ['ん', 'n'],
    ['ゔ', 'vu'],
  ]);
  for (const [consonant, row] of Object.entries(rows)) {
    for (const [number, kana] of [...row].entries()) sounds.set(kana, consonant + 'aiueo'.charAt(number));
  }
  sounds.set('ぢ', 'zi').set('づ', 'zu');
  let latin = reading
    .replace(/(.)([ゃゅょ])/g, (_, kana: string, small: string) => {
      const sound = sounds.get(kana) ?? kana;
      return `${sound.slice(0, -1)}y${{ ゃ: 'a', ゅ: 'u', ょ: 'o' }[small] ?? ''}`;
    })
    .replace(/[ぁ-ん]/g, (kana) => (kana === 'っ' ? kana : (sounds.get(kana) ?? kana)));
  if (system === 'hepburn') {
    latin = latin
      .replace(/sy/g, 'sh')
      .replace(/ty/g, 'ch')
      .replace(/zy/g, 'j')
      .replace(/si/g, 'shi')
      .replace(/ti/g, 'chi')
      .replace(/tu/g, 'tsu')
      .replace(/zi/g, 'ji')
      .replace(/hu/g, 'fu');
  }
  const long = system === 'hepburn' ? { o: 'ō', u: 'ū' } : { o: 'ô', u: 'û' };
  return latin
    .replace(/っ(.)/g, (_, consonant: string) => (consonant === 'c' ? 'tc' : consonant + consonant))
    .replace(/ou|oo/g, long.o)
    .replace(/uu/g, long.u);
}

// ----------------------------------------------------------------------------------------------------------- English

function english(texts: Texts): Query[] {
  const en = (kind: string, q: string, truth: Test, unsure?: Test): Query => ({
    language: 'en',
    kind,
    q,
    truth,
    ...(unsure ? { unsure } : {}),
  });
  const list: Query[] = [];
  const plain = frequencies(texts.en, /(?<![\p{L}\p{N}'’-])[a-z]{4,12}(?![\p{L}\p{N}'’-])/gu, 3, 120);
  const every = new Set(frequencies(texts.en, /[a-z]+/g, 1, texts.en.length));

  // A search that finds the other forms of a word as well does no wrong by that.
  const bases = new Map<string, string[]>();
  for (const word of every) {
    for (const form of inflected(word)) bases.set(form, [...(bases.get(form) ?? []), word]);
  }
  for (const q of [...englishByHand.word, ...draw(plain, 'word')]) {
    const family = [q, ...(bases.get(q) ?? [])].flatMap(inflected).filter((form) => every.has(form));
    list.push(en('word', q, wholeWord(q), some(family.map(wholeWord))));
  }

  for (const [q, ...forms] of englishByHand.stem) list.push(en('stem', q, some(forms.map(wholeWord))));
  // A word of which four forms occur is a verb, or a noun and a verb, and the rules of spelling give its forms.
  const verbs = plain.filter(
    (word) => !/(s|ed|ing)$/.test(word) && inflected(word).filter((form) => every.has(form)).length >= 4,
  );
  const next = generator(seedOf('form'));
  for (const word of draw(verbs, 'stem')) {
    const forms = inflected(word).filter((form) => every.has(form));
    list.push(en('stem', drawn(forms, next), some(forms.map(wholeWord))));
  }

  for (const q of [...englishByHand.words, ...drawnEnglishWords(texts.en, new Set(plain))]) {
    const parts = q.split(' ').map((word) => some(inflected(word).map(wholeWord)));
    list.push(en('words', q, (text) => parts.every((part) => part(text))));
  }

  const runs = frequencies(texts.en, /(?<=[a-z] )(?:[a-z]{2,} ){2,3}[a-z]{4,}(?= [a-z])/g, 1, 3);
  for (const q of [...englishByHand.phrase, ...draw(runs, 'phrase')]) list.push(en('phrase', `"${q}"`, adjacent(q)));

  for (const q of englishByHand.diacritics) {
    const bare = wholeWord(folded(q));
    list.push(en('diacritics', q, (text) => bare(folded(text))));
  }

  for (const [q, first, second] of englishByHand.hyphen) {
    list.push(en('hyphen', q, some([`${first}-${second}`, `${first} ${second}`, first + second].map(adjacent))));
  }

  for (const q of englishByHand.absent) list.push(en('absent', q, () => false));
  return list;
}

const englishByHand = {
  word: ['whale', 'constellation', 'freedom', 'treaty', 'harvest', 'Orion'],
  // The first of each is asked for; the others are its forms, itself among them.
  stem: [
    ['city', 'city', 'cities'],
    ['cities', 'city', 'cities'],
    ['countries', 'country', 'countries'],
    ['visiting', 'visit', 'visits', 'visited', 'visiting'],
    ['navigate', 'navigate', 'navigates', 'navigated', 'navigating'],
    ['planets', 'planet', 'planets'],
    ['policies', 'policy', 'policies'],
    ['organized', 'organize', 'organizes', 'organized', 'organizing'],
    ['sailing', 'sail', 'sails', 'sailed', 'sailing'],
  ],
  words: ['star moon', 'whale captain', 'worker strike', 'sky myth', 'treaty commerce', 'server network package'],
  phrase: ['United States', 'the night sky', 'Milky Way', 'White Whale', 'free software', 'direct action'],
  diacritics: [
    'Boötes',
    'Bootes',
    'México',
    'Muhammad',
    'Raphael',
    'Aragon',
    'Tiquie',
    'Nakshatra',
    'naksatra',
    'Codice',
    'Français',
  ],
  // Behind the query: the two parts, which the text may hyphen, space or join.
  hyphen: [
    ['e-mail', 'e', 'mail'],
    ['email', 'e', 'mail'],
    ['co-operation', 'co', 'operation'],
    ['cooperation', 'co', 'operation'],
    ['self-management', 'self', 'management'],
    ['well-known', 'well', 'known'],
    ['mast-head', 'mast', 'head'],
    ['CD-ROM', 'CD', 'ROM'],
    ['pop-up', 'pop', 'up'],
    ['read-only', 'read', 'only'],
  ],
  absent: [
    'tourizm',
    'constelation',
    'prefecture',
    'sumimasen',
    'karaoke',
    'anarkism',
    '"whale moon captain"',
    'bullet trains',
    'zyzzyva',
  ],
} as const;

function drawnEnglishWords(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const next = generator(seedOf('english words'));
  const found: string[] = [];
  for (let tries = 0; tries < 1000 && found.length < share; tries++) {
    const text = drawn(texts, next);
    const words = [...new Set(text.match(/(?<![\p{L}\p{N}'’-])[a-z]{5,12}(?![\p{L}\p{N}'’-])/gu) ?? [])].filter(
      // The forms of a word that is a form itself cannot be told by the rules of spelling alone.
      (word) => known.has(word) && !/(s|ed|ing|ly)$/.test(word),
    );
    if (words.length < 6) continue;
    const count = found.length % 3 === 2 ? 3 : 2;
    const start = Math.floor(next() * (words.length - count * 2));
    found.push(Array.from({ length: count }, (_, number) => words[start + number * 2]).join(' '));
  }
  return found;
}

/** Returns a word and its regular forms: plural or third person, past, participle. */
function inflected(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  if (/e$/.test(word)) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`, `${word}ing`];
  const plural = /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  const forms = [word, plural, `${word}ed`, `${word}ing`];
  // The last consonant is doubled behind a single vowel: stop, stopped.
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(word) ? word + word.slice(-1) : undefined;
  return doubled ? [...forms, `${doubled}ed`, `${doubled}ing`] : forms;
}

// ------------------------------------------------------------------------------------------------------------- tests

const includes =
  (word: string): Test =>
  (text) =>
    text.includes(word);

const some =
  (tests: readonly Test[]): Test =>
  (text) =>
    tests.some((test) => test(text));

/**
 * Returns a test for a word that stands for itself: where kanji precede it, an even number of them, as most words of a
 * compound are of two kanji. 施設 stands in 公共施設 and in 施設内, and does not in 実施設定.
 */
function stands(word: string): Test {
  const one = new RegExp(`^[${kanji}]`);
  if (!one.test(word)) return includes(word);
  const before = new RegExp(`[${kanji}]*$`);
  return (text) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      // 不安定版 is a prefix, a word of two kanji and 版.
      const run = (before.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '').replace(/^[不非未無新旧]/, '');
      if (run.length % 2 === 0) return true;
    }
    return false;
  };
}

/** Returns a test for a word in whatever width it is asked for, case apart; digits and Latin letters as whole words. */
function written(q: string): Test {
  const word = q.normalize('NFKC');
  const left = /^[a-z0-9]/i.test(word) ? '(?<![A-Za-z0-9])' : '';
  const right = /[a-z0-9]$/i.test(word) ? '(?![A-Za-z0-9])' : '';
  const pattern = new RegExp(left + escaped(word) + right, 'i');
  return (text) => pattern.test(text);
}

function wholeWord(word: string): Test {
  const pattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}_])${escaped(word)}(?![\\p{Script=Latin}\\p{N}_])`, 'iu');
  return (text) => pattern.test(text);
}

/** Returns a test for adjacent words, whatever white space is between them. */
function adjacent(phrase: string): Test {
  const words = phrase.split(/\s+/).map(escaped).join('\\s+');
  const pattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}_])${words}(?![\\p{Script=Latin}\\p{N}_])`, 'iu');
  return (text) => pattern.test(text);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

// ----------------------------------------------------------------------------------------------------------- drawing

interface Texts {
  readonly all: readonly string[];
  readonly ja: readonly string[];
  readonly jaIds: readonly string[];
  readonly en: readonly string[];
}

const known = new WeakMap<readonly Document[], Texts>();

function normalized(documents: readonly Document[]): Texts {
  const text = (one: Document): string => judged(`${one.title}\n${one.text}`);
  let texts = known.get(documents);
  if (!texts) {
    const jaDocuments = documents.filter((one) => one.language === 'ja');
    const enDocuments = documents.filter((one) => one.language === 'en');
    const jaIds = jaDocuments.map((one) => one.id);
    texts = { all: documents.map(text), ja: jaDocuments.map(text), jaIds, en: enDocuments.map(text) };
    known.set(documents, texts);
  }
  return texts;
}

/** Returns what matches in at least and at most so many of the texts, in the order of its first occurrence. */
function frequencies(texts: readonly string[], pattern: RegExp, least: number, most: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const found of new Set(text.match(pattern) ?? [])) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= least && count <= most).map(([found]) => found);
}

/** Returns some of the items, drawn by a generator of their kind. */
function draw(items: readonly string[], kind: string): string[] {
  const next = generator(seedOf(kind));
  const found = new Set<string>();
  for (let tries = 0; tries < 200 && found.size < Math.min(share, items.length); tries++) {
    found.add(drawn(items, next));
  }
  return [...found];
}

function seedOf(kind: string): number {
  let seed = 2026;
  for (const letter of kind) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0;
  return seed;
}
