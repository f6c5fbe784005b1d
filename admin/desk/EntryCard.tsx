/** An entry in a list: its title in the editor's language, its date, and how each language stands. */
import type { Map as ImmutableMap } from 'immutable';
import { formatDate } from '../../src/i18n/dates.ts';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import { placeName } from '../../src/i18n/names.ts';
import { words } from '../../src/i18n/words.ts';
import { contentTypes, type TypeName } from '../../src/model/content-types.ts';
import { isCalendarDate } from '../../src/model/spelling.ts';
import { interfaceLanguage, say } from '../parts/language.ts';
import './entry-card.css';

interface Props {
  readonly collection: ImmutableMap<string, string>;
  readonly entry: ImmutableMap<string, unknown>;
  /** The name of the type, where a list has several. */
  readonly collectionLabel?: string | false | undefined;
  readonly workflowStatus?: string | null | undefined;
}

const steps = {
  draft: { ja: '査読：下書き', en: 'Review: draft' },
  pending_review: { ja: '査読中', en: 'In review' },
  pending_publish: { ja: '公開待ち', en: 'Ready' },
} as const;

export default function EntryCard({ collection, entry, collectionLabel, workflowStatus }: Props) {
  const type = collection.get('name') as TypeName;
  const slug = String(entry.get('slug'));
  const text = (language: Language, name: string) => {
    const path = language === defaultLanguage ? ['data', name] : ['i18n', language, 'data', name];
    const value = entry.getIn(path);
    return typeof value === 'string' && value ? value : undefined;
  };
  const place = type === 'prefectures' ? placeName(slug.replace(/\/.*/, ''), interfaceLanguage) : undefined;
  const title = text(interfaceLanguage, 'title') ?? text(defaultLanguage, 'title') ?? place ?? slug;
  const { dated } = contentTypes[type];
  const date = dated && text(defaultLanguage, dated);
  const step = steps[workflowStatus as keyof typeof steps];
  return (
    <li className="entry-card">
      <a href={`#/collections/${type}/entries/${slug}`}>{title}</a>
      <p>
        {collectionLabel && <span>{collectionLabel}</span>}
        {date && <span>{isCalendarDate(date) ? formatDate(date, interfaceLanguage) : date}</span>}
        {languages.map((language) => {
          const status = text(language, 'status');
          const state =
            status === 'published'
              ? say({ ja: '公開', en: 'published' })
              : status
                ? say({ ja: '下書き', en: 'draft' })
                : say({ ja: 'まだありません', en: 'not started' });
          return (
            <span key={language} className="entry-card-state" data-status={status ?? 'none'}>
              {words[language].language} {state}
            </span>
          );
        })}
        {step && <span className="entry-card-step">{say(step)}</span>}
      </p>
    </li>
  );
}
