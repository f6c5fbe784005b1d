/** Makes the page of a draft with the draft in its place in the library; every other page passes by. */
import { defineMiddleware } from 'astro:middleware';
import { defaultLanguage, isLanguage } from '../i18n/languages.ts';
import { draftOf, view } from './memory.ts';
import { previewWords } from './words.ts';

const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

export const onRequest = defineMiddleware(({ routePattern, params, currentLocale }, next) => {
  if (routePattern !== '/[lang]/preview/[token]') return next();
  const language = isLanguage(currentLocale) ? currentLocale : defaultLanguage;
  const draft = draftOf(params['token'] ?? '');
  if (!draft?.versions.has(language)) return new Response(previewWords[language].gone, { status: 404, headers });
  return view(draft, language, async () => {
    const response = await next();
    // Components are rendered while the page is read: it is read here, where they see the draft.
    const page = await response.text();
    return new Response(page, { status: response.status, headers: { ...Object.fromEntries(response.headers), ...headers } });
  });
});
