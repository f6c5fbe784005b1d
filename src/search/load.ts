/** Files of the search as a browser fetches them. */
import { NameFinder, unpackNames } from './names.ts';

/** The answer to an address. Throws where it is no file. */
export async function load(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

/** The names of a file that the index holds: all that suggestions need. */
export async function loadNames(url: string): Promise<NameFinder> {
  return new NameFinder(unpackNames(await (await load(url)).text()));
}
