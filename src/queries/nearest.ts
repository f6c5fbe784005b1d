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

/** What a case has in common with who asks. */
export type Nearness = 'prefecture' | 'region' | 'audience';

const nearestFirst: readonly (Nearness | undefined)[] = ['prefecture', 'region', 'audience', undefined];

/** By what a case is near to who asks; undefined where they have nothing in common. */
export function nearness(
  { prefectures, regions, municipal }: Case,
  { prefecture, region, audience }: Asker,
): Nearness | undefined {
  if (prefecture && prefectures.includes(prefecture)) return 'prefecture';
  if (region && regions.includes(region)) return 'region';
  if (audience === 'prefecture' && prefectures.length > 0 && !municipal) return 'audience';
  return (audience === 'municipality' || audience === 'designated-city') && municipal ? 'audience' : undefined;
}

/**
 * The cases in the order of their nearness: those of the own prefecture, of the own region, of the same kind of body, and
 * the others; equals stay in their order.
 */
export function nearest<C extends Case>(cases: readonly C[], asker: Asker): C[] {
  const distance = (known: C) => nearestFirst.indexOf(nearness(known, asker));
  return [...cases].sort((a, b) => distance(a) - distance(b));
}
