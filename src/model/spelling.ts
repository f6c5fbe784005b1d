/** How names and characters are written: the few rules that fields, texts and files share. */

/** True for the name of an entry in its URL: ASCII, lower case, single hyphens. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** Names that Windows gives to devices: a copy of the project with such a file cannot be made there. */
export function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(name);
}

/** True for the name of a picture beside an entry, in a format that every browser shows and that can hold no script. */
export function isPictureFile(name: string): boolean {
  return name.length <= 80 && /^[a-z0-9][a-z0-9_-]*\.(jpe?g|png|webp|avif)$/.test(name) && !isDeviceName(name);
}

/** True for a date of the Gregorian calendar written as YYYY, YYYY-MM or YYYY-MM-DD. */
export function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Scripts whose words are spelled with joiners. */
const joining = ['Arab', 'Beng', 'Deva', 'Gujr', 'Guru', 'Knda', 'Mlym', 'Orya', 'Sinh', 'Taml', 'Telu']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');

/**
 * Finds a character that readers cannot see: controls, line separators, soft hyphens, zero-width spaces, directions of
 * writing, byte order marks, fillers, noncharacters, halves of surrogate pairs, and the private-use characters by which the
 * text engine marks its inserts. Kept are joiners within emoji and in the scripts that spell with them, variants of emoji and
 * kanji (葛󠄀 with its selector is the name of a city), and the tags of flags.
 */
export const invisible = new RegExp(
  [
    String.raw`[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f`,
    String.raw`\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]`,
    String.raw`|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f${joining}])[\u200c\u200d]`,
    String.raw`|(?<![\p{Emoji}\p{Script=Han}])[\ufe00-\ufe0f]`,
    String.raw`|(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
    String.raw`|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,7})[\u{e0000}-\u{e007f}]`,
  ].join(''),
  'u',
);

/** The number of a character as Unicode writes it: `U+202E`. */
export function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text that can be printed: each character that cannot be seen, or that would steer a terminal, as its number. */
export function printable(text: string): string {
  return text.replace(new RegExp(invisible, 'gu'), (character) => `<${codeName(character)}>`);
}
