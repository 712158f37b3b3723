import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { ExportContext } from '../../src/core/export/export-context.ts';
import { FORMATS, type FormatOptions } from '../../src/core/export/formats.ts';
import type { Refusal, Table } from '../../src/core/export/table.ts';
import { csvLines, tsvLines } from '../../src/core/export/write/csv.ts';
import type { Incident } from '../../src/core/model/index.ts';
import { ACLED_COLUMNS, AcledRow, POLECAT_COLUMNS, PolecatRow, UCDP_COLUMNS, UcdpRow } from './readers.ts';
import { exampleContext } from './record.ts';

// The examples are constructed reports; their incidents are invented.

const OURS = ['casus_incident_id', 'casus_claim_ids', 'casus_export'];
let context: ExportContext;

beforeAll(async () => {
  context = await exampleContext();
});

describe('ACLED', () => {
  it('rows have its 31 columns in order, then ours, and pass a strict reader', () => {
    const { columns, rows } = readCsv(tableOf('acled').table);
    expect(columns).toEqual([...ACLED_COLUMNS, ...OURS]);
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(AcledRow.safeParse(row).error?.issues).toBeUndefined();
  });

  it('has kinds of actors as numbers where those are asked for', () => {
    const { rows } = readCsv(tableOf('acled', { interactions: 'numbers' }).table);
    for (const { interaction, inter1, inter2 } of rows) {
      const pair = [inter1, inter2].filter(Boolean).sort();
      expect(interaction).toBe(pair.length === 0 ? '' : pair.length === 1 ? `${pair[0]}0` : pair.join(''));
    }
  });

  it('leaves fatalities empty where nobody gives a figure, and never counts casualties as deaths', () => {
    const { rows } = readCsv(tableOf('acled', {}, withTolls('killed-or-injured')).table);
    expect(rows.map(({ fatalities }) => fatalities)).toEqual(rows.map(() => ''));
  });
});

describe('UCDP', () => {
  it('rows have its 49 columns in order, then ours, and pass a strict reader', () => {
    const { columns, rows } = readCsv(tableOf('ucdp').table);
    expect(columns).toEqual([...UCDP_COLUMNS, ...OURS]);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const read = UcdpRow.safeParse(row);
      expect(read.error?.issues).toBeUndefined();
      expect(read.data!.low).toBeLessThanOrEqual(read.data!.best);
    }
  });

  const slice = new URL('../../../shared/corpora/export-conformance/ucdp_ged_syria_300.csv', import.meta.url);
  test.skipIf(!existsSync(slice))('the same reader takes rows of UCDP GED itself (needs ../shared)', () => {
    const rows: Record<string, string>[] = parse(readFileSync(slice, 'utf8'), { columns: true });
    expect(rows).toHaveLength(300);
    for (const row of rows) expect(UcdpRow.safeParse(row).error?.issues, row['id']).toBeUndefined();
  });
});

it('POLECAT rows have its 40 columns in order, then ours, and pass a strict reader', () => {
  const made = tableOf('polecat');
  const [head = '', ...lines] = [...tsvLines(made.table)];
  const columns = head.trimEnd().split('\t');
  expect(columns).toEqual([...POLECAT_COLUMNS, ...OURS]);
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    const row = Object.fromEntries(
      line
        .slice(0, -1)
        .split('\t')
        .map((cell, i) => [columns[i], cell]),
    );
    expect(PolecatRow.safeParse(row).error?.issues).toBeUndefined();
  }
});

describe('what cannot honestly be a row', () => {
  const cases: readonly (readonly [string, Refusal['code'], (incident: Incident) => Incident])[] = [
    ['without a place', 'no-place', incident => ({ ...incident, places: [] })],
    ['with an unresolved place', 'no-place', incident => ({ ...incident, places: incident.places.map(unresolved) })],
    ['in a country only', 'place-too-vague', incident => ({ ...incident, places: incident.places.map(vague) })],
    [
      'without a day',
      'no-day',
      incident => ({ ...incident, when: { ...incident.when, start: null, end: null, precision: null } }),
    ],
    ['within a year', 'day-too-vague', incident => ({ ...incident, when: { ...incident.when, precision: 5 } })],
    [
      'that nobody asserts',
      'not-asserted',
      incident => ({ ...incident, links: incident.links.map(link => ({ ...link, eventId: 'evt_x' })) }),
    ],
  ];

  it.each(cases)('an incident %s is refused: %s', (_, code, change) => {
    const [incident] = context.record.incidents.filter(({ id }) => !refused('acled').includes(id));
    const changed = { ...context, record: { ...context.record, incidents: [change(incident!)] } };
    const { table, refusals } = tableOf('acled', {}, changed);
    expect(table.rows).toEqual([]);
    expect(refusals.map(refusal => refusal.code)).toEqual([code]);
  });

  it.each(['acled', 'ucdp', 'polecat'])('every incident is a row of %s or in its refusal log', name => {
    const { table, refusals } = tableOf(name);
    const at = table.columns.findIndex(column => column.name === 'casus_incident_id');
    const ids = [...table.rows.flatMap(row => row[at] ?? []), ...refusals.map(({ incidentId }) => incidentId)];
    expect(ids.sort()).toEqual(context.record.incidents.map(({ id }) => id).sort());
  });
});

function tableOf(
  name: string,
  options: Partial<FormatOptions> = {},
  from = context,
): { table: Table; refusals: readonly Refusal[] } {
  const made = FORMATS.find(format => format.name === name)!.make(from, { interactions: 'words', ...options });
  if (made.kind !== 'table') throw new Error(`${name} is no table`);
  return made;
}

function refused(name: string): readonly string[] {
  return tableOf(name).refusals.map(({ incidentId }) => incidentId);
}

/** The record with every toll row said to be of one harm. */
function withTolls(harm: 'killed-or-injured'): ExportContext {
  const incidents = context.record.incidents.map(incident => ({
    ...incident,
    tolls: incident.tolls.map(toll => ({ ...toll, harm })),
  }));
  return { ...context, record: { ...context.record, incidents } };
}

function unresolved(place: Incident['places'][number]): Incident['places'][number] {
  return { ...place, lat: null, lon: null, radiusKm: null, precision: null };
}

function vague(place: Incident['places'][number]): Incident['places'][number] {
  return { ...place, precision: 6 };
}

function readCsv(table: Table): { columns: readonly string[]; rows: Record<string, string>[] } {
  const text = [...csvLines(table)].join('');
  const [columns = []]: string[][] = parse(text, { to: 1 });
  return { columns, rows: parse(text, { columns: true }) };
}
