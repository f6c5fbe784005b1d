/** The backend that the build was made for; the others are not built. */
import type { Desk } from './guarded.ts';
import { guarded } from './guarded.ts';
import type { ImplementationClass } from './implementation.ts';

/** The class of the backend, guarded: nothing reaches a host but what is meant. */
export async function chosenBackend() {
  return guarded((await chosen()) as ImplementationClass, desk);
}

// Asked one by one: the bundler then leaves out every branch but one.
async function chosen(): Promise<unknown> {
  if (NEWSROOM.backend === 'github') return (await import('decap-cms-backend-github')).GitHubBackend;
  if (NEWSROOM.backend === 'gitlab') return (await import('decap-cms-backend-gitlab')).GitLabBackend;
  if (NEWSROOM.backend === 'forgejo') return (await import('decap-cms-backend-forgejo')).ForgejoBackend;
  if (NEWSROOM.backend === 'gitea') return (await import('decap-cms-backend-gitea')).GiteaBackend;
  if (NEWSROOM.backend === 'proxy') return (await import('./proxy.ts')).TrialBackend;
  return (await import('./local.ts')).LocalBackend;
}

/** The questions to the editor, whose dialogs are fetched with an open entry: lists ask none. */
const desk: Desk = {
  refusals: async (files) => (await questions()).refusals(files),
  settle: async (conflict) => (await questions()).settle(conflict),
  mayDelete: async (type, slug, uses) => (await questions()).mayDelete(type, slug, uses),
};

async function questions(): Promise<Desk> {
  return (await import('../desk/questions.tsx')).askEditor;
}
