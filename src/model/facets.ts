/** The facets of the search page, in their order there and in URLs. Apart from the fields, so that the browser needs no Zod. */
export const facets = ['type', 'region', 'prefecture', 'theme', 'event', 'year', 'country', 'programme'] as const;
export type Facet = (typeof facets)[number];
