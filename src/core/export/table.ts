/** What stands in a column. `day` is an ISO day, `json` a JSON text. */
export type CellType = 'text' | 'integer' | 'number' | 'day';

/** One column of an exported table: its name is what the format lays down, its description ours. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
  readonly description: string;
  /** HXL hashtag with attributes, for the optional second row (`#affected+killed`). */
  readonly hxl?: string;
}

/** Null is "not known" and is written as an empty cell, never as 0. */
export type Cell = string | number | null;

/** A table as it is exported, whatever file it becomes: CSV, TSV, Parquet, Arrow, a sheet. */
export interface Table {
  /** Name for files and sheets: `acled`, `tolls`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Why something of the ledger is not in an export that could have held it. */
export interface Refusal {
  readonly incidentId: string;
  readonly code: RefusalCode;
  readonly why: string;
}

export const REFUSALS = {
  'not-asserted': 'nobody asserts that it happened: it is denied, feared, threatened or only thought possible',
  'no-type': 'the format has no type for such a happening',
  'no-place': 'no place with coordinates is told, and a row must not be put at a default pin',
  'place-too-vague': 'the place is vaguer than the format can say',
  'no-day': 'no day or period is known',
  'day-too-vague': 'the time is vaguer than the format can say',
  'no-deaths': 'nobody says that anybody was killed',
  'no-sides': 'the sides are not known that the format asks for',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** A table with the incidents that could not become a row of it. */
export interface TableExport {
  readonly table: Table;
  readonly refusals: readonly Refusal[];
}

/** Makes a column. */
export function column(name: string, type: CellType, description: string, hxl?: string): Column {
  return hxl === undefined ? { name, type, description } : { name, type, description, hxl };
}

/** A row in the order of the columns, from values by column name. Throws on a name that no column has: that is a bug. */
export function rowOf(columns: readonly Column[], values: Readonly<Record<string, Cell>>): readonly Cell[] {
  const names = new Set(columns.map(({ name }) => name));
  const unknown = Object.keys(values).find(name => !names.has(name));
  if (unknown !== undefined) throw new RangeError(`no column ${unknown}`);
  return columns.map(({ name }) => values[name] ?? null);
}

/** The refusals of an export as a table of their own. */
export function refusalTable(format: string, refusals: readonly Refusal[]): Table {
  return {
    name: `${format}-refusals`,
    title: `Incidents that are not in ${format}, and why`,
    columns: [
      column('casus_incident_id', 'text', 'Id of the incident in the ledger.'),
      column('code', 'text', 'Kind of reason.'),
      column('why', 'text', 'The reason.'),
    ],
    rows: refusals.map(({ incidentId, code, why }) => [incidentId, code, why]),
  };
}
