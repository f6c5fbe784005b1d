import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { settings } from '../../settings.ts';
import { dataCsv, dataJson, dataSchema } from '../../src/editions/open-data.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages } from '../../src/i18n/languages.ts';
import { words } from '../../src/i18n/words.ts';
import { typeNames } from '../../src/model/content-types.ts';
import { describe as describeProblem } from '../../src/model/refusal.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { dataPath, dataSchemaPath, inLanguage } from '../../src/queries/paths.ts';
import { audit } from '../../tools/audit/audit.ts';
import { dist, files, pages, pagesIn, read } from './pages.ts';

const { entries } = readAll(process.cwd());
const at = new Map(pages.map((page) => [page.path, page]));
const sitemap = files
  .filter((file) => /^\/sitemap-\d+\.xml$/.test(file))
  .flatMap((file) => [...read(file).matchAll(/<loc>([^<]+)<\/loc>/g)])
  .map(([, url = '']) => new URL(url).pathname);

describe('every page', () => {
  test('has one h1, a language and a title that no other page of its language has', () => {
    for (const language of languages) {
      const titles = pagesIn(language).map(({ root }) => root.querySelector('title')?.textContent);
      expect(titles.filter((title, index) => !title || titles.indexOf(title) !== index)).toEqual([]);
    }
    expect(pages.filter(({ root }) => root.querySelectorAll('h1').length !== 1).map(({ path }) => path)).toEqual([]);
    for (const { path, root } of pages) {
      const lang = root.querySelector('html')?.getAttribute('lang');
      expect(lang, path).toBe(languages.find((language) => path.startsWith(`/${language}/`)) ?? 'ja');
    }
  });

  test('has a description, a canonical address and JSON-LD that parses', () => {
    for (const language of languages) {
      for (const { path, root } of pagesIn(language)) {
        expect(root.querySelector('meta[name=description]')?.getAttribute('content')?.length, path).toBeGreaterThan(3);
        expect(root.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(settings.baseUrl + path);
        expect(
          () => JSON.parse(root.querySelector('script[type="application/ld+json"]')?.textContent ?? ''),
          path,
        ).not.toThrow();
      }
    }
  });

  test('never skips a level of heading', () => {
    const skips = pages.flatMap(({ path, root }) => {
      const levels = root.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? [path] : [];
    });
    expect(skips).toEqual([]);
  });

  test('has no inline script and no inline style, and a script only where readers search, ask, narrow or sort', () => {
    for (const { path, html, root } of pages) {
      const scripts = root.querySelectorAll('script').filter((script) => script.getAttribute('type') !== 'application/ld+json');
      expect(
        scripts.filter((script) => !script.getAttribute('src')).map(({ outerHTML }) => outerHTML),
        path,
      ).toEqual([]);
      const asks = root.querySelector('search-box, site-search, #finder, .event-filters, .register') !== null;
      expect(scripts.length > 0, path).toBe(asks);
      if (/^\/..\/articles\/./.test(path)) expect(asks, path).toBe(false);
      expect(root.querySelectorAll('style, [style]').length, path).toBe(0);
      expect(html, path).not.toMatch(/ on[a-z]+="/);
    }
  });

  test('offers a search field on every page but those of the choice of language and of the search itself', () => {
    for (const { path, root } of pages) {
      if (path === '/' || path === '/404.html') continue;
      const [form] = root.querySelectorAll('header form[role=search]');
      expect(form?.getAttribute('action'), path).toBe(path.endsWith('/search/') ? undefined : `/${path.slice(1, 3)}/search/`);
    }
  });

  test('gives every picture a text alternative', () => {
    const silent = pages.filter(({ root }) => root.querySelector('img:not([alt])'));
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(pages.flatMap(({ root }) => root.querySelectorAll('img')).length).toBeGreaterThan(20);
  });

  test('shows Japanese only where it says so on an English page', () => {
    const faults = pagesIn('en').flatMap(({ path, root }) => {
      for (const element of root.querySelectorAll('[lang=ja], script')) element.remove();
      const found = /[^\s<>]*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][^<>]*/u.exec(
        root.querySelector('body')?.textContent ?? '',
      );
      return found ? [`${path}: ${found[0].slice(0, 60)}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test('is valid HTML', () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Astro writes void elements and attribute quotes in its own, equally valid, way.
        'void-style': 'off',
        'attr-quotes': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        // A list whose markers CSS takes away is no list to VoiceOver unless it says so.
        'no-redundant-role': 'off',
        // mdast-util-to-hast aligns table cells by attribute, which needs no inline style.
        'no-deprecated-attr': 'off',
        // Several boxes of one facet may be checked.
        'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
        // HTML lets an id begin with a digit, as a heading with a year does.
        'valid-id': ['error', { relaxed: true }],
        // Titles longer than a search engine shows are cut by it, not by us.
        'long-title': 'off',
        // Subresource integrity guards against other hosts; every file here is our own.
        'require-sri': 'off',
        // A table that scrolls is reached by keyboard.
        'no-noninteractive-tabindex': 'off',
        // A telephone number or an address breaks where its line does.
        'tel-non-breaking': 'off',
      },
    });
    const faults = pages.flatMap(({ path, html }) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
        ),
    );
    expect(faults.slice(0, 10)).toEqual([]);
    // Every rule on every page: more than a minute, where other work shares the machine.
  }, 300_000);
});

describe('links', () => {
  test('a text leads to each term of the glossary once, and never from a heading, a quotation or another link', () => {
    for (const language of languages) {
      const linked = pagesIn(language).filter(({ root }) => root.querySelector('.prose .term'));
      expect(linked.length).toBeGreaterThan(80);
      for (const { path, root } of linked) {
        const targets = root.querySelectorAll('.term').map((link) => link.getAttribute('href'));
        expect(new Set(targets).size, path).toBe(targets.length);
        const apart = ['h1', 'h2', 'h3', 'h4', 'a', 'blockquote', 'ruby', 'code', 'figcaption', '[aria-hidden]'];
        expect(root.querySelectorAll(apart.map((outer) => `${outer} .term`).join(', ')), path).toEqual([]);
      }
    }
  });

  test('hundreds of pages name their translations', () => {
    const named = languages.flatMap((language) =>
      pagesIn(language).flatMap(({ root }) => root.querySelectorAll('link[hreflang]')),
    );
    expect(named.length).toBeGreaterThan(500);
  });

  test('a page without a translation says so', () => {
    for (const { path, root } of pagesIn('ja').filter(({ path }) => !at.has(inLanguage(path, 'en')))) {
      expect(root.querySelector('header')?.textContent, path).toContain('英語版はまだありません');
    }
  });
});

describe('accounting', () => {
  test('sources, entries, pages, sitemap and search agree; links lead somewhere; nothing is published that should not be', async () => {
    expect(
      (
        await audit(
          dist,
          process.cwd(),
          files.map((file) => file.slice(1)),
        )
      ).map(describeProblem),
    ).toEqual([]);
  });

  test('an article in two languages is there side by side, and not listed', () => {
    const both = pages.filter(({ path }) => /\/articles\/[^/]+\/parallel\/$/.test(path));
    const published = entries.filter(
      ({ type, slug, language }) => type === 'articles' && at.has(`/${language === 'ja' ? 'en' : 'ja'}/articles/${slug}/`),
    );
    expect(both.length).toBe(published.length);
    expect(both.filter(({ path }) => sitemap.includes(path))).toEqual([]);
  });

  test.each(languages)('%s: all 47 prefectures and eight regions have a page', (language) => {
    const paths = pagesIn(language).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith(`/${language}/prefectures/`))).toHaveLength(47);
    expect(paths.filter((path) => /\/regions\/[^/]+\/$/.test(path))).toHaveLength(8);
  });
});

describe('content', () => {
  test.each(['no-1', 'no-2'])('%s has at least six articles of substance in both languages', (number) => {
    const issue = entries.find(({ type, slug }) => type === 'issues' && slug === number);
    const { lineUp } = issue?.data as { lineUp: string[] };
    expect(lineUp.length).toBeGreaterThanOrEqual(6);
    for (const slug of lineUp) {
      const words = (language: string) => {
        const prose = at.get(`/${language}/articles/${slug}/`)?.root.querySelector('.prose');
        for (const aside of prose?.querySelectorAll('.footnotes, .pull-quote, table, figure, .fact-box, rt, rp') ?? [])
          aside.remove();
        return prose?.textContent.trim() ?? '';
      };
      expect(words('ja').replace(/\s/g, '').length, slug).toBeGreaterThanOrEqual(1200);
      expect(words('en').split(/\s+/).length, slug).toBeGreaterThanOrEqual(550);
    }
  });

  test('every block is used somewhere', () => {
    const shown = pages.map(({ html }) => html).join();
    for (const name of ['gallery', 'callout', 'pull-quote', 'fact-box', 'event-card', 'timeline'])
      expect(shown).toContain(`class="${name}`);
    for (const tag of ['<ruby>', '<figure><picture', '<li><time ', '<table>', 'data-footnote-ref'])
      expect(shown).toContain(tag);
  });

  test('every entry with a date or a figure names its sources', () => {
    const types = ['articles', 'events', 'programmes', 'partnerships', 'notices', 'issues', 'prefectures'];
    const silent = entries.filter(
      ({ type, data }) => types.includes(type) && (data as { sources: unknown[] }).sources.length === 0,
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});

describe('other shapes of the content', () => {
  test.each(languages)('%s: the three feeds are valid and agree', (language) => {
    const atom = parseAtomFeed(read(`/${language}/feed.xml`));
    const rss = parseRssFeed(read(`/${language}/rss.xml`));
    const json = parseJsonFeed(JSON.parse(read(`/${language}/feed.json`)));
    const titles = atom.entries?.map(({ title }) => title);
    expect(titles?.length).toBeGreaterThan(10);
    expect(rss.items?.map(({ title }) => title)).toHaveLength(titles?.length ?? 0);
    expect(json.items).toHaveLength(titles?.length ?? 0);
    const ids = atom.entries?.map(({ id }) => id);
    expect(rss.items?.map(({ link }) => link)).toEqual(ids);
    expect(json.items?.map(({ id }) => id)).toEqual(ids);
    expect(atom.authors?.[0]?.name).toMatch(/\S/);
    for (const { id } of atom.entries ?? []) expect(at.has(new URL(id ?? '').pathname), id).toBe(true);
  });

  test.each(languages)('%s: the calendar holds every event whose day is known, as whole days', (language) => {
    const calendar = new ICAL.Component(ICAL.parse(read(`/${language}/events.ics`)) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    const dated = entries.filter(
      (entry) => entry.type === 'events' && entry.language === language && (entry.data as { date: string }).date.length === 10,
    );
    expect(events.map(({ uid }) => uid.split('@')[0]).sort()).toEqual(dated.map(({ slug }) => slug).sort());
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    const koya = events.find(({ uid }) => uid.startsWith('koya-study-tour-2014@'));
    expect([koya?.startDate.toString(), koya?.endDate.toString()]).toEqual(['2014-12-04', '2014-12-06']);
  });

  test.each(languages)('%s: a page with events leads to a calendar, to subscribe to and to download', (language) => {
    const exists = new Set(files);
    const leading = pagesIn(language).filter(({ path }) =>
      /^\/\w+\/(events\/(\D[^/]*\/)?|prefectures\/[^/]+\/|themes\/[^/]+\/|programmes\/[^/]+\/|anniversaries\/)$/.test(path),
    );
    expect(leading.length).toBeGreaterThan(47 + 100);
    for (const { path, root } of leading) {
      const followed = root.querySelector('a[href^="webcal:"]')?.getAttribute('href');
      const { host, pathname } = new URL((followed ?? '').replace(/^webcal:/, 'https:'));
      expect([host, exists.has(pathname)], path).toEqual([new URL(settings.baseUrl).host, true]);
      const downloaded = root.querySelector('a[download]')?.getAttribute('href');
      const ofOneEvent = /\/events\/\D/.test(path);
      if (ofOneEvent) expect(downloaded ?? path.replace(/\/$/, '.ics'), path).toBe(path.replace(/\/$/, '.ics'));
      else expect(downloaded, path).toBe(pathname);
      expect(Boolean(downloaded), path).toBe(!ofOneEvent || exists.has(path.replace(/\/$/, '.ics')));
    }
  });

  test('the open data say what the entries say, and the page about them leads to every file', () => {
    const library = makeLibrary(entries);
    expect(read(dataSchemaPath)).toBe(dataSchema());
    for (const type of typeNames) {
      expect(read(dataPath(type, 'json'))).toBe([...dataJson(library, type)].join(''));
      expect(read(dataPath(type, 'csv'))).toBe([...dataCsv(library, type)].join(''));
    }
    for (const language of languages) {
      const root = at.get(`/${language}/data/`)?.root;
      const led = new Set(root?.querySelectorAll('a').map((link) => link.getAttribute('href')));
      const expected = [dataSchemaPath, ...typeNames.flatMap((type) => [dataPath(type, 'json'), dataPath(type, 'csv')])];
      expect(expected.filter((path) => !led.has(path))).toEqual([]);
      const [, json = ''] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(at.get(`/${language}/data/`)?.html ?? '') ?? [];
      const graph = JSON.parse(json) as {
        '@graph': { '@type': string; distribution?: { contentUrl: string }[] }[];
      };
      const told = graph['@graph'].flatMap(({ distribution = [] }) => distribution.map(({ contentUrl }) => contentUrl));
      expect(told).toEqual(expected.slice(1).map((path) => settings.baseUrl + path));
    }
  });

  test('an expired notice stays at its address and says so, outside the list of open ones', () => {
    for (const language of languages) {
      expect(at.get(`/${language}/notices/zavattarello-2019/`)?.root.textContent).toContain(
        words[language].noticeStates.unconfirmed,
      );
      const list = at.get(`/${language}/notices/`)?.root;
      const link = `a[href="/${language}/notices/zavattarello-2019/"]`;
      expect(list?.querySelector(`[aria-labelledby=open] ${link}`)).toBeNull();
      expect(list?.querySelector(`[aria-labelledby=past] ${link}`)).not.toBeNull();
    }
  });
});
