/** The backend that the build was made for; the others are not loaded. */
import type { BackendName } from '../settings.ts';
import { askEditor } from '../desk/questions.tsx';
import { guarded } from './guarded.ts';
import type { ImplementationClass } from './implementation.ts';

const classes: Readonly<Record<BackendName, () => Promise<unknown>>> = {
  local: async () => (await import('./local.ts')).LocalBackend,
  github: async () => (await import('decap-cms-backend-github')).GitHubBackend,
  gitlab: async () => (await import('decap-cms-backend-gitlab')).GitLabBackend,
  forgejo: async () => (await import('decap-cms-backend-forgejo')).ForgejoBackend,
  gitea: async () => (await import('decap-cms-backend-gitea')).GiteaBackend,
  proxy: async () => (await import('decap-cms-backend-proxy')).ProxyBackend,
};

/** The class of a backend, guarded: nothing reaches a host but what is meant. */
export async function backendOf(name: BackendName) {
  return guarded((await classes[name]()) as ImplementationClass, askEditor);
}
