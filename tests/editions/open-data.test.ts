import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { csvRow, csvStart, guarded } from '../../src/editions/csv.ts';
import { countriesGeoJson, dataCsv, dataJson, dataSchema, recordsOf } from '../../src/editions/open-data.ts';
import type { Entry } from '../../src/entries/entry.ts';
import { readAll } from '../../src/entries/read.ts';
import { languages } from '../../src/i18n/languages.ts';
import { columnsOf, propertiesOf, type Column, type Property } from '../../src/model/columns.ts';
import { contentTypes, typeNames, type TypeName } from '../../src/model/content-types.ts';
import type { Field } from '../../src/model/fields.ts';
import { facetsOf } from '../../src/queries/facets.ts';
import { makeLibrary } from '../../src/queries/library.ts';
import { rowsOf } from './table.ts';

const { entries } = readAll(process.cwd());
const library = makeLibrary(entries);
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(dataSchema()) as object);

interface DataFile {
  readonly type: string;
  readonly licence: string;
  readonly records: readonly Record<string, unknown>[];
}

const jsonOf = (type: TypeName, from = library) => [...dataJson(from, type)].join('');
const fileOf = (type: TypeName, from = library) => JSON.parse(jsonOf(type, from)) as DataFile;
const tableOf = (type: TypeName, from = library) => [...dataCsv(from, type)].join('');

/** The records of a table, as the page about the data says that it is to be read. */
function recordsIn(type: TypeName, text: string): Record<string, unknown>[] {
  const [names = [], ...rows] = rowsOf(text);
  const columns = columnsOf(type);
  expect(names).toEqual(columns.map(({ name }) => name));
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    const cells = row.map((cell) => cell.replace(/^'/, ''));
    const record: Record<string, unknown> = {};
    columns.forEach(({ property, list }, index) => {
      const cell = cells[index] ?? '';
      if (list) record[list.key] ??= membersOf(columns, cells, list);
      else put(record, property, cell);
    });
    return record;
  });
}

function membersOf(columns: readonly Column[], cells: readonly string[], list: Property): Record<string, unknown>[] {
  const parts = columns.flatMap((column, index) =>
    column.list?.key === list.key ? [{ property: column.property, lines: (cells[index] ?? '').split('\n') }] : [],
  );
  const needed = parts.find(({ property }) => property.needed);
  const count = needed?.lines[0] === '' ? 0 : (needed?.lines.length ?? 0);
  return Array.from({ length: count }, (_, member) => {
    const record: Record<string, unknown> = {};
    for (const { property, lines } of parts) put(record, property, lines[member] ?? '');
    return record;
  });
}

function put(record: Record<string, unknown>, { key, field }: Property, cell: string): void {
  if (['choices', 'prefectures', 'countries', 'relations'].includes(field.kind))
    record[key] = cell === '' ? [] : cell.split(';');
  else if (cell === '') return;
  else if (field.kind === 'number') record[key] = Number(cell);
  else if (field.kind === 'flag') record[key] = cell === 'true';
  else record[key] = cell;
}

describe.each(typeNames)('%s', (type) => {
  test('the JSON follows the JSON Schema', () => {
    expect(validate(fileOf(type)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test('the JSON has each record on a line of its own', () => {
    const lines = jsonOf(type).split('\n');
    const records = lines
      .filter((line) => line.startsWith('    {'))
      .map((line) => JSON.parse(line.replace(/,$/, '')) as object);
    expect(records).toEqual(fileOf(type).records);
  });

  test('the CSV, read again, says what the JSON says', () => {
    expect(recordsIn(type, tableOf(type))).toEqual(fileOf(type).records);
  });

  test('every published entry is a record, and every record is one', () => {
    const published = entries.filter((entry) => entry.type === type);
    const { records } = fileOf(type);
    expect(records.map(({ slug }) => slug).sort()).toEqual([...new Set(published.map(({ slug }) => slug))].sort());
    const versions = records.flatMap((record) =>
      (record['languages'] as string[]).map((language) => `${String(record['slug'])} ${language}`),
    );
    expect(versions.sort()).toEqual(published.map(({ slug, language }) => `${slug} ${language}`).sort());
  });

  test('every field that is marked as a column is one, and no other', () => {
    const marked = Object.entries<Field>(contentTypes[type].fields).flatMap(([name, { column }]) => (column ? [name] : []));
    const fields = new Set(propertiesOf(type).map(({ key, language }) => (language ? key.slice(0, -3) : key)));
    expect([...fields].filter((name) => !['languages', 'url'].includes(name))).toEqual(marked);
    expect(new Set(columnsOf(type).map(({ name }) => name)).size).toBe(columnsOf(type).length);
  });

  test('a member of a list is one line of a cell: it holds neither a list nor a text of several lines', () => {
    for (const { members } of propertiesOf(type)) {
      for (const member of members ?? []) {
        expect(member.members).toBeUndefined();
        expect(member.field.kind).not.toBe('longText');
      }
    }
  });
});

describe('what the JSON Schema refuses', () => {
  const [first] = recordsOf(library, 'events');
  const refused = (change: Record<string, unknown>) =>
    !validate({ ...fileOf('events'), records: [JSON.parse(JSON.stringify({ ...first, ...change }))] });

  test('it accepts the record itself', () => expect(refused({})).toBe(false));

  test.each([
    ['an unknown key', { layout: 'x' }],
    ['a missing title', { title_ja: undefined }],
    ['a date in another form', { date: '2014/02/04' }],
    ['a kind that is none', { kind: 'party' }],
    ['a prefecture twice', { prefectures: ['chiba', 'chiba'] }],
    ['a country in words', { countries: ['France'] }],
    ['a source without a standing', { sources: [{ title_ja: 'a', publisher_ja: 'b' }] }],
    ['a link that runs code', { url_ja: 'javascript:x' }],
  ])('%s', (_name, change) => expect(refused(change)).toBe(true));
});

test('a version that is not published leaves nothing, and the record says in which languages it is', () => {
  const theme = (language: 'ja' | 'en', title: string) =>
    ({
      type: 'themes',
      slug: 'a',
      language,
      data: { slug: 'a', status: 'published', title, summary: title, reading: 'あ', sources: [] },
    }) as unknown as Entry;
  const [both] = recordsOf(makeLibrary([theme('ja', '甲'), theme('en', 'A')]), 'themes');
  expect(both).toMatchObject({ languages: ['ja', 'en'], title_ja: '甲', title_en: 'A' });
  const alone = makeLibrary([theme('ja', '甲')]);
  expect(Object.keys(recordsOf(alone, 'themes').next().value ?? {}).filter((key) => key.endsWith('_en'))).toEqual([]);
  expect(recordsOf(alone, 'themes').next().value).toMatchObject({ languages: ['ja'] });
  expect(validate(fileOf('themes', alone))).toBe(true);
  expect(recordsIn('themes', tableOf('themes', alone))).toEqual(fileOf('themes', alone).records);
});

test('two writings are the same, in whatever order the entries were read', () => {
  const reversed = makeLibrary([...entries].reverse());
  for (const type of typeNames) {
    expect(jsonOf(type, reversed)).toBe(jsonOf(type));
    expect(tableOf(type, reversed)).toBe(tableOf(type));
  }
});

describe('CSV', () => {
  test('begins with a byte order mark and ends every line with CRLF', () => {
    for (const type of typeNames) {
      const file = tableOf(type);
      expect(file.startsWith('\ufeffslug,languages,url_ja,url_en,')).toBe(true);
      expect(file.endsWith('\r\n')).toBe(true);
      expect(file.slice(1)).not.toContain('\ufeff');
    }
  });

  test('quotes what needs it, by RFC 4180', () => {
    expect(csvRow(['a', 'b,c', 'd"e', 'f\ng', ' h', '1;2', ''])).toBe('a,"b,c","d""e","f\ng"," h","1;2",\r\n');
    const cells = ['', 'a', '"', '""', ',', '\n', 'a\r\nb', ';', ' ', '県'];
    expect(rowsOf(csvStart + csvRow(cells) + csvRow(cells))).toEqual([cells, cells]);
  });

  test.each(['=1+1', '+81', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＋1', '－1', '＠a', "'quoted'", "'=1"])(
    'no spreadsheet runs %j, and a program has it back',
    (value) => {
      expect(guarded(value)).toBe(`'${value}`);
      expect(guarded(value).replace(/^'/, '')).toBe(value);
    },
  );

  test.each(['', 'a=b', '2014-02-04', '1-2', 'a@b.example', '県', 'it’s'])('%j stays as it is', (value) =>
    expect(guarded(value)).toBe(value),
  );

  test('no cell of any file could be run', () => {
    for (const type of typeNames) {
      const run = rowsOf(tableOf(type))
        .flat()
        .filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell));
      expect(run).toEqual([]);
    }
  });
});

describe('the countries as GeoJSON', () => {
  interface Feature {
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
    readonly properties: Record<string, unknown>;
  }
  const featuresOf = (from = library) => (JSON.parse(countriesGeoJson(from)) as { features: Feature[] }).features;
  const features = featuresOf();

  test('are those that entries name, each once, and in the same order whatever was read first', () => {
    const named = new Set(entries.flatMap((entry) => facetsOf(entry).country));
    expect(features.map(({ id }) => id)).toEqual([...named].sort());
    expect(countriesGeoJson(makeLibrary([...entries].reverse()))).toBe(countriesGeoJson(library));
  });

  test('have a point of longitude and latitude, unless they are no place', () => {
    expect(features.filter(({ geometry }) => !geometry).map(({ id }) => id)).toEqual(['EU']);
    for (const { id, geometry } of features) {
      if (!geometry) continue;
      const [longitude = NaN, latitude = NaN] = geometry.coordinates;
      expect(geometry.type, id).toBe('Point');
      expect(Math.abs(longitude), id).toBeLessThanOrEqual(180);
      expect(Math.abs(latitude), id).toBeLessThanOrEqual(90);
    }
    const [longitude = NaN, latitude = NaN] = features.find(({ id }) => id === 'FR')?.geometry?.coordinates ?? [];
    expect([Math.round(longitude), Math.round(latitude)]).toEqual([2, 47]);
  });

  test('say how many entries of each type name them, in which words, and where their pages are', () => {
    const partnership = (slug: string) =>
      ({ type: 'partnerships', slug, language: 'ja', data: { countries: ['FR'], country: 'FR' } }) as unknown as Entry;
    const [france, ...others] = featuresOf(makeLibrary([partnership('a'), partnership('b')]));
    expect(others).toEqual([]);
    expect(france?.properties).toEqual({
      code: 'FR',
      name_ja: 'フランス',
      name_en: 'France',
      partnerships: 2,
      url_ja: expect.stringMatching(/\/ja\/countries\/fr\/$/) as string,
      url_en: expect.stringMatching(/\/en\/countries\/fr\/$/) as string,
    });
  });
});

test('every column has a name in both languages', () => {
  for (const { label } of typeNames.flatMap((type) => columnsOf(type)))
    for (const language of languages) expect(label[language]).toMatch(/\S/);
});
