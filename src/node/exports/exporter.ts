import { CasusError } from '../../core/base/error.ts';
import { dataPackage } from '../../core/export/documents/data-package.ts';
import type { ExportContext } from '../../core/export/export-context.ts';
import { FORMATS, type FormatOptions } from '../../core/export/formats.ts';
import { NOTICE, stampLine } from '../../core/export/stamp.ts';
import { column, type Refusal, refusalTable, type Table } from '../../core/export/table.ts';
import { csvLines } from '../../core/export/write/csv.ts';
import { TABLE_FILES, type TableFile, tableFile } from './table-bytes.ts';
import { zipBytes } from './zip.ts';

/** Formats of several tables at once, beside those of the core. */
export const BUNDLES = [
  { name: 'xlsx', describes: 'a workbook: incidents, tolls, claims, sources and a page that explains them' },
  { name: 'package', describes: 'a Frictionless data package: all tables with their schema, as a folder or .zip' },
] as const;

export interface MakeOptions {
  /** Kind of file by `--as` or the ending of the output; null where neither says. */
  readonly file: string | null;
  readonly hxl?: boolean;
  readonly interNum?: boolean;
}

export type FileContent = Iterable<string> | Uint8Array;

export interface Exported {
  /** One file, or several by name. */
  readonly content: FileContent | ReadonlyMap<string, FileContent>;
  readonly refusals: readonly Refusal[];
  readonly refusalTable: Table;
}

/** Throws a `CasusError` where there is no such format, or it cannot be a file of that kind. */
export function checkFormat(name: string, { as }: { readonly as?: string }): void {
  const names = [...FORMATS, ...BUNDLES].map(format => format.name);
  if (!names.includes(name)) {
    throw new CasusError('usage-invalid', `export ${name}`, { detail: `the formats are ${names.join(', ')}` });
  }
  if (as !== undefined && !isTableFile(as)) {
    throw new CasusError('usage-invalid', `--as ${as}`, { detail: `a table becomes ${TABLE_FILES.join(', ')}` });
  }
}

/** Makes the file of a format. `checkFormat` has passed its name. */
export async function makeExport(name: string, context: ExportContext, options: MakeOptions): Promise<Exported> {
  if (name === 'xlsx') return workbook(context);
  if (name === 'package') return packageOf(context, options);
  const format = FORMATS.find(known => known.name === name);
  if (format === undefined) throw new RangeError(`no format ${name}`);
  const made = format.make(context, formatOptions(options));
  const rest = { refusals: made.refusals, refusalTable: refusalTable(name, made.refusals) };
  if (made.kind === 'text') return { content: made.text, ...rest };
  const file = isTableFile(options.file) ? options.file : isTableFile(format.extension) ? format.extension : 'csv';
  return { content: await tableFile(made.table, file, options.hxl === true ? { hxl: 'with-tags' } : {}), ...rest };
}

function formatOptions({ interNum }: MakeOptions): FormatOptions {
  return { interactions: interNum === true ? 'numbers' : 'words' };
}

/** Every table of the core, with what they refused. */
function allTables(
  context: ExportContext,
  options: MakeOptions,
): { tables: readonly Table[]; refusals: readonly Refusal[] } {
  const made = FORMATS.map(format => ({ name: format.name, ...format.make(context, formatOptions(options)) }));
  const tables = made.flatMap(one => (one.kind === 'table' ? [one.table] : []));
  const logs = made.flatMap(one =>
    one.refusals.length > 0 && one.kind === 'table' ? [refusalTable(one.name, one.refusals)] : [],
  );
  return { tables: [...tables, ...logs], refusals: [] };
}

const WORKBOOK = ['incidents', 'tolls', 'claims', 'sources'];

async function workbook(context: ExportContext): Promise<Exported> {
  const { tables } = allTables(context, { file: null });
  const sheets = WORKBOOK.flatMap(name => tables.find(table => table.name === name) ?? []);
  const { xlsxBytes } = await import('./xlsx.ts');
  return {
    content: xlsxBytes([...sheets, readMe(sheets, context)]),
    refusals: [],
    refusalTable: refusalTable('xlsx', []),
  };
}

/** A sheet that explains the others, column by column. */
function readMe(sheets: readonly Table[], context: ExportContext): Table {
  const columns = ['sheet', 'column', 'meaning'].map(name => column(name, 'text', ''));
  const rows = sheets.flatMap(sheet => sheet.columns.map(({ name, description }) => [sheet.name, name, description]));
  const about = [
    ['about', '', NOTICE],
    ['about', '', stampLine(context.stamp)],
    ['about', '', `Coded by ${context.stamp.coders.join(', ')}. An empty cell is not known; it is not zero.`],
  ];
  return { name: 'read-me', title: 'Read me', columns, rows: [...about, ...rows] };
}

async function packageOf(context: ExportContext, options: MakeOptions): Promise<Exported> {
  const { tables } = allTables(context, options);
  const files = new Map<string, FileContent>([
    ['datapackage.json', [`${JSON.stringify(dataPackage(tables, context), null, 2)}\n`]],
    ...tables.map((table): [string, FileContent] => [`${table.name}.csv`, csvLines(table)]),
  ]);
  const rest = { refusals: [], refusalTable: refusalTable('package', []) };
  if (options.file !== 'zip') return { content: files, ...rest };
  return { content: zipBytes(Object.fromEntries(files)), ...rest };
}

function isTableFile(file: string | null): file is TableFile {
  return TABLE_FILES.some(known => known === file);
}
