/** Finds an entry of the site by its words, and shows the one that is chosen. */
import { useEffect, useState } from 'react';
import type { Words } from '../../../src/i18n/languages.ts';
import { words as siteWords } from '../../../src/i18n/words.ts';
import type { TypeName } from '../../../src/model/content-types.ts';
import { interfaceLanguage, say } from '../../parts/language.ts';
import type { EntryChoice, TextServices } from '../services.ts';
import { words } from '../words.ts';
import { Field } from './Field.tsx';

/** Milliseconds of rest before a search. */
const pause = 200;

interface Props {
  readonly label: string;
  readonly services: TextServices;
  readonly type?: TypeName;
  readonly optional?: boolean | undefined;
  readonly fault: Words | undefined;
  /** What is chosen, as the editor reads it. */
  readonly chosen: string | undefined;
  readonly onChoose: (entry: EntryChoice | undefined) => void;
}

export function EntrySearch({ label, services, type, optional, fault, chosen, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const [composing, setComposing] = useState(false);
  const [found, setFound] = useState<readonly EntryChoice[] | 'failed' | undefined>();

  useEffect(() => {
    if (composing || chosen !== undefined) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      services.findEntries(query, type).then(
        (entries) => current && setFound(entries),
        () => current && setFound('failed'),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, composing, chosen, services, type]);

  if (chosen !== undefined) {
    return (
      <Field label={label} optional={optional} fault={fault}>
        {(attributes) => (
          <div className="tx-chosen">
            <span>{chosen}</span>
            <button type="button" {...attributes} aria-invalid={undefined} onClick={() => onChoose(undefined)}>
              {say(words.buttons.other)}
            </button>
          </div>
        )}
      </Field>
    );
  }
  return (
    <Field label={label} hint={say(words.entries.search)} optional={optional} fault={fault}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="search"
            autoComplete="off"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            // A search is not the answer of the form.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <div className="tx-entries" aria-live="polite">
            {found === undefined && <p>{say(words.entries.searching)}</p>}
            {found === 'failed' && <p>{say(words.entries.failed)}</p>}
            {Array.isArray(found) && found.length === 0 && <p>{say(words.entries.none)}</p>}
            {Array.isArray(found) && found.length > 0 && (
              <ul>
                {(found as readonly EntryChoice[]).map((entry) => (
                  <li key={`${entry.type}/${entry.slug}`}>
                    <button type="button" onClick={() => onChoose(entry)}>
                      <span>{entry.title}</span>
                      <small>
                        {[siteWords[interfaceLanguage].types[entry.type], entry.date, entry.slug].filter(Boolean).join('　')}
                      </small>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
