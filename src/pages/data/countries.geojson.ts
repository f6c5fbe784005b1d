import type { APIRoute } from 'astro';
import { textFile } from '../../editions/file.ts';
import { countriesGeoJson } from '../../editions/open-data.ts';
import { siteLibrary } from '../../queries/site-library.ts';

export const GET: APIRoute = async () => textFile('application/geo+json', countriesGeoJson(await siteLibrary()));
