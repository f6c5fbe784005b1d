import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../../src/clock.ts';
import { environmentOf } from '../../tools/build/environment.ts';
import { copyProject } from '../copy.ts';

const base = mkdtempSync(join(tmpdir(), 'rebuild-'));
const root = join(base, 'kept');
/** What is built from nothing has a folder of its own: Astro keeps its types and lists beside the sources, whatever its cache is. */
const twin = join(base, 'clean');

const lastingCaches = ['share', 'texts'];

/** A few entries of each type, and all of those that give names. */
const wanted = new RegExp(
  `^content/(${[
    'articles/(koya-in-december|a-residence-in-thailand|mayors-at-iikura)/',
    'events/(koya-study-tour-2014|chiba-city-study-tour-2014|aomori-reception-2015|aomori-hokkaido-visit-2017|aomori-singapore-2024)/',
    'issues/no-1/',
    'notices/',
    'partnerships/(aomori-maine|hanamaki-hot-springs)',
    'prefectures/(wakayama|aomori)/',
    'programmes/',
    'terms/',
    'themes/',
  ].join('|')})`,
);

let time = Math.floor(now().getTime() / 1000);

/** Builds both ways at once; gives the pages that were made anew on what was kept, and the files that differ from those made from nothing. */
async function build(): Promise<{ made: string[]; differing: string[]; files: number }> {
  renewTwin();
  const [said = ''] = await Promise.all([root, twin].map(buildIn));
  const made = [...said.matchAll(/[├└]─ (\S+)/g)].map(([, path = '']) => path);
  const [kept, clean] = [root, twin].map((room) => filesIn(join(room, 'dist')));
  const names = [...new Set([...(kept?.keys() ?? []), ...(clean?.keys() ?? [])])];
  const same = (name: string) => clean?.get(name) && kept?.get(name)?.equals(clean.get(name) ?? Buffer.of());
  return { made, differing: names.filter((name) => !same(name)), files: names.length };
}

/** Leaves in it what a build reads, and of what is kept the texts and cards alone: they are found by a digest of all that they show. */
function renewTwin(): void {
  const lasting = ['node_modules', '.cache', ...lastingCaches.map((name) => `.cache/${name}`)];
  for (const folder of ['', '.cache']) {
    const names = existsSync(join(twin, folder)) ? readdirSync(join(twin, folder)) : [];
    for (const path of names.map((name) => join(folder, name)).filter((one) => !lasting.includes(one))) {
      rmSync(join(twin, path), { recursive: true });
    }
  }
  for (const name of readdirSync(root).filter((one) => !['dist', '.astro', ...lasting].includes(one))) {
    cpSync(join(root, name), join(twin, name), { recursive: true });
  }
}

/** Gives what a build of a room says. */
async function buildIn(room: string): Promise<string> {
  // Scrubbed as for a real build: a runner of tests says that all is in development.
  const env = environmentOf(process.env, new Date(time * 1000));
  const run = promisify(execFile)(process.execPath, [join(room, 'tests/site/build-pages.ts')], {
    cwd: room,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout } = await run.catch((error: unknown) => {
    const { stdout: told, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${told.slice(-2000)}\n${stderr}`, { cause: error });
  });
  return stdout;
}

function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path)];
    }),
  );
}

/** Writes something else into a file of the project; throws where the file is not as this expects. */
function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const content = readFileSync(path, 'utf8');
  const edited = content.replace(from, to);
  if (edited === content) throw new Error(`${file} has no ${String(from)}.`);
  writeFileSync(path, edited);
}

const copy = (from: string, to: string) => {
  cpSync(join(root, from), join(root, to), { recursive: true });
};

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

const article = 'content/articles/koya-in-december';
const event = 'content/events/koya-study-tour-2014';
const ja = 'index.ja.mdx';
const en = 'index.en.mdx';

/** What an editor or a maintainer may change, each after all before it. */
const changes: Readonly<Record<string, () => unknown>> = {
  'the text of an article': () => edit(`${article}/${ja}`, /\n$/, '\nもう一文を加える。\n'),
  'its text in the other language': () => edit(`${article}/${en}`, /\n$/, '\nOne more sentence.\n'),
  'its title': () => edit(`${article}/${ja}`, 'title: 12月の高野町へ', 'title: 師走の高野町へ'),
  'its title in the other language': () => edit(`${article}/${en}`, /\ntitle: .*/, '\ntitle: A winter journey'),
  'its summary': () => edit(`${article}/${ja}`, /\nsummary: .*/, '\nsummary: 別の要約です。'),
  'its plain words': () => edit(`${article}/${ja}`, /\nplain: .*/, '\nplain: やさしい言葉です。'),
  'its date': () => edit(`${article}/${ja}`, 'date: "2026-11-20"', 'date: "2026-11-19"'),
  'its themes': () => edit(`${article}/${ja}`, /\nthemes: .*/, '\nthemes: [tourism]'),
  'its places': () => edit(`${article}/${ja}`, /\nprefectures: .*/, '\nprefectures: [wakayama, aomori]'),
  'its countries': () => edit(`${article}/${ja}`, /\ncountries: .*/, '\ncountries: [FR]'),
  'its programme': () => edit(`${article}/${ja}`, /\nprogramme: .*/, '\nprogramme: ambassadors-tours'),
  'its events': () => edit(`${article}/${ja}`, /\nevents: .*/, '\nevents: [koya-study-tour-2014]'),
  'a source': () => edit(`${article}/${ja}`, 'date: "2014-12-02"', 'date: "2014-12-03"'),
  'the words of its picture': () => edit(`${article}/${ja}`, /ja: 茨城・千葉.*/, 'ja: 地図。'),
  'the bytes of its picture': async () => writeFileSync(join(root, article, 'cover.png'), await picture('#204060')),
  'a picture that it has no more': () => edit(`${article}/${ja}`, /\ncover:\n(?: .*\n)+/, '\n'),
  'links to the glossary that it is to be without': () =>
    edit(`${article}/${ja}`, /\ndate: /, '\nwithoutTermLinks: true\ndate: '),
  'a version that is a draft again': () => edit(`${article}/${en}`, 'status: published', 'status: draft'),
  'a version that is published': () => edit(`${article}/${en}`, 'status: draft', 'status: published'),
  'a new article': () => {
    copy(article, 'content/articles/another');
    edit(`content/articles/another/${ja}`, 'slug: koya-in-december', 'slug: another');
  },
  'its title, which lists and neighbours show': () =>
    edit(`content/articles/another/${ja}`, /\ntitle: .*/, '\ntitle: もう一つの記事'),
  'its place in a number': () => edit(`content/issues/no-1/${ja}`, 'lineUp: [', 'lineUp: [another, '),
  'the order of a number': () =>
    edit(`content/issues/no-1/${ja}`, /lineUp: \[(another), (tohoku-at-the-table), (koya-in-december)/, 'lineUp: [$3, $1, $2'),
  'an article that is gone': () => rmSync(join(root, 'content/articles/another'), { recursive: true }),
  'the number of a number': () => edit(`content/issues/no-1/${ja}`, 'number: 1', 'number: 3'),
  'the title of a number': () => edit(`content/issues/no-1/${ja}`, /\ntitle: .*/, '\ntitle: 別の題'),
  'the text of an event': () => edit(`${event}/${ja}`, /\n$/, '\nもう一文を加える。\n'),
  'the title of an event': () => edit(`${event}/${ja}`, /\ntitle: .*/, '\ntitle: 高野町への旅'),
  'an event in another year': () => edit(`${event}/${ja}`, /\ndate: .*\nend: .*/, '\ndate: "2015-01-10"'),
  'who came to an event': () => edit(`${event}/${ja}`, /\ncountries: .*/, '\ncountries: [FR, DE]'),
  'how many came to it': () => edit(`${event}/${ja}`, 'people: 20', 'people: 21'),
  'the kind of an event': () => edit(`${event}/${ja}`, 'kind: study-tour', 'kind: seminar'),
  'where an event was': () => edit(`${event}/${ja}`, /\nprefectures: .*/, '\nprefectures: [aomori]'),
  'an event that was cancelled': () => edit(`${event}/${ja}`, /\nkind: /, '\ncancelled: true\nkind: '),
  'a new event': () => {
    copy('content/events/aomori-reception-2015', 'content/events/another');
    edit(`content/events/another/${ja}`, /\nslug: .*/, '\nslug: another');
    edit(`content/events/another/${ja}`, /\ndate: .*/, '\ndate: "2016-05-01"');
  },
  'an event that is gone': () => rmSync(join(root, 'content/events/another'), { recursive: true }),
  'the name of a theme': () => edit('content/themes/tourism.yaml', /\n {2}title: .*/, '\n  title: 旅'),
  'a new theme': () => {
    copy('content/themes/tourism.yaml', 'content/themes/another.yaml');
    edit('content/themes/another.yaml', 'slug: tourism', 'slug: another');
  },
  'the title of a programme': () => edit(`content/programmes/ambassadors-tours/${ja}`, /\ntitle: .*/, '\ntitle: 大使の旅'),
  'since when a programme has been': () => edit(`content/programmes/ambassadors-tours/${ja}`, 'since: "1988"', 'since: "1987"'),
  'what a programme is for': () => edit(`content/programmes/ambassadors-tours/${ja}`, /\nneeds: .*/, '\nneeds: [show-region]'),
  'the date of a partnership': () => edit('content/partnerships/aomori-maine.yaml', 'date: "1994-05-25"', 'date: "1993-05-25"'),
  'a notice that was confirmed': () =>
    edit(`content/notices/zavattarello-2019/${ja}`, /\nconfirmed: .*/, '\nconfirmed: "2026-11-01"'),
  'another form of a term': () => edit('content/terms/iikura-guest-house.yaml', '{ ja: 飯倉公館 }', '{ ja: 高野町 }'),
  'the title of a term': () => edit('content/terms/iikura-guest-house.yaml', /title: 外務省飯倉公館/, 'title: 飯倉の公館'),
  'a term that is gone': () => rmSync(join(root, 'content/terms/iikura-guest-house.yaml')),
  'the introduction of a prefecture': () =>
    edit(`content/prefectures/aomori/${ja}`, /\nsummary: .*/, '\nsummary: 別の紹介です。'),
  'a prefecture without an introduction': () => rmSync(join(root, 'content/prefectures/wakayama'), { recursive: true }),
  'a former address': () => edit(`${event}/${ja}`, /\nkind: /, '\naliases:\n  - slug: koya-tour\nkind: '),
  'another day': () => (time += 86_400 * 400),
  'a word of the interface': () => edit('src/i18n/words/ja.ts', /prefectures: '都道府県'/, "prefectures: '県など'"),
  'a template': () => edit('src/components/Sources.astro', /<h2/, '<h2 data-changed="true"'),
  'a style': () => edit('src/components/Sources.astro', /<style>/, '<style>\n  h2 {\n    color: red;\n  }\n'),
  'a setting': () => edit('settings.ts', 'グローカル外交ネット編集室', '別の運営者'),
  'the mark of the site': () => edit('public/icon.svg', /<rect /, '<rect data-changed="true" '),
};

beforeAll(async () => {
  for (const room of [root, twin]) {
    copyProject(room, (path) => !path.startsWith('content/') || wanted.test(path));
    for (const cache of lastingCaches.filter((name) => existsSync(join('.cache', name)))) {
      cpSync(join('.cache', cache), join(room, '.cache', cache), { recursive: true });
    }
  }
  // Small pictures: it takes longer to make variants of large ones than all the rest.
  for (const file of readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.png')) writeFileSync(join(root, 'content', file), await picture('#802040'));
  }
  const { differing, made, files } = await build();
  expect(differing).toEqual([]);
  expect(files).toBeGreaterThan(500);
  expect(made.length).toBeGreaterThan(500);
}, 300_000);

afterAll(() => rmSync(base, { recursive: true, force: true }));

test('without a change no page is made anew', async () => {
  expect(await build()).toMatchObject({ made: [], differing: [] });
}, 120_000);

/** Three in a step, of different parts of the site: a build for each alone would take ten minutes. The order within a part is kept. */
const all = Object.entries(changes);
const steps = Math.ceil(all.length / 3);
const together = Array.from({ length: steps }, (_, step) => all.filter((_change, index) => index % steps === step));

test.for(together.map((own) => [own.map(([name]) => name).join('; '), own] as const))(
  '%s',
  { timeout: 120_000 },
  async ([, own]) => {
    for (const [, change] of own) await change();
    const { made, differing } = await build();
    expect(differing).toEqual([]);
    expect(made.length).toBeGreaterThan(0);
  },
);
