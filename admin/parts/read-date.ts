/** The last year before each era; of those that a text on the ministry's work may name. */
const yearsBefore = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 } as const;

const written =
  /^(?:(令和|平成|昭和|大正|明治)(\d{1,2}|元)|(\d{4}))(?:[年/.-](?:(\d{1,2})(?:[月/.-](?:(\d{1,2})日?(?:[(（].[)）])?)?)?)?)?$/;

/**
 * A date as people write it, in the form of the files: 「2026/1/9」, 「令和8年1月9日（金）」 and full-width digits become
 * `2026-01-09`, 「令和8年1月」 `2026-01`. What is not read so is given back as it is; whether the day exists is not asked.
 */
export function readDate(text: string): string {
  const match = written.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (!match) return text;
  const [, era, yearOfEra, western, month, day] = match;
  const year = era ? yearsBefore[era as keyof typeof yearsBefore] + (yearOfEra === '元' ? 1 : Number(yearOfEra)) : western;
  return [String(year), month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
