/** The pages of the bench's site in Eleventy: as simple as their likeness in Hugo, part by part. */
import type { Language, Words } from '../../../src/i18n/languages.ts';

/** An entry in a language. */
export interface Page {
  readonly language: Language;
  readonly type: string;
  readonly slug: string;
  readonly url: string;
  readonly date: number;
  readonly data: Front;
  readonly translated: boolean;
}

export interface Front {
  readonly title: string;
  readonly summary?: string;
  readonly plain?: string;
  readonly shown?: string;
  readonly cover?: { readonly src: string; readonly alt: string };
  readonly venue?: string;
  readonly home?: string;
  readonly partner?: string;
  readonly themes?: readonly string[];
  readonly prefectures?: readonly string[];
  readonly countries?: readonly string[];
  readonly lineUp?: readonly string[];
  readonly sources?: readonly { title: string; publisher: string; url?: string; day?: string }[];
  readonly note?: string;
}

/** What may stand in a list of entries: a type, or what entries name by these fields. */
export const kinds = ['themes', 'prefectures', 'countries'] as const;

export type Names = Readonly<Record<Language, Readonly<Record<(typeof kinds)[number], Readonly<Record<string, string>>>>>>;

/** What the page of an entry shows beside itself. */
export interface Around {
  readonly names: Names;
  readonly related: readonly Page[];
  readonly lineUp: readonly Page[];
  readonly previous: Page | undefined;
  readonly next: Page | undefined;
}

export const siteTitle: Words = { ja: 'グローカル外交ネット', en: 'Glocal Diplomatic Network' };

const languageNames: Words = { ja: '日本語', en: 'English' };

const sections = ['articles', 'events', 'partnerships', 'issues', 'programmes', ...kinds];

export const base = 'https://example.org';

const escaped = (words = '') =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const given = <T>(value: T | undefined, html: (value: T) => string) => (value === undefined ? '' : html(value));

/** Any page around its middle. */
export function frame(
  page: { language: Language; url: string; title: string; summary?: string; others: boolean },
  main: string,
) {
  const { language, url } = page;
  const other = language === 'ja' ? 'en' : 'ja';
  const otherUrl = url.replace(`/${language}/`, `/${other}/`);
  const versions = page.others ? [language, other] : [language];
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escaped(page.title)} – ${siteTitle[language]}</title>
    <meta name="description" content="${escaped(page.summary)}">
    <link rel="canonical" href="${base}${url}">
    ${versions.map((version) => `<link rel="alternate" hreflang="${version}" href="${base}${version === language ? url : otherUrl}">`).join('\n    ')}
  </head>
  <body>
    <header>
      <a href="/${language}/">${siteTitle[language]}</a>
      <nav>${sections.map((section) => `<a href="/${language}/${section}/">${section}</a> `).join('')}</nav>
      ${page.others ? `<a href="${otherUrl}">${languageNames[other]}</a>` : ''}
    </header>
    <main>${main}</main>
    <footer>${siteTitle[language]}</footer>
  </body>
</html>
`;
}

export function item({ url, data }: Page): string {
  return `<li><a href="${url}">${escaped(data.title)}</a> <time>${data.shown ?? ''}</time><p>${escaped(data.summary)}</p></li>\n`;
}

export function entryPage(page: Page, content: string, { names, related, lineUp, previous, next }: Around): string {
  const { language, url, data, translated } = page;
  const chips = kinds.flatMap((kind) =>
    (data[kind] ?? []).map(
      (value) => `<li><a href="/${language}/${kind}/${value}/">${escaped(names[language][kind][value])}</a></li>`,
    ),
  );
  const sources = (data.sources ?? []).map(
    (source) =>
      `<li>${given(source.url, (href) => `<a href="${escaped(href)}">`)}${escaped(source.title)}${source.url ? '</a>' : ''} ${escaped(source.publisher)} ${source.day ?? ''}</li>`,
  );
  const main = `
<article>
  <h1>${escaped(data.title)}</h1>
  ${given(data.shown, (day) => `<time datetime="${day}">${day}</time>`)}
  <p>${escaped(data.summary)}</p>
  ${given(data.plain, (words) => `<p>${escaped(words)}</p>`)}
  ${given(data.cover, ({ src, alt }) => `<img src="${src}" alt="${escaped(alt)}">`)}
  ${given(data.home, (home) => `<p>${escaped(home)} – ${escaped(data.partner)}</p>`)}
  ${given(data.venue, (venue) => `<p>${escaped(venue)}</p>`)}
  <ul>${chips.join('')}</ul>
  ${content}
  ${lineUp.length > 0 ? `<ol>${lineUp.map(item).join('')}</ol>` : ''}
  ${sources.length > 0 ? `<ol>${sources.join('')}</ol>` : ''}
  ${given(data.note, (note) => `<p>${escaped(note)}</p>`)}
  <ul>${related.map(item).join('')}</ul>
  ${given(previous, (one) => `<a rel="prev" href="${one.url}">${escaped(one.data.title)}</a>`)}
  ${given(next, (one) => `<a rel="next" href="${one.url}">${escaped(one.data.title)}</a>`)}
</article>
`;
  return frame({ language, url, title: data.title, summary: data.summary ?? '', others: translated }, main);
}

/** One page of a list of entries; `pages` counts from 1 to `of`. */
export interface ListPage {
  readonly language: Language;
  readonly path: string;
  readonly title: string;
  readonly entries: readonly Page[];
  readonly number: number;
  readonly of: number;
}

export const listUrl = ({ path }: ListPage, number: number) => (number === 1 ? path : `${path}page/${number}/`);

export function listPage(list: ListPage): string {
  const { language, title, entries, number, of } = list;
  const main = `
<h1>${escaped(title)}</h1>
<ul>${entries.map(item).join('')}</ul>
${number > 1 ? `<a rel="prev" href="${listUrl(list, number - 1)}">${number - 1}</a>` : ''}
${number < of ? `<a rel="next" href="${listUrl(list, number + 1)}">${number + 1}</a>` : ''}
`;
  return frame({ language, url: listUrl(list, number), title, others: number === 1 }, main);
}

/** The page that names every theme, prefecture or country with the number of its entries. */
export interface TermsPage {
  readonly language: Language;
  readonly path: string;
  readonly title: string;
  readonly terms: readonly { path: string; name: string; count: number }[];
}

export function termsPage({ language, path, title, terms }: TermsPage): string {
  const items = terms.map((term) => `<li><a href="${term.path}">${escaped(term.name)}</a> ${term.count}</li>`);
  return frame({ language, url: path, title, others: true }, `\n<h1>${title}</h1>\n<ul>${items.join('')}</ul>\n`);
}

export function feed(language: Language, pages: readonly Page[]): string {
  const items = pages.map(
    ({ url, data, date }) =>
      `<item><title>${escaped(data.title)}</title><link>${base}${url}</link><guid>${base}${url}</guid><pubDate>${new Date(date).toUTCString()}</pubDate><description>${escaped(data.summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${siteTitle[language]}</title><link>${base}/${language}/</link><description>${siteTitle[language]}</description>
${items.join('\n')}
</channel></rss>
`;
}

export function sitemap(urls: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((url) => `<url><loc>${base}${url}</loc></url>`).join('\n')}
</urlset>
`;
}
