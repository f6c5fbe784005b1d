/**
 * `npm run sbom`: every package of the lock file as a bill of materials (CycloneDX 1.6, JSON) on standard output. The same lock
 * file gives the same bytes. npm's own command refuses trees with peers of other versions, which Decap's old ones have.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a `package-lock.json` of version 3, by their folders; the project itself is at `''`. */
export type Lock = Readonly<Record<string, Locked>>;

/** The bill of materials: components in the order of the lock file, and which needs which. */
export function billOf(lock: Lock) {
  const paths = Object.keys(lock).filter((path) => path !== '');
  const own = lock[''] ?? {};
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': refOf(lock, ''), name: own.name, version: own.version } },
    components: paths.map((path) => componentOf(lock, path)),
    dependencies: ['', ...paths].map((path) => ({ ref: refOf(lock, path), dependsOn: neededBy(lock, path) })),
  };
}

function componentOf(lock: Lock, path: string) {
  const { version, license, integrity, dev, optional } = lock[path] ?? {};
  const name = nameAt(lock, path);
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': refOf(lock, path),
    ...(group ? { group } : {}),
    name: own,
    version,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(license ? { licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }] } : {}),
    ...(integrity ? { hashes: hashesOf(integrity) } : {}),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version ?? ''}`,
  };
}

/** A digest in base64, as npm writes it, in hexadecimal digits. */
function hashesOf(integrity: string) {
  const [algorithm = '', content = ''] = integrity.split('-', 2);
  return [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(content, 'base64').toString('hex') }];
}

/** A package may be there twice: the folder tells which is meant. */
function refOf(lock: Lock, path: string): string {
  return path || `${lock['']?.name ?? ''}@${lock['']?.version ?? ''}`;
}

function nameAt(lock: Lock, path: string): string {
  return lock[path]?.name ?? path.replace(/^(.*\/)?node_modules\//, '');
}

/** What a package needs, as Node finds it: in its own folder first, then outwards. */
function neededBy(lock: Lock, path: string): string[] {
  const { dependencies, devDependencies, optionalDependencies } = lock[path] ?? {};
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  return names.flatMap((name) => {
    for (let folder = path; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
      const found = `${folder && `${folder}/`}node_modules/${name}`;
      if (lock[found]) return [found];
      if (folder === '') return [];
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Lock };
  console.log(JSON.stringify(billOf(packages), null, 2));
}
