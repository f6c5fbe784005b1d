/** How names and characters are written: the few rules that fields, texts and files share. */

/** True for the name of an entry in its URL: ASCII, lower case, single hyphens. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** True for the name of a picture beside an entry, in a format that every browser shows and that can hold no script. */
export function isPictureFile(name: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*\.(jpe?g|png|webp|avif)$/.test(name);
}

/**
 * Finds a character that readers cannot see: controls, line separators, zero-width spaces, directions of writing, byte
 * order marks, and the private-use characters by which the text engine marks its inserts. Joiners within emoji are kept.
 */
export const invisible = /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]/u;
