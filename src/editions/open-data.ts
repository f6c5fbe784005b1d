/** The published entries of each type as open data: JSON, the same as CSV, and the JSON Schema of the former. */
import { z } from 'zod';
import { absolute, settings } from '../../settings.ts';
import { prefectureSlugs } from '../data/places.ts';
import { placeOf, type Place } from '../data/world.ts';
import { defaultLanguage, languages } from '../i18n/languages.ts';
import { countryName } from '../i18n/names.ts';
import { words } from '../i18n/words.ts';
import { columnsOf, propertiesOf, recordOf, recordSchema, type Column } from '../model/columns.ts';
import { typeNames, type TypeName } from '../model/content-types.ts';
import type { Library } from '../queries/library.ts';
import { countryPath, dataSchemaPath, entryPath } from '../queries/paths.ts';
import { csvRow, csvStart } from './csv.ts';

export type DataRecord = Readonly<Record<string, unknown>>;

/** Between the codes of a list in a cell; no code holds one. */
const betweenCodes = ';';

/** Between the members of a list of groups in a cell: a line each. No field of a member holds a line break. */
const betweenMembers = '\n';

/** Gives a record for every published entry of the type: by the JIS code for prefectures, else by slug. */
export function* recordsOf(library: Library, type: TypeName): Generator<DataRecord> {
  const properties = propertiesOf(type);
  const rank = (slug: string) =>
    type === 'prefectures' ? String(prefectureSlugs.indexOf(slug as never)).padStart(2, '0') : slug;
  const sorted = library.listed(type, defaultLanguage).toSorted((a, b) => (rank(a.slug) < rank(b.slug) ? -1 : 1));
  for (const { slug } of sorted) {
    const published = library.languagesOf(type, slug);
    yield recordOf(properties, (language) => {
      if (!published.includes(language)) return undefined;
      return {
        ...library.find(type, slug, language)?.data,
        languages: published,
        url: absolute(entryPath(language, type, slug)),
      };
    });
  }
}

/** Gives the JSON file of a type in pieces: each record on a line of its own, as lines are compared one by one. */
export function* dataJson(library: Library, type: TypeName): Generator<string> {
  yield `${json(head(type)).slice(0, -'\n}\n'.length)},\n  "records": [`;
  let separator = '\n    ';
  for (const record of recordsOf(library, type)) {
    yield separator + JSON.stringify(record);
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
}

/** Gives the CSV file of a type in pieces: the records as rows below the names of the columns. */
export function* dataCsv(library: Library, type: TypeName): Generator<string> {
  const columns = columnsOf(type);
  yield csvStart + csvRow(columns.map(({ name }) => name));
  for (const record of recordsOf(library, type)) yield csvRow(columns.map((column) => cell(column, record)));
}

/** The JSON Schema of all JSON files, from the model: one definition a type. */
export function dataSchema(): string {
  return json({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: absolute(dataSchemaPath),
    title: `${words.ja.site.name} / ${words.en.site.name}`,
    oneOf: typeNames.map((type) => ({ $ref: `#/$defs/${type}` })),
    $defs: Object.fromEntries(
      typeNames.map((type) => [
        type,
        {
          title: `${words.ja.types[type]} / ${words.en.types[type]}`,
          type: 'object',
          properties: {
            ...Object.fromEntries(Object.entries(head(type)).map(([key, value]) => [key, { const: value }])),
            records: { type: 'array', items: withoutDialect(z.toJSONSchema(recordSchema(type), { io: 'output' })) },
          },
          required: [...Object.keys(head(type)), 'records'],
          additionalProperties: false,
        },
      ]),
    ),
  });
}

/**
 * Every country and region that an entry names, as GeoJSON (RFC 7946): a representative point of Natural Earth's, or null for
 * what is no place, such as the European Union; and how many published entries of each type name it.
 */
export function countriesGeoJson(library: Library): string {
  const features = [...library.values('country').keys()].sort().map((code) => ({
    type: 'Feature',
    id: code,
    geometry: pointGeometry(placeOf(code)),
    properties: {
      code,
      ...Object.fromEntries(languages.map((language) => [`name_${language}`, countryName(code, language)])),
      ...Object.fromEntries(
        library.about('country', code, defaultLanguage).map(({ type, entries }) => [type, entries.length] as const),
      ),
      ...Object.fromEntries(languages.map((language) => [`url_${language}`, absolute(countryPath(language, code))])),
    },
  }));
  return json({
    type: 'FeatureCollection',
    publisher: settings.operator.en,
    licence: settings.dataLicence.url,
    points: 'Natural Earth (public domain)',
    features,
  });
}

function pointGeometry(place: Place | undefined) {
  return place ? { type: 'Point', coordinates: place } : null;
}

/** What each file says of itself. */
function head(type: TypeName) {
  return {
    $schema: absolute(dataSchemaPath),
    type,
    publisher: settings.operator.en,
    licence: settings.dataLicence.url,
  };
}

/** The dialect is told once, at the root. */
function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

function cell({ property, list }: Column, record: DataRecord): string {
  if (!list) return written(record[property.key]);
  const members = (record[list.key] ?? []) as DataRecord[];
  return members.map((member) => written(member[property.key])).join(betweenMembers);
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join(betweenCodes) : String(value ?? '');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
