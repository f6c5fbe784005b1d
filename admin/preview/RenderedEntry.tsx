/** The text and the main fields of a draft, by the site's own text engine and stylesheet. */
import { render } from '../../src/body/render.ts';
import { defaultLanguage, isLanguage } from '../../src/i18n/languages.ts';
import { formatDate } from '../../src/i18n/dates.ts';
import { isCalendarDate } from '../../src/model/fields.ts';
import { contentTypes } from '../../src/model/content-types.ts';
import { currentLedger, lineOf } from '../desk/desk.ts';
import { titleOf } from '../desk/ledger.ts';
import { openEntry } from '../desk/open-entry.ts';
import { pictureUrl } from '../pictures/pictures.ts';

export function RenderedEntry({ locale }: { locale?: string }) {
  const language = isLanguage(locale) ? locale : defaultLanguage;
  const entry = openEntry();
  if (!entry) return null;
  const own = entry.values[language] ?? {};
  const shared = entry.values[defaultLanguage] ?? {};
  const body = String(own['body'] ?? '');
  const { text, findings } = render(body, language);
  const dated = contentTypes[entry.type].dated;
  const date = dated ? shared[dated] : undefined;
  const cover = shared['cover'] as { file?: string; alt?: Partial<Record<string, string>> } | undefined;
  return (
    <main className="page" lang={language}>
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
      <div className="prose">
        {text?.parts.map((part, index) => {
          if (typeof part === 'string') {
            // The engine's own HTML: the guard has refused whatever is not declared.
            return <div key={index} dangerouslySetInnerHTML={{ __html: part }} />;
          }
          if ('picture' in part) return <img key={index} src={pictureUrl(part.picture.file)} alt={part.picture.alt} />;
          const event = currentLedger().find(({ type, slug }) => type === 'events' && slug === part.event.slug);
          return <p key={index}>{event ? titleOf(event, language) : part.event.slug}</p>;
        })}
      </div>
    </main>
  );
}
