/**
 * Reference facts of Japan's eight customary regions and 47 prefectures.
 *
 * Codes: JIS X 0401, which ISO 3166-2:JP repeats. Regions are customary, not legal; data sets differ on the name of
 * Kinki (Kansai), on where Mie belongs and on whether Okinawa stands alone.
 */

export const regionSlugs = [
  'hokkaido',
  'tohoku',
  'kanto',
  'chubu',
  'kinki',
  'chugoku',
  'shikoku',
  'kyushu-okinawa',
] as const;

export type RegionSlug = (typeof regionSlugs)[number];

export interface Region {
  readonly slug: RegionSlug;
  readonly ja: string;
  readonly en: string;
  readonly kana: string;
}

/** The eight regions from north to south, as the JIS codes of their prefectures run. */
export const regions: readonly Region[] = [
  { slug: 'hokkaido', ja: '北海道', en: 'Hokkaido', kana: 'ほっかいどう' },
  { slug: 'tohoku', ja: '東北', en: 'Tohoku', kana: 'とうほく' },
  { slug: 'kanto', ja: '関東', en: 'Kanto', kana: 'かんとう' },
  { slug: 'chubu', ja: '中部', en: 'Chubu', kana: 'ちゅうぶ' },
  { slug: 'kinki', ja: '近畿', en: 'Kinki (Kansai)', kana: 'きんき' },
  { slug: 'chugoku', ja: '中国', en: 'Chugoku', kana: 'ちゅうごく' },
  { slug: 'shikoku', ja: '四国', en: 'Shikoku', kana: 'しこく' },
  { slug: 'kyushu-okinawa', ja: '九州・沖縄', en: 'Kyushu & Okinawa', kana: 'きゅうしゅう・おきなわ' },
];

/** The 47 prefectures in the order of the JIS code: the lower-case names of ISO 3166-2. */
export const prefectureSlugs = [
  'hokkaido',
  'aomori',
  'iwate',
  'miyagi',
  'akita',
  'yamagata',
  'fukushima',
  'ibaraki',
  'tochigi',
  'gunma',
  'saitama',
  'chiba',
  'tokyo',
  'kanagawa',
  'niigata',
  'toyama',
  'ishikawa',
  'fukui',
  'yamanashi',
  'nagano',
  'gifu',
  'shizuoka',
  'aichi',
  'mie',
  'shiga',
  'kyoto',
  'osaka',
  'hyogo',
  'nara',
  'wakayama',
  'tottori',
  'shimane',
  'okayama',
  'hiroshima',
  'yamaguchi',
  'tokushima',
  'kagawa',
  'ehime',
  'kochi',
  'fukuoka',
  'saga',
  'nagasaki',
  'kumamoto',
  'oita',
  'miyazaki',
  'kagoshima',
  'okinawa',
] as const;

export type PrefectureSlug = (typeof prefectureSlugs)[number];

export interface Prefecture {
  readonly slug: PrefectureSlug;
  /** Two digits of JIS X 0401; `JP-` before it makes the ISO 3166-2 code. */
  readonly jis: string;
  readonly ja: string;
  readonly kana: string;
  readonly en: string;
  /** Hepburn with macrons. */
  readonly hepburn: string;
  readonly region: RegionSlug;
  readonly capital: { readonly ja: string; readonly en: string };
  /** Column and row of its cell on the tile map: 12 columns and 12 rows, counted from 0 at the north-west. */
  readonly tile: readonly [column: number, row: number];
}

export const prefectures: readonly Prefecture[] = [
  { slug: 'hokkaido', jis: '01', ja: '北海道', kana: 'ほっかいどう', en: 'Hokkaido', hepburn: 'Hokkaidō', region: 'hokkaido', capital: { ja: '札幌市', en: 'Sapporo' }, tile: [11, 0] },
  { slug: 'aomori', jis: '02', ja: '青森県', kana: 'あおもりけん', en: 'Aomori', hepburn: 'Aomori', region: 'tohoku', capital: { ja: '青森市', en: 'Aomori' }, tile: [11, 2] },
  { slug: 'iwate', jis: '03', ja: '岩手県', kana: 'いわてけん', en: 'Iwate', hepburn: 'Iwate', region: 'tohoku', capital: { ja: '盛岡市', en: 'Morioka' }, tile: [11, 3] },
  { slug: 'miyagi', jis: '04', ja: '宮城県', kana: 'みやぎけん', en: 'Miyagi', hepburn: 'Miyagi', region: 'tohoku', capital: { ja: '仙台市', en: 'Sendai' }, tile: [11, 4] },
  { slug: 'akita', jis: '05', ja: '秋田県', kana: 'あきたけん', en: 'Akita', hepburn: 'Akita', region: 'tohoku', capital: { ja: '秋田市', en: 'Akita' }, tile: [10, 3] },
  { slug: 'yamagata', jis: '06', ja: '山形県', kana: 'やまがたけん', en: 'Yamagata', hepburn: 'Yamagata', region: 'tohoku', capital: { ja: '山形市', en: 'Yamagata' }, tile: [10, 4] },
  { slug: 'fukushima', jis: '07', ja: '福島県', kana: 'ふくしまけん', en: 'Fukushima', hepburn: 'Fukushima', region: 'tohoku', capital: { ja: '福島市', en: 'Fukushima' }, tile: [11, 5] },
  { slug: 'ibaraki', jis: '08', ja: '茨城県', kana: 'いばらきけん', en: 'Ibaraki', hepburn: 'Ibaraki', region: 'kanto', capital: { ja: '水戸市', en: 'Mito' }, tile: [11, 6] },
  { slug: 'tochigi', jis: '09', ja: '栃木県', kana: 'とちぎけん', en: 'Tochigi', hepburn: 'Tochigi', region: 'kanto', capital: { ja: '宇都宮市', en: 'Utsunomiya' }, tile: [10, 6] },
  { slug: 'gunma', jis: '10', ja: '群馬県', kana: 'ぐんまけん', en: 'Gunma', hepburn: 'Gunma', region: 'kanto', capital: { ja: '前橋市', en: 'Maebashi' }, tile: [9, 6] },
  { slug: 'saitama', jis: '11', ja: '埼玉県', kana: 'さいたまけん', en: 'Saitama', hepburn: 'Saitama', region: 'kanto', capital: { ja: 'さいたま市', en: 'Saitama' }, tile: [10, 7] },
  { slug: 'chiba', jis: '12', ja: '千葉県', kana: 'ちばけん', en: 'Chiba', hepburn: 'Chiba', region: 'kanto', capital: { ja: '千葉市', en: 'Chiba' }, tile: [11, 7] },
  { slug: 'tokyo', jis: '13', ja: '東京都', kana: 'とうきょうと', en: 'Tokyo', hepburn: 'Tōkyō', region: 'kanto', capital: { ja: '東京（都庁は新宿区）', en: 'Tokyo (the metropolitan office is in Shinjuku)' }, tile: [10, 8] },
  { slug: 'kanagawa', jis: '14', ja: '神奈川県', kana: 'かながわけん', en: 'Kanagawa', hepburn: 'Kanagawa', region: 'kanto', capital: { ja: '横浜市', en: 'Yokohama' }, tile: [10, 9] },
  { slug: 'niigata', jis: '15', ja: '新潟県', kana: 'にいがたけん', en: 'Niigata', hepburn: 'Niigata', region: 'chubu', capital: { ja: '新潟市', en: 'Niigata' }, tile: [9, 5] },
  { slug: 'toyama', jis: '16', ja: '富山県', kana: 'とやまけん', en: 'Toyama', hepburn: 'Toyama', region: 'chubu', capital: { ja: '富山市', en: 'Toyama' }, tile: [8, 5] },
  { slug: 'ishikawa', jis: '17', ja: '石川県', kana: 'いしかわけん', en: 'Ishikawa', hepburn: 'Ishikawa', region: 'chubu', capital: { ja: '金沢市', en: 'Kanazawa' }, tile: [7, 5] },
  { slug: 'fukui', jis: '18', ja: '福井県', kana: 'ふくいけん', en: 'Fukui', hepburn: 'Fukui', region: 'chubu', capital: { ja: '福井市', en: 'Fukui' }, tile: [7, 6] },
  { slug: 'yamanashi', jis: '19', ja: '山梨県', kana: 'やまなしけん', en: 'Yamanashi', hepburn: 'Yamanashi', region: 'chubu', capital: { ja: '甲府市', en: 'Kofu' }, tile: [9, 7] },
  { slug: 'nagano', jis: '20', ja: '長野県', kana: 'ながのけん', en: 'Nagano', hepburn: 'Nagano', region: 'chubu', capital: { ja: '長野市', en: 'Nagano' }, tile: [8, 6] },
  { slug: 'gifu', jis: '21', ja: '岐阜県', kana: 'ぎふけん', en: 'Gifu', hepburn: 'Gifu', region: 'chubu', capital: { ja: '岐阜市', en: 'Gifu' }, tile: [8, 7] },
  { slug: 'shizuoka', jis: '22', ja: '静岡県', kana: 'しずおかけん', en: 'Shizuoka', hepburn: 'Shizuoka', region: 'chubu', capital: { ja: '静岡市', en: 'Shizuoka' }, tile: [9, 8] },
  { slug: 'aichi', jis: '23', ja: '愛知県', kana: 'あいちけん', en: 'Aichi', hepburn: 'Aichi', region: 'chubu', capital: { ja: '名古屋市', en: 'Nagoya' }, tile: [8, 8] },
  { slug: 'mie', jis: '24', ja: '三重県', kana: 'みえけん', en: 'Mie', hepburn: 'Mie', region: 'kinki', capital: { ja: '津市', en: 'Tsu' }, tile: [7, 9] },
  { slug: 'shiga', jis: '25', ja: '滋賀県', kana: 'しがけん', en: 'Shiga', hepburn: 'Shiga', region: 'kinki', capital: { ja: '大津市', en: 'Otsu' }, tile: [7, 7] },
  { slug: 'kyoto', jis: '26', ja: '京都府', kana: 'きょうとふ', en: 'Kyoto', hepburn: 'Kyōto', region: 'kinki', capital: { ja: '京都市', en: 'Kyoto' }, tile: [6, 6] },
  { slug: 'osaka', jis: '27', ja: '大阪府', kana: 'おおさかふ', en: 'Osaka', hepburn: 'Ōsaka', region: 'kinki', capital: { ja: '大阪市', en: 'Osaka' }, tile: [6, 7] },
  { slug: 'hyogo', jis: '28', ja: '兵庫県', kana: 'ひょうごけん', en: 'Hyogo', hepburn: 'Hyōgo', region: 'kinki', capital: { ja: '神戸市', en: 'Kobe' }, tile: [5, 7] },
  { slug: 'nara', jis: '29', ja: '奈良県', kana: 'ならけん', en: 'Nara', hepburn: 'Nara', region: 'kinki', capital: { ja: '奈良市', en: 'Nara' }, tile: [7, 8] },
  { slug: 'wakayama', jis: '30', ja: '和歌山県', kana: 'わかやまけん', en: 'Wakayama', hepburn: 'Wakayama', region: 'kinki', capital: { ja: '和歌山市', en: 'Wakayama' }, tile: [6, 8] },
  { slug: 'tottori', jis: '31', ja: '鳥取県', kana: 'とっとりけん', en: 'Tottori', hepburn: 'Tottori', region: 'chugoku', capital: { ja: '鳥取市', en: 'Tottori' }, tile: [4, 6] },
  { slug: 'shimane', jis: '32', ja: '島根県', kana: 'しまねけん', en: 'Shimane', hepburn: 'Shimane', region: 'chugoku', capital: { ja: '松江市', en: 'Matsue' }, tile: [3, 6] },
  { slug: 'okayama', jis: '33', ja: '岡山県', kana: 'おかやまけん', en: 'Okayama', hepburn: 'Okayama', region: 'chugoku', capital: { ja: '岡山市', en: 'Okayama' }, tile: [4, 7] },
  { slug: 'hiroshima', jis: '34', ja: '広島県', kana: 'ひろしまけん', en: 'Hiroshima', hepburn: 'Hiroshima', region: 'chugoku', capital: { ja: '広島市', en: 'Hiroshima' }, tile: [3, 7] },
  { slug: 'yamaguchi', jis: '35', ja: '山口県', kana: 'やまぐちけん', en: 'Yamaguchi', hepburn: 'Yamaguchi', region: 'chugoku', capital: { ja: '山口市', en: 'Yamaguchi' }, tile: [2, 7] },
  { slug: 'tokushima', jis: '36', ja: '徳島県', kana: 'とくしまけん', en: 'Tokushima', hepburn: 'Tokushima', region: 'shikoku', capital: { ja: '徳島市', en: 'Tokushima' }, tile: [4, 10] },
  { slug: 'kagawa', jis: '37', ja: '香川県', kana: 'かがわけん', en: 'Kagawa', hepburn: 'Kagawa', region: 'shikoku', capital: { ja: '高松市', en: 'Takamatsu' }, tile: [4, 9] },
  { slug: 'ehime', jis: '38', ja: '愛媛県', kana: 'えひめけん', en: 'Ehime', hepburn: 'Ehime', region: 'shikoku', capital: { ja: '松山市', en: 'Matsuyama' }, tile: [3, 9] },
  { slug: 'kochi', jis: '39', ja: '高知県', kana: 'こうちけん', en: 'Kochi', hepburn: 'Kōchi', region: 'shikoku', capital: { ja: '高知市', en: 'Kochi' }, tile: [3, 10] },
  { slug: 'fukuoka', jis: '40', ja: '福岡県', kana: 'ふくおかけん', en: 'Fukuoka', hepburn: 'Fukuoka', region: 'kyushu-okinawa', capital: { ja: '福岡市', en: 'Fukuoka' }, tile: [1, 8] },
  { slug: 'saga', jis: '41', ja: '佐賀県', kana: 'さがけん', en: 'Saga', hepburn: 'Saga', region: 'kyushu-okinawa', capital: { ja: '佐賀市', en: 'Saga' }, tile: [0, 8] },
  { slug: 'nagasaki', jis: '42', ja: '長崎県', kana: 'ながさきけん', en: 'Nagasaki', hepburn: 'Nagasaki', region: 'kyushu-okinawa', capital: { ja: '長崎市', en: 'Nagasaki' }, tile: [0, 9] },
  { slug: 'kumamoto', jis: '43', ja: '熊本県', kana: 'くまもとけん', en: 'Kumamoto', hepburn: 'Kumamoto', region: 'kyushu-okinawa', capital: { ja: '熊本市', en: 'Kumamoto' }, tile: [1, 9] },
  { slug: 'oita', jis: '44', ja: '大分県', kana: 'おおいたけん', en: 'Oita', hepburn: 'Ōita', region: 'kyushu-okinawa', capital: { ja: '大分市', en: 'Oita' }, tile: [2, 9] },
  { slug: 'miyazaki', jis: '45', ja: '宮崎県', kana: 'みやざきけん', en: 'Miyazaki', hepburn: 'Miyazaki', region: 'kyushu-okinawa', capital: { ja: '宮崎市', en: 'Miyazaki' }, tile: [2, 10] },
  { slug: 'kagoshima', jis: '46', ja: '鹿児島県', kana: 'かごしまけん', en: 'Kagoshima', hepburn: 'Kagoshima', region: 'kyushu-okinawa', capital: { ja: '鹿児島市', en: 'Kagoshima' }, tile: [1, 10] },
  { slug: 'okinawa', jis: '47', ja: '沖縄県', kana: 'おきなわけん', en: 'Okinawa', hepburn: 'Okinawa', region: 'kyushu-okinawa', capital: { ja: '那覇市', en: 'Naha' }, tile: [0, 11] },
];

const prefectureBySlug = new Map<string, Prefecture>(prefectures.map((prefecture) => [prefecture.slug, prefecture]));
const regionBySlug = new Map<string, Region>(regions.map((region) => [region.slug, region]));

/** The prefecture of a slug that the model has accepted. Throws a RangeError for any other string. */
export function prefectureOf(slug: string): Prefecture {
  const prefecture = prefectureBySlug.get(slug);
  if (!prefecture) throw new RangeError(`There is no prefecture '${slug}'.`);
  return prefecture;
}

/** The region of a slug that the model has accepted. Throws a RangeError for any other string. */
export function regionOf(slug: string): Region {
  const region = regionBySlug.get(slug);
  if (!region) throw new RangeError(`There is no region '${slug}'.`);
  return region;
}

/** The prefectures of a region in the order of the JIS code. */
export function prefecturesOf(region: RegionSlug): Prefecture[] {
  return prefectures.filter((prefecture) => prefecture.region === region);
}
