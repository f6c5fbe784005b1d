/**
 * The public paths of the last release, in a file of their own: an address that was once public leads somewhere for ever, and
 * only a list from outside the content can tell that one is gone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentTypes } from '../../src/model/content-types.ts';
import type { Problem } from '../../src/model/refusal.ts';
import { entryAt, type Site } from './site.ts';

/** From the project's root. One path a line, sorted; `npm run release` writes it. */
export const releasedFile = 'released-paths.txt';

/** The paths of the last release. Throws where the file is missing: without it nothing could be found gone. */
export function readReleased(root: string): string[] {
  return readFileSync(join(root, releasedFile), 'utf8').split('\n').filter(Boolean);
}

/** A problem for each path that is neither a page any more nor the beginning of redirects that lead to one. */
export function removed(released: readonly string[], { paths, redirects }: Pick<Site, 'paths' | 'redirects'>): Problem[] {
  const leads = (path: string, hops = 10): boolean => {
    if (paths.has(path)) return true;
    const next = redirects.get(path)?.replace(/#.*/, '');
    return next !== undefined && hops > 0 && leads(next, hops - 1);
  };
  return released.flatMap((path, index) => (leads(path) ? [] : [{ ...placed(index), ...wordsFor(path) }]));
}

function placed(index: number) {
  return { file: releasedFile, line: index + 1, column: 1 };
}

function wordsFor(path: string): Pick<Problem, 'message' | 'remedy'> {
  const message = {
    ja: `公開していたアドレス「${path}」のページがなくなり、転送先もありません。`,
    en: `The public address '${path}' has no page any more and leads nowhere.`,
  };
  const byHand = {
    ja: `public/_redirects に「${path} 転送先のアドレス 301」の行を書いてください。`,
    en: `write the line '${path} ADDRESS-INSTEAD 301' in public/_redirects.`,
  };
  const entry = entryAt(path);
  if (!entry || !('aliases' in contentTypes[entry.type].fields)) {
    return { message, remedy: { ja: byHand.ja, en: `W${byHand.en.slice(1)}` } };
  }
  // On one line: what is told never breaks one, since the words of an editor may be among it.
  const line = `aliases: [{ slug: ${entry.slug} }]`;
  return {
    message,
    remedy: {
      ja: `記事などの名前を変えたのなら、新しいほうの index.ja.mdx の「以前のアドレス」に「${line}」と書いてください。取り下げたのなら、${byHand.ja}`,
      en: `Where it was renamed, write '${line}' in the new one's index.ja.mdx ('Former addresses'); where it was taken back, ${byHand.en}`,
    },
  };
}
