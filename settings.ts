/** Everything that another operator of this site changes: who runs it, and where. */
import type { Words } from './src/i18n/languages.ts';

export const settings = {
  /** Where the site is published, without a path. The environment may name another place, for a preview. */
  baseUrl: process.env['SITE_URL'] ?? 'https://glocal.example',
  operator: { ja: 'グローカル外交ネット編集室', en: 'The Glocal Diplomatic Network editors' } satisfies Words,
  /** Shown in the footer and in security.txt. The domain .example is reserved: put your own here. */
  contact: 'mailto:editors@glocal.example',
} as const;

/** A path of the site as a whole address. */
export function absolute(path: string): string {
  return new URL(path, settings.baseUrl).href;
}
