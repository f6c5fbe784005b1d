import { fingerprintOf } from '../../src/entries/fingerprint.ts';
import { defaultLanguage } from '../../src/i18n/languages.ts';
import type { OpenEntry } from './open-entry.ts';

/** The fingerprint of the original as the form has it now. */
export function originalOf({ type, values }: OpenEntry): string {
  return fingerprintOf(type, values[defaultLanguage] ?? {});
}
