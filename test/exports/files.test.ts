import { tableFromIPC } from '@uwdata/flechette';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportContext } from '../../src/core/export/export-context.ts';
import { FORMATS } from '../../src/core/export/formats.ts';
import type { Table } from '../../src/core/export/table.ts';
import { readableCell } from '../../src/core/export/write/csv.ts';
import { makeExport } from '../../src/node/exports/exporter.ts';
import { tableFile } from '../../src/node/exports/table-bytes.ts';
import { GeoJson, PloverRecord } from './readers.ts';
import { exampleContext } from './record.ts';

// The examples are constructed reports; their incidents are invented.

let context: ExportContext;
let tables: readonly Table[];

beforeAll(async () => {
  context = await exampleContext();
  tables = FORMATS.map(format => format.make(context, { interactions: 'words' })).flatMap(made =>
    made.kind === 'table' ? [made.table] : [],
  );
});

describe('a table as a file', () => {
  it('says the same as CSV, Parquet and Arrow', async () => {
    expect(tables.map(({ name }) => name)).toContain('claims');
    for (const table of tables) {
      const csv: Record<string, string>[] = parse(await textOf(table), { columns: true });
      const expected = csv.map(row =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, readableCell(cell)])),
      );
      expect(await parquetRows(table)).toEqual(expected);
      expect(await arrowRows(table)).toEqual(expected);
    }
  });

  it('has one JSON object a line, with null for what is not known', async () => {
    const table = tables.find(({ name }) => name === 'tolls')!;
    const lines = [...((await tableFile(table, 'json', {})) as Iterable<string>)].map(line => JSON.parse(line));
    expect(lines.map(Object.values)).toEqual(table.rows);
  });
});

describe('the workbook', () => {
  it('has the sheets named in its help, and text that is never a formula', async () => {
    const { content } = await makeExport('xlsx', context, { file: null });
    const files = unzipSync(content as Uint8Array);
    const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['incidents', 'tolls', 'claims', 'sources', 'read-me']);
    const claims = strFromU8(files['xl/worksheets/sheet3.xml']!);
    expect(claims.match(/<row /g)).toHaveLength(context.claims.size + 1);
    expect(claims).not.toContain('<f>');
  });
});

describe('the data package', () => {
  it('describes every file in it, column by column', async () => {
    const { content } = await makeExport('package', context, { file: null });
    const files = content as ReadonlyMap<string, Iterable<string>>;
    const descriptor = JSON.parse([...files.get('datapackage.json')!].join(''));
    expect(descriptor.resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      [...files.keys()].filter(name => name.endsWith('.csv')).sort(),
    );
    for (const { path, schema } of descriptor.resources) {
      const [columns]: string[][] = parse([...files.get(path)!].join(''), { to: 1 });
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(columns);
    }
    expect(descriptor.casus).toMatchObject({ policy: 'ranges@1', filters: [] });
  });
});

describe('documents', () => {
  it('GeoJSON draws areas, never points, and keeps incidents without a place', () => {
    const { features } = GeoJson.parse(JSON.parse(text('geojson')));
    expect(features.some(({ geometry }) => geometry === null)).toBe(true);
    const told = new Set(features.map(({ properties }) => properties.incident_id));
    expect([...told].sort()).toEqual(context.record.incidents.map(({ id }) => id).sort());
  });

  it('PLOVER records pass a strict reader', () => {
    const { records, casus } = JSON.parse(text('plover'));
    expect(casus.generator).toMatch(/^casus /);
    expect(records.length).toBeGreaterThan(8);
    for (const record of records) expect(PloverRecord.safeParse(record).error?.issues).toBeUndefined();
  });

  it.each(['kml', 'atom'])('%s is balanced XML that names every incident', name => {
    const xml = text(name);
    const open: string[] = [];
    for (const [, close, tag = '', self] of xml
      .replace(/<\?xml[^>]*\?>/, '')
      .matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (self === '/') continue;
      if (close === '/') expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
    for (const { id } of context.record.incidents) expect(xml).toContain(id);
  });

  it('FollowTheMoney entities point only at entities that are there', () => {
    const entities = text('ftm')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const { properties } of entities) {
      for (const id of [...(properties.involved ?? []), ...(properties.proof ?? []), ...(properties.entity ?? [])]) {
        expect(ids.has(id)).toBe(true);
      }
    }
  });

  it('timemap events name sources that are there', () => {
    const { events, sources } = JSON.parse(text('timemap'));
    const ids = new Set(sources.map(({ id }: { id: string }) => id));
    expect(events.length).toBeGreaterThan(4);
    for (const event of events) for (const id of event.sources) expect(ids.has(id)).toBe(true);
  });
});

it('the same ledger gives the same bytes in every format', async () => {
  const again = await exampleContext();
  for (const name of [...FORMATS.map(format => format.name), 'xlsx', 'package']) {
    for (const file of ['csv', 'parquet', 'arrow', 'zip']) {
      expect(await bytes(name, again, file), `${name} ${file}`).toEqual(await bytes(name, context, file));
    }
  }
});

async function bytes(name: string, from: ExportContext, file: string): Promise<unknown> {
  const { content } = await makeExport(name, from, { file });
  if (content instanceof Uint8Array) return Buffer.from(content).toString('base64');
  return content instanceof Map
    ? [...content].map(([key, lines]) => [key, [...lines]])
    : [...(content as Iterable<string>)];
}

function text(name: string): string {
  const made = FORMATS.find(format => format.name === name)!.make(context, { interactions: 'words' });
  if (made.kind !== 'text') throw new Error(`${name} is no text`);
  return [...made.text].join('');
}

async function textOf(table: Table): Promise<string> {
  return [...((await tableFile(table, 'csv', {})) as Iterable<string>)].join('');
}

type Rows = readonly Readonly<Record<string, string>>[];

async function parquetRows(table: Table): Promise<Rows> {
  const file = (await tableFile(table, 'parquet', {})) as Uint8Array;
  const rows = await parquetReadObjects({
    file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer,
  });
  return rows.map(row => cells(table, name => row[name]));
}

async function arrowRows(table: Table): Promise<Rows> {
  const read = tableFromIPC((await tableFile(table, 'arrow', {})) as Uint8Array, { useDate: true, useBigInt: true });
  return read.toArray().map(row => cells(table, name => (row as Record<string, unknown>)[name]));
}

/** What a typed file holds, as CSV would have written it. */
function cells(table: Table, value: (name: string) => unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(table.columns.map(({ name }) => [name, csvCell(value(name))]));
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
