import type { APIRoute } from 'astro';
import { sharePicture } from '../../../drawing/share.ts';
import { pictureFile } from '../../../editions/file.ts';
import { isLanguage } from '../../../i18n/languages.ts';
import { inEachLanguage } from '../../../i18n/page-words.ts';
import { siteShare } from '../../../queries/share.ts';
import { siteLibrary } from '../../../queries/site-library.ts';

export const getStaticPaths = inEachLanguage;

export const GET: APIRoute = async ({ params: { lang } }) => {
  if (!isLanguage(lang)) throw new RangeError(`There is no language '${lang ?? ''}'.`);
  return pictureFile(await sharePicture(siteShare(await siteLibrary(), lang)));
};
