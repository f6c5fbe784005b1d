/** What Japanese writes in more than one way. */

/** Old forms of kanji beside the new ones that public texts use; the second list of the Jōyō kanji has them. */
const oldAndNew =
  '歷歴步歩每毎敎教晚晩淸清靑青瀨瀬緖緒戶戸吳呉內内國国學学會会體体廣広澤沢邊辺齋斎龍竜濱浜櫻桜縣県臺台萬万與与榮栄圓円應応假仮價価歡歓關関舊旧峽峡曉暁驅駆經経繼継惠恵輕軽藝芸儉倹劍剣權権顯顕效効嚴厳恆恒號号濟済雜雑參参蠶蚕慘惨贊賛絲糸辭辞實実寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙獎奨將将燒焼證証乘乗淨浄剩剰疊畳條条狀状讓譲觸触寢寝愼慎眞真盡尽圖図數数聲声靜静齊斉攝摂專専戰戦淺浅踐践潛潜纖繊禪禅雙双壯壮搜捜插挿爭争總総聰聡裝装騷騒增増臟臓藏蔵屬属續続墮堕對対帶帯滯滞瀧滝擇択單単團団彈弾斷断癡痴晝昼蟲虫鑄鋳廳庁聽聴鎭鎮轉転點点傳伝燈灯當当黨党盜盗稻稲鬪闘德徳獨独讀読屆届繩縄貳弐腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘佛仏變変瓣弁豐豊寶宝襃褒飜翻默黙藥薬譯訳豫予餘余譽誉搖揺樣様謠謡來来覽覧畧略兩両獵猟綠緑壘塁淚涙禮礼靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄亞亜惡悪壓圧圍囲醫医壹壱隱隠衞衛營営驛駅緣縁鹽塩奧奥橫横歐欧毆殴穩穏畫画懷懐壞壊繪絵擴拡殼殻覺覚嶽岳樂楽渴渇罐缶卷巻陷陥勸勧寬寛觀観氣気歸帰龜亀僞偽戲戯犧犠區区勳勲薰薫徑径莖茎螢蛍鷄鶏檢検險険獻献圈圏';
const toNew = new Map<string, string>();
const toOld = new Map<string, string>();
for (let at = 0; at + 1 < oldAndNew.length; at += 2) {
  const [old = '', recent = ''] = [oldAndNew.charAt(at), oldAndNew.charAt(at + 1)];
  toNew.set(old, recent);
  toOld.set(recent, toOld.get(recent) ?? old);
}

/** Words that public texts write in several ways, and kanji that stand for one another in them. */
const alike: readonly (readonly string[])[] = [
  ['子ども', '子供', 'こども'],
  ['友だち', '友達'],
  ['障がい', '障害', '障碍'],
  ['附', '付'],
  ['煉', '練'],
  ['聯', '連'],
  ['まちづくり', '街づくり', '町づくり', 'まち作り'],
  ['まちおこし', '町おこし', '街おこし', '町興し'],
  ['ぶどう', 'ブドウ', '葡萄'],
  ['りんご', 'リンゴ', '林檎'],
  ['ねぶた', 'ねぷた'],
  ['全て', 'すべて'],
  ['様々', 'さまざま'],
  ['出来る', 'できる'],
  ['下さい', 'ください'],
  ['及び', 'および'],
  ['並びに', 'ならびに'],
  ['若しくは', 'もしくは'],
  ['又は', 'または'],
];

const digits = '〇一二三四五六七八九';

/** Pairs of ways to write one sound or word, each tried in both directions. */
const ways: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/g, 'バ'],
  [/ヴィ/g, 'ビ'],
  [/ヴェ/g, 'ベ'],
  [/ヴォ/g, 'ボ'],
  [/ヴ/g, 'ブ'],
  [/バ/g, 'ヴァ'],
  [/ビ/g, 'ヴィ'],
  [/ベ/g, 'ヴェ'],
  [/ボ/g, 'ヴォ'],
  [/ブ(?=[ァ-ヺー]|$)/g, 'ヴ'],
  [/ウェ/g, 'ウエ'],
  [/ウィ/g, 'ウイ'],
  [/ウォ/g, 'ウオ'],
  [/ウエ/g, 'ウェ'],
  [/ウイ/g, 'ウィ'],
  [/ウオ/g, 'ウォ'],
  [/ディ/g, 'ジ'],
  [/ディ/g, 'デ'],
  [/デ(?=[ァ-ヺー])/g, 'ディ'],
  [/(?<=行)な(?=[いうえおわっ])/g, ''],
  [/(?<=行)(?=[いうえわっ])/g, 'な'],
  [/ティ/g, 'チ'],
  [/(?<=[ァ-ヺー]{2})ー(?![ァ-ヺー])/g, ''],
  [/(?<=[ァ-ヺー]{2}[ァ-ヺ])(?![ァ-ヺー])/g, 'ー'],
  [/[ヶヵ]/g, 'ケ'],
  [/(?<=\p{Script=Han})[ケが](?=\p{Script=Han})/gu, 'ヶ'],
];

/**
 * Other ways to write a Japanese word that rules can tell: the long vowel at a katakana word's end (サーバー, サーバ), ヴ and バ,
 * small and large vowels, old and new kanji, digits in kanji. Okurigana (取り組み, 取組) is the dictionary's. Without the word itself.
 */
export function spellingsOf(word: string): string[] {
  const spellings = new Set<string>();
  for (const [written, other] of ways) spellings.add(word.replace(written, other));
  const vu = ways.slice(0, 5).reduce((text, [written, other]) => text.replace(written, other), word);
  spellings.add(vu);
  spellings.add(Array.from(word, (character) => toNew.get(character) ?? character).join(''));
  for (const [index, character] of [...word].entries()) {
    const old = toOld.get(character);
    if (old) spellings.add([...word].with(index, old).join(''));
  }
  spellings.add(word.replace(/(?<=第)[1-9](?=[回次期])/g, (digit) => digits.charAt(Number(digit))));
  spellings.add(word.replace(/(?<=第)[一二三四五六七八九](?=[回次期])/g, (digit) => String(digits.indexOf(digit))));
  for (const forms of alike) {
    const written = forms.find((form) => word.includes(form));
    if (written) for (const form of forms) spellings.add(word.replace(written, form));
  }
  spellings.delete(word);
  return [...spellings];
}

/** What a word is without its okurigana: 取組 for 取り組み. */
export function skeletonOf(word: string): string {
  return word.replace(/\p{Script=Hiragana}/gu, '');
}
