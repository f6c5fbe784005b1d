import type { APIRoute } from 'astro';
import { streamedFile } from '../../editions/file.ts';
import { dataCsv } from '../../editions/open-data.ts';
import { typeNames, type TypeName } from '../../model/content-types.ts';
import { siteLibrary } from '../../queries/site-library.ts';

export function getStaticPaths() {
  return typeNames.map((type) => ({ params: { type }, props: { type } }));
}

interface Props extends Record<string, unknown> {
  readonly type: TypeName;
}

export const GET: APIRoute<Props> = async ({ props: { type } }) => streamedFile('text/csv', dataCsv(await siteLibrary(), type));
