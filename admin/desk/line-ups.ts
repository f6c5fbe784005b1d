/** The numbers of the magazine and their articles, by which the list of articles is filtered. */
import type { LineUp } from '../../src/model/form.ts';

/** Where the build writes the line-ups that are published; `npm start` answers with those that lie on disk. */
export const lineUpsFile = 'line-ups.json';

/** The line-ups; none where they cannot be had, since a list without filters by number is still a list. */
export async function lineUpsOf(): Promise<LineUp[]> {
  try {
    const response = await fetch(new URL(lineUpsFile, document.baseURI));
    return response.ok ? ((await response.json()) as LineUp[]) : [];
  } catch {
    return [];
  }
}
