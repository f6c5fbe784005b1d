import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '../settings.ts';
import { prefectures } from '../src/data/places.ts';
import type { Entry, Reading } from '../src/entries/entry.ts';
import { describe as described, type Problem } from '../src/model/refusal.ts';
import { broken, commented, early, foreign, lacking, leaked, unaccounted, unpaired } from '../tools/audit/audit.ts';
import { draftTexts, publishedSources } from '../tools/audit/content.ts';
import type { Page } from '../tools/audit/page.ts';
import { freshSince } from '../tools/audit/past.ts';
import { pictureFaults } from '../tools/audit/pictures.ts';
import { removed } from '../tools/audit/released.ts';
import { readSite, type Site } from '../tools/audit/site.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A site of the given files. */
function site(files: Readonly<Record<string, string | Uint8Array>>) {
  write(Object.fromEntries(Object.entries(files).map(([path, content]) => [`site${path}`, content])));
  return readSite(join(root, 'site'));
}

const entry = {
  type: 'articles',
  slug: 'a',
  language: 'ja',
  file: 'content/articles/a/index.ja.mdx',
  data: { date: '2024-05' },
};
const entries = [entry] as unknown as Entry[];
const sources = new Map([['articles/a/ja', entry.file]]);
const page = '<html><body><h1 id="top">題</h1></body></html>';
const sitemapOf = (paths: readonly string[]) => paths.map((path) => `<loc>${settings.baseUrl}${path}</loc>`).join('');
const records = (count: number) => JSON.stringify({ languages: { 'zxx-0': { page_count: count } } });

/** A site in which all accounts are in order. */
const sound = {
  '/ja/articles/a/index.html': page,
  '/404.html': page,
  '/ja/search/index.html': '<meta name="robots" content="noindex">',
  '/sitemap-0.xml': sitemapOf(['/ja/articles/a/']),
  '/pagefind/ja/pagefind-entry.json': records(prefectures.length + 1),
  '/pagefind/en/pagefind-entry.json': records(prefectures.length),
};

/** What is found on each page of a site. */
function onPages(built: Site, find: (page: Page) => Problem[]): Problem[] {
  return [...built.paths].flatMap((path) => find(built.page(path)));
}

/** Where each problem is and what it says in English; all of them in both languages. */
function said(problems: readonly Problem[]): string[] {
  for (const { message, remedy } of problems) {
    expect([message.ja, remedy.ja].join()).toMatch(/[ぁ-ん]/);
    expect(Math.min(message.en.length, remedy.en.length)).toBeGreaterThan(10);
  }
  return problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`);
}

describe('sources = entries = pages = sitemap = search', () => {
  const accounts = (
    files: Readonly<Record<string, string>>,
    reading: Pick<Reading, 'entries' | 'drafts'> = { entries, drafts: [] },
    published: ReadonlyMap<string, string> = sources,
  ) => {
    const built = site(files);
    return said(unaccounted(built, reading, published, (path) => built.page(path).unlisted));
  };

  test('are told nothing of where they agree', () => {
    expect(accounts(sound)).toEqual([]);
  });

  test('a published file that was not read', () => {
    const more = new Map([...sources, ['events/b/ja', 'content/events/b/index.ja.mdx']]);
    expect(accounts(sound, undefined, more)).toEqual([
      'content/events/b/index.ja.mdx:1 This says that it is published, and was not read as an entry (events/b/ja).',
    ]);
  });

  test('an entry that no file says is published', () => {
    expect(accounts(sound, undefined, new Map()).join()).toContain('is not said to be published');
  });

  test('an entry without a page', () => {
    const { '/ja/articles/a/index.html': _, ...rest } = sound;
    expect(accounts({ ...rest, '/sitemap-0.xml': '' })).toEqual([
      "dist/ja/articles/a/:1 There is no page of 'content/articles/a/index.ja.mdx'.",
    ]);
  });

  test('an entry without its place on the page that it shares', () => {
    const term = { ...entry, type: 'terms', slug: 't' } as unknown as Entry;
    const glossary = { '/ja/glossary/index.html': page, '/sitemap-0.xml': sitemapOf(['/ja/articles/a/', '/ja/glossary/']) };
    const files = { ...sound, ...glossary, '/pagefind/ja/pagefind-entry.json': records(prefectures.length + 2) };
    const both = new Map([...sources, ['terms/t/ja', 'content/terms/t.yaml']]);
    expect(accounts(files, { entries: [...entries, term], drafts: [] }, both)).toHaveLength(1);
  });

  test('a page without an entry, which a year of events is not', () => {
    const paths = ['/ja/articles/a/', '/ja/articles/b/', '/ja/events/2024/'];
    const files = {
      ...sound,
      '/ja/articles/b/index.html': page,
      '/ja/events/2024/index.html': page,
      '/sitemap-0.xml': sitemapOf(paths),
    };
    expect(accounts(files)).toEqual(['dist/ja/articles/b/:1 No published entry is behind this page.']);
  });

  test('the page of a draft', () => {
    expect(
      accounts(sound, { entries: [], drafts: [{ type: 'articles', slug: 'a', language: 'ja' }] }, new Map()).join(),
    ).toContain('A draft has a page.');
  });

  test('a page that the sitemap leaves out, and one that it should leave out', () => {
    const listed = { ...sound, '/sitemap-0.xml': sitemapOf(['/ja/search/']) };
    expect(accounts(listed)).toEqual([
      'dist/ja/articles/a/:1 The sitemap does not list this page.',
      "dist/sitemap-0.xml:1 This lists '/ja/search/', which it should not.",
    ]);
  });

  test('a record of the search too few, or no search at all', () => {
    expect(accounts({ ...sound, '/pagefind/ja/pagefind-entry.json': records(prefectures.length) })).toEqual([
      'dist/pagefind/ja/pagefind-entry.json:1 The search has 47 records instead of 48.',
    ]);
    const { '/pagefind/en/pagefind-entry.json': _, ...rest } = sound;
    rmSync(join(root, 'site'), { recursive: true });
    expect(accounts(rest).join()).toContain('The search has 0 records instead of 47.');
  });

  test('files are read by their own status, in folders and in maps of languages', () => {
    write({
      'content/articles/a/index.ja.mdx': '---\nslug: a\nstatus: published\n---\n本文\n',
      'content/articles/a/index.en.mdx': '---\nstatus: draft\n---\nText\n',
      'content/terms/t.yaml': 'ja:\n  slug: t\n  status: published\nen:\n  status: draft\n',
    });
    expect([...publishedSources(root).keys()]).toEqual(['articles/a/ja', 'terms/t/ja']);
  });
});

test('a text whose day of publication is to come, as exactly as it is given', () => {
  const place = () => ({ line: 5, column: 1 });
  expect(early(entries, '2024-05-01', place)).toEqual([]);
  expect(said(early(entries, '2024-04-30', place))[0]).toContain('content/articles/a/index.ja.mdx:5 Its date of publication');
  expect(early([{ ...entry, type: 'events' } as unknown as Entry], '2024-04-30', place)).toEqual([]);
});

describe('the text of a draft', () => {
  const draft = '---\nslug: d\nstatus: draft\ntitle: 題\n---\nまだ誰にも見せていない文章がここにあります。\n';
  const reading = { entries, drafts: [{ type: 'articles', slug: 'd', language: 'ja' }], problems: [] } as unknown as Reading;

  test('is found behind markup, and in data', () => {
    write({ 'content/articles/d/index.ja.mdx': draft, 'content/articles/a/index.ja.mdx': '---\n---\n別の文章です。\n' });
    const shown = { '/ja/index.html': '<p>まだ<a href="/">誰にも</a>見せて<wbr>いない文章がここにあります。</p>' };
    const data = { '/data/articles.json': '{"text":"まだ誰にも見せていない文章がここにあります。"}' };
    const built = site({ ...shown, ...data, '/en/index.html': page });
    expect(leaked(built, draftTexts(root, reading), built.files).map(({ file }) => file)).toEqual([
      'dist/data/articles.json',
      'dist/ja/index.html',
    ]);
  });

  test('counts as such only where no published text says the same', () => {
    write({ 'content/articles/d/index.ja.mdx': draft, 'content/articles/a/index.ja.mdx': draft });
    expect(draftTexts(root, reading)[0]?.words).toEqual([]);
  });
});

test('files that are missing', () => {
  const all = ['/_headers', '/404.html', '/index.html', '/robots.txt', '/sitemap-index.xml'];
  const found = (files: readonly string[]) => said(lacking(site(Object.fromEntries(files.map((file) => [file, ''])))));
  expect(found(all.slice(1))).toEqual(['dist/_headers:1 The site needs this file, and it is missing.']);
  expect(found(all)).toEqual([]);
});

test('files of kinds that do not belong', () => {
  const files = [
    '/_astro/page.astro',
    '/_astro/a.js.map',
    '/ja/index.ja.mdx',
    '/terms.yaml',
    '/tool.ts',
    '/a.heic',
    '/.DS_Store',
  ];
  const good = { '/_headers': '', '/_redirects': '', '/ja/events.ics': '', '/a.pf_meta': '', '/robots.txt': '' };
  const found = foreign(site({ ...good, ...Object.fromEntries(files.map((file) => [file, ''])) }));
  expect(said(found).map((line) => line.replace(/^dist|:1 .*/g, ''))).toEqual(files.toSorted());
});

test('a comment in a page, with its line, and none in what a script holds', () => {
  const files = {
    '/a.html': '<p>\n  <!-- to do -->\n</p>',
    '/b.html': '<script type="application/ld+json">{"a":"<!-- no -->"}</script><p title="<!-- no -->">',
  };
  const built = site(files);
  expect(said(onPages(built, (one) => commented(built, one)))).toEqual(['dist/a.html:2 There is a comment in this page.']);
});

describe('links', () => {
  const faultsOf = (html: string) => {
    const built = site({ '/ja/index.html': html, '/a/index.html': page, '/m.svg': '<svg><g id="land"/></svg>' });
    return onPages(built, broken(built));
  };
  const faults = (html: string) => faultsOf(html).map(({ message }) => /'(.*?)'/.exec(message.en)?.[1]);

  test.each([
    '<a href="/a/">',
    '<a href="/a/#top">',
    '<a href="/a/?q=1&amp;b=2">',
    '<a href="../a/">',
    '<a href="https://elsewhere.example/">',
    '<a href="mailto:a@b.example">',
    '<use href="/m.svg#land">',
    '<img srcset="/m.svg 1x, /m.svg 2x">',
    "<a href='/a/'>",
    '<p id="x"><a href="#x">',
    `<a href="${settings.baseUrl}/a/">`,
  ])('%s leads somewhere', (html) => {
    expect(faults(html)).toEqual([]);
  });

  test.each([
    ['<a href="/b/">', '/b/'],
    ['<a href="/a">', '/a'],
    ['<a href="/a/#nowhere">', '/a/#nowhere'],
    ['<a href="#nowhere">', '#nowhere'],
    ['<use href="/m.svg#sea">', '/m.svg#sea'],
    ['<img srcset="/m.svg 1x, /n.svg 2x">', '/n.svg'],
    ['<link rel="stylesheet" href="/gone.css">', '/gone.css'],
    ['<script src="/gone.js">', '/gone.js'],
    ['<a href="http://[">', 'http://['],
    [`<a href="webcal://${new URL(settings.baseUrl).host}/gone.ics">`, `webcal://${new URL(settings.baseUrl).host}/gone.ics`],
    [`<meta property="og:image" content="${settings.baseUrl}/og/gone.png">`, `${settings.baseUrl}/og/gone.png`],
  ])('%s does not', (html, target) => {
    expect(faults(html)).toEqual([target]);
  });

  test('a fault names the page, its line and its column', () => {
    const [problem] = faultsOf('<p>\n  <a href="/b/">b</a>');
    expect(described(problem as Problem)).toMatch(/^dist\/ja\/index\.html:2:3\n {4}.*\/b\/.*\n {4}.*\/b\//);
  });
});

test('versions that a page names are those that exist', () => {
  const link = (language: string) => `<link rel="alternate" hreflang="${language}" href="${settings.baseUrl}/${language}/a/">`;
  const both = link('ja') + link('en');
  const faults = (files: Readonly<Record<string, string>>) => {
    const built = site(files);
    return onPages(built, (one) => unpaired(built, one));
  };
  expect(faults({ '/ja/a/index.html': both, '/en/a/index.html': both, '/ja/b/index.html': page })).toEqual([]);
  expect(said(faults({ '/ja/a/index.html': both, '/en/a/index.html': link('en'), '/ja/b/index.html': both }))).toEqual([
    expect.stringContaining('dist/en/a/index.html:1'),
    expect.stringContaining('dist/ja/b/index.html:1'),
  ]);
});

describe('pictures', () => {
  const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });

  test('of pixels and a colour profile pass', async () => {
    const files = {
      '/a.png': await blank().png().toBuffer(),
      '/b.webp': await blank().withIccProfile('p3').webp().toBuffer(),
      '/c.avif': await blank().avif().toBuffer(),
      '/d.jpg': await blank().jpeg().toBuffer(),
    };
    const { folder, files: all } = site(files);
    expect(await pictureFaults(folder, all)).toEqual([]);
  });

  test('with data beside them, of another kind than their name, or unreadable do not', async () => {
    const place = { IFD0: { Artist: 'A' }, IFD3: { GPSLatitude: '35/1 0/1 0/1' } };
    const files = {
      '/exif.jpg': await blank().withExif(place).jpeg().toBuffer(),
      '/exif.avif': await blank().withExif(place).avif().toBuffer(),
      '/xmp.png': await blank().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').png().toBuffer(),
      '/kind.webp': await blank().png().toBuffer(),
      '/text.png': 'no picture',
    };
    const { folder, files: all } = site(files);
    const found = await pictureFaults(folder, all);
    expect(said(found)).toEqual([
      expect.stringMatching(/^dist\/exif\.avif:1 .*Exif/),
      expect.stringMatching(/^dist\/exif\.jpg:1 .*Exif/),
      expect.stringMatching(/^dist\/kind\.webp:1 .*png/),
      expect.stringMatching(/^dist\/text\.png:1 .*cannot be read/),
      expect.stringMatching(/^dist\/xmp\.png:1 .*XMP/),
    ]);
  });
});

describe('a public path', () => {
  const built = (paths: readonly string[], redirects: readonly [string, string][] = []) => ({
    paths: new Set(paths),
    redirects: new Map(redirects),
  });

  test('stays, as a page or by redirects to one', () => {
    const moved = built(
      ['/ja/articles/b/'],
      [
        ['/ja/articles/a/', '/ja/articles/c/'],
        ['/ja/articles/c/', '/ja/articles/b/#top'],
      ],
    );
    expect(removed(['/ja/articles/a/', '/ja/articles/b/'], moved)).toEqual([]);
  });

  test('that is gone, or leads round in a circle, is refused with the line to write', () => {
    const circle = built([], [['/ja/articles/a/', '/ja/articles/a/']]);
    const [problem, ...others] = removed(['/ja/articles/a/'], circle);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: 'released-paths.txt', line: 1 });
    expect(problem?.remedy.ja).toContain('aliases: [{ slug: a }]');
    expect(problem?.remedy.en).toContain("'/ja/articles/a/ ADDRESS-INSTEAD 301' in public/_redirects");
  });

  test('of no entry that can have a former address is told of _redirects alone', () => {
    const [theme, country, year] = removed(['/ja/themes/a/', '/en/countries/fr/', '/ja/events/2012/'], built([]));
    expect([theme?.remedy.en, country?.remedy.ja, year?.remedy.en].join()).not.toContain('aliases');
    expect(country?.remedy.ja).toContain('/en/countries/fr/ 転送先のアドレス 301');
  });
});

describe('where the site of before has passed', () => {
  const link = (address: string) => `<a href="${address}">`;
  const before = {
    '/ja/index.html': link('/ja/a/') + link('/ja/a/#two'),
    '/ja/a/index.html': '<p id="one"><p id="two">',
    '/ja/b/index.html': link('/ja/c/'),
    '/ja/c/index.html': page,
  };
  const fresh = (after: Readonly<Record<string, string>>, changed: readonly string[], removed: readonly string[] = []) => {
    write(Object.fromEntries(Object.entries(before).map(([path, content]) => [`before${path}`, content])));
    return [...freshSince(site(after), { folder: join(root, 'before'), changed, removed }).pages].sort();
  };

  test('only what has changed is examined', () => {
    expect(fresh({ ...before, '/ja/b/index.html': page }, ['/ja/b/index.html', '/a.css'])).toEqual(['/ja/b/']);
  });

  test('and what names a page or an anchor that is gone', () => {
    const { '/ja/c/index.html': _, ...rest } = before;
    expect(fresh(rest, [], ['/ja/c/index.html'])).toEqual(['/ja/b/']);
    rmSync(join(root, 'site'), { recursive: true });
    expect(fresh({ ...before, '/ja/a/index.html': '<p id="one">' }, ['/ja/a/index.html'])).toEqual(['/ja/', '/ja/a/']);
  });

  test('and the other version of a page that is new or gone', () => {
    expect(fresh({ ...before, '/en/c/index.html': page }, ['/en/c/index.html'])).toEqual(['/en/c/', '/ja/c/']);
    rmSync(join(root, 'site'), { recursive: true });
    expect(fresh({ ...before, '/en/c/index.html': page }, [], ['/ja/a/index.html'])).toContain('/ja/');
  });
});
