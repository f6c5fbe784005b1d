import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { htmlOf } from '../../admin/handbook/handbook.ts';
import { handbookPath, messagesChapter } from '../../admin/handbook/path.ts';
import { languages } from '../../src/i18n/languages.ts';

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => decodeURIComponent(found));

test.each(languages)(
  'the handbook in %s leads to its own chapters, to its other language and to pages of the site',
  async (language) => {
    const html = await htmlOf('.', language);
    const ids = new Set(all(html, / id="([^"]+)"/g));
    const links = all(html, / href="([^"]+)"/g);
    const within = links.filter((link) => link.startsWith('#'));
    expect(within.length).toBeGreaterThanOrEqual(11);
    expect(within.filter((link) => !ids.has(link.slice(1)))).toEqual([]);
    expect(ids).toContain(messagesChapter[language].slice(1));
    const others = links.filter((link) => !/^(#|https:)/.test(link));
    expect(others).toContain(handbookPath(language === 'ja' ? 'en' : 'ja'));
    const isThere = (link: string) =>
      languages.some((own) => link === handbookPath(own)) || existsSync(`src/standing/${link.split('/')[2]}.${language}.mdx`);
    expect(others.filter((link) => !isThere(link))).toEqual([]);
  },
);

test.each(languages)('the handbook in %s shows every picture that was made for it', async (language) => {
  const shown = all(await htmlOf('.', language), /<img src="([^"]+)" width="\d+" height="\d+" alt="[^"]{20,}">/g);
  const made = globSync(`docs/pictures/handbook/*-${language}.png`);
  expect(shown.map((path) => basename(path)).sort()).toEqual(made.map((path) => basename(path)).sort());
});
