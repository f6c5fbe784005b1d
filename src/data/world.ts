/**
 * The world as land and one point a country: no border is drawn, here or anywhere on the site.
 * The shapes are Natural Earth's, which are in the public domain.
 */
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import countries from 'world-atlas/countries-50m.json' with { type: 'json' };
import land from 'world-atlas/land-110m.json' with { type: 'json' };

/** Degrees east and north. */
export type Place = readonly [longitude: number, latitude: number];

const width = 1000;
/** Japan's meridian runs through the middle, as on maps that are made in Japan. */
const projection = geoEqualEarth().rotate([-150, 0]).fitWidth(width, { type: 'Sphere' });
const path = geoPath(projection).digits(0);
/** From the north of Greenland to Cape Horn: nobody is invited from further south. */
const [top, bottom] = [84, -57].map((latitude) => Math.round(projection([150, latitude])?.[1] ?? 0)) as [number, number];

/** Where the drawing lies, in the units of its points. */
export const worldBox = { x: 0, y: top, width, height: bottom - top };

/** All land but Antarctica as the data of an SVG path, in whole units: a thousandth of the map's width each. */
export function landOutline(): string {
  const coordinates = feature(land, land.objects.land)
    .features.flatMap(({ geometry }) => polygonsOf(geometry))
    .filter(([ring]) => reachesNorthOf(ring, -57));
  return path({ type: 'MultiPolygon', coordinates }) ?? '';
}

function reachesNorthOf(ring: Position[] = [], latitude: number): boolean {
  return ring.some(([, y = -90]) => y > latitude);
}

const places = new Map<string, Place>();
for (const [code, shapes] of Map.groupBy(shapesOfCountries(), ({ code }) => code)) {
  const largest = shapes.reduce((a, b) => (b.area > a.area ? b : a));
  const [longitude, latitude] = geoCentroid({ type: 'Polygon', coordinates: largest.coordinates });
  places.set(code, [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100]);
}

function shapesOfCountries() {
  return feature(countries, countries.objects.countries).features.flatMap((country) => {
    const code = codeOf(country);
    if (!code) return [];
    return polygonsOf(country.geometry).map((coordinates) => ({
      code,
      coordinates,
      area: geoArea({ type: 'Polygon', coordinates }),
    }));
  });
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** ISO 3166-1's two letters: Unicode's rules for languages turn its three digits into them. */
function codeOf({ id, properties }: Feature<Geometry, { name: string }>): string | undefined {
  // Without an official code; these two letters are reserved for users, and in use.
  if (properties.name === 'Kosovo') return 'XK';
  return id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
}

/**
 * A point within the largest land of a country or region, by ISO 3166-1's two letters and to a hundredth of a degree;
 * undefined for what is no place on the map, such as the European Union.
 */
export function placeOf(code: string): Place | undefined {
  return places.get(code);
}

/** The point of a country on the drawing. */
export function pointOf(code: string): { x: number; y: number } | undefined {
  const [x, y] = projection([...(placeOf(code) ?? [NaN, NaN])]) ?? [];
  return x && y ? { x: Math.round(x), y: Math.round(y) } : undefined;
}

/** The shortest way over the globe between two countries, as the data of an SVG path. */
export function wayBetween(from: string, to: string): string {
  const ends = [from, to].map(placeOf).filter((place) => place !== undefined);
  return (ends.length === 2 && path({ type: 'LineString', coordinates: ends.map((place) => [...place]) })) || '';
}
