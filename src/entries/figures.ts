/** Figures in words: what a reader may ask the source of. */

/**
 * A figure is a digit that belongs to no name in Latin letters (G7, COVID-19), or kanji numerals before the word for what
 * they count: two numerals and more before most such words, a single one, 一 apart, before a few that make no other word
 * with it (四日市 is a city, 一人 is anybody).
 */
const figure = new RegExp(
  [
    String.raw`(?<![A-Za-z0-9０-９][-‐]?)[0-9０-９]+(?:[.,．，][0-9０-９]+)*`,
    '(?<![一二三四五六七八九十百千万億〇])[一二三四五六七八九十百千万億〇]{2,}(?:人|名|件|回|社|校|年|月|日|円|割|倍|%|％|パーセント|[かカヵヶ]国|[かカヵヶ]所|県|市|町|村)',
    '[二三四五六七八九十百千](?:人|名|件|回|社|校|[かカヵヶ]国|[かカヵヶ]所)',
  ].join('|'),
);

/** The first figure of a text; undefined where it has none. */
export function figureIn(text: string): string | undefined {
  return figure.exec(text)?.[0];
}
