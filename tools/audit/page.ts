/** What the audit asks of a page, read from its HTML in one pass: at 20,000 pages a document tree of each would cost minutes. */

/** Where something stands in the file, in characters from its start. */
interface Placed {
  readonly value: string;
  readonly at: number;
}

export interface Page {
  /** As in a browser's address: `/ja/events/`. */
  readonly path: string;
  /** From the folder of the site: `/ja/events/index.html`. */
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  /** What it leads to or fetches: addresses as they are written, without entities. */
  readonly targets: readonly Placed[];
  /** The versions that it names: `hreflang` and address. */
  readonly translations: readonly { readonly language: string; readonly address: string }[];
  /** True where it tells search engines not to list it. */
  readonly unlisted: boolean;
  readonly comments: readonly Placed[];
}

const tag = /<(?:(!--)|([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>)/gi;
const attribute = /([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

/** Reads a page, or a drawing, from what its file holds. */
export function readPage(file: string, html: string): Page {
  const ids = new Set<string>();
  const targets: Placed[] = [];
  const translations: { language: string; address: string }[] = [];
  const comments: Placed[] = [];
  let unlisted = false;
  tag.lastIndex = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [, comment, name = '', written = ''] = found;
    const at = found.index;
    if (comment) {
      const end = html.indexOf('-->', at);
      comments.push({ value: html.slice(at, end < 0 ? undefined : end + 3), at });
      tag.lastIndex = end < 0 ? html.length : end;
      continue;
    }
    const attributes = attributesOf(written);
    const value = (key: string) => attributes.get(key);
    const id = value('id');
    if (id) ids.add(id);
    const leads = [value('href'), value('src'), ...(value('srcset') ?? '').split(',').map((one) => one.trim().split(' ')[0])];
    if (name === 'meta' && value('property') === 'og:image') leads.push(value('content'));
    for (const target of leads) if (target) targets.push({ value: target, at });
    const language = value('hreflang');
    if (name === 'link' && language) translations.push({ language, address: value('href') ?? '' });
    if (name === 'meta' && value('name') === 'robots' && value('content')?.includes('noindex')) unlisted = true;
    // What a script holds is no markup.
    if (name === 'script') tag.lastIndex = Math.max(html.indexOf('</script', tag.lastIndex), tag.lastIndex);
  }
  return { path: pathOf(file), file, ids, targets, translations, unlisted, comments };
}

/** The path of a page by its file. */
export function pathOf(file: string): string {
  return file.replace(/index\.html$/, '');
}

function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!written.includes('=')) return found;
  for (const [, name = '', double, single, bare] of written.matchAll(attribute)) {
    found.set(name, withoutEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}

/** Text as it is read: what Astro and the text engine escape. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
