/** The names of everything that readers ask for by name, from the reference facts and the content. */
import { prefectureOf, prefectures, regions, type Prefecture } from '../data/places.ts';
import type { Entry } from '../entries/entry.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { countryName, countryReading, placeName, regionName, shortPlaceName } from '../i18n/names.ts';
import { eventKinds } from '../model/types/events.ts';
import type { Library } from '../queries/library.ts';
import { countryPath, entryPath, prefecturePath, regionPath, searchPath } from '../queries/paths.ts';
import type { Name } from './names.ts';

/** The names in the order of their kinds, those of a kind in the order of their lists. */
export function namesOf(library: Library, language: Language): Name[] {
  const inEach = (form: (language: Language) => string | undefined) => languages.map((each) => form(each) ?? '');
  return [
    ...prefectures.map((prefecture) => {
      const { slug } = prefecture;
      const label = placeName(prefecture, language);
      const here = [label, shortPlaceName(prefecture, language)];
      return nameOf('prefecture', slug, label, prefecturePath(language, slug), here, [
        ...inEach((each) => placeName(prefecture, each)),
        ...inEach((each) => shortPlaceName(prefecture, each)),
        ...readingsOf(prefecture),
      ]);
    }),
    ...regions.map(({ slug, kana }) => {
      const label = regionName(slug, language);
      // Chūgoku is a region, and what the Japanese call China; Kinki and Kansai are two names of one.
      const aliases = slug === 'kinki' ? ['Kinki', 'Kansai', '関西', 'かんさい'] : [];
      const here = language === 'ja' ? [`${label}地方`] : [label, `${label} region`];
      return nameOf('region', slug, label, regionPath(language, slug), here, [
        ...inEach((each) => regionName(slug, each)),
        `${regionName(slug, 'ja')}地方`,
        kana,
        `${kana}ちほう`,
        ...aliases,
      ]);
    }),
    ...[...library.values('country').keys()].sort().map((code) => {
      const label = countryName(code, language);
      return nameOf(
        'country',
        code,
        label,
        countryPath(language, code),
        [label],
        [...inEach((each) => countryName(code, each)), countryReading(code) ?? '', ...(calledToo[code] ?? [])],
      );
    }),
    ...(['themes', 'programmes'] as const).flatMap((type) =>
      library.listed(type, language).map((entry) => {
        const { slug, data, language: own } = entry;
        const kind = type === 'themes' ? ('theme' as const) : ('programme' as const);
        return nameOf(
          kind,
          slug,
          data.title,
          entryPath(own, type, slug),
          [data.title],
          [
            ...inEach((each) => library.find(type, slug, each)?.data.title),
            'reading' in data ? (data.reading ?? '') : '',
            ...data.searchedAs.flatMap(({ name }) => [name.ja, name.en ?? '']),
          ],
        );
      }),
    ),
    ...Object.entries(eventKinds).map(([slug, label]) =>
      nameOf(
        'event',
        slug,
        label[language],
        searchPath(language, { event: slug }),
        [label[language]],
        inEach((each) => label[each]),
      ),
    ),
    ...municipalitiesOf(library).map(({ prefecture, name }) => {
      const label = name[language] ?? name.ja;
      const path = searchPath(language, { q: label, prefecture });
      return nameOf(
        'municipality',
        `${prefecture}-${name.ja}`,
        label,
        path,
        [label],
        inEach((each) => name[each]),
      );
    }),
    ...library.listed('terms', language).map(({ slug, data, language: own }) => {
      const also = (each: Language) => data.also.flatMap(({ name }) => name[each] ?? []);
      return nameOf(
        'term',
        slug,
        data.title,
        entryPath(own, 'terms', slug),
        [data.title, ...also(language)],
        [...inEach((each) => library.find('terms', slug, each)?.data.title), ...languages.flatMap(also), data.reading ?? ''],
      );
    }),
  ];
}

/** What readers call countries whose names the system writes otherwise. */
const calledToo: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE'],
  AU: ['豪州'],
  CZ: ['Czech Republic', 'チェコ共和国'],
  GB: ['UK', 'Britain', 'Great Britain', 'England', '英国'],
  KR: ['Korea', 'Republic of Korea', '大韓民国'],
  LA: ['Lao PDR', 'ラオス人民民主共和国'],
  NL: ['Holland'],
  NZ: ['NZ'],
  US: ['US', 'USA', 'U.S.', 'U.S.A.', 'America', '米国', 'アメリカ'],
};

function nameOf(
  kind: Name['kind'],
  slug: string,
  label: string,
  url: string,
  here: readonly string[],
  elsewhere: readonly string[],
): Name {
  const own = [...new Set(here.filter(Boolean))];
  return {
    kind,
    slug,
    label,
    url,
    here: own,
    elsewhere: [...new Set(elsewhere)].filter((form) => form && !own.includes(form)),
  };
}

/** How a prefecture is read: in kana and in Latin letters, with and without what it is (県, 府, 都). */
function readingsOf({ ja, kana, en, hepburn }: Prefecture): string[] {
  const suffix = /(?:けん|ふ|と)$/.exec(kana)?.[0];
  if (!suffix || ja.endsWith('道')) return [kana, hepburn];
  const latin = { けん: 'ken', ふ: 'fu', と: 'to' }[suffix] ?? '';
  return [kana, kana.slice(0, -suffix.length), hepburn, `${en}-${latin}`, `${en} Prefecture`];
}

/** Every municipality that content names, once. */
function municipalitiesOf(library: Library): { prefecture: string; name: { ja: string; en?: string | undefined } }[] {
  const found = new Map<string, { prefecture: string; name: { ja: string; en?: string | undefined } }>();
  for (const type of ['events', 'partnerships', 'articles', 'programmes', 'notices'] as const) {
    for (const { data } of library.listed(type, 'ja') as readonly Entry<'events'>[]) {
      for (const { prefecture, name } of data.municipalities ?? []) {
        const key = `${prefecture} ${name.ja}`;
        if (!found.get(key)?.name.en) found.set(key, { prefecture, name });
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => prefectureOf(a.prefecture).jis.localeCompare(prefectureOf(b.prefecture).jis) || (a.name.ja < b.name.ja ? -1 : 1),
  );
}
