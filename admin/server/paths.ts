/**
 * The allow-list of the file API: a path is a place where the model keeps an entry, or nothing. What is not of that shape
 * (`..`, `.git`, `package.json`, `.env`, an absolute path, a name that Windows reads otherwise) has no way in.
 */
import { contentFolder, textName } from '../../src/entries/entry.ts';
import { languages } from '../../src/i18n/languages.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import { isPictureFile, isSlug } from '../../src/model/spelling.ts';

/** What an allowed path leads to. */
export type Place =
  | { readonly kind: 'type'; readonly type: TypeName }
  | { readonly kind: 'entry'; readonly type: TypeName; readonly slug: string }
  | { readonly kind: 'text' | 'picture'; readonly type: TypeName; readonly slug: string };

/** The place that a path of the file API names; undefined where it may not be touched. */
export function placeOf(path: unknown): Place | undefined {
  if (typeof path !== 'string' || path.length > 300) return undefined;
  const [room, type, name, file, ...rest] = path.split('/');
  if (room !== contentFolder || !isType(type) || rest.length > 0) return undefined;
  if (name === undefined) return { kind: 'type', type };
  if (contentTypes[type].storage === 'file') {
    const slug = name.replace(/\.yaml$/, '');
    return file === undefined && name.endsWith('.yaml') && isName(slug) ? { kind: 'text', type, slug } : undefined;
  }
  if (!isName(name)) return undefined;
  if (file === undefined) return { kind: 'entry', type, slug: name };
  if (languages.some((language) => file === textName(language))) return { kind: 'text', type, slug: name };
  return isPictureFile(file) ? { kind: 'picture', type, slug: name } : undefined;
}

function isType(name: string | undefined): name is TypeName {
  return (typeNames as readonly (string | undefined)[]).includes(name);
}

/** Names that Windows keeps for devices would be no folder there. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function isName(slug: string): boolean {
  return isSlug(slug) && slug.length <= 80 && !devices.test(slug);
}
