/** The tags of blocks, read from a text without parsing the whole of it. */

export interface TagAttribute {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Where its value stands, quotes included; undefined where it has none. */
  readonly value: { readonly from: number; readonly to: number } | undefined;
}

export interface Tag {
  readonly kind: 'opening' | 'closing' | 'alone';
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly nameTo: number;
  readonly attributes: readonly TagAttribute[];
}

/** The tag that begins at a place, or undefined where none does. A name begins with a capital, as every block's does. */
export function tagAt(text: string, from: number): Tag | undefined {
  const read = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const start = read(/<(\/?)\s*([A-Z][\w.:-]*)/y, from);
  if (!start) return undefined;
  const [written, slash, name = ''] = start;
  const nameTo = from + written.length;
  const attributes: TagAttribute[] = [];
  let at = nameTo;
  for (;;) {
    const end = read(/\s*(\/?)>/y, at);
    if (end) {
      const kind = slash ? 'closing' : end[1] ? 'alone' : 'opening';
      return { kind, name, from, to: at + end[0].length, nameTo, attributes };
    }
    const attribute = read(/\s+([A-Za-z_][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'))?/y, at);
    if (!attribute) return undefined;
    const [all, attributeName = '', value] = attribute;
    const to = at + all.length;
    attributes.push({
      name: attributeName,
      from: at + all.search(/\S/),
      to,
      value: value === undefined ? undefined : { from: to - value.length, to },
    });
    at = to;
  }
}
