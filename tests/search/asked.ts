/** What readers ask for, in the tests of the search itself and of its page. */
import type { Prefecture } from '../../src/data/places.ts';
import type { Language } from '../../src/i18n/languages.ts';

/** The names of a prefecture: in kanji, both kinds of kana and Latin letters, each with and without what it is (県, 府, 都). */
export function namesOfPrefecture({ slug, ja, kana, en, hepburn }: Prefecture): string[] {
  const katakana = (text: string) =>
    text.replace(/[ぁ-ゖ]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60));
  const whole = [ja, kana, katakana(kana), en, en.toLowerCase(), hepburn];
  if (slug === 'hokkaido') return whole;
  const suffix = /(?:けん|ふ|と)$/.exec(kana)?.[0] ?? '';
  const latin = { けん: 'ken', ふ: 'fu', と: 'to' }[suffix] ?? '';
  const bare = kana.slice(0, -suffix.length);
  return [...whole, ja.slice(0, -1), bare, katakana(bare), `${en} Prefecture`, `${en}-${latin}`, `${en}${latin}`.toLowerCase()];
}

/** Two ways to ask for each theme and programme, beside its name. */
export const phrasings: Readonly<Record<Language, Readonly<Record<string, readonly [string, string]>>>> = {
  ja: {
    'themes/cultural-exchange': ['文化交流の取組', '国際交流をしたい'],
    'themes/diplomacy-in-the-regions': ['地方で行う外交とは', '大使の地方訪問について'],
    'themes/disaster-risk-reduction': ['防災に関する国際協力', '津波対策を世界に伝えたい'],
    'themes/farm-and-food-exports': ['日本酒を海外に売るには', '農産物の販路を広げたい'],
    'themes/firms-going-abroad': ['中小企業の海外進出', '海外進出を支援してほしい'],
    'themes/investment': ['対日投資を増やす', '外資誘致のために'],
    'themes/reconstruction': ['復興の支援', '東日本大震災からの立ち直り'],
    'themes/regional-revitalisation': ['地方創生について知りたい', '地域活性化のために'],
    'themes/sister-cities': ['姉妹都市を結ぶには', '海外の都市と交流する方法'],
    'themes/tourism': ['地方に観光客を呼ぶ', 'インバウンドを増やすには'],
    'programmes/ambassadors-tours': ['駐日各国大使の地方視察に来てほしい', '大使を地方に招くには'],
    'programmes/diplomatic-trainees': ['外交実務研修員になるには', '自治体職員を外務省に派遣する制度'],
    'programmes/diplomats-study-tours': ['外交団の視察を受け入れるには', '駐日外交団による地方視察ツアーについて'],
    'programmes/glocal-diplomatic-network': ['外務省のグローカル通信', 'グローカル通信を読みたい'],
    'programmes/heads-of-mission-visits': ['一時帰国大使の訪問を頼む', '日本の大使に講演を頼むには'],
    'programmes/iikura-receptions': ['飯倉公館でレセプションを開く', '東京で外交団に地域を紹介するには'],
    'programmes/jet-programme': ['JETプログラムの外国人', 'ALTを受け入れるには'],
    'programmes/kansai-symposium': ['関西シンポジウムについて', '関西で外交団と話し合う場'],
    'programmes/local-partnership-forum': ['地方連携フォーラムに参加する', '自治体向けの会議'],
    'programmes/local-to-the-world': ['「地方を世界へ」とは', '外務大臣が地方を訪れる事業'],
    'programmes/receptions-for-the-regions': ['自治体と大使館が知り合う機会', '外交団との意見交換会'],
    'programmes/regional-promotion-projects': ['大使公邸で地域を紹介するには', '在外公館で特産品を宣伝する'],
    'programmes/regional-promotion-seminars': ['地域の魅力発信セミナーに出る', '大使館員に地域を説明する会'],
    'programmes/revitalisation-task-force': ['外務省の地方創生タスクフォース', '人口減少対策'],
  },
  en: {
    'themes/cultural-exchange': ['cultural exchange with other countries', 'what is international exchange?'],
    'themes/diplomacy-in-the-regions': ['diplomacy in the regions of Japan', 'hosting diplomats in my town'],
    'themes/disaster-risk-reduction': ['disaster risk reduction in Tohoku', 'disaster preparedness'],
    'themes/farm-and-food-exports': ['how to export food', 'selling sake abroad'],
    'themes/firms-going-abroad': ['help for firms going abroad', 'small businesses overseas'],
    'themes/investment': ['attract foreign investment', 'how to attract companies'],
    'themes/reconstruction': ['reconstruction after the disaster', 'the Great East Japan Earthquake'],
    'themes/regional-revitalisation': ['regional revitalization', 'the local economy and population decline'],
    'themes/sister-cities': ['become a sister city', 'twin towns in Japan'],
    'themes/tourism': ['how to attract visitors', 'inbound tourism in the regions'],
    'programmes/ambassadors-tours': ["ambassadors' tours of the regions", 'how to invite ambassadors'],
    'programmes/diplomatic-trainees': ['diplomatic trainees from prefectures', 'trainees from local governments'],
    'programmes/diplomats-study-tours': ['host a study tour for diplomats', 'study tours for the diplomatic corps'],
    'programmes/glocal-diplomatic-network': ['the Glocal Web Magazine', 'newsletter for local governments'],
    'programmes/heads-of-mission-visits': ['ambassadors home on leave', 'ask a Japanese ambassador to speak'],
    'programmes/iikura-receptions': ['a reception at the Iikura Guest House', 'present my prefecture to diplomats in Tokyo'],
    'programmes/jet-programme': ['the JET Programme', 'foreign English teachers at schools'],
    'programmes/kansai-symposium': ['the Kansai symposium', 'a symposium in Osaka'],
    'programmes/local-partnership-forum': ['Local Partnership Cooperation Forum', 'a forum for local governments'],
    'programmes/local-to-the-world': ['Local to the World', 'the foreign minister visits a region'],
    'programmes/receptions-for-the-regions': ['how to meet embassies', 'a reception for reconstruction'],
    'programmes/regional-promotion-projects': ['promote local products at an embassy', 'use an embassy to promote a region'],
    'programmes/regional-promotion-seminars': ['a seminar for diplomats', 'Regional Promotion Seminars in Tokyo'],
    'programmes/revitalisation-task-force': ['the regional revitalisation task force', 'population decline task force'],
  },
};
