/** An environment for every place that the newsroom can save to. */
import { backends, type BackendName } from '../../admin/settings.ts';

const signedIn = {
  NEWSROOM_REPO: 'network/glocal',
  NEWSROOM_HOST: 'https://git.example.jp',
  NEWSROOM_APP_ID: 'a1b2c3',
};

export const environments: Readonly<Record<BackendName, Readonly<Record<string, string>>>> = {
  local: { NEWSROOM_BACKEND: 'local' },
  github: { NEWSROOM_BACKEND: 'github', NEWSROOM_REPO: 'network/glocal', NEWSROOM_RELAY: 'https://relay.example.jp' },
  gitlab: { NEWSROOM_BACKEND: 'gitlab', ...signedIn },
  forgejo: { NEWSROOM_BACKEND: 'forgejo', ...signedIn },
  gitea: { NEWSROOM_BACKEND: 'gitea', ...signedIn },
  proxy: { NEWSROOM_BACKEND: 'proxy', NEWSROOM_API: 'http://127.0.0.1:8081/api/v1' },
};

export const backendNames = Object.keys(backends) as BackendName[];
