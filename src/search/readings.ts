/** Readings as readers type them: in kana of either kind, or in Latin letters with and without macrons. */

/** Kana in hiragana; everything else is left as it is. */
export function hiragana(text: string): string {
  return text.normalize('NFKC').replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

/** True for a text in kana alone. */
export function isKana(text: string): boolean {
  return /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u.test(text.normalize('NFKC'));
}

/** True for a text in Latin letters alone, marks, hyphens and apostrophes among them: what may be romaji. */
export function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}'’-]+$/u.test(text);
}

/** Hepburn of the kana that stand alone, by the vowels a i u e o. */
const rows: Readonly<Record<string, string>> = {
  あいうえお: 'a i u e o',
  かきくけこ: 'ka ki ku ke ko',
  がぎぐげご: 'ga gi gu ge go',
  さしすせそ: 'sa shi su se so',
  ざじずぜぞ: 'za ji zu ze zo',
  たちつてと: 'ta chi tsu te to',
  だぢづでど: 'da ji zu de do',
  なにぬねの: 'na ni nu ne no',
  はひふへほ: 'ha hi fu he ho',
  ばびぶべぼ: 'ba bi bu be bo',
  ぱぴぷぺぽ: 'pa pi pu pe po',
  まみむめも: 'ma mi mu me mo',
  やゆよ: 'ya yu yo',
  らりるれろ: 'ra ri ru re ro',
  わゐゑを: 'wa i e o',
  ゔ: 'bu',
  ん: 'n',
  ぁぃぅぇぉ: 'a i u e o',
  ゎ: 'wa',
  ゕゖ: 'ka ke',
};
const single: ReadonlyMap<string, string> = new Map(
  Object.entries(rows).flatMap(([kana, latin]) => {
    const syllables = latin.split(' ');
    return Array.from(kana, (character, index) => [character, syllables[index] ?? ''] as const);
  }),
);

/**
 * A reading in kana or in any romanisation as one rough key: Hepburn in small letters, where long and short vowels are one. Tōkyō, Tokyo, Toukyou and とうきょう are tokyo; Sizuoka and しずおか are shizuoka. Readings that
 * differ may share a key: who knows the kana compares them. Empty where nothing of the text is a reading.
 */
export function roughReading(text: string): string {
  return hepburn(text)
    .replace(/ou/g, 'o')
    .replace(/oh(?=[^aiueoy]|$)/g, 'o')
    .replace(/([aiueon])\1+/g, '$1');
}

/** The same with long vowels as they are written: ōsaka, oosaka and おおさか are oosaka; osaka is not. */
export function longReading(text: string): string {
  const long = text.normalize('NFD').replace(/([aiueo])[\u0304\u0302]/gi, '$1$1');
  return hepburn(long).replace(/ou/g, 'oo').replace(/nn+/g, 'n');
}

/** Kana and kunrei as Hepburn, in small letters without marks. */
function hepburn(text: string): string {
  const latin = hiragana(text)
    .normalize('NFC')
    .replace(/[きぎしじちぢにひびぴみり][ゃゅょぇ]/gu, (syllable) => {
      const [first = '', second = ''] = syllable;
      const before = (single.get(first) ?? '').replace(/i$/, '');
      const after = { ゃ: 'a', ゅ: 'u', ょ: 'o', ぇ: 'e' }[second] ?? '';
      return before + (/(sh|j|ch)$/.test(before) || second === 'ぇ' ? '' : 'y') + after;
    })
    .replace(/[ふゔてでうつとど][ぁぃぅぇぉ]/gu, (syllable) => {
      const [first = '', second = ''] = syllable;
      return (single.get(first) ?? '').replace(/[aiueo]$/, '').replace(/^$/, 'w') + (single.get(second) ?? '');
    })
    .replace(/ー/gu, '')
    .replace(/[\u3041-\u3096]/gu, (kana) => (kana === 'っ' ? kana : (single.get(kana) ?? '')))
    // A small っ doubles the consonant after it.
    .replace(/(?<!っ)っ+(?=([a-z]))/gu, '$1')
    .replace(/っ/gu, '');
  return latin
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/si/g, 'shi')
    .replace(/sy(?=[aueo])/g, 'sh')
    .replace(/(?<![cs])hu/g, 'fu')
    .replace(/ti/g, 'chi')
    .replace(/ty(?=[aueo])/g, 'ch')
    .replace(/tu/g, 'tsu')
    .replace(/zi/g, 'ji')
    .replace(/zy(?=[aueo])|jy(?=[aueo])/g, 'j')
    .replace(/di/g, 'ji')
    .replace(/du/g, 'zu')
    .replace(/tch/g, 'cch')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/l/g, 'r')
    .replace(/v/g, 'b');
}
