/** What the inflected forms of an English word have in common. */

/** Words that end as if inflected and are not, and those whose forms no rule gives: each with its stem. */
const irregular: ReadonlyMap<string, string> = new Map(
  [
    ...'news series species during evening morning business bus gas lens always perhaps across thing king ring sing spring string bring wing need seed feed speed indeed hundred red bed led shed kyoto plus this his its has was does thus yes us as is being string analysis basis crisis'
      .split(' ')
      .map((word) => [word]),
    ['be', 'am', 'are', 'is', 'was', 'were', 'been', 'being'],
    ['have', 'has', 'had', 'having'],
    ['do', 'does', 'did', 'done', 'doing'],
    ['go', 'goes', 'went', 'gone', 'going'],
    ['hold', 'held', 'holds', 'holding'],
    ['take', 'took', 'taken', 'takes', 'taking'],
    ['make', 'made', 'makes', 'making'],
    ['give', 'gave', 'given', 'gives', 'giving'],
    ['write', 'wrote', 'written', 'writes', 'writing'],
    ['speak', 'spoke', 'spoken', 'speaks', 'speaking'],
    ['bring', 'brought', 'brings', 'bringing'],
    ['buy', 'bought', 'buys', 'buying'],
    ['begin', 'began', 'begun', 'begins', 'beginning'],
    ['build', 'built', 'builds', 'building', 'buildings'],
    ['send', 'sent', 'sends', 'sending'],
    ['meet', 'met', 'meets', 'meeting', 'meetings'],
    ['lead', 'led', 'leads', 'leading'],
    ['find', 'found', 'finds', 'finding', 'findings'],
    ['see', 'saw', 'seen', 'sees', 'seeing'],
    ['come', 'came', 'comes', 'coming'],
    ['become', 'became', 'becomes', 'becoming'],
    ['know', 'knew', 'known', 'knows', 'knowing'],
    ['grow', 'grew', 'grown', 'grows', 'growing'],
    ['show', 'shown', 'shows', 'showed', 'showing'],
    ['choose', 'chose', 'chosen', 'chooses', 'choosing'],
    ['say', 'said', 'says', 'saying'],
    ['tell', 'told', 'tells', 'telling'],
    ['sell', 'sold', 'sells', 'selling'],
    ['think', 'thought', 'thinks', 'thinking'],
    ['teach', 'taught', 'teaches', 'teaching'],
    ['keep', 'kept', 'keeps', 'keeping'],
    ['leave', 'left', 'leaves', 'leaving'],
    ['man', 'men'],
    ['woman', 'women'],
    ['child', 'children'],
    ['person', 'people'],
    ['foot', 'feet'],
    ['mouse', 'mice'],
    ['half', 'halves'],
    ['wife', 'wives'],
    ['knife', 'knives'],
  ].flatMap(([stem = '', ...forms]) => [stem, ...forms].map((form) => [form, stem] as const)),
);

/**
 * What the inflected forms of an English word have in common: visit for visits, visited and visiting, citi for city and cities.
 * Derivations stay apart: tourism is no form of tourist. It compares words and is never shown. Takes a word as `latinWord`
 * gives it.
 */
export function stemOf(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  return word.length < 4 || /[^a-z]/.test(word) ? word : evened(withoutEnding(word));
}

function withoutEnding(word: string): string {
  if (/[^s]ss$|us$|is$/.test(word)) return word;
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) return word.slice(0, -2);
  if (/s$/.test(word)) return word.slice(0, -1);
  if (/ied$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/eed$/.test(word)) return word.length > 4 ? word.slice(0, -1) : word;
  const before = word.slice(0, word.length - (/(?:ed|ing)$/.exec(word)?.[0].length ?? word.length));
  if (before.length < 2 || !/[aeiouy]/.test(before)) return word;
  const single = before.replace(/([bdgmnprt])\1$/, '$1');
  // A doubled consonant was single before the ending, and a short syllable had an e: planned is plan, hoped is hope.
  return single === before && short.test(before) ? `${before}e` : single;
}

/** One syllable with one vowel before one consonant: its final e tells words apart, such as hope and hop. */
const short = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;

/** Elsewhere a final e comes and goes: changed and change; and a y is an i: happy, happier. */
function evened(word: string): string {
  return word
    .replace(/(?<=...)e$/, (e, at: number) => (short.test(word.slice(0, at)) ? e : ''))
    .replace(/(?<=[^aeiou])y$/, 'i');
}
