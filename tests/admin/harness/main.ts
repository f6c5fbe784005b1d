/** The text editor alone on a page, with a host made of arrays, for the tests in Chromium. */
import '../../../src/styles/tokens.css';
import './harness.css';
import { TextEditor, type EntryChoice } from '../../../admin/text/editor.ts';
import type { Finding } from '../../../src/body/guard.ts';

const entries: readonly EntryChoice[] = [
  {
    type: 'articles',
    slug: 'koya-in-december',
    title: '十二月の高野山',
    path: '/ja/articles/koya-in-december/',
    date: '2026-12-01',
  },
  {
    type: 'articles',
    slug: 'mayors-at-iikura',
    title: '飯倉公館の市長たち',
    path: '/ja/articles/mayors-at-iikura/',
    date: '2026-10-20',
  },
  {
    type: 'events',
    slug: 'fukuoka-promotion-thailand-2014',
    title: '福岡県のタイでの催し',
    path: '/ja/events/fukuoka-promotion-thailand-2014/',
    date: '2014-07-18',
  },
  {
    type: 'events',
    slug: 'okinawa-promotion-united-states-2014',
    title: '沖縄県の米国での催し',
    path: '/ja/events/okinawa-promotion-united-states-2014/',
    date: '2014-09-04',
  },
  {
    type: 'programmes',
    slug: 'regional-promotion-projects',
    title: '地方の魅力発信プロジェクト',
    path: '/ja/programmes/regional-promotion-projects/',
  },
  ...[
    '六つ目の催し',
    '七つ目の催し、題がとても長いので一行には収まりきらないかもしれないもの',
    '八つ目の催し',
    '九つ目の催し',
  ].flatMap((title, index): EntryChoice[] =>
    (['a', 'b'] as const).map((letter) => ({
      type: 'events',
      slug: `event-${index}-${letter}`,
      title,
      path: `/ja/events/event-${index}-${letter}/`,
      date: `2015-0${index + 1}-01`,
    })),
  ),
];

const drawing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="160" height="100" fill="#c9d2ea"/><circle cx="80" cy="50" r="30" fill="#4c64ab"/></svg>')}`;

/** What the page lets the tests see and do. */
export interface Harness {
  editor: TextEditor;
  readonly changes: string[];
  findings: readonly Finding[] | undefined;
  readonly added: string[];
  open(value: string, language?: 'ja' | 'en'): void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const parent = document.querySelector<HTMLElement>('#text') as HTMLElement;

window.harness = {
  editor: make('', 'ja'),
  changes: [],
  findings: undefined,
  added: [],
  open(value, language = 'ja') {
    this.editor.destroy();
    this.changes.length = 0;
    this.findings = undefined;
    this.editor = make(value, language);
  },
};

function make(value: string, language: 'ja' | 'en'): TextEditor {
  return new TextEditor(parent, {
    value,
    language,
    label: '本文',
    services: {
      findEntries: (query, type) =>
        Promise.resolve(
          entries.filter(
            (entry) => (!type || entry.type === type) && (entry.title + entry.slug).toLowerCase().includes(query.toLowerCase()),
          ),
        ),
      terms: () => [],
      choosePicture: () => Promise.resolve('map.png'),
      addPicture: (file) => {
        window.harness.added.push(file.name);
        return Promise.resolve('pasted-1.png');
      },
      pictureUrl: () => drawing,
    },
    onChange: (changed) => window.harness.changes.push(changed),
    onFindings: (findings) => (window.harness.findings = findings),
  });
}
