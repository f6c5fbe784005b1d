/**
 * Decap's reducer of the open entry. Decap fills the form with whatever entry it has loaded, though the editor may have
 * gone on to another one meanwhile, as after a publication; that entry would then be saved under the other's name.
 */
import entryDraft from 'decap-cms-core/dist/esm/reducers/entryDraft.js';
import { history } from 'decap-cms-core/dist/esm/routing/history.js';

export { selectCustomPath } from 'decap-cms-core/dist/esm/reducers/entryDraft.js';

type State = Parameters<typeof entryDraft>[0];
type Action = Parameters<typeof entryDraft>[1];

export default function entryDraftOfThePage(state: State, action: Action): State {
  const late = action.type === 'DRAFT_CREATE_FROM_ENTRY' && state && !belongsHere(state, action.payload.entry);
  return late ? state : entryDraft(state, action);
}

interface Loaded {
  readonly collection: string;
  readonly slug: string;
  readonly data: { readonly slug?: string };
}

function belongsHere(state: NonNullable<State>, { collection, slug, data }: Loaded): boolean {
  const { pathname } = history.location;
  if (pathname === `/collections/${collection}/entries/${slug}`) return true;
  // A new entry that was just saved is loaded before its address changes.
  return pathname === `/collections/${collection}/new` && state.getIn(['entry', 'data', 'slug']) === data.slug;
}
