/** Where the newsroom saves: this machine's files, or a Git host, as the environment of the build says. */
import { settings } from '../settings.ts';

/** The places that the newsroom can save to, each with whether it can hold texts in review before they are published. */
export const backends = {
  /** The files of this project, through the file API of `npm start`. */
  local: { workflow: false },
  /** Signs in through a relay, since GitHub gives no token to a page alone. */
  github: { workflow: true },
  gitlab: { workflow: true },
  forgejo: { workflow: true },
  /** Decap's backend for Gitea has no editorial workflow. */
  gitea: { workflow: false },
  /** A decap-server of one's own, for trials. */
  proxy: { workflow: true },
} as const;

export type BackendName = keyof typeof backends;

export interface Newsroom {
  readonly backend: BackendName;
  /** Decap's own settings of the backend. */
  readonly options: Readonly<Record<string, string>>;
  /** Origins that the application talks to beside its own. */
  readonly origins: readonly string[];
  /** True where a text is reviewed on a branch before it is published. */
  readonly workflow: boolean;
  readonly siteUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws, naming the variable and what it should hold, where they do not fit together. */
export function newsroomOf(env: Environment): Newsroom {
  const name = env['NEWSROOM_BACKEND'] ?? 'local';
  if (!isBackend(name)) {
    throw wrong(
      'NEWSROOM_BACKEND',
      `${Object.keys(backends).join('、')} のいずれか`,
      `one of ${Object.keys(backends).join(', ')}`,
    );
  }
  const { options, origins } = optionsOf[name](env);
  const wanted = env['NEWSROOM_WORKFLOW'] ?? (backends[name].workflow && name !== 'proxy' ? 'yes' : 'no');
  if (wanted !== 'yes' && wanted !== 'no') throw wrong('NEWSROOM_WORKFLOW', 'yes か no', 'yes or no');
  if (wanted === 'yes' && !backends[name].workflow) {
    throw wrong('NEWSROOM_WORKFLOW', `no（${name} には査読の仕組みがありません）`, `no: ${name} has no editorial workflow`);
  }
  return { backend: name, options, origins, workflow: wanted === 'yes', siteUrl: settings.baseUrl };
}

type Options = { options: Record<string, string>; origins: string[] };

const optionsOf: Readonly<Record<BackendName, (env: Environment) => Options>> = {
  local: () => ({ options: { proxy_url: '/api/v1' }, origins: [] }),
  github: (env) => {
    const relay = addressIn(env, 'NEWSROOM_RELAY');
    // The window that signs in answers from its origin, and Decap compares the two as they are written.
    if (relay !== originOf(relay)) {
      throw wrong('NEWSROOM_RELAY', 'パスのない、小文字のURL', 'an address in lower-case letters without a path');
    }
    const api = addressIn(env, 'NEWSROOM_API', 'https://api.github.com');
    return {
      options: { repo: repoIn(env), branch: branchIn(env), base_url: relay, auth_endpoint: 'auth', api_root: api },
      origins: [originOf(api), 'https://www.githubstatus.com'],
    };
  },
  gitlab: (env) => {
    const { options, origins } = hosted(env, 'https://gitlab.com', '/api/v4');
    // The other hosts know no other way.
    return { options: { ...options, auth_type: 'pkce' }, origins };
  },
  forgejo: (env) => {
    const { options, origins } = hosted(env, undefined, '/api/v1');
    // Decap derives the address of sign-in from that of the API.
    if (options['api_root'] !== `${options['base_url']}/api/v1`) {
      throw wrong('NEWSROOM_API', 'NEWSROOM_HOST の /api/v1（書かなくてかまいません）', "NEWSROOM_HOST's /api/v1, or left out");
    }
    return { options, origins };
  },
  gitea: (env) => hosted(env, undefined, '/api/v1'),
  proxy: (env) => {
    const url = addressIn(env, 'NEWSROOM_API');
    return { options: { proxy_url: url, branch: branchIn(env) }, origins: [originOf(url)] };
  },
};

/** A host that signs editors in with PKCE: no server of one's own, no secret in the page. */
function hosted(env: Environment, usual: string | undefined, api: string): Options {
  const host = addressIn(env, 'NEWSROOM_HOST', usual);
  const appId = env['NEWSROOM_APP_ID'];
  if (!appId) {
    throw wrong('NEWSROOM_APP_ID', 'Gitホストで登録したアプリのID', 'the ID of the application registered at the Git host');
  }
  const root = addressIn(env, 'NEWSROOM_API', host + api);
  return {
    options: { repo: repoIn(env), branch: branchIn(env), app_id: appId, base_url: host, api_root: root },
    origins: [...new Set([originOf(host), originOf(root)])],
  };
}

function isBackend(name: string): name is BackendName {
  return Object.hasOwn(backends, name);
}

function repoIn(env: Environment): string {
  const repo = env['NEWSROOM_REPO'] ?? '';
  if (/^[\w.-]+(\/[\w.-]+)+$/.test(repo) && !/(^|\/)\.\.?(\/|$)/.test(repo)) return repo;
  throw wrong('NEWSROOM_REPO', '「所有者/リポジトリ」の形', "'owner/repository'");
}

function branchIn(env: Environment): string {
  // CI sets what it does not know to nothing.
  return env['NEWSROOM_BRANCH'] || 'main';
}

function addressIn(env: Environment, name: string, usual?: string): string {
  const value = env[name] ?? usual ?? '';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isLoopback = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || isLoopback) && !url.username && !url.search && !url.hash) {
    return value.replace(/\/$/, '');
  }
  throw wrong(name, 'https:// で始まるURL', 'an address that starts with https://');
}

function originOf(url: string): string {
  return new URL(url).origin;
}

function wrong(name: string, ja: string, en: string): Error {
  return new Error(`環境変数 ${name} は${ja}にしてください。 The environment variable ${name} must be ${en}.`);
}
