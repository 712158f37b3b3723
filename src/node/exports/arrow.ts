import type { Table } from '../../core/export/table.ts';

/** A table as an Arrow IPC file (Feather 2): integers as Int64, numbers as Float64, days as Date32, unknown as null. */
export async function arrowBytes(table: Table): Promise<Uint8Array> {
  const { dateDay, float64, int64, tableFromArrays, tableToIPC, utf8 } = await import('@uwdata/flechette');
  const types = { text: utf8, integer: int64, number: float64, day: dateDay };
  const arrays = table.columns.map(({ name, type }, i): [string, unknown[]] => [
    name,
    table.rows.map(row => {
      const cell = row[i] ?? null;
      if (cell === null || type === 'text' || type === 'number') return cell;
      return type === 'integer' ? BigInt(cell) : new Date(`${cell}T00:00:00Z`);
    }),
  ]);
  const options = { types: Object.fromEntries(table.columns.map(({ name, type }) => [name, types[type]()])) };
  const bytes = tableToIPC(tableFromArrays(arrays, options), { format: 'file' });
  if (bytes === null) throw new Error('the Arrow encoder gave no bytes');
  return bytes;
}
