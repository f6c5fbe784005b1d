import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { copyProject } from './copy.ts';

/** The folder of the small site's one article. */
export const article = 'content/articles/a';

const sources = `sources:
  - title: { ja: 資料, en: A document }
    publisher: { ja: 外務省, en: Ministry of Foreign Affairs of Japan }
    url: https://www.mofa.go.jp/
    date: "2024"
    standing: primary
`;

const japanese = `---
slug: a
status: published
title: 小さな記事
summary: 試験のための記事です。
date: "2024-05-01"
cover:
  file: cover.png
  alt: { ja: 四角形, en: A square }
themes: [tourism]
${sources}---

本文です。
`;

const event = `---
slug: e
status: published
title: 小さな行事
summary: 試験のための行事です。
kind: seminar
date: "2024-04-01"
prefectures: [aomori]
${sources}---

行事です。
`;

const english = `---
status: published
title: A small article
summary: An article for tests.
---

Text.
`;

/**
 * A copy of the project with its themes and one article and one event, in two languages, for builds that are to fail. What it shares with the
 * whole site it takes from its caches, so that a build takes seconds. Gives its folder.
 */
export async function makeSmallSite(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'small-site-'));
  copyProject(root, (path) => !/^(tests|content(?!\/themes))\//.test(path));
  for (const cache of ['share', 'texts', 'search']) {
    const from = join('.cache', cache);
    if (existsSync(from)) cpSync(from, join(root, from), { recursive: true });
  }
  mkdirSync(join(root, article), { recursive: true });
  writeFileSync(join(root, article, 'index.ja.mdx'), japanese);
  writeFileSync(join(root, article, 'index.en.mdx'), english);
  writeFileSync(join(root, article, 'cover.png'), await picture());
  for (const [language, text] of [
    ['ja', event],
    ['en', english],
  ] as const) {
    mkdirSync(join(root, 'content/events/e'), { recursive: true });
    writeFileSync(join(root, 'content/events/e', `index.${language}.mdx`), text);
  }
  writeFileSync(join(root, 'released-paths.txt'), '/\n/ja/articles/a/\n');
  return root;
}

/** A picture large enough that half of it is no picture. */
function picture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 320, height: 200, channels: 3, background: 'white', noise } })
    .png()
    .toBuffer();
}

export function removeSmallSite(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

/** Replaces words in a file of the small site. */
export function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
