import type { APIRoute } from 'astro';
import { prefectures, type PrefectureSlug } from '../../../../data/places.ts';
import { sharePicture } from '../../../../drawing/share.ts';
import { pictureFile } from '../../../../editions/file.ts';
import type { Entry } from '../../../../entries/entry.ts';
import { isLanguage, languages } from '../../../../i18n/languages.ts';
import { entryPaths } from '../../../../queries/entry-paths.ts';
import { sharedTypes, type SharedType } from '../../../../queries/paths.ts';
import { prefectureShare, shareOf } from '../../../../queries/share.ts';
import { siteLibrary } from '../../../../queries/site-library.ts';

export async function getStaticPaths() {
  const ofEntries = await Promise.all(
    sharedTypes.map(async (type) =>
      (await entryPaths(type)).map(({ params, props }) => ({ params: { ...params, type }, props })),
    ),
  );
  const places = languages.flatMap((lang) => prefectures.map(({ slug }) => ({ params: { lang, type: 'prefectures', slug } })));
  return [...ofEntries.flat(), ...places];
}

interface Props extends Record<string, unknown> {
  readonly entry?: Entry<SharedType>;
}

export const GET: APIRoute<Props> = async ({ props, params }) => {
  const { lang, slug } = params;
  const library = await siteLibrary();
  if (!isLanguage(lang)) throw new RangeError(`There is no language '${lang ?? ''}'.`);
  const share = props.entry
    ? shareOf(library, props.entry.type, props.entry.slug, lang)
    : prefectureShare(library, slug as PrefectureSlug, lang);
  return pictureFile(await sharePicture(share));
};
