import { atomDocument } from './documents/atom.ts';
import { followTheMoneyLines } from './documents/follow-the-money.ts';
import { geojsonDocument } from './documents/geojson.ts';
import { kmlDocument } from './documents/kml.ts';
import { ploverDocument } from './documents/plover.ts';
import { timemapDocument } from './documents/timemap.ts';
import type { ExportContext } from './export-context.ts';
import type { Refusal, Table } from './table.ts';
import { acledTable } from './tables/acled.ts';
import { claimsTable } from './tables/claims.ts';
import { incidentsTable } from './tables/incidents.ts';
import { polecatTable } from './tables/polecat.ts';
import { recorderTable } from './tables/recorder.ts';
import { reportsTable } from './tables/reports.ts';
import { tollsTable } from './tables/tolls.ts';
import { ucdpTable } from './tables/ucdp.ts';

export interface FormatOptions {
  /** ACLED's `inter1`, `inter2`, `interaction` as words or as numbers. */
  readonly interactions: 'words' | 'numbers';
}

/** What a format makes of a record: a table, or a text in pieces; and what it had to leave out. */
export type Made =
  | { readonly kind: 'table'; readonly table: Table; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'text'; readonly text: Iterable<string>; readonly refusals: readonly Refusal[] };

export interface Format {
  readonly name: string;
  readonly describes: string;
  /** Ending of the file it makes; tables have that of the file type chosen. */
  readonly extension: string;
  make(context: ExportContext, options: FormatOptions): Made;
}

/** Every format that `casus export` writes, in the order of its help. */
export const FORMATS: readonly Format[] = [
  table('claims', 'every claim with its words: the ledger as one table', context => plain(claimsTable(context))),
  table('incidents', 'incidents over all reports, one a row', context => plain(incidentsTable(context))),
  table('tolls', 'losses by incident, harm, side and status, with every claimant', context =>
    plain(tollsTable(context)),
  ),
  table('recorder', 'one row an incident with minimum, maximum and claimants', context =>
    plain(recorderTable(context)),
  ),
  table('sources', 'the reports and their publishers', context => plain(reportsTable(context))),
  table('acled', 'rows in the shape of ACLED', (context, { interactions }) => acledTable(context, { interactions })),
  table('ucdp', 'rows in the shape of UCDP GED', ucdpTable),
  { ...table('polecat', 'rows in the shape of POLECAT, tab-separated', polecatTable), extension: 'tsv' },
  document('plover', 'records in the shape of PLOVER', 'json', context => {
    const { document, refusals } = ploverDocument(context);
    return { text: [json(document)], refusals };
  }),
  document(
    'geojson',
    'incidents as areas of uncertainty',
    'geojson',
    one(context => json(geojsonDocument(context))),
  ),
  document('kml', 'the same for Google Earth and others', 'kml', one(kmlDocument)),
  document(
    'timemap',
    'events and sources for timemap',
    'json',
    one(context => json(timemapDocument(context))),
  ),
  document('ftm', 'entities of FollowTheMoney, one a line', 'ftm.json', context => ({
    text: followTheMoneyLines(context),
    refusals: [],
  })),
  document('atom', 'incidents as an Atom feed', 'atom', one(atomDocument)),
];

function table(
  name: string,
  describes: string,
  make: (context: ExportContext, options: FormatOptions) => { table: Table; refusals: readonly Refusal[] },
): Format {
  return {
    name,
    describes,
    extension: 'csv',
    make: (context, options) => ({ kind: 'table', ...make(context, options) }),
  };
}

function document(
  name: string,
  describes: string,
  extension: string,
  make: (context: ExportContext) => { text: Iterable<string>; refusals: readonly Refusal[] },
): Format {
  return { name, describes, extension, make: context => ({ kind: 'text', ...make(context) }) };
}

function plain(made: Table): { table: Table; refusals: readonly Refusal[] } {
  return { table: made, refusals: [] };
}

function one(make: (context: ExportContext) => string) {
  return (context: ExportContext) => ({ text: [make(context)], refusals: [] });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
