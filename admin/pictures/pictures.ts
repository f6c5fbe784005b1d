/** The pictures of the open entry: those saved beside it and those that will be. */
import { persistMedia } from 'decap-cms-core/dist/esm/actions/mediaLibrary.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { openEntry, type Picture } from '../desk/open-entry.ts';
import { cleaned } from './clean.ts';

/** The pictures that a text may name. */
export function picturesHere(): readonly Picture[] {
  return openEntry()?.pictures ?? [];
}

/** An address at which a picture of the open entry can be shown now. */
export function pictureUrl(name: string): string | undefined {
  return picturesHere().find((picture) => picture.name === name)?.url;
}

/**
 * Takes a picture in and gives its name. It is saved together with the entry. Rejects with an Error whose message is for
 * the editor.
 */
export async function addPicture(file: File): Promise<string> {
  const picture = await cleaned(
    file,
    picturesHere().map(({ name }) => name),
  );
  await store.dispatch(persistMedia(picture, {}));
  return picture.name;
}
