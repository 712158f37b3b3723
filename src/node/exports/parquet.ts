import type { Column, Table } from '../../core/export/table.ts';

/** A table as a Parquet file: integers as INT64, numbers as DOUBLE, days as DATE, unknown as null. */
export async function parquetBytes(table: Table): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = table.columns.map((column, i) => ({
    name: column.name,
    data: table.rows.map(row => parquetCell(row[i] ?? null, column)),
  }));
  const schema = [
    { name: 'root', num_children: table.columns.length },
    ...table.columns.map(column => ({
      name: column.name,
      repetition_type: 'OPTIONAL' as const,
      ...TYPES[column.type],
    })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema }));
}

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const;

function parquetCell(cell: string | number | null, { type }: Column): string | number | bigint | Date | null {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  if (type === 'day') return new Date(`${cell}T00:00:00Z`);
  return cell;
}
