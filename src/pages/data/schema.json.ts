import type { APIRoute } from 'astro';
import { textFile } from '../../editions/file.ts';
import { dataSchema } from '../../editions/open-data.ts';

export const GET: APIRoute = () => textFile('application/schema+json', dataSchema());
