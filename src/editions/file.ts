import type { APIRoute } from 'astro';
import { isLanguage, type Language } from '../i18n/languages.ts';
import type { Library } from '../queries/library.ts';
import { siteLibrary } from '../queries/site-library.ts';

/**
 * A route that writes one text file for each language; `named` is what else its path names. Throws where the path names no
 * language.
 */
export function fileInEachLanguage(
  type: string,
  write: (library: Library, language: Language, named: Readonly<Record<string, string | undefined>>) => string,
): APIRoute {
  return async ({ params }) => {
    const { lang, ...named } = params;
    if (!isLanguage(lang)) throw new RangeError(`There is no language '${lang ?? ''}'.`);
    return textFile(type, write(await siteLibrary(), lang, named));
  };
}

/** A file of text with its type. */
export function textFile(type: string, text: string): Response {
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** A file of text that is sent piece by piece, as its pieces are made. */
export function streamedFile(type: string, pieces: Iterable<string>): Response {
  const [encoder, iterator] = [new TextEncoder(), pieces[Symbol.iterator]()];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** A picture as PNG. */
export function pictureFile(png: Uint8Array<ArrayBuffer>): Response {
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
}
