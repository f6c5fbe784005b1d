/** Everything that another operator of this site changes: who runs it, and where. */
import type { Words } from './src/i18n/languages.ts';

export const settings = {
  /** Where the site is published, without a path. The environment may name another place, for a preview. */
  baseUrl: process.env['SITE_URL'] ?? 'https://glocal.example',
  operator: { ja: 'グローカル外交ネット編集室', en: 'The Glocal Diplomatic Network editors' } satisfies Words,
  /** Shown in the footer and in security.txt. The domain .example is reserved: put your own here. */
  contact: 'mailto:editors@glocal.example',
  /**
   * Under which the open data may be used: the records as they are compiled and worded here. The sources that they cite
   * stay under the terms of their own publishers.
   */
  dataLicence: {
    name: {
      ja: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
      en: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    } satisfies Words,
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;

/** A path of the site as a whole address. */
export function absolute(path: string): string {
  return new URL(path, settings.baseUrl).href;
}
