/** What is done to a whole entry, beside saving: duplicating it, removing a translation, asking where it is used. */
import { history } from 'decap-cms-core/dist/esm/routing/history.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { defaultLanguage, languages, type Language } from '../../src/i18n/languages.ts';
import { originalOf } from './original.ts';
import type { Values } from '../../src/entries/write.ts';
import { languageName } from '../../src/i18n/names.ts';
import { words } from '../../src/i18n/words.ts';
import { ask, tell } from '../parts/dialog.tsx';
import { interfaceLanguage, say } from '../parts/language.ts';
import { addPicture } from '../pictures/pictures.ts';
import { refreshLedger } from './desk.ts';
import { refill } from './drafts.ts';
import { askEditor } from './questions.tsx';
import { titleOf, usesOf } from './ledger.ts';
import { backend, notify, openEntry, reload, routeOf, setField, type OpenEntry } from './open-entry.ts';

/** Shows the entries that name this one. */
export async function showUses({ type, slug }: OpenEntry): Promise<void> {
  const ledger = await refreshLedger();
  if (!ledger) return;
  const uses = usesOf(ledger, type, slug);
  await tell(
    say({ ja: '使われている場所', en: 'Where this is used' }),
    uses.length === 0 ? (
      <p>{say({ ja: 'ほかの項目からは参照されていません。', en: 'No other entry names this one.' })}</p>
    ) : (
      <ul>
        {uses.map((entry) => (
          <li key={`${entry.type}/${entry.slug}`}>
            {words[interfaceLanguage].types[entry.type]}{' '}
            <a href={`#${routeOf(entry.type, entry.slug)}`}>{titleOf(entry, interfaceLanguage)}</a>
          </li>
        ))}
      </ul>
    ),
  );
}

/** Deletes an entry that no other names; where some do, shows them instead. */
export async function deleteEntry({ type, slug }: OpenEntry, proceed: () => void): Promise<void> {
  const ledger = await refreshLedger();
  if (ledger && (await askEditor.mayDelete(type, slug, usesOf(ledger, type, slug)))) proceed();
}

/** Opens a new entry with the words of this one in every language, its pictures, no slug, and every language a draft. */
export async function duplicateEntry(entry: OpenEntry): Promise<void> {
  if (entry.hasChanged) {
    notify({ ja: '先に保存してください', en: 'Save first' }, 'info');
    return;
  }
  const pictures = await Promise.all(
    entry.pictures.flatMap(({ name, url }) =>
      url ? [fetch(url).then(async (response) => new File([await response.blob()], name))] : [],
    ),
  );
  const original = originalOf(entry);
  // A translation that is behind its original stays behind; another goes with the original as it will be saved.
  const keptBy = (own: Values) => (own['original'] === original ? '' : own['original']);
  const values = Object.fromEntries(
    languages.flatMap((language) => {
      const own = entry.values[language];
      if (!own) return [];
      const anew = {
        ...own,
        status: 'draft',
        ...(language === defaultLanguage ? { slug: '', aliases: [] } : { original: keptBy(own) }),
      };
      return [[language, anew]];
    }),
  );
  const before = entry.key;
  history.push(`/collections/${entry.type}/new`);
  await until(() => {
    const opened = openEntry();
    return opened?.isNew === true && opened.key !== before;
  });
  for (const picture of pictures) await addPicture(picture);
  refill(values);
  setField(entry.type, defaultLanguage, 'slug', '');
  notify({ ja: '複製しました。新しいスラッグを付けて保存してください', en: 'Duplicated: give it a slug and save' }, 'success');
}

/** Deletes one language of an entry, once the editor has confirmed it. */
export async function removeTranslation(entry: OpenEntry, language: Language): Promise<void> {
  const name = languageName(language, interfaceLanguage);
  const confirmed = await ask<true | undefined>({
    title: say({ ja: `${name}版を削除しますか`, en: `Delete the ${name} version?` }),
    body: (answer) => (
      <>
        <p>
          {say({
            ja: 'この言語のページはサイトから消えます。元の言語の文章と画像は残ります。',
            en: 'The page in this language leaves the site. The original and the pictures stay.',
          })}
        </p>
        <p className="dialog-buttons">
          <button type="button" autoFocus onClick={() => answer(undefined)}>
            {say({ ja: 'やめる', en: 'Cancel' })}
          </button>
          <button type="button" className="danger" onClick={() => answer(true)}>
            {say({ ja: '削除する', en: 'Delete it' })}
          </button>
        </p>
      </>
    ),
  });
  if (!confirmed) return;
  try {
    await backend().deleteTranslation(entry.type, entry.slug, language, `${entry.type}: delete ${entry.slug} (${language})`);
    await reload(entry);
    await refreshLedger();
    notify({ ja: `${name}版を削除しました`, en: `The ${name} version is deleted` }, 'success');
  } catch (error) {
    notify({ ja: (error as Error).message, en: (error as Error).message }, 'error');
  }
}

/** Waits until something holds of Decap's store; gives up after five seconds. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds()) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      stop();
      reject(new Error('The form did not open.'));
    }, 5000);
    const stop = store.subscribe(() => {
      if (!holds()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
