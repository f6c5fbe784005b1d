/** Plain words as Markdown that reads back as the same words, for links and pictures made by a form. */
export function escapePhrase(words: string): string {
  return words
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .replace(/[\\[\]*_`~<{}|]/g, '\\$&')
    .replace(/&(?=[#A-Za-z])/g, '\\&');
}

/** An address between the brackets of a link. */
export function escapeAddress(url: string): string {
  return /^[^\s()<>\\]*$/.test(url) ? url : `<${url.replace(/[<>\\]/g, '\\$&')}>`;
}
