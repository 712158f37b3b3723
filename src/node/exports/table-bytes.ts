import type { Table } from '../../core/export/table.ts';
import { type CsvOptions, csvLines, tsvLines } from '../../core/export/write/csv.ts';

/** Kinds of file that a table may become. */
export const TABLE_FILES = ['csv', 'tsv', 'json', 'parquet', 'arrow', 'xlsx'] as const;
export type TableFile = (typeof TABLE_FILES)[number];

/** A table as a file of one kind: text in pieces, or bytes. Libraries for the binary ones are loaded when asked for. */
export async function tableFile(
  table: Table,
  file: TableFile,
  options: CsvOptions,
): Promise<Iterable<string> | Uint8Array> {
  switch (file) {
    case 'csv':
      return csvLines(table, options);
    case 'tsv':
      return tsvLines(table);
    case 'json':
      return jsonLines(table);
    case 'parquet':
      return (await import('./parquet.ts')).parquetBytes(table);
    case 'arrow':
      return (await import('./arrow.ts')).arrowBytes(table);
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxBytes([table]);
  }
}

/** One JSON object a row; what is not known is null. */
function* jsonLines({ columns, rows }: Table): Generator<string> {
  for (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`;
  }
}
