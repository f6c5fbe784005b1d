/** Local editing: Decap's proxy backend on the file API of `npm start`. There is nobody to sign in. */
import { ProxyBackend as Proxy } from 'decap-cms-backend-proxy';
import type { LedgerEntry } from '../desk/ledger.ts';
import { NoServer } from './NoServer.tsx';
import type { Config, ImplementationClass } from './implementation.ts';

const ProxyBackend = Proxy as ImplementationClass & { prototype: { authenticate(): Promise<object> } };

export class LocalBackend extends ProxyBackend {
  constructor(config: Config, options?: object) {
    // Decap puts a branch into every request; this file API has none.
    super({ ...config, backend: { ...config.backend, branch: 'content' } }, options);
  }

  async authenticate(): Promise<object> {
    await request('info', {});
    return {};
  }

  /** The application starts at once where the file API answers, else says how to start it. */
  restoreUser(): Promise<object> {
    return this.authenticate();
  }

  authComponent() {
    return NoServer;
  }

  async request({ action, params }: { action: string; params: object }): Promise<unknown> {
    return request(action, params);
  }

  ownLedger(): Promise<LedgerEntry[]> {
    return request('ledger', {}) as Promise<LedgerEntry[]>;
  }
}

/** What the file API refused, in its own words; 404 is its status for a file that is not there. */
class FileApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function request(action: string, params: object): Promise<unknown> {
  const response = await fetch('/api/v1', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ action, params }),
  });
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  if (!isJson) throw new FileApiError(response.status, 'No file API answers here.');
  const body = (await response.json()) as { error?: string };
  if (!response.ok) throw new FileApiError(response.status, body.error ?? '');
  return body;
}
