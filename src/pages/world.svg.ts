import type { APIRoute } from 'astro';
import { landOutline, worldBox } from '../data/world.ts';
import { textFile } from '../editions/file.ts';

/** The land alone: the maps of the pages use it, so that a browser fetches it once. */
export const GET: APIRoute = () => {
  const { x, y, width, height } = worldBox;
  return textFile(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].join(' ')}"><path id="land" d="${landOutline()}"/></svg>\n`,
  );
};
