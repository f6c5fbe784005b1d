import type { APIRoute } from 'astro';
import { absolute, settings } from '../../../settings.ts';
import { now } from '../../clock.ts';
import { languages } from '../../i18n/languages.ts';

/** RFC 9116: whom to tell of a weakness. It expires a year after the build, so that a site left alone says so. */
export const GET: APIRoute = () => {
  const expires = now();
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const lines = [
    `Contact: ${settings.contact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${absolute('/.well-known/security.txt')}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
