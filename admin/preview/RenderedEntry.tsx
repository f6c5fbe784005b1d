/** The text and the fields of a draft, by the site's own text engine and stylesheet. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { chartTitles } from '../../src/charts/titles.ts';
import { withReadings, type Reading } from '../../src/body/readings.ts';
import { render, type Text } from '../../src/body/render.ts';
import { defaultLanguage, isLanguage, type Language } from '../../src/i18n/languages.ts';
import { finderOf } from '../../src/terms/forms.ts';
import { withTermLinks } from '../../src/terms/links.ts';
import { formatDate } from '../../src/i18n/dates.ts';
import { isCalendarDate } from '../../src/model/spelling.ts';
import { contentTypes } from '../../src/model/content-types.ts';
import type { ContentType } from '../../src/model/define-type.ts';
import { currentLedger, lineOf } from '../desk/desk.ts';
import { termsIn, titleOf } from '../desk/ledger.ts';
import { openEntry } from '../desk/open-entry.ts';
import { pictureUrl } from '../pictures/pictures.ts';
import { Facts } from './Facts.tsx';

/** What has its own place on the page, or no reader. */
const above: ReadonlySet<string> = new Set([
  'slug',
  'status',
  'title',
  'summary',
  'cover',
  'body',
  'aliases',
  'readings',
  'withoutTermLinks',
]);

export function RenderedEntry({ locale }: { locale?: string }) {
  const language = isLanguage(locale) ? locale : defaultLanguage;
  const entry = openEntry();
  if (!entry) return null;
  const own = entry.values[language] ?? {};
  const shared = entry.values[defaultLanguage] ?? {};
  const { dated, fields } = contentTypes[entry.type] as ContentType;
  const { text, findings } = render(String(own['body'] ?? ''), language);
  const date = dated ? shared[dated] : undefined;
  const cover = shared['cover'] as { file?: string; alt?: Partial<Record<string, string>> } | undefined;
  const linked =
    text && !shared['withoutTermLinks']
      ? withTermLinks(text, finderOf(termsIn(currentLedger(), language)), language, String(own['title'] ?? ''))
      : text?.parts;
  const readings = (shared['readings'] ?? []) as readonly Partial<Reading>[];
  const parts =
    linked && language === 'ja'
      ? withReadings(
          linked,
          readings.map(({ word = '', reading = '' }) => ({ word, reading })),
        )
      : linked;
  const facts = Object.fromEntries(
    Object.entries(fields).filter(([name, { widget }]) => !above.has(name) && name !== dated && widget['widget'] !== 'hidden'),
  );
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, { translated }]) => [name, (translated ? own : shared)[name]]),
  );
  return (
    <main className="page rendered" lang={language}>
      <h1>{String(own['title'] ?? '')}</h1>
      <p className="lead">{String(own['summary'] ?? '')}</p>
      {typeof date === 'string' && isCalendarDate(date) && <p>{formatDate(date, language)}</p>}
      {cover?.file && <img src={pictureUrl(cover.file)} alt={cover.alt?.[language] ?? ''} />}
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.line}:${finding.column}:${finding.message.en}`}>
              {finding.line}: {lineOf({ ...finding, file: '' })}
            </li>
          ))}
        </ul>
      )}
      {/* The engine's own HTML: the guard has refused whatever is not declared. */}
      {parts && <div className="prose" dangerouslySetInnerHTML={{ __html: htmlOf(parts, language) }} />}
      <Facts fields={facts} values={values} language={language} ledger={currentLedger()} />
    </main>
  );
}

function paragraph(value: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] };
}

/** The text as one piece, since a run of it may open what only a later one closes. */
function htmlOf(parts: Text['parts'], language: Language): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('picture' in part) {
        const { file, alt } = part.picture;
        return toHtml({ type: 'element', tagName: 'img', properties: { src: pictureUrl(file), alt }, children: [] });
      }
      // The chart is counted from every entry, which only the site has at hand.
      if ('chart' in part) {
        const { of, caption } = part.chart;
        return toHtml(paragraph([chartTitles[of][language], caption].filter(Boolean).join(' ')));
      }
      const event = currentLedger().find(({ type, slug }) => type === 'events' && slug === part.event.slug);
      const title = event ? titleOf(event, language) : part.event.slug;
      return toHtml(paragraph(title));
    })
    .join('');
}
