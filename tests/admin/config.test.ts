import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { configOf, portableConfigOf } from '../../admin/config.ts';
import { headersOf } from '../../admin/server/headers.ts';
import { newsroomOf } from '../../admin/settings.ts';
import { languages } from '../../src/i18n/languages.ts';
import { typeNames } from '../../src/model/content-types.ts';
import type { FormField } from '../../src/model/form.ts';
import { serve } from '../../tools/serve.ts';
import { decapsValidator } from './decap/bundled.ts';
import { backendNames, environments } from './environments.ts';

const lineUps = [{ number: 1, articles: ['a-residence-in-thailand'] }];

/** As it reaches Decap, and as a file of configuration would hold it. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

describe("Decap's own validator", () => {
  let validateConfig: (config: object) => void;
  beforeAll(async () => {
    ({ validateConfig } = await decapsValidator());
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  test.each(backendNames.flatMap((name) => languages.map((language) => [name, language] as const)))(
    'accepts the configuration for %s in %s',
    (name, language) => {
      expect(() => validateConfig(plain(configOf(newsroomOf(environments[name]), language, lineUps)))).not.toThrow();
    },
  );

  test('refuses what is no configuration, so that its silence means something', () => {
    const config = plain(configOf(newsroomOf({}), 'ja', lineUps));
    expect(() => validateConfig({ ...config, collections: [{ name: 'articles' }] })).toThrow();
    const [first] = config.collections;
    const fields = [{ name: 'many', label: 'Many', widget: 'list', i18n: 'duplicate' }];
    expect(() => validateConfig({ ...config, collections: [{ ...first, fields }] })).toThrow();
  });
});

describe('Sveltia CMS, to which an editor can move', () => {
  const schema = JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8')) as object;
  // `logger: false` since the schema names formats that ajv has in another package.
  const ajv = new Ajv({ strict: false, logger: false }).addSchema(schema, 'sveltia');
  const faults = (part: string, value: unknown) => {
    const validate = ajv.getSchema(`sveltia${part}`);
    if (!validate) throw new Error(`There is no ${part} in the schema.`);
    return validate(plain(value)) ? [] : validate.errors;
  };

  test.each((['github', 'gitlab', 'gitea'] as const).flatMap((name) => languages.map((language) => [name, language] as const)))(
    'reads the configuration for %s in %s',
    (name, language) => {
      const config = portableConfigOf(newsroomOf(environments[name]), language, lineUps);
      for (const collection of config.collections) {
        expect(faults('#/definitions/EntryCollection', { ...collection, fields: [] }), collection.name).toEqual([]);
        for (const field of collection.fields) {
          expect(faults('#/definitions/Field', field), `${collection.name}.${field.name}`).toEqual([]);
        }
      }
      expect(faults('', config)).toEqual([]);
    },
  );

  test("knows the text's widget as one that somebody else registers", () => {
    const [articles] = portableConfigOf(newsroomOf({}), 'ja', []).collections.filter(({ name }) => name === 'articles');
    const body = articles?.fields.find(({ widget }) => widget === 'mdx');
    expect(faults('#/definitions/CustomField', body)).toEqual([]);
  });
});

describe('the configuration', () => {
  test('has every type of the model, each entry in a place of its own', () => {
    const { collections } = configOf(newsroomOf({}), 'ja', lineUps);
    expect(collections.map(({ name }) => name)).toEqual(typeNames);
    expect(new Set(collections.map(({ folder }) => folder)).size).toBe(typeNames.length);
  });

  test('asks for no field twice', () => {
    const twice = (fields: readonly FormField[]): string[] =>
      fields.flatMap(({ name, fields: inner }, index) => [
        ...(fields.findIndex((field) => field.name === name) === index ? [] : [name]),
        ...twice(inner ?? []),
      ]);
    for (const { fields } of configOf(newsroomOf({}), 'ja', lineUps).collections) expect(twice(fields)).toEqual([]);
  });

  test('is reviewed before publication wherever the host can hold a text in review', () => {
    const mode = (name: (typeof backendNames)[number]) => configOf(newsroomOf(environments[name]), 'ja', []).publish_mode;
    expect(backendNames.map((name) => [name, mode(name)])).toEqual([
      ['local', 'simple'],
      ['github', 'editorial_workflow'],
      ['gitlab', 'editorial_workflow'],
      ['forgejo', 'editorial_workflow'],
      ['gitea', 'simple'],
      ['proxy', 'simple'],
    ]);
  });
});

describe('the settings', () => {
  test('are local editing where the environment says nothing', () => {
    expect(newsroomOf({})).toMatchObject({ backend: 'local', options: { proxy_url: '/api/v1' }, origins: [], workflow: false });
  });

  test.each(backendNames)('hold what %s needs', (name) => {
    const { backend, options } = newsroomOf(environments[name]);
    expect(backend).toBe(name);
    expect(options).toEqual(
      {
        local: { proxy_url: '/api/v1' },
        github: {
          repo: 'network/glocal',
          branch: 'main',
          base_url: 'https://relay.example.jp',
          auth_endpoint: 'auth',
          api_root: 'https://api.github.com',
        },
        gitlab: { ...hosted('/api/v4'), auth_type: 'pkce' },
        forgejo: hosted('/api/v1'),
        gitea: hosted('/api/v1'),
        proxy: { proxy_url: 'http://127.0.0.1:8081/api/v1', branch: 'main' },
      }[name],
    );
  });

  function hosted(api: string) {
    return {
      repo: 'network/glocal',
      branch: 'main',
      app_id: 'a1b2c3',
      base_url: 'https://git.example.jp',
      api_root: `https://git.example.jp${api}`,
    };
  }

  test('take another branch and another API', () => {
    const env = { ...environments.gitlab, NEWSROOM_BRANCH: 'content', NEWSROOM_API: 'https://api.example.jp/v1/' };
    expect(newsroomOf(env)).toMatchObject({
      options: { branch: 'content', api_root: 'https://api.example.jp/v1' },
      origins: ['https://git.example.jp', 'https://api.example.jp'],
    });
  });

  test.each([
    ['NEWSROOM_BACKEND', { NEWSROOM_BACKEND: 'bitbucket' }],
    ['NEWSROOM_BACKEND', { NEWSROOM_BACKEND: 'constructor' }],
    ['NEWSROOM_WORKFLOW', { ...environments.gitlab, NEWSROOM_WORKFLOW: 'true' }],
    ['NEWSROOM_WORKFLOW', { ...environments.gitea, NEWSROOM_WORKFLOW: 'yes' }],
    ['NEWSROOM_WORKFLOW', { NEWSROOM_WORKFLOW: 'yes' }],
    ['NEWSROOM_REPO', { ...environments.github, NEWSROOM_REPO: '' }],
    ['NEWSROOM_REPO', { ...environments.gitlab, NEWSROOM_REPO: 'glocal' }],
    ['NEWSROOM_REPO', { ...environments.gitlab, NEWSROOM_REPO: 'network/glocal?ref=x' }],
    ['NEWSROOM_RELAY', { ...environments.github, NEWSROOM_RELAY: '' }],
    ['NEWSROOM_RELAY', { ...environments.github, NEWSROOM_RELAY: 'http://relay.example.jp' }],
    ['NEWSROOM_HOST', { ...environments.forgejo, NEWSROOM_HOST: '' }],
    ['NEWSROOM_HOST', { ...environments.gitea, NEWSROOM_HOST: 'git.example.jp' }],
    ['NEWSROOM_HOST', { ...environments.gitea, NEWSROOM_HOST: 'https://me@git.example.jp' }],
    ['NEWSROOM_APP_ID', { ...environments.gitlab, NEWSROOM_APP_ID: '' }],
    ['NEWSROOM_API', { ...environments.proxy, NEWSROOM_API: '' }],
    ['NEWSROOM_API', { ...environments.proxy, NEWSROOM_API: 'http://localhost.example.jp/api' }],
    ['NEWSROOM_API', { ...environments.forgejo, NEWSROOM_API: 'javascript:alert(1)' }],
  ])('refuse a wrong %s, naming it in both languages', (name, env) => {
    expect(() => newsroomOf(env)).toThrow(new RegExp(`環境変数 ${name} は.+ The environment variable ${name} must be `));
  });
});

describe('the policy of the newsroom', () => {
  const policyOf = (name: (typeof backendNames)[number]) => {
    const [, policy = ''] = /^ {2}Content-Security-Policy: (.*)$/m.exec(headersOf(newsroomOf(environments[name]))) ?? [];
    return Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [key = '', ...sources] = directive.split(' ');
        return [key, sources];
      }),
    );
  };

  test.each(backendNames)('lets %s run no text as a program and no program of another origin', (name) => {
    const policy = policyOf(name);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(headersOf(newsroomOf(environments[name]))).not.toContain('unsafe-eval');
  });

  test.each([
    ['local', []],
    ['github', ['https://api.github.com', 'https://www.githubstatus.com']],
    ['gitlab', ['https://git.example.jp']],
    ['forgejo', ['https://git.example.jp']],
    ['gitea', ['https://git.example.jp']],
    ['proxy', ['http://127.0.0.1:8081']],
  ] as const)('lets %s talk to its own host alone', (name, origins) => {
    const { 'connect-src': connect = [], ...others } = policyOf(name);
    expect(connect).toEqual(["'self'", 'blob:', ...origins]);
    expect(Object.values(others).flat().join(' ')).not.toContain('://');
  });

  test("takes the place of the readers' policy under /admin/, and nowhere else", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headers-'));
    mkdirSync(join(folder, 'admin'));
    for (const path of ['index.html', '404.html', 'admin/index.html']) writeFileSync(join(folder, path), '<p>…</p>');
    const readers = readFileSync('public/_headers', 'utf8');
    writeFileSync(join(folder, '_headers'), readers + headersOf(newsroomOf(environments.gitlab)));
    const server = await serve(folder, 0);
    try {
      const at = async (path: string) =>
        (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)).headers;
      const [reader, editor] = [await at('/'), await at('/admin/')];
      expect(reader.get('Content-Security-Policy')).toContain(
        (/Content-Security-Policy: (.*)/.exec(readers)?.[1] ?? '').replace('; upgrade-insecure-requests', ''),
      );
      expect(reader.get('Content-Security-Policy')).not.toContain('unsafe-inline');
      expect(reader.get('X-Robots-Tag')).toBeNull();
      expect(editor.get('Content-Security-Policy')).toContain("connect-src 'self' blob: https://git.example.jp;");
      // Two policies would both have to be met: the readers' is taken back.
      expect(editor.get('Content-Security-Policy')).not.toContain(',');
      expect(editor.get('Cross-Origin-Opener-Policy')).toBe('same-origin-allow-popups');
      expect(editor.get('X-Robots-Tag')).toBe('noindex');
      expect(editor.get('X-Content-Type-Options')).toBe(reader.get('X-Content-Type-Options'));
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
