/** Decap's own server, for trials of the editorial workflow without a Git host. */
import { ProxyBackend as Proxy } from 'decap-cms-backend-proxy';
import type { ImplementationClass } from './implementation.ts';

export class TrialBackend extends (Proxy as ImplementationClass) {
  /** The server calls a file by its path, and refuses the empty name that Decap gives one which its branch does not change. */
  override unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string> {
    return super.unpublishedEntryDataFile(collection, slug, path, id || path);
  }
}
