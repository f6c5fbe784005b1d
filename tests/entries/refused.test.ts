/** What no reader may ever see: each kind of bad content lies on disk, and is refused with its place and its remedy. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkerOf } from '../../src/entries/check.ts';
import { pictureProblems } from '../../src/entries/picture-files.ts';
import { filesBelow, readAll } from '../../src/entries/read.ts';
import { keepFile } from '../../src/kept.ts';
import { describe as tell, type Problem } from '../../src/model/refusal.ts';
import { en, enFile, ja, jaFile, onDisk, type FilesOnDisk } from './on-disk.ts';
import { bad, good } from './pictures.ts';

async function problemsOf(files: FilesOnDisk): Promise<Problem[]> {
  const root = onDisk(files);
  const reading = readAll(root);
  return [
    ...reading.problems,
    ...reading.entries.flatMap(checkerOf(reading, filesBelow(root))),
    ...(await pictureProblems(root)),
  ];
}

/** What it is; the files; the place and the beginning of what is told in English. */
type Row = readonly [name: string, files: FilesOnDisk, start: string];

const latin = (text: string) => Buffer.from(text, 'latin1');
const withPicture = (name: string, bytes: Uint8Array): FilesOnDisk => ({
  [jaFile]: ja('', `![港の風景](${name})`),
  [`events/a/${name}`]: bytes,
});
const pictureRow = (what: string, name: string, bytes: Uint8Array, told: string): Row => [
  what,
  withPicture(name, bytes),
  `events/a/${name}:1 ${told}`,
];
const yaml = (fields: string) =>
  `ja:\n  slug: t\n  status: published\n  title: 題\n  reading: だい\n  summary: 要旨\n${fields}`;
const article = (more = '', text = '本文。') =>
  ja(more, text).replace('kind: forum\n', '').replace('"2014-02"', '"2014-02-03"');
const notice = (more: string) => article(`kind: call\n${more}`);
const issue = (more: string) => article(`number: 1\n${more}`);
const alphabet = 'bcdefghi'.split('');
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${alphabet
  .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`)
  .join('')}`;

const names: Row[] = [
  ['a stray file', { [jaFile]: ja(), 'events/a/notes.txt': 'x' }, 'events/a/notes.txt:1 This file does not belong here.'],
  ['a folder with a capital', { 'events/Aa/index.ja.mdx': ja() }, 'events/Aa:1 This file or folder does not belong here.'],
  ['a folder in Japanese', { 'events/京都/index.ja.mdx': ja() }, 'events/京都:1 This file or folder does not belong here.'],
  ['a folder whose name is not NFC', { 'events/e\u0301/index.ja.mdx': ja() }, 'events/e\u0301:1 This file or folder does'],
  ['a folder with a space', { 'events/a b/index.ja.mdx': ja() }, 'events/a b:1 This file or folder does not belong here.'],
  ['a folder that steers a terminal', { 'events/\u001b[2J/index.ja.mdx': ja() }, 'events/\u001b[2J:1 This file or folder'],
  [
    'a folder that Windows cannot make',
    { 'events/aux/index.ja.mdx': ja().replace('slug: a', 'slug: aux') },
    'events/aux/index.ja.mdx:2 ',
  ],
  [
    'a name that is too long',
    { [`events/${'a'.repeat(81)}/index.ja.mdx`]: ja().replace('slug: a', `slug: ${'a'.repeat(81)}`) },
    `events/${'a'.repeat(81)}/index.ja.mdx:2 'Slug (name in the URL)' is too long`,
  ],
  ['a type that is none', { 'posts/a/index.ja.mdx': ja() }, 'posts:1 This file or folder does not belong here.'],
  ['a file beside the types', { 'readme.md': 'x' }, 'readme.md:1 This file or folder does not belong here.'],
  ['what a system leaves behind', { 'events/.DS_Store': 'x' }, 'events/.DS_Store:1 This file or folder does not belong here.'],
  [
    'what an editor leaves behind',
    { [jaFile]: ja(), 'events/a/index.ja.mdx~': ja() },
    'events/a/index.ja.mdx~:1 This file does not',
  ],
  ['a file among folders', { 'events/a.yaml': 'ja: {}\n' }, 'events/a.yaml:1 This file or folder does not belong here.'],
  ['a folder among files', { 'themes/t/index.ja.mdx': ja() }, 'themes/t:1 This file or folder does not belong here.'],
  ['a YAML file with another ending', { 'themes/t.yml': yaml('') }, 'themes/t.yml:1 This file or folder does not belong here.'],
  [
    'a text in no known language',
    { [jaFile]: ja(), 'events/a/index.jp.mdx': ja() },
    'events/a/index.jp.mdx:1 This file does not',
  ],
  ['a text that lacks its language', { [jaFile]: ja(), 'events/a/index.mdx': ja() }, 'events/a/index.mdx:1 This file does not'],
  ['a picture without a text', { 'events/a/a.png': good.png }, 'events/a:1 This folder holds no text.'],
  [
    'a picture with capitals',
    { [jaFile]: ja(), 'events/a/Photo.JPG': good.jpg },
    'events/a/Photo.JPG:1 This file does not belong here.',
  ],
  [
    'a picture that Windows cannot make',
    { [jaFile]: ja(), 'events/a/nul.png': good.png },
    'events/a/nul.png:1 This file does not',
  ],
  [
    'a picture whose name is too long',
    { [jaFile]: ja(), [`events/a/${'a'.repeat(80)}.png`]: good.png },
    `events/a/${'a'.repeat(80)}.png:1 This file does not`,
  ],
  ['a link to an entry', { 'events/a': { linkTo: '/etc' } }, 'events/a:1 This file or folder does not belong here.'],
  ['a link to a text', { [jaFile]: { linkTo: '/etc/hostname' } }, `${jaFile}:1 This is no ordinary file`],
  [
    'a link to a YAML file',
    { 'themes/t.yaml': { linkTo: '/etc/hostname' } },
    'themes/t.yaml:1 This file or folder does not belong',
  ],
  [
    'a link to a picture',
    { ...withPicture('a.png', good.png), 'events/a/b.png': { linkTo: '/etc/hostname' } },
    'events/a/b.png:1 This is no ordinary file',
  ],
  ['a folder named as a text', { [jaFile]: { folder: true } }, `${jaFile}:1 This is no ordinary file`],
  [
    'a folder named as a picture',
    { [jaFile]: ja(), 'events/a/a.png': { folder: true } },
    'events/a/a.png:1 This is no ordinary file',
  ],
];

const characters: Row[] = [
  [
    'Shift JIS',
    { [jaFile]: Buffer.concat([latin('---\nslug: a\ntitle: '), latin('\x8b\x9e\x93s'), latin('\n---\n')]) },
    `${jaFile}:3 The file is not UTF-8 but seems to be shift_jis.`,
  ],
  [
    'EUC-JP',
    { [jaFile]: Buffer.concat([latin('---\nslug: a\ntitle: '), latin('\xa4\xa2\xa4\xa4'), latin('\n---\n')]) },
    `${jaFile}:3 The file is not UTF-8`,
  ],
  [
    'UTF-16',
    { [jaFile]: Buffer.from(`\ufeff${ja()}`, 'utf16le') },
    `${jaFile}:1 The file is not UTF-8 but seems to be UTF-16.`,
  ],
  [
    'a byte that is no UTF-8',
    { [jaFile]: Buffer.concat([Buffer.from(ja()), latin('a\n\xff')]) },
    `${jaFile}:12 The file is not UTF-8`,
  ],
  ['a byte order mark', { [jaFile]: `\ufeff${ja()}` }, `${jaFile}:1 The file starts with an invisible byte order mark`],
  ['a text file of a megabyte', { [jaFile]: ja('', 'あ'.repeat(350_000)) }, `${jaFile}:1 The file is too large`],
  ['a null character', { [jaFile]: ja('', '一\u0000') }, `${jaFile}:10 There is an invisible character, U+0000.`],
  ['an escape character', { [jaFile]: ja('', '一\u001b[31m') }, `${jaFile}:10 There is an invisible character, U+001B.`],
  [
    'a control character in a title',
    { [jaFile]: ja().replace('題', '題\u0008') },
    `${jaFile}:4 There is an invisible character, U+0008.`,
  ],
  ['a zero-width space', { [jaFile]: ja('', '一\u200b二') }, `${jaFile}:10 There is an invisible character, U+200B.`],
  ['a joiner between kanji', { [jaFile]: ja('', '一\u200d二') }, `${jaFile}:10 There is an invisible character, U+200D.`],
  ['a word joiner', { [jaFile]: ja('', '一\u2060二') }, `${jaFile}:10 There is an invisible character, U+2060.`],
  [
    'a soft hyphen',
    { [jaFile]: ja(), [enFile]: en('', 'Diplo\u00admacy.') },
    `${enFile}:7 There is an invisible character, U+00AD.`,
  ],
  ['a direction of writing', { [jaFile]: ja('note: "a\u202eb"\n') }, `${jaFile}:8 There is an invisible character, U+202E.`],
  ['an isolated direction', { [jaFile]: ja('', '一\u2067二') }, `${jaFile}:10 There is an invisible character, U+2067.`],
  ['a line separator', { [jaFile]: ja('', '一\u2028二') }, `${jaFile}:10 There is an invisible character, U+2028.`],
  ['letters in tags', { [jaFile]: ja('', '一\u{e0041}二') }, `${jaFile}:10 There is an invisible character, U+E0041.`],
  ['a filler', { [jaFile]: ja('', '一\u3164二') }, `${jaFile}:10 There is an invisible character, U+3164.`],
  ['a character of private use', { [jaFile]: ja('', '一\ue000二') }, `${jaFile}:10 There is an invisible character, U+E000.`],
  ['a noncharacter', { [jaFile]: ja('', '一\uffff二') }, `${jaFile}:10 There is an invisible character, U+FFFF.`],
  ['a selector of no variant', { [jaFile]: ja('', 'あ\ufe0f') }, `${jaFile}:10 There is an invisible character, U+FE0F.`],
  ['a character that was lost', { [jaFile]: ja('', '京\ufffd') }, `${jaFile}:10 There is a character that was lost`],
  [
    'kana in two characters',
    { [jaFile]: ja('', 'か\u3099') },
    `${jaFile}:10 'か\u3099' (U+304B U+3099) is not in the standard form`,
  ],
  [
    'a title that is not NFC',
    { [jaFile]: ja(), [enFile]: en().replace('Title', 'Cafe\u0301') },
    `${enFile}:3 'e\u0301' (U+0065 U+0301) is not in`,
  ],
  ['a kanji for compatibility', { [jaFile]: ja('', '\ufa19社') }, `${jaFile}:10 '\ufa19' (U+FA19) is not in the standard form`],
  ['line ends of old', { [jaFile]: ja('', '一\r二') }, `${jaFile}:10 A line ends in the old way`],
  [
    'an invisible character as YAML writes it',
    { [jaFile]: ja('note: "a\\u202eb"\n') },
    `${jaFile}:8 'Note on the sources' is not right.`,
  ],
  [
    'an invisible character as HTML writes it',
    { [jaFile]: ja('', '一&#x202E;二') },
    `${jaFile}:10 There is an invisible character, U+202E.`,
  ],
  [
    'a character in a YAML file',
    { 'themes/t.yaml': yaml('').replace('要旨', '要\u200b旨') },
    'themes/t.yaml:6 There is an invisible character',
  ],
];

const fields: Row[] = [
  ['a missing summary', { [jaFile]: ja().replace('summary: 要旨\n', '') }, `${jaFile}:2 'Summary' is missing.`],
  ['an empty field', { [jaFile]: ja('venue:\n') }, `${jaFile}:8 'Venue' is empty.`],
  ['an empty title', { [jaFile]: ja().replace('題', '""') }, `${jaFile}:4 'Title' is empty or too small.`],
  [
    'a title that is too long',
    { [jaFile]: ja().replace('題', '長'.repeat(121)) },
    `${jaFile}:4 'Title' is too long or too large.`,
  ],
  ['white space around a title', { [jaFile]: ja().replace('題', '"題 "') }, `${jaFile}:4 'Title' is not right.`],
  ['a wrong date', { [jaFile]: ja().replace('"2014-02"', '"2014-13"') }, `${jaFile}:7 'Date' is not right.`],
  ['a day that no month has', { [jaFile]: ja().replace('"2014-02"', '"2014-02-30"') }, `${jaFile}:7 'Date' is not right.`],
  ['a leap day in a common year', { [jaFile]: ja().replace('"2014-02"', '"2015-02-29"') }, `${jaFile}:7 'Date' is not right.`],
  ['a date with strokes', { [jaFile]: ja().replace('"2014-02"', '2014/02/04') }, `${jaFile}:7 'Date' is not right.`],
  ['a date of an era', { [jaFile]: ja().replace('"2014-02"', '平成26年2月') }, `${jaFile}:7 'Date' is not right.`],
  ['a date that YAML takes for a number', { [jaFile]: ja().replace('"2014-02"', '2014') }, `${jaFile}:7 'Date' is not text.`],
  ['a number with a leading zero', { [jaFile]: ja('number: 012\n') }, `${jaFile}:8 The number '012' is written in a way`],
  ['a number to the base of sixteen', { [jaFile]: ja('number: 0x10\n') }, `${jaFile}:8 The number '0x10' is written in a way`],
  ['a number without end', { [jaFile]: ja('number: .inf\n') }, `${jaFile}:8 The number '.inf' is written in a way`],
  ['half a number', { [jaFile]: ja('number: 1.5\n') }, `${jaFile}:8 'Number in its series' has the wrong shape.`],
  ['a number below the first', { [jaFile]: ja('number: 0\n') }, `${jaFile}:8 'Number in its series' is empty or too small.`],
  ['a yes that is none', { [jaFile]: ja('cancelled: yes\n') }, `${jaFile}:8 'Cancelled' has the wrong shape.`],
  ['a kind that is none', { [jaFile]: ja().replace('forum', 'party') }, `${jaFile}:6 'Kind' does not have that value.`],
  [
    'a status that is none',
    { [jaFile]: ja().replace('published', 'public') },
    `${jaFile}:3 'Status' does not have that value.`,
  ],
  ['a country that is none', { [jaFile]: ja('countries: [UK]\n') }, `${jaFile}:8 'Countries and regions' is not right.`],
  [
    'a prefecture that is none',
    { [jaFile]: ja('prefectures: [kyotofu]\n') },
    `${jaFile}:8 'Prefectures' does not have that value.`,
  ],
  ['a value twice', { [jaFile]: ja('prefectures: [kyoto, kyoto]\n') }, `${jaFile}:8 'Prefectures' is not right.`],
  ['words where a list stands', { [jaFile]: ja('prefectures: kyoto\n') }, `${jaFile}:8 'Prefectures' has the wrong shape.`],
  [
    'a source whose address runs code',
    {
      [jaFile]: ja(
        'sources:\n  - title: { ja: 資料 }\n    publisher: { ja: 省 }\n    url: "javascript:alert(1)"\n    standing: primary\n',
      ),
    },
    `${jaFile}:11 'URL' is not right.`,
  ],
  [
    'a source without a standing',
    { [jaFile]: ja('sources:\n  - title: { ja: 資料 }\n    publisher: { ja: 省 }\n') },
    `${jaFile}:9 'Standing' is missing.`,
  ],
  ['a key that loads code in Astro', { [jaFile]: ja('layout: ../../x.astro\n') }, `${jaFile}:8 There is no field 'layout'.`],
  ['a key of every object', { [jaFile]: ja('constructor: x\n') }, `${jaFile}:8 There is no field 'constructor'.`],
  [
    'a key that changes every object',
    { [jaFile]: ja('__proto__: { status: published }\n') },
    `${jaFile}:8 There is no field '__proto__'.`,
  ],
  ['a key that merges', { [jaFile]: ja('<<: { venue: 会場 }\n') }, `${jaFile}:8 There is no field '<<'.`],
  ['a text among the fields', { [jaFile]: ja('body: 本文\n') }, `${jaFile}:8 The text is not a field.`],
  ['a key twice', { [jaFile]: ja('title: 二度\n') }, `${jaFile}:8 The same field stands twice.`],
  ['an anchor and an alias', { [jaFile]: ja('venue: &v 会場\nnote: *v\n') }, `${jaFile}:8 YAML anchors`],
  ['an alias bomb', { [jaFile]: ja(bomb) }, `${jaFile}:8 YAML anchors`],
  ['a tag', { [jaFile]: ja('venue: !!js/function "x"\n') }, `${jaFile}:8 `],
  ['a directive', { 'themes/t.yaml': `%YAML 1.1\n---\n${yaml('')}` }, 'themes/t.yaml:1 YAML directives'],
  ['two documents in a file', { 'themes/t.yaml': `${yaml('')}---\n${yaml('')}` }, 'themes/t.yaml:7 A line --- stands among'],
  ['broken YAML', { [jaFile]: ja('venue: "開いたまま\n') }, `${jaFile}:`],
  ['a colon within a value', { [jaFile]: ja('venue: Kyoto: City Hall\n') }, `${jaFile}:8 This is not valid YAML`],
  ['a tab before a field', { [jaFile]: ja('attendance:\n\t- people: 3\n') }, `${jaFile}:9 A line is indented with a tab.`],
  ['lists in lists without end', { [jaFile]: ja(`venue: ${'['.repeat(20_000)}\n`) }, `${jaFile}:8 This is not valid YAML`],
  [
    'fields without measure',
    { [jaFile]: ja(`venue: ${'長'.repeat(30_000)}\n`) },
    `${jaFile}:2 The fields are larger than 64 KB.`,
  ],
  ['a list in place of fields', { [jaFile]: '---\n- a\n- b\n---\n\n本文。\n' }, `${jaFile}:2 There are no fields.`],
  [
    'fields that are not closed',
    { [jaFile]: '---\nslug: a\n\n本文。\n' },
    `${jaFile}:1 The file does not start with its fields`,
  ],
  ['a text without fields', { [jaFile]: '本文だけ' }, `${jaFile}:1 The file does not start with its fields`],
  ['a file without anything', { [jaFile]: '' }, `${jaFile}:1 The file does not start with its fields`],
  ['a YAML file without fields', { 'themes/t.yaml': 'hello\n' }, 'themes/t.yaml:1 The file holds no fields.'],
  ['a YAML file that holds an empty map', { 'themes/t.yaml': '{}\n' }, 'themes/t.yaml:1 The file holds no fields.'],
  [
    'a YAML file that holds a set',
    { 'themes/t.yaml': '!!set\n? ja\n' },
    'themes/t.yaml:2 YAML anchors (&), aliases (*) and tags',
  ],
  ['a tag of YAML itself', { [jaFile]: ja('venue: !!str 会場\n') }, `${jaFile}:8 YAML anchors (&), aliases (*) and tags`],
  ['an empty YAML file', { 'themes/t.yaml': '' }, 'themes/t.yaml:1 The file holds no fields.'],
  ['a slug unlike its folder', { [jaFile]: ja().replace('slug: a', 'slug: b') }, `${jaFile}:2 The slug differs`],
  ['a draft without a slug', { [jaFile]: '---\nstatus: draft\ntitle: 題\n---\n' }, `${jaFile}:2 There is no slug.`],
  ['a text that is empty', { [jaFile]: ja('', ' ') }, `${jaFile}:2 'Text' is missing.`],
];

const languages: Row[] = [
  ['an unknown language', { 'themes/t.yaml': 'fr:\n  title: x\n' }, "themes/t.yaml:1 There is no language 'fr'."],
  ['a shared fact in the translation', { [jaFile]: ja(), [enFile]: en('kind: seminar\n') }, `${enFile}:5 'kind' is shared`],
  ['a translation without its original', { [enFile]: en() }, `${enFile}:2 There is no Japanese version.`],
  [
    'a translation before its original',
    { [jaFile]: ja().replace('published', 'draft'), [enFile]: en() },
    `${enFile}:2 The Japanese version is not published.`,
  ],
  [
    'a translation without a summary',
    { [jaFile]: ja(), [enFile]: en().replace('summary: Summary\n', '') },
    `${enFile}:2 'Summary' is missing.`,
  ],
  ['a translation without a text', { [jaFile]: ja(), [enFile]: en('', '') }, `${enFile}:2 'Text' is missing.`],
  [
    'an English title that was copied and not translated',
    { [jaFile]: ja(), [enFile]: en().replace('title: Title', 'title: 題') },
    `${enFile}:3 'Title' is still in Japanese.`,
  ],
  [
    'an English text that was copied and not translated',
    { [jaFile]: ja(), [enFile]: en('', '京都で開かれた催しの記録です。') },
    `${enFile}:6 The English text is still in Japanese.`,
  ],
];

const relations: Row[] = [
  ['a relation to nothing', { [jaFile]: ja('themes: [none]\n') }, `${jaFile}:8 'Themes' names 'none', which does not exist.`],
  [
    'a relation to a draft',
    { [jaFile]: ja('themes: [t]\n'), 'themes/t.yaml': yaml('').replace('published', 'draft') },
    `${jaFile}:8 'Themes' names 't', which is a draft.`,
  ],
  [
    'a number of the magazine with a draft',
    {
      'articles/b/index.ja.mdx': article().replace('slug: a', 'slug: b').replace('published', 'draft'),
      'issues/a/index.ja.mdx': issue('lineUp: [b]\n'),
    },
    "issues/a/index.ja.mdx:8 'Line-up' names 'b', which is a draft.",
  ],
  [
    'a number of the magazine without articles',
    { 'issues/a/index.ja.mdx': issue('') },
    "issues/a/index.ja.mdx:2 The 'Line-up' names no article.",
  ],
  [
    'two numbers of the magazine with one number',
    {
      'articles/b/index.ja.mdx': article().replace('slug: a', 'slug: b'),
      'issues/a/index.ja.mdx': issue('lineUp: [b]\n'),
      'issues/c/index.ja.mdx': issue('lineUp: [b]\n').replace('slug: a', 'slug: c'),
    },
    "issues/a/index.ja.mdx:7 Number 1 is also that of 'c'.",
  ],
  [
    'a card of an event that is none',
    { [jaFile]: ja('', '<EventCard event="none" />') },
    `${jaFile}:10 <EventCard> names 'none', which is not published.`,
  ],
  ['a link to nowhere', { [jaFile]: ja('', '[x](/ja/events/b/)') }, `${jaFile}:10 There is no page '/ja/events/b/'.`],
  [
    'a link to a draft',
    {
      [jaFile]: ja('', '[x](/ja/events/b/)'),
      'events/b/index.ja.mdx': ja().replace('slug: a', 'slug: b').replace('published', 'draft'),
    },
    `${jaFile}:10 There is no page '/ja/events/b/'.`,
  ],
  ['a link without its last stroke', { [jaFile]: ja('', '[x](/ja/events)') }, `${jaFile}:10 There is no page '/ja/events'.`],
  [
    'a link to the other language',
    { [jaFile]: ja('', '[x](/en/events/)') },
    `${jaFile}:10 The link '/en/events/' leads to another language`,
  ],
  ['a link to a heading that is none', { [jaFile]: ja('', '[x](#無い)') }, `${jaFile}:10 There is no heading`],
  [
    'a link to a heading that another page has not',
    { [jaFile]: ja('', '[x](/ja/events/b/#none)'), 'events/b/index.ja.mdx': ja().replace('slug: a', 'slug: b') },
    `${jaFile}:10 There is no page '/ja/events/b/#none'.`,
  ],
  ['a link to a country that no entry names', { [jaFile]: ja('', '[x](/ja/countries/zz/)') }, `${jaFile}:10 There is no page`],
  ['a link to a list that is none', { [jaFile]: ja('', '[x](/ja/prefectures/)') }, `${jaFile}:10 There is no page`],
  ['a link to a need that is none', { [jaFile]: ja('', '[x](/ja/support/none/)') }, `${jaFile}:10 There is no page`],
  ['a link with a broken encoding', { [jaFile]: ja('', '[x](#%)') }, `${jaFile}:10 There is no heading`],
  [
    'a former address that another entry has now',
    { [jaFile]: ja('aliases:\n  - slug: b\n'), 'events/b/index.ja.mdx': ja().replace('slug: a', 'slug: b') },
    `${jaFile}:8 The former URL 'b' is another page now.`,
  ],
  [
    'a former address that two entries claim',
    {
      [jaFile]: ja('aliases:\n  - slug: c\n'),
      'events/b/index.ja.mdx': ja('aliases:\n  - slug: c\n').replace('slug: a', 'slug: b'),
    },
    `${jaFile}:8 The former URL 'c' is another page now.`,
  ],
];

const facts: Row[] = [
  [
    'a last day before the first',
    { [jaFile]: ja('end: "2014-01"\n') },
    `${jaFile}:8 The last day does not come after the first`,
  ],
  [
    'a last day that is the first',
    { [jaFile]: ja('end: "2014-02"\n') },
    `${jaFile}:8 The last day does not come after the first`,
  ],
  ['a last day more exact than the first', { [jaFile]: ja('end: "2014-03-05"\n') }, `${jaFile}:8 The last day does not come`],
  [
    'a year as the slug of an event',
    { 'events/2014/index.ja.mdx': ja().replace('slug: a', 'slug: "2014"') },
    "events/2014/index.ja.mdx:2 The slug '2014'",
  ],
  [
    'an attendance from more to fewer',
    { [jaFile]: ja('attendance:\n  - people: 100\n    most: 90\n    count: reported\n') },
    `${jaFile}:8 In 'Attendance', the most is not more`,
  ],
  [
    'a notice that closes before it is posted',
    { 'notices/a/index.ja.mdx': notice('expires: "2014-01-31"\nconfirmed: "2014-02-04"\n') },
    "notices/a/index.ja.mdx:8 'Closes' is earlier than the day",
  ],
  [
    'a notice that was confirmed before it was posted',
    { 'notices/a/index.ja.mdx': notice('expires: "2014-02"\nconfirmed: "2013"\n') },
    "notices/a/index.ja.mdx:9 'Last confirmed' is earlier than the day",
  ],
  [
    'a notice that was confirmed tomorrow',
    { 'notices/a/index.ja.mdx': notice('confirmed: "2999-01-01"\n') },
    "notices/a/index.ja.mdx:8 'Last confirmed' has the date '2999-01-01', which is still to come",
  ],
  [
    'an article of tomorrow',
    { 'articles/a/index.ja.mdx': article().replace('2014-02-03', '2999-01-01') },
    "articles/a/index.ja.mdx:6 The date '2999-01-01' is still to come",
  ],
  [
    'a notice of next year',
    { 'notices/a/index.ja.mdx': notice('confirmed: "2014-02-04"\n').replace('2014-02-03', '2999') },
    "notices/a/index.ja.mdx:6 The date '2999' is still to come",
  ],
  [
    'a source of tomorrow',
    {
      [jaFile]: ja(
        'sources:\n  - title: { ja: 資料 }\n    publisher: { ja: 省 }\n    date: "2999-01-01"\n    standing: primary\n',
      ),
    },
    `${jaFile}:8 'Sources' has the date '2999-01-01', which is still to come`,
  ],
  [
    'an article that was revised before it was published',
    { 'articles/a/index.ja.mdx': article('updated: "2014-01-01"\n') },
    "articles/a/index.ja.mdx:7 'Last revised' is earlier",
  ],
  [
    'a figure without a source',
    { [jaFile]: ja('', '一\n\n参加者は120人でした。') },
    `${jaFile}:12 There is the figure '120', and there are no sources.`,
  ],
  [
    'a figure in wide digits without a source',
    { [jaFile]: ja('', '参加者は１２０人でした。') },
    `${jaFile}:10 There is the figure '１２０'`,
  ],
  [
    'a figure in kanji without a source',
    { [jaFile]: ja('', '参加者は百二十人でした。') },
    `${jaFile}:10 There is the figure '百二十人'`,
  ],
  [
    'a figure in a summary without a source',
    { [jaFile]: ja().replace('要旨', '27か国から来た') },
    `${jaFile}:5 There is the figure '27'`,
  ],
  [
    'a count of people without a source',
    { [jaFile]: ja('attendance:\n  - people: 90\n    count: reported\n') },
    `${jaFile}:8 'attendance' holds figures, and there are no sources.`,
  ],
  [
    'a partnership with a date and without a source',
    {
      'partnerships/a.yaml':
        'ja:\n  slug: a\n  status: published\n  title: 題\n  date: "1990"\n  home: { ja: 京都市 }\n  partner: { ja: パリ }\n',
    },
    "partnerships/a.yaml:5 'date' holds figures",
  ],
  [
    'a title with a character that its picture cannot show',
    { [jaFile]: ja().replace('title: 題', 'title: 題🗾') },
    `${jaFile}:4 'Title' has the character 🗾 (U+1F5FE), which the font`,
  ],
];

const texts: Row[] = [
  ['an expression', { [jaFile]: ja('', '一\n\n二 {1+1}') }, `${jaFile}:12 Expressions`],
  ['an expression without end', { [jaFile]: ja('', '一 { 二') }, `${jaFile}:10 Braces { }, import and export are not allowed.`],
  ['an import', { [jaFile]: ja('', 'import fs from "fs"') }, `${jaFile}:10 import and export are not allowed.`],
  ['an export', { [jaFile]: ja('', 'export const a = 1') }, `${jaFile}:10 import and export are not allowed.`],
  ['a script', { [jaFile]: ja('', '<script>alert(1)</script>') }, `${jaFile}:10 The HTML tag <script> cannot be used.`],
  [
    'an inline frame',
    { [jaFile]: ja('', '<iframe src="https://example.jp/" />') },
    `${jaFile}:10 The HTML tag <iframe> cannot be used.`,
  ],
  ['a line break as a tag', { [jaFile]: ja('', '一<br>二') }, `${jaFile}:10 The HTML tag <br> cannot be used.`],
  ['a comment', { [jaFile]: ja('', '一 <!-- 二 -->') }, `${jaFile}:10 HTML comments <!-- --> are not allowed.`],
  [
    'a link between brackets',
    { [jaFile]: ja('', '<https://example.jp/>') },
    `${jaFile}:10 Links written <https://…> are not allowed.`,
  ],
  ['a lone bracket', { [jaFile]: ja('', 'a <5') }, `${jaFile}:10 A '<' cannot be read here.`],
  ['a block that is none', { [jaFile]: ja('', '<Marquee>一</Marquee>') }, `${jaFile}:10 <Marquee> is not allowed.`],
  [
    'a block that is not closed',
    { [jaFile]: ja('', '<Callout title="一">\n\n二') },
    `${jaFile}:10 The opening and closing tags of <Callout>`,
  ],
  [
    'an attribute that runs code',
    { [jaFile]: ja('', '<Callout title="一" onclick="x">\n\n二\n\n</Callout>') },
    `${jaFile}:10 <Callout> has no attribute 'onclick'.`,
  ],
  [
    'an attribute with braces',
    { [jaFile]: ja('', '<Callout title={x}>\n\n二\n\n</Callout>') },
    `${jaFile}:10 Braces { } are not allowed in an attribute`,
  ],
  [
    'attributes that are spread',
    { [jaFile]: ja('', '<Callout {...x}>\n\n二\n\n</Callout>') },
    `${jaFile}:10 Braces { } are not allowed in an attribute`,
  ],
  [
    'a link that runs code',
    { [jaFile]: ja('', '[x](javascript:alert(1))') },
    `${jaFile}:10 The link to 'javascript:alert(1)' is not allowed.`,
  ],
  [
    'a link that runs code in disguise',
    { [jaFile]: ja('', '[x](JaVaScRiPt&#58;alert(1))') },
    `${jaFile}:10 The link to 'JaVaScRiPt:alert(1)' is not allowed.`,
  ],
  [
    'a link that carries a page',
    { [jaFile]: ja('', '[x](data:text/html,x)') },
    `${jaFile}:10 The link to 'data:text/html,x' is not allowed.`,
  ],
  [
    'a link to a host without its scheme',
    { [jaFile]: ja('', '[x](//example.jp/)') },
    `${jaFile}:10 The link to '//example.jp/' is not allowed.`,
  ],
  ['a link to a file beside', { [jaFile]: ja('', '[x](report.pdf)') }, `${jaFile}:10 The link to 'report.pdf' is not allowed.`],
  [
    'a reference that runs code',
    { [jaFile]: ja('', '[x][1]\n\n[1]: vbscript:x') },
    `${jaFile}:12 The link to 'vbscript:x' is not allowed.`,
  ],
  ['a heading that is the title’s', { [jaFile]: ja('', '# 一') }, `${jaFile}:10 A heading of level 1 cannot stand here.`],
  [
    'a heading that skips a level',
    { [jaFile]: ja('', '## 一\n\n#### 二') },
    `${jaFile}:12 A heading of level 4 cannot stand here.`,
  ],
  ['a heading without words', { [jaFile]: ja('', '##\n\n一') }, `${jaFile}:10 The heading is empty.`],
  [
    'a text of more than 64 KB',
    { [jaFile]: ja('', 'あいうえお。\n\n'.repeat(3700)) },
    `${jaFile}:9 The text is larger than 64 KB.`,
  ],
  ['a line of more than 4 KB', { [jaFile]: ja('', `一\n\n${'長'.repeat(1400)}`) }, `${jaFile}:12 A line is larger than 4 KB.`],
  [
    'quotations in quotations without end',
    { [jaFile]: ja('', `${'>'.repeat(1000)} 一`) },
    `${jaFile}:10 The nesting is too deep.`,
  ],
  [
    'a list of 400 levels',
    { [jaFile]: ja('', Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- 一`).join('\n')) },
    `${jaFile}:51 The nesting is too deep.`,
  ],
  ['emphasis that never ends', { [jaFile]: ja('', '*a_ '.repeat(1000)) }, `${jaFile}:10 One paragraph holds too many marks`],
  ['201 links', { [jaFile]: ja('', '[x](/ja/)\n\n'.repeat(201)) }, `${jaFile}:9 There are more than 200 links.`],
  [
    '51 pictures',
    { [jaFile]: ja('', '![港の風景](a.png)\n\n'.repeat(51)), 'events/a/a.png': good.png },
    `${jaFile}:9 There are more than 50 pictures.`,
  ],
];

const pictures: Row[] = [
  ['a picture that is not there', { [jaFile]: ja('', '![絵](a.png)') }, `${jaFile}:10 The picture 'a.png' does not exist.`],
  [
    'a picture of another folder',
    { [jaFile]: ja('', '![港の風景](../b/a.png)') },
    `${jaFile}:10 The picture '../b/a.png' is not allowed.`,
  ],
  [
    'a picture of another site',
    { [jaFile]: ja('', '![港の風景](https://example.jp/a.png)') },
    `${jaFile}:10 The picture 'https://example.jp/a.png' is not allowed.`,
  ],
  [
    'a drawing with a script',
    { [jaFile]: ja('', '![港の風景](a.svg)'), 'events/a/a.svg': bad.svg },
    'events/a/a.svg:1 This file does not belong here.',
  ],
  [
    'a picture without words',
    { [jaFile]: ja('', '![](a.png)'), 'events/a/a.png': good.png },
    `${jaFile}:10 The picture 'a.png' has no text alternative.`,
  ],
  [
    'a picture with the words of its file',
    { [jaFile]: ja('', '![IMG_1234.JPG](a.png)'), 'events/a/a.png': good.png },
    `${jaFile}:10 The text alternative 'IMG_1234.JPG' does not say`,
  ],
  [
    'a picture whose words say that it is one',
    { [jaFile]: ja('', '![写真1](a.png)'), 'events/a/a.png': good.png },
    `${jaFile}:10 The text alternative '写真1' does not say`,
  ],
  [
    'a cover that is not there',
    { [jaFile]: ja('cover:\n  file: a.png\n  alt: { ja: 港の風景 }\n') },
    `${jaFile}:8 The picture 'a.png' does not exist.`,
  ],
  [
    'a cover with the words of its file',
    { [jaFile]: ja('cover:\n  file: a.png\n  alt: { ja: cover.png }\n'), 'events/a/a.png': good.png },
    `${jaFile}:8 The text alternative 'cover.png' does not say`,
  ],
  [
    'a cover without words in English',
    { [jaFile]: ja('cover:\n  file: a.png\n  alt: { ja: 港の風景 }\n'), [enFile]: en(), 'events/a/a.png': good.png },
    `${enFile}:2 The cover has no text alternative in 'en'.`,
  ],
  pictureRow('a picture cut in half', 'a.jpg', bad.cutJpeg, 'The picture is cut off or damaged'),
  pictureRow('a PNG cut in half', 'a.png', bad.cutPng, 'The picture is cut off or damaged'),
  pictureRow('a picture of noise', 'a.png', bad.damaged, 'The picture is cut off or damaged'),
  pictureRow('an empty picture', 'a.png', Buffer.alloc(0), 'The picture is an empty file.'),
  pictureRow('a PNG named as a JPEG', 'a.jpg', good.png, 'Its name ends with .jpg, but it holds a picture in the format png.'),
  pictureRow(
    'a JPEG named as an AVIF',
    'a.avif',
    good.jpg,
    'Its name ends with .avif, but it holds a picture in the format jpg.',
  ),
  pictureRow('an SVG named as a PNG', 'a.png', bad.svg, 'Its name ends with .png, but it holds something else.'),
  pictureRow('a GIF named as a PNG', 'a.png', bad.gif, 'Its name ends with .png, but it holds something else.'),
  pictureRow('a page named as a picture', 'a.webp', bad.page, 'Its name ends with .webp, but it holds something else.'),
  pictureRow('a side of 9,000 pixels', 'a.png', bad.wide, 'The picture is too large (9000 × 10 pixels)'),
  pictureRow('49 megapixels', 'a.png', bad.vast, 'The picture is too large'),
  pictureRow('more than 8 MB', 'a.jpg', bad.heavy, 'The picture is larger than 8 MB'),
  pictureRow('a place in a JPEG', 'a.jpg', bad.gpsJpeg, 'The picture records where it was taken (GPS).'),
  pictureRow('a place in a PNG', 'a.png', bad.gpsPng, 'The picture records where it was taken (GPS).'),
  pictureRow('a place in a WebP', 'a.webp', bad.gpsWebp, 'The picture records where it was taken (GPS).'),
  pictureRow('a place in XMP', 'a.jpg', bad.gpsXmp, 'The picture records where it was taken (GPS).'),
  pictureRow('the number of a camera', 'a.jpg', bad.serial, 'The picture records the serial number'),
  pictureRow('the owner of a camera', 'a.jpg', bad.owner, 'The picture records the name of the camera’s owner.'),
  pictureRow('an archive behind a JPEG', 'a.jpg', bad.zipBehindJpeg, 'Data that are no picture follow'),
  pictureRow('a page behind a PNG', 'a.png', bad.pageBehindPng, 'Data that are no picture follow'),
  pictureRow('a PNG that moves', 'a.png', bad.movingPng, 'The picture moves.'),
  pictureRow('a WebP that moves', 'a.webp', bad.movingWebp, 'The picture moves.'),
];

const rows = { names, characters, fields, languages, relations, facts, texts, pictures };

describe.each(Object.entries(rows))('%s', (_kind, table) => {
  test.each(table)(
    '%s',
    async (_name, files, start) => {
      const problems = await problemsOf(files);
      expect(problems.map(({ file, line, message }) => `${file}:${line} ${message.en}`)).toContainEqual(
        expect.stringMatching(new RegExp(`^${RegExp.escape(`content/${start}`)}`)),
      );
      for (const problem of problems) {
        for (const words of [problem.message, problem.remedy]) {
          expect(words.ja).toMatch(/[ぁ-ん].*(。|：.+)$/);
          expect(words.en).toMatch(/[a-z]{2}.*(\.|: .+)$/);
        }
        expect(tell(problem)).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
      }
    },
    5000,
  );
});

test('they are more than eighty', () => {
  expect(Object.values(rows).flat().length).toBeGreaterThan(80);
});

describe('what is no fault is left alone', () => {
  test.each([
    ['a selector of a kanji in a name', '葛\u{e0100}城市'],
    ['a family of emoji', '👨\u200d👩\u200d👧 ❤\ufe0f'],
    ['a flag of tags', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Persian with a joiner', 'می\u200cخواهم'],
    ['kanji beyond the first plane, and those of names', '𠮷野家と髙﨑'],
    ['wide spaces and lines of their own', '　一\n二'],
    ['names with digits and numerals', 'G7とCOVID-19と四日市市、一人ひとり、十分な時間'],
  ])('%s', async (_name, text) => {
    expect(await problemsOf({ [jaFile]: ja('', text) })).toEqual([]);
  });

  test('line ends of Windows', async () => {
    expect(await problemsOf({ [jaFile]: ja().replaceAll('\n', '\r\n') })).toEqual([]);
  });

  test.each(Object.entries(good))('a picture in the format %s', async (ending, bytes) => {
    expect(await problemsOf(withPicture(`a.${ending}`, bytes))).toEqual([]);
  });

  test('an event that lies ahead', async () => {
    expect(await problemsOf({ [jaFile]: ja().replace('2014-02', '2999-02') })).toEqual([]);
  });
});

test('a picture is decoded once, and a verdict that is not whole counts as none', async () => {
  // Bytes that no run had before, so that the verdict is the one that is new.
  const picture = Buffer.concat([good.jpg, Buffer.from(randomUUID())]);
  const root = onDisk({ 'events/a/a.jpg': picture, 'events/a/b.jpg': picture });
  const verdicts = join('.cache', 'pictures');
  const known = new Set(existsSync(verdicts) ? readdirSync(verdicts) : []);
  const first = await pictureProblems(root);
  expect(first.map(({ file }) => file)).toEqual(['content/events/a/a.jpg', 'content/events/a/b.jpg']);
  const made = readdirSync(verdicts).filter((name) => !known.has(name));
  expect(made).toHaveLength(1);
  const verdict = join(verdicts, made.join());
  const whole = readFileSync(verdict);
  for (const kept of [Buffer.of(), whole.subarray(0, 40), Buffer.from('[]'), Buffer.concat([whole, Buffer.of(32)])]) {
    writeFileSync(verdict, kept);
    expect(await pictureProblems(root)).toEqual(first);
    expect(readFileSync(verdict)).toEqual(whole);
  }
  keepFile(verdict, '[]');
  expect(await pictureProblems(root)).toEqual([]);
  rmSync(verdict);
});
