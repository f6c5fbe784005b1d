/** How a translation stands to the original: what has changed there since the two were last compared. */
import { changedSince, type Part } from '../../src/entries/fingerprint.ts';
import { defaultLanguage, type Language } from '../../src/i18n/languages.ts';
import { contentTypes } from '../../src/model/content-types.ts';
import type { Fields } from '../../src/model/fields.ts';
import { say } from '../parts/language.ts';
import { hasLanguage, setField, type OpenEntry } from './open-entry.ts';
import { originalOf } from './original.ts';

export interface Standing {
  readonly isOld: boolean;
  readonly compared: boolean;
  readonly changed: readonly Part[];
  readonly gone: number;
}

/** The standing of a translation; undefined for the original and for a language that was not started. */
export function standingOf(entry: OpenEntry, language: Language): Standing | undefined {
  if (language === defaultLanguage || !hasLanguage(entry, language)) return undefined;
  const fingerprint = entry.values[language]?.['original'];
  if (typeof fingerprint !== 'string' || fingerprint === '') return { isOld: false, compared: false, changed: [], gone: 0 };
  const { changed, gone } = changedSince(fingerprint, entry.type, entry.values[defaultLanguage] ?? {});
  return { isOld: changed.length > 0 || gone > 0, compared: true, changed, gone };
}

export function TranslationState({
  entry,
  language,
  standing: { isOld, compared, changed, gone },
}: {
  entry: OpenEntry;
  language: Language;
  standing: Standing;
}) {
  const confirm = () => setField(entry.type, language, 'original', originalOf(entry));
  return (
    <div>
      <p>{say({ ja: '原文との照合', en: 'Compared with the original' })}</p>
      {!compared && <p>{say({ ja: 'まだ照合した記録がありません。', en: 'There is no record of a comparison yet.' })}</p>}
      {compared && !isOld && <p>{say({ ja: '原文はその後変わっていません。', en: 'The original has not changed since.' })}</p>}
      {isOld && (
        <>
          <ul>
            {changed.map((part) => (
              <li key={part.name}>
                {nameOf(entry, part.name)} {excerptOf(part.text)}
              </li>
            ))}
          </ul>
          {gone > changed.length && (
            <p>
              {say({
                ja: `ほかに原文から消えた部分：${gone - changed.length}`,
                en: `Also gone from the original: ${gone - changed.length}`,
              })}
            </p>
          )}
        </>
      )}
      {(isOld || !compared) && (
        <button type="button" onClick={confirm}>
          {say({ ja: '今の原文と照合済みにする', en: 'Record that it agrees with the original as it is now' })}
        </button>
      )}
    </div>
  );
}

/** The name of a part of the original as an editor knows it. */
export function nameOf({ type }: Pick<OpenEntry, 'type'>, part: string): string {
  const [name, block] = part.split('.');
  const fields: Fields = contentTypes[type].fields;
  const label = fields[name ?? '']?.label;
  const words = label ? say(label) : part;
  return block ? say({ ja: `${words}の段落${block}`, en: `${words}, paragraph ${block}` }) : words;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `「${line.slice(0, 60)}…」` : `「${line}」`;
}
