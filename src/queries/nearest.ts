/** How near a past case is to who asks. Without other modules, so that the browser fetches this alone. */

/** Where a past case was and who took part. */
export interface Case {
  readonly prefectures: readonly string[];
  readonly regions: readonly string[];
  /** True where a city, town or village took part by name. */
  readonly municipal: boolean;
}

/** Who asks; what is left empty makes no difference. */
export interface Asker {
  readonly prefecture?: string | undefined;
  readonly region?: string | undefined;
  readonly audience?: string | undefined;
}

/**
 * The cases in the order of their nearness: those of the own prefecture, of the own region, of the same kind of body, and
 * the others; equals stay in their order.
 */
export function nearest<C extends Case>(cases: readonly C[], { prefecture, region, audience }: Asker): C[] {
  const distance = ({ prefectures, regions, municipal }: C) => {
    if (prefecture && prefectures.includes(prefecture)) return 0;
    if (region && regions.includes(region)) return 1;
    if (audience === 'prefecture' && prefectures.length > 0 && !municipal) return 2;
    return (audience === 'municipality' || audience === 'designated-city') && municipal ? 2 : 3;
  };
  return [...cases].sort((a, b) => distance(a) - distance(b));
}
