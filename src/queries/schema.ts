/** What search engines are told, in the vocabulary of schema.org. */
import type { Article, Dataset, Event, GovernmentService, PublicationIssue, Thing, WebSite } from 'schema-dts';
import { absolute, settings } from '../../settings.ts';
import type { Entry } from '../entries/entry.ts';
import { countryName, placeName } from '../i18n/names.ts';
import { languages, type Language } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { typeNames } from '../model/content-types.ts';
import { audiences } from '../model/types/programmes.ts';
import { dataPath, entryPath, homePath, standingPath } from './paths.ts';

const publisher = (language: Language) => ({ '@type': 'Organization', name: settings.operator[language] }) as const;

export function siteSchema(language: Language): Thing {
  const site: WebSite = {
    '@type': 'WebSite',
    name: words[language].site.name,
    url: absolute(homePath(language)),
    inLanguage: language,
    publisher: publisher(language),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute(standingPath(language, 'search'))}?q={search_term_string}`,
      // Google reads this property, which schema.org's own types do not have.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  };
  return site as Thing;
}

export function articleSchema({ slug, language, data }: Entry<'articles'>, picture: string | undefined): Thing {
  const article: Article = {
    '@type': 'NewsArticle',
    headline: data.title,
    description: data.summary,
    datePublished: data.date,
    dateModified: data.updated ?? data.date,
    inLanguage: language,
    url: absolute(entryPath(language, 'articles', slug)),
    publisher: publisher(language),
    author: publisher(language),
    ...(picture ? { image: absolute(picture) } : {}),
    citation: data.sources.flatMap(({ url }) => url ?? []),
  };
  return article as Thing;
}

export function issueSchema({ slug, language, data }: Entry<'issues'>): Thing {
  const issue: PublicationIssue = {
    '@type': 'PublicationIssue',
    name: data.title,
    issueNumber: data.number,
    datePublished: data.date,
    inLanguage: language,
    url: absolute(entryPath(language, 'issues', slug)),
    isPartOf: { '@type': 'Periodical', name: words[language].site.magazine },
  };
  return issue as Thing;
}

export function eventSchema({ slug, language, data }: Entry<'events'>): Thing {
  // A venue in Tokyo does not lie in the prefectures that present themselves there.
  const [region] = data.venue || data.country || data.prefectures.length !== 1 ? [] : data.prefectures;
  const event: Event = {
    '@type': 'Event',
    name: data.title,
    description: data.summary,
    startDate: data.date,
    ...(data.end ? { endDate: data.end } : {}),
    inLanguage: language,
    url: absolute(entryPath(language, 'events', slug)),
    eventStatus: data.cancelled ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    location: {
      '@type': 'Place',
      ...(data.venue ? { name: data.venue } : {}),
      address: {
        '@type': 'PostalAddress',
        addressCountry: data.country ?? 'JP',
        ...(region ? { addressRegion: placeName(region, language) } : {}),
      },
    },
  };
  return event as Thing;
}

export function programmeSchema({ slug, language, data }: Entry<'programmes'>): Thing {
  const service: GovernmentService = {
    '@type': 'GovernmentService',
    name: data.title,
    description: data.summary,
    url: absolute(entryPath(language, 'programmes', slug)),
    provider: { '@type': 'GovernmentOrganization', name: words[language].site.ministry },
    areaServed: { '@type': 'Country', name: countryName('JP', language) },
    audience: data.audiences.map((audience) => ({ '@type': 'Audience', audienceType: audiences[audience][language] })),
  };
  return service as Thing;
}

/** The open data: a data set for each type, in two formats. */
export function dataSchemas(language: Language): Thing[] {
  const t = words[language];
  const page = absolute(standingPath(language, 'data'));
  return typeNames.map((type) => {
    const dataset: Dataset = {
      '@type': 'Dataset',
      '@id': `${page}#${type}`,
      name: t.named(t.site.name, t.types[type]),
      description: [t.leads[type], t.standingLeads.data].filter(Boolean).join(' '),
      url: `${page}#${type}`,
      inLanguage: [...languages],
      isAccessibleForFree: true,
      license: settings.dataLicence.url,
      creator: publisher(language),
      publisher: publisher(language),
      distribution: (['json', 'csv'] as const).map((format) => ({
        '@type': 'DataDownload',
        encodingFormat: format === 'json' ? 'application/json' : 'text/csv',
        contentUrl: absolute(dataPath(type, format)),
      })),
    };
    return dataset as Thing;
  });
}
